-- Opening a case in an emergency, consent as a basis for sharing, and notices that something of theirs began or ended.

create table emergency_openings (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  worker_id uuid not null references workers,
  agency_id uuid not null references agencies,
  grant_id uuid not null references grants on delete cascade,
  reason text not null check (length(reason) between 10 and 1000),
  opened_at timestamptz not null default now(),
  ends_at timestamptz not null,
  review_by date not null,
  reviewed_at timestamptz,
  reviewed_by uuid references workers,
  outcome text check (outcome in ('justified', 'not justified')),
  review_words text not null default '' check (length(review_words) <= 2000),
  check ((outcome is null) = (reviewed_at is null)),
  check (outcome is null or length(review_words) >= 3),
  check (ends_at between opened_at + interval '15 minutes' and opened_at + interval '60 minutes')
);
comment on table emergency_openings is 'Break-glass: a worker opened a case that was not theirs, for a reason, for minutes; and what its review found.';
create index on emergency_openings (case_id);
create index on emergency_openings (worker_id);
create index on emergency_openings (review_by) where reviewed_at is null;

create table emergency_attempts (
  worker_id uuid not null references workers on delete cascade,
  at timestamptz not null default now(),
  opened boolean not null,
  primary key (worker_id, at)
);
comment on table emergency_attempts is 'Each try to open a case in an emergency, so that nobody finds cases by trying references.';

create table consents (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  person_id uuid not null references people on delete restrict,
  side text,
  words_shown text not null check (length(words_shown) between 10 and 4000),
  wording text not null default '' check (length(wording) <= 60),
  agencies uuid[] not null check (cardinality(agencies) > 0),
  purposes text not null check (length(purposes) between 3 and 1000),
  channel text not null check (channel in ('in person', 'phone', 'video', 'paper', 'e-mail', 'portal')),
  given_by text not null default 'self' check (given_by in ('self', 'parent or guardian', 'deputy or attorney')),
  capacity text not null default 'has' check (capacity in ('has', 'in doubt', 'lacks')),
  capacity_note text not null default '' check (length(capacity_note) <= 1000),
  given_on date not null,
  expires_on date not null check (expires_on > given_on),
  recorded_by uuid not null references workers,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid references workers,
  withdrawal text not null default '' check (length(withdrawal) <= 1000),
  check (capacity = 'has' or length(capacity_note) >= 3),
  check (capacity <> 'lacks' or given_by <> 'self'),
  check (withdrawn_at is null or length(withdrawal) >= 3)
);
comment on table consents is 'What a person, or somebody for them, agreed to: the words shown, which agencies, what for, how, until when. Never altered; withdrawn once.';
comment on column consents.wording is 'Which version of the words was shown.';
comment on column consents.agencies is 'The agencies, teams or workers with whom it may be shared.';
comment on column consents.expires_on is 'The first day on which it no longer holds.';
comment on column consents.withdrawal is 'How it was withdrawn, and what was said.';
create index on consents (case_id);
create index on consents (person_id);

alter table grants add column consent_id uuid references consents on delete restrict;
alter table grants drop constraint grants_basis_check;
alter table grants add constraint grants_basis_check
  check (basis in ('owner', 'agreement', 'statutory gateway', 'vital interests', 'consent', 'break-glass'));
alter table grants add check ((basis = 'consent') = (consent_id is not null));
create index on grants (consent_id) where consent_id is not null;

create table notices (
  id uuid primary key default uuidv7(),
  to_id uuid not null references principals on delete cascade,
  kind text not null check (kind in ('consent_withdrawn', 'case_opened_in_emergency', 'opening_reviewed')),
  case_id uuid references cases on delete cascade,
  reference text not null,
  at timestamptz not null default now()
);
comment on table notices is 'Tells an agency, a team or a worker that something of theirs began or ended; never what a case says.';
create index on notices (to_id, at desc);
create index on notices (case_id);
