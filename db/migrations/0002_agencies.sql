-- Agencies, teams, workers and the agreements between agencies.

create table principals (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('agency', 'team', 'worker'))
);
comment on table principals is 'Whatever a case can be shared with: an agency, a team or a worker, in one id space.';

create table agencies (
  id uuid primary key references principals,
  name text not null check (length(name) between 2 and 120),
  short_name text not null check (length(short_name) between 2 and 30),
  kind text not null check (kind in ('police', 'council', 'health', 'housing', 'probation', 'education', 'fire', 'charity', 'regulator', 'other')),
  contact text not null default '' check (length(contact) <= 500),
  suspended_at timestamptz,
  suspended_reason text not null default '' check (length(suspended_reason) <= 500),
  created_at timestamptz not null default now(),
  version int not null default 1,
  unique (name)
);
comment on table agencies is 'An organisation of the partnership. A suspended agency''s workers see nothing.';
comment on column agencies.contact is 'How to reach it when a pointer says: ask them.';

create table teams (
  id uuid primary key references principals,
  agency_id uuid references agencies on delete restrict,
  name text not null check (length(name) between 2 and 120),
  purpose text not null default '' check (length(purpose) <= 500),
  ended_on date,
  created_at timestamptz not null default now(),
  version int not null default 1
);
comment on table teams is 'People who work cases together: of one agency, or of several when agency_id is null.';

create table workers (
  id uuid primary key references principals,
  agency_id uuid not null references agencies on delete restrict,
  name text not null check (length(name) between 1 and 120),
  job_title text not null default '' check (length(job_title) <= 120),
  email text not null check (length(email) between 3 and 254),
  phone text not null default '' check (length(phone) <= 40),
  joined_on date not null default current_date,
  left_on date,
  suspended_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1,
  unique (email)
);
comment on table workers is 'A person who works for an agency. Everybody signed in can look up who works where.';
create index on workers (agency_id);

create table worker_roles (
  worker_id uuid not null references workers on delete cascade,
  role text not null check (role in ('panel_coordinator', 'agency_administrator', 'information_governance_lead', 'partnership_administrator')),
  given_at timestamptz not null default now(),
  given_by uuid references workers,
  primary key (worker_id, role)
);
comment on table worker_roles is 'What a worker may administer beyond their own casework. No role opens a case.';

create table team_members (
  id uuid primary key default uuidv7(),
  team_id uuid not null references teams on delete cascade,
  worker_id uuid not null references workers on delete cascade,
  starts_on date not null default current_date,
  ends_on date,
  added_by uuid references workers,
  check (ends_on is null or ends_on >= starts_on)
);
comment on table team_members is 'Who belongs to a team, from when and until when. Ends are kept: they explain past access.';
create index on team_members (worker_id);
create unique index on team_members (team_id, worker_id) where ends_on is null;

create table agreements (
  id uuid primary key default uuidv7(),
  reference text not null unique check (length(reference) between 2 and 40),
  name text not null check (length(name) between 2 and 200),
  purposes text not null check (length(purposes) between 2 and 2000),
  gateway text not null check (length(gateway) between 2 and 300),
  lawful_basis text not null check (length(lawful_basis) between 2 and 500),
  data_types text not null default '' check (length(data_types) <= 1000),
  programmes text[] not null check (cardinality(programmes) > 0),
  starts_on date not null,
  review_on date not null,
  ends_on date not null check (ends_on > starts_on),
  suspended_at timestamptz,
  suspended_reason text not null default '' check (length(suspended_reason) <= 500),
  created_at timestamptz not null default now(),
  version int not null default 1
);
comment on table agreements is 'An information-sharing agreement: what agencies may share, for which programmes, on which legal gateway, until when.';

create table agreement_parties (
  agreement_id uuid not null references agreements on delete cascade,
  agency_id uuid not null references agencies on delete restrict,
  signed_on date not null,
  signed_by text not null check (length(signed_by) between 1 and 200),
  left_on date,
  primary key (agreement_id, agency_id)
);
comment on table agreement_parties is 'Agencies that signed an agreement. One that has left is no longer covered.';
create index on agreement_parties (agency_id);
