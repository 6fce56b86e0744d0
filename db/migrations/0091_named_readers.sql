-- Who may open what is restricted, and the cases that a conflict of interest shuts to whoever asks.

create table named_readers (
  record_id uuid not null,
  case_id uuid not null references cases on delete cascade,
  worker_id uuid not null references workers on delete cascade,
  named_by uuid not null references workers,
  named_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (record_id, worker_id)
);
comment on table named_readers is 'Who may open a restricted entry or document, beside its author.';
comment on column named_readers.record_id is 'The entry or the document.';
create index on named_readers (case_id);
create index on named_readers (worker_id);

create function my_shut() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('kith.shut', true), ''), '{}')::uuid[] $$;
comment on function my_shut is 'Cases that a conflict of interest shuts to the worker. Set when the request begins.';

-- A share that opened nothing sensitive opens no category of it.
do $$ declare shared text; begin
  foreach shared in array array['grants', 'case_access'] loop
    execute format('alter table %I no force row level security', shared);
    execute format('update %I set categories = ''{}'' where not sensitive', shared);
    execute format('alter table %I force row level security', shared);
    execute format('alter table %I drop column sensitive', shared);
  end loop;
end $$;
