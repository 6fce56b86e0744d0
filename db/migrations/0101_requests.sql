-- Requests for information between agencies, and searches that touched what another agency holds.

create table information_requests (
  id uuid primary key default uuidv7(),
  from_agency_id uuid not null references agencies,
  to_agency_id uuid not null references agencies,
  asked_by uuid not null references workers,
  asked_at timestamptz not null default now(),
  agreement_id uuid not null references agreements,
  case_id uuid references cases on delete cascade,
  about text not null check (length(about) between 3 and 300),
  purpose text not null check (length(purpose) between 3 and 1000),
  question text not null check (length(question) between 3 and 2000),
  urgency text not null check (urgency in ('today', 'soon', 'routine')),
  due_on date not null,
  handed_to uuid references workers,
  answered_at timestamptz,
  answered_by uuid references workers,
  answer text check (answer in ('share', 'nil', 'refused')),
  answer_words text not null default '' check (length(answer_words) <= 1000),
  grant_id uuid references grants on delete set null,
  check (from_agency_id <> to_agency_id),
  check ((answered_at is null) = (answer is null) and (answered_at is null) = (answered_by is null)),
  -- The same words whether nothing is held or nothing may be told.
  check (answer is distinct from 'nil' or answer_words = ''),
  check (answer is distinct from 'refused' or length(answer_words) >= 3)
);
comment on table information_requests is 'A timed question from one agency to another, on an agreement that both have signed, and its answer.';
comment on column information_requests.case_id is 'The asker''s own case that it is for. It says nothing to the other agency.';
comment on column information_requests.about is 'Whom or what it is about, in the asker''s words.';
create index on information_requests (from_agency_id, answered_at);
create index on information_requests (to_agency_id, answered_at);
create index on information_requests (asked_by);

create table search_notices (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  reference text not null,
  owner_agency_id uuid not null references agencies,
  searcher_id uuid not null references workers,
  searcher_agency_id uuid not null references agencies,
  day date not null default current_date,
  at timestamptz not null default now(),
  unique (case_id, searcher_id, day)
);
comment on table search_notices is 'Tells the owner of a case that a worker of another agency searched for somebody in it. The searcher is told nothing.';
create index on search_notices (owner_agency_id, day);

select new_system_actor('searches');
