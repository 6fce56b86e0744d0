-- When each worker last looked at each case: what "since you looked" and "go on with" are told from, without searching every month of the record.

create table last_looks (
  worker_id uuid not null,
  case_id uuid not null,
  began_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  before_at timestamptz check (before_at <= began_at),
  primary key (worker_id, case_id),
  check (began_at <= last_at)
);
comment on table last_looks is 'When each worker last looked at each case, derived from their looks, which remain the record.';
comment on column last_looks.began_at is 'When the latest looking began: going from tab to tab, with less than twenty minutes between, is one.';
comment on column last_looks.last_at is 'The latest look.';
comment on column last_looks.before_at is 'The last look before that began; null when there was none.';
create index on last_looks (worker_id, last_at desc);

-- The owner of the tables reads the record once; every table is forced under its rules before and after.
alter table looks no force row level security;
insert into last_looks (worker_id, case_id, began_at, last_at)
  select worker_id, case_id, max(at), max(at) from looks where case_id is not null and kind <> 'refused' and at > now() - interval '120 days' group by 1, 2;
alter table looks force row level security;
alter table last_looks enable row level security, force row level security;
