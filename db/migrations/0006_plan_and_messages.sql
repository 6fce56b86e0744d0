-- The plan (aims and tasks), messages between practitioners, and documents.

create table aims (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  title text not null check (length(title) between 3 and 300),
  position int not null default 0,
  created_by uuid not null references workers,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  version int not null default 1
);
comment on table aims is 'What the plan is for, in words the person would know; tasks are grouped under aims.';
create index on aims (case_id);

create table tasks (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  aim_id uuid references aims on delete set null,
  title text not null check (length(title) between 3 and 300),
  detail text not null default '' check (length(detail) <= 4000),
  assigned_to uuid not null references principals on delete restrict,
  due_on date not null,
  side text,
  created_by uuid not null references workers,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  done_by uuid references workers,
  evidence text not null default '' check (length(evidence) <= 4000),
  cancelled_at timestamptz,
  cancel_reason text not null default '' check (length(cancel_reason) <= 500),
  version int not null default 1,
  check (done_at is null or length(evidence) > 0)
);
comment on table tasks is 'Something a worker, a team or an agency has agreed to do by a date. Done means: with evidence of what came of it.';
create index on tasks (case_id, due_on);
create index on tasks (assigned_to, due_on) where done_at is null and cancelled_at is null;

create table task_notes (
  id uuid primary key default uuidv7(),
  task_id uuid not null references tasks on delete cascade,
  case_id uuid not null references cases on delete cascade,
  body text not null check (length(body) between 1 and 4000),
  author_id uuid not null references workers,
  agency_id uuid not null references agencies,
  at timestamptz not null default now()
);
comment on table task_notes is 'Progress on a task.';
create index on task_notes (task_id, at);

create table messages (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  to_id uuid references principals on delete restrict,
  body text not null check (length(body) between 1 and 8000),
  side text,
  author_id uuid not null references workers,
  agency_id uuid not null references agencies,
  sent_at timestamptz not null default now()
);
comment on table messages is 'A message between practitioners about a case, kept with it: to everyone who may read the case, or to one agency, team or worker.';
create index on messages (case_id, sent_at);
create index on messages (to_id, sent_at desc) where to_id is not null;

create table message_reads (
  message_id uuid not null references messages on delete cascade,
  worker_id uuid not null references workers on delete cascade,
  at timestamptz not null default now(),
  primary key (message_id, worker_id)
);
comment on table message_reads is 'Who has read a message.';

create table files (
  id uuid primary key default uuidv7(),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  type text not null check (length(type) <= 100),
  name text not null check (length(name) between 1 and 255),
  case_id uuid not null references cases on delete cascade,
  stored_by uuid not null references workers,
  stored_at timestamptz not null default now()
);
comment on table files is 'A stored file: where its encrypted bytes are found (sha256) and what they are. The bytes are outside the database.';
create index on files (case_id);

create table documents (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  title text not null check (length(title) between 1 and 200),
  kind text not null default 'document' check (length(kind) between 1 and 60),
  side text,
  sensitivity text not null default 'normal' check (sensitivity in ('normal', 'sensitive')),
  created_by uuid not null references workers,
  agency_id uuid not null references agencies,
  created_at timestamptz not null default now()
);
comment on table documents is 'A document of a case: an order, a scan, a letter. Its versions are never altered.';
create index on documents (case_id, created_at desc);

create table document_versions (
  id uuid primary key default uuidv7(),
  document_id uuid not null references documents on delete cascade,
  case_id uuid not null references cases on delete cascade,
  number int not null check (number >= 1),
  file_id uuid not null references files on delete restrict,
  note text not null default '' check (length(note) <= 500),
  added_by uuid not null references workers,
  added_at timestamptz not null default now(),
  unique (document_id, number)
);
comment on table document_versions is 'Each file that a document has been, in order; the first is the original.';

create table search_index (
  kind text not null check (kind in ('person', 'case', 'place', 'document')),
  id uuid not null,
  case_id uuid,
  keys text[] not null,
  words text not null,
  principals uuid[] not null,
  primary key (kind, id)
);
comment on table search_index is 'What search looks through: sound-alike, prefix and misspelling keys together with who may be shown the row. Kept by triggers; the rules on the tables themselves have the last word.';
create index search_index_keys on search_index using gin (keys, principals) with (fastupdate = off);
