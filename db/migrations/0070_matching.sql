-- The same person under other spellings: keys to find them by, pairs for a human to look at, and merges.

create table person_keys (
  person_id uuid not null references people on delete cascade,
  case_id uuid references cases on delete cascade,
  keys bigint[] not null,
  unique nulls not distinct (person_id, case_id)
);
comment on table person_keys is 'Under what a person is looked for when somebody is added: hashes of the sounds of their names with parts of a date of birth, a postcode, a number. Reached only through people_like and people_alike.';
comment on column person_keys.case_id is 'Null for what everybody who sees the person knows; else the case in which more was learnt, which only its readers find them by.';
create index person_keys_keys on person_keys using gin (keys) with (fastupdate = off);

create table person_pairs (
  id uuid primary key default uuidv7(),
  one_id uuid not null references people on delete cascade,
  other_id uuid not null references people on delete cascade,
  asked_by uuid not null references workers,
  asked_at timestamptz not null default now(),
  answer text check (answer in ('same', 'different', 'not sure')),
  answered_by uuid references workers,
  answered_at timestamptz,
  check (one_id < other_id),
  unique (one_id, other_id)
);
comment on table person_pairs is 'Two records that may be one person, and what was answered. “Different” is remembered, so that nobody is asked again.';
create index on person_pairs (other_id);

create table person_merges (
  id uuid primary key default uuidv7(),
  kept_id uuid not null references people on delete restrict,
  absorbed_id uuid not null references people on delete restrict,
  reason text not null check (length(reason) between 3 and 500),
  merged_by uuid not null references workers,
  merged_at timestamptz not null default now(),
  ended_by uuid references workers,
  ended_at timestamptz,
  end_reason text not null default '' check (length(end_reason) <= 500),
  check (kept_id <> absorbed_id)
);
comment on table person_merges is 'Two records shown as one person. Nothing is moved: every row stays with the record it was learnt for, and so with its own readers; ending the merge restores exactly what was.';
create unique index on person_merges (least(kept_id, absorbed_id), greatest(kept_id, absorbed_id)) where ended_at is null;
create index on person_merges (kept_id) where ended_at is null;
create index on person_merges (absorbed_id) where ended_at is null;
