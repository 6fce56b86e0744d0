-- What ties a worker to somebody in a case, the conflicts that follow, and the cases they shut.

create table interests (
  id uuid primary key default uuidv7(),
  worker_id uuid not null references workers on delete cascade,
  kind text not null check (kind in ('home', 'phone', 'relative', 'ward', 'other')),
  name text not null default '' check (length(name) <= 200),
  born_on date check (born_on between '1850-01-01' and '2100-01-01'),
  line1 text not null default '' check (length(line1) <= 200),
  postcode text not null default '' check (length(postcode) <= 10),
  phone text not null default '' check (length(phone) <= 40),
  note text not null default '' check (length(note) <= 500),
  declared_at timestamptz not null default now(),
  ended_at timestamptz,
  check (kind <> 'home' or (line1 <> '' and postcode <> '')),
  check (kind <> 'phone' or phone <> ''),
  check (kind not in ('relative', 'ward') or name <> '')
);
comment on table interests is 'What a worker declares of themselves, so that conflicts are found: where they live, their number, their relatives, the ward they stand for.';
comment on column interests.name is 'The relative, or the ward.';
create index on interests (worker_id);

create table conflicts (
  id uuid primary key default uuidv7(),
  worker_id uuid not null references workers on delete cascade,
  person_id uuid references people on delete cascade,
  case_id uuid references cases on delete cascade,
  kind text not null check (kind in ('declared by worker', 'declared by administrator', 'same surname and address', 'same phone', 'declared relative')),
  basis text not null default '' check (length(basis) <= 500),
  found_at timestamptz not null default now(),
  declared_by uuid references workers,
  confirmed_at timestamptz,
  lifted_at timestamptz,
  reviewed_by uuid references workers,
  review_words text not null default '' check (length(review_words) <= 1000),
  check (num_nonnulls(person_id, case_id) = 1),
  check (lifted_at is null or confirmed_at is null)
);
comment on table conflicts is 'A worker and somebody, or something, they must not work on. Standing until it is lifted; never removed.';
create unique index on conflicts (worker_id, person_id, case_id, kind) nulls not distinct;
create index on conflicts (person_id) where lifted_at is null;

create table shut_cases (
  worker_id uuid not null references workers on delete cascade,
  case_id uuid not null references cases on delete cascade,
  primary key (worker_id, case_id)
);
comment on table shut_cases is 'Derived from conflicts by triggers, never written by hand: the cases that are closed to a worker whoever they are shared with.';
create index on shut_cases (case_id);
