-- The chronology: what happened in a case, written once and never altered; what workers did; and who looked.

create table entries (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  kind text not null check (length(kind) between 1 and 40),
  occurred_at timestamptz not null,
  body text not null check (length(body) between 1 and 20000),
  grade text not null default '' check (length(grade) <= 10),
  side text,
  sensitivity text not null default 'normal' check (sensitivity in ('normal', 'sensitive')),
  author_id uuid not null references workers,
  agency_id uuid not null references agencies,
  recorded_at timestamptz not null default now(),
  corrects_id uuid unique references entries on delete restrict,
  correction_reason text not null default '' check (length(correction_reason) <= 500),
  check ((corrects_id is null) = (correction_reason = ''))
);
comment on table entries is 'One thing that happened or was said. A correction is a new entry that replaces an old one and says why; the old one stays.';
comment on column entries.grade is 'Where a report is graded: source and information, such as 2B.';
comment on column entries.corrects_id is 'Unique, so that of two workers who correct the same entry at once the second is told.';
create index on entries (case_id, occurred_at desc, id desc);

create table entry_people (
  entry_id uuid not null references entries on delete cascade,
  person_id uuid not null references people on delete restrict,
  primary key (entry_id, person_id)
);
comment on table entry_people is 'Whom an entry is about, so that one person''s chronology can be read across cases.';
create index on entry_people (person_id);

create table events (
  id uuid primary key default uuidv7(),
  kind text not null check (kind ~ '^[a-z_]{3,60}$'),
  case_id uuid references cases on delete cascade,
  subject_id uuid,
  detail jsonb not null default '{}',
  worker_id uuid,
  agency_id uuid,
  at timestamptz not null default now()
);
comment on table events is 'What somebody did, in the past tense: the chronology''s system lines, and the source of live refresh.';
comment on column events.detail is 'Ids and short fixed words only. Never anything a worker typed about a person.';
create index on events (case_id, at desc) where case_id is not null;
create index on events (worker_id, at desc);

create table looks (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('case', 'brief', 'person', 'place', 'document', 'search', 'print', 'export', 'equality')),
  subject_id uuid,
  case_id uuid,
  words text not null default '' check (length(words) <= 300),
  worker_id uuid not null,
  agency_id uuid not null,
  at timestamptz not null default now()
);
comment on table looks is 'Who looked at what, when, written in the same transaction as the page: no log, no page. Source: Data Protection Act 2018 s62 (logs of consultation).';
create index on looks (worker_id, case_id, at desc);
create index on looks (case_id, at desc) where case_id is not null;
create index on looks (subject_id, at desc) where subject_id is not null;

create table drafts (
  worker_id uuid not null references workers on delete cascade,
  key text not null check (length(key) between 1 and 200),
  body jsonb not null check (pg_column_size(body) <= 200000),
  saved_at timestamptz not null default now(),
  primary key (worker_id, key)
);
comment on table drafts is 'Words typed and not yet sent. Their writer alone sees them.';
