-- People, places, and their roles in cases. A role belongs to the case, never to the person.

create table people (
  id uuid primary key default uuidv7(),
  held_by uuid references principals on delete restrict,
  source_reference text not null default '' check (length(source_reference) <= 100),
  given_name text not null default '' check (length(given_name) <= 100),
  family_name text not null default '' check (length(family_name) <= 100),
  born_on date check (born_on between '1850-01-01' and '2100-01-01'),
  born_precision text not null default 'day' check (born_precision in ('day', 'month', 'year', 'about')),
  gender text not null default '' check (length(gender) <= 60),
  died_on date,
  created_at timestamptz not null default now(),
  created_by uuid references workers,
  version int not null default 1,
  check (given_name <> '' or family_name <> '')
);
comment on table people is 'A person somebody is worried about, or who matters to them. Labels such as offender are roles in a case and never stand here.';
comment on column people.held_by is 'Set when the person is on an agency''s own list (an import): that agency sees them without a case.';
comment on column people.source_reference is 'The agency''s own number, so that importing the same file twice adds nobody twice.';
create unique index on people (held_by, source_reference) where held_by is not null and source_reference <> '';

create table person_names (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people on delete cascade,
  case_id uuid references cases on delete cascade,
  kind text not null check (kind in ('alias', 'nickname', 'former', 'other script')),
  name text not null check (length(name) between 1 and 200),
  recorded_by uuid references workers,
  recorded_at timestamptz not null default now()
);
comment on table person_names is 'Other names a person goes by.';
comment on column person_names.case_id is 'The case it was learnt in: only those who may read that case see it. Null: whoever sees the person does.';
create index on person_names (person_id);
create index on person_names (case_id);

create table places (
  id uuid primary key default uuidv7(),
  held_by uuid references principals on delete restrict,
  name text not null default '' check (length(name) <= 200),
  line1 text not null default '' check (length(line1) <= 200),
  town text not null default '' check (length(town) <= 100),
  postcode text not null default '' check (length(postcode) <= 10),
  uprn text not null default '' check (uprn ~ '^[0-9]{0,12}$'),
  kind text not null default 'premises' check (kind in ('home', 'premises', 'public place', 'area')),
  created_at timestamptz not null default now(),
  created_by uuid references workers,
  version int not null default 1,
  check (name <> '' or line1 <> '')
);
comment on table places is 'An address, premises or area.';

create table person_contacts (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people on delete cascade,
  case_id uuid references cases on delete cascade,
  kind text not null check (kind in ('address', 'mobile', 'phone', 'email', 'other')),
  value text not null check (length(value) between 1 and 300),
  postcode text not null default '' check (length(postcode) <= 10),
  source text not null default '' check (length(source) <= 200),
  sensitivity text not null default 'normal' check (sensitivity in ('normal', 'sensitive')),
  note text not null default '' check (length(note) <= 500),
  recorded_by uuid references workers,
  recorded_at timestamptz not null default now(),
  ended_on date
);
comment on table person_contacts is 'How and where to reach a person: each with who said so, how sensitive it is, and any rule for using it.';
create index on person_contacts (person_id);
create index on person_contacts (case_id);

create table person_relationships (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people on delete cascade,
  other_id uuid not null references people on delete cascade check (other_id <> person_id),
  case_id uuid not null references cases on delete cascade,
  kind text not null check (length(kind) between 1 and 60),
  note text not null default '' check (length(note) <= 500),
  recorded_by uuid references workers,
  recorded_at timestamptz not null default now()
);
comment on table person_relationships is 'How two people are related: person is <kind> of other. Seen by those who may read the case it was learnt in.';
create index on person_relationships (person_id);
create index on person_relationships (other_id);
create index on person_relationships (case_id);

create table person_warnings (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people on delete cascade,
  case_id uuid references cases on delete cascade,
  instruction text not null check (length(instruction) between 3 and 200),
  reason text not null default '' check (length(reason) <= 1000),
  review_on date not null,
  recorded_by uuid references workers,
  recorded_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid references workers
);
comment on table person_warnings is 'What a worker must do to stay safe, as an instruction (visit in twos), not a story. Source: Health and Safety at Work etc. Act 1974.';
create index on person_warnings (person_id);
create index on person_warnings (case_id);

create table person_needs (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people on delete cascade,
  case_id uuid references cases on delete cascade,
  kind text not null check (kind in ('language', 'interpreter', 'communication', 'access', 'safe contact', 'other')),
  detail text not null check (length(detail) between 1 and 500),
  recorded_by uuid references workers,
  recorded_at timestamptz not null default now(),
  ended_at timestamptz
);
comment on table person_needs is 'What a person needs to be reached and understood: language, interpreter, access, when it is safe to ring.';
create index on person_needs (person_id);
create index on person_needs (case_id);

create table equality_answers (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people on delete cascade,
  agency_id uuid not null references agencies,
  question text not null check (question in ('age', 'disability', 'gender reassignment', 'marriage or civil partnership', 'pregnancy or maternity', 'race', 'religion or belief', 'sex', 'sexual orientation')),
  answer text not null check (length(answer) between 1 and 200),
  source text not null check (source in ('self', 'observed')),
  recorded_by uuid not null references workers,
  recorded_at timestamptz not null default now()
);
comment on table equality_answers is 'Equality monitoring (Equality Act 2010, s149), kept apart from casework: only the agency that asked sees the answer.';
create index on equality_answers (person_id);

create table case_people (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  person_id uuid not null references people on delete restrict,
  role text not null check (length(role) between 1 and 60),
  basis text not null check (length(basis) between 1 and 500),
  side text,
  added_by uuid not null references workers,
  added_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid references workers,
  end_reason text not null default '' check (length(end_reason) <= 500)
);
comment on table case_people is 'A person''s role in one case, and the basis of the link: how we know.';
create index on case_people (case_id);
create index on case_people (person_id);
create unique index on case_people (case_id, person_id, role) where ended_at is null;

create table case_places (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  place_id uuid not null references places on delete restrict,
  role text not null check (length(role) between 1 and 60),
  basis text not null default '' check (length(basis) <= 500),
  grade text not null default '' check (length(grade) <= 20),
  grade_reason text not null default '' check (length(grade_reason) <= 500),
  graded_by uuid references workers,
  sub_case_id uuid references cases on delete set null,
  side text,
  added_by uuid not null references workers,
  added_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid references workers,
  version int not null default 1
);
comment on table case_places is 'A place''s role in one case, with its grade where the programme grades premises, and the sub-case opened for it.';
create index on case_places (case_id);
create index on case_places (place_id);
create index on case_places (sub_case_id);
create unique index on case_places (case_id, place_id, role) where ended_at is null;

create table case_objects (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  kind text not null check (kind in ('organisation', 'vehicle', 'group')),
  name text not null check (length(name) between 1 and 200),
  identifier text not null default '' check (length(identifier) <= 60),
  role text not null check (length(role) between 1 and 60),
  basis text not null default '' check (length(basis) <= 500),
  side text,
  added_by uuid not null references workers,
  added_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid references workers
);
comment on table case_objects is 'Organisations, vehicles and groups in a case, with their role there.';
create index on case_objects (case_id);
