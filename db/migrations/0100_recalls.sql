-- Recalls: what an agency had received and should no longer keep, and whether it says that it acted.

create table recalls (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  reference text not null,
  owner_agency_id uuid not null references agencies,
  agency_id uuid not null references agencies,
  kind text not null check (kind in ('share', 'worker', 'person', 'entry')),
  subject_id uuid not null,
  ended_at timestamptz not null,
  drafts int not null default 0 check (drafts >= 0),
  recalled_at timestamptz not null default now(),
  confirmed_at timestamptz,
  confirmed_by uuid references workers,
  confirmed_words text not null default '' check (length(confirmed_words) <= 1000),
  unique (subject_id, case_id, agency_id),
  check ((confirmed_at is null) = (confirmed_by is null))
);
comment on table recalls is 'What ended for an agency in a case, and when; never what it said. A person who left and an entry that was put right are told to whoever had looked at the case.';
comment on column recalls.kind is 'What ended: a share, the work of a worker who left, a person''s place in the case, or an entry that another one replaces.';
comment on column recalls.subject_id is 'The share, the worker, the row that tied the person to the case, or the entry that was replaced.';
comment on column recalls.drafts is 'How many half-written texts about the case were removed with it.';
create index on recalls (case_id);
create index on recalls (agency_id, confirmed_at);

create table recall_copies (
  id uuid primary key default uuidv7(),
  recall_id uuid not null references recalls on delete cascade,
  case_id uuid not null,
  agency_id uuid not null,
  worker_id uuid not null references workers,
  kind text not null check (kind in ('print', 'export', 'download')),
  taken_at timestamptz not null,
  side text,
  category text
);
comment on table recall_copies is 'What was printed, exported or downloaded before, from the look log: Kith cannot call it back, so the agency that holds it must.';
create index on recall_copies (recall_id);
create index on grants (ends_at) where ends_at < 'infinity';
create index on workers (left_on) where left_on is not null;

select new_system_actor('recalls');
