-- What a row carries when not everybody on a case may see it: the side it belongs to, the category that makes it sensitive, and whether only named readers open it.

create function is_category(said text) returns boolean language sql immutable parallel safe
  as $$ select said in ('health', 'safe address', 'sexual orientation', 'immigration', 'other') $$;
comment on function is_category is 'The categories of sensitive information. Their names on screen are in src/ui/mark.ts.';

alter table programmes
  add column sides text[] not null default '{}',
  add column never_learns text check (never_learns is null or never_learns = any (sides));
comment on column programmes.sides is 'The sides that a case of this programme is split into; empty when it is not split.';
comment on column programmes.never_learns is 'The side whose people must never learn that there is a case.';

alter table cases
  add column sides text[] not null default '{}',
  add column never_learns text check (never_learns is null or never_learns = any (sides));
comment on column cases.sides is 'The sides of the programme version that the case opened under. Set by the rules, never by hand.';
comment on column cases.never_learns is 'The side whose people must never learn of this case: nothing about them outside of it may differ because of it.';

alter table entries
  add column category text check (is_category(category)),
  add column restricted boolean not null default false;
alter table documents
  add column category text check (is_category(category)),
  add column restricted boolean not null default false;
alter table tasks add column category text check (is_category(category));
alter table messages add column category text check (is_category(category));
alter table aims add column side text;
alter table outcomes add column side text;
comment on column entries.side is 'The side that the entry belongs to; null when it is for every reader of the case.';
comment on column entries.category is 'What makes the entry sensitive; null when nothing does.';
comment on column entries.restricted is 'Only its author and the readers they named know that the entry exists.';
comment on column documents.restricted is 'Only its author and the readers they named know that the document exists.';

do $$ declare fact text; begin
  foreach fact in array array['person_names', 'person_contacts', 'person_relationships', 'person_warnings', 'person_needs'] loop
    execute format('alter table %I add column side text, add column category text check (is_category(category))', fact);
    execute format('comment on column %I.side is ''The side of the case that it belongs to; null when it is for every reader of the case.''', fact);
    execute format('comment on column %I.category is ''What makes it sensitive; null when nothing does.''', fact);
    if fact <> 'person_relationships' then execute format('alter table %I add check (case_id is not null or side is null)', fact); end if;
  end loop;
end $$;

-- What was only called sensitive so far.
do $$ declare marked text; begin
  foreach marked in array array['entries', 'documents', 'person_contacts'] loop
    execute format('alter table %I no force row level security', marked);
    execute format('update %I set category = %L where sensitivity = ''sensitive''', marked, case marked when 'person_contacts' then 'safe address' else 'other' end);
    execute format('alter table %I force row level security', marked);
  end loop;
end $$;

alter table grants
  add column categories text[] check (categories <@ array['health', 'safe address', 'sexual orientation', 'immigration', 'other']),
  add check (cardinality(sides) > 0);
comment on column grants.categories is 'The categories of sensitive information that the share opens: null means every one, {} none.';

alter table case_access
  add column categories text[],
  add column never_learns text,
  add column over_conflict boolean not null default false,
  add column knows boolean generated always as (never_learns is null or sides is null or not sides <@ array[never_learns]) stored;
comment on column case_access.never_learns is 'The side of the case whose people must never learn of it.';
comment on column case_access.knows is 'Whether the row also opens what ties a person to the case: not when it opens nothing but the side of those who must never learn of it.';
comment on column case_access.over_conflict is 'Opens the case also to a worker whom a conflict of interest keeps out.';

-- Otherwise whoever adds somebody to their own side could tell from the refusal that they stand on the other.
drop index case_people_case_id_person_id_role_idx;
create unique index on case_people (case_id, person_id, role, side) nulls not distinct where ended_at is null;
drop index case_places_case_id_place_id_role_idx;
create unique index on case_places (case_id, place_id, role, side) nulls not distinct where ended_at is null;

-- A file is seen through the document version that it is.
create index on document_versions (file_id);
