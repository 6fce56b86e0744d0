-- Who a person was before they were amended, facts that turned out wrong, and a search index that also holds what is learnt in each case.

create table person_versions (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people on delete cascade,
  version int not null,
  given_name text not null,
  family_name text not null,
  born_on date,
  born_precision text not null,
  gender text not null,
  died_on date,
  replaced_by uuid references workers,
  replaced_at timestamptz not null default now(),
  unique (person_id, version)
);
comment on table person_versions is 'What a person''s names and dates were before each amendment, and who amended them. Kept by a trigger.';

alter table person_names add column ended_at timestamptz;
comment on column person_names.ended_at is 'When it was found not to be theirs: kept, and no longer shown or searched.';
alter table person_relationships add column ended_at timestamptz;
create index on people (held_by, id desc) where held_by is not null;

drop index search_index_keys;
truncate search_index;
alter table search_index drop constraint search_index_pkey;
alter table search_index drop column keys;
alter table search_index add column keys int[] not null;
alter table search_index add unique nulls not distinct (kind, id, case_id);
create index search_index_keys on search_index using gin (keys, principals) with (fastupdate = off);
comment on column search_index.keys is 'Hashes of spellings, beginnings and sounds: numbers, because a million people have some thirty each.';
comment on column search_index.case_id is 'For a person: null for what everybody who sees them may find them by, else the case in which more was learnt, which only its readers find them by.';
