-- The search index: what may be found, by whom, under which spellings. Reached only through search_for.

create or replace function works_side(opened case_access, of_side text) returns boolean language sql immutable parallel safe as $$
  select of_side is null or opened.sides is null or of_side = any (opened.sides)
$$;
comment on function works_side is 'Whether a row of case_access opens a side of its case.';

create or replace function file_people(which uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  with person as (
    select p.id, p.held_by, concat_ws(' ', p.given_name, p.family_name) as name, born_words(p.born_on, p.born_precision) as born from people p where p.id = any (which)
  ), readers as (
    select cp.person_id, array_agg(distinct a.principal_id) as principals from case_people cp
      join case_access a on a.case_id = cp.case_id and a.tier >= 'read' and a.ends_at > now() and a.knows and works_side(a, cp.side)
    where cp.person_id = any (which) group by cp.person_id
  ), fact as (
    -- A sensitive name, address or number is not something to be found by; nor is a sentence about where to look.
    select person_id, case_id, side, name as said from person_names where person_id = any (which) and ended_at is null and category is null
    union all
    select person_id, case_id, side, contact_words(kind, value, postcode) from person_contacts where person_id = any (which) and ended_on is null and category is null and kind <> 'other'
  ), known as (
    select person_id, case_id, side, string_agg(said, ' ') as said from fact group by person_id, case_id, side
  ), row as (
    select p.id, null::uuid as case_id, null::text as side, concat_ws(' ', p.name, k.said, p.born) as said,
      coalesce(r.principals, '{}') || array_remove(array[p.held_by], null) as principals
    from person p left join readers r on r.person_id = p.id left join known k on k.person_id = p.id and k.case_id is null
    union all
    select p.id, k.case_id, k.side, concat_ws(' ', p.name, k.said, p.born),
      array(select distinct a.principal_id from case_access a where a.case_id = k.case_id and a.tier >= 'read' and a.ends_at > now() and a.knows and works_side(a, k.side))
    from person p join known k on k.person_id = p.id and k.case_id is not null
  ), gone as (
    delete from search_index i where i.kind = 'person' and i.id = any (which) and i.case_id is not null
      and not exists (select from known k where k.person_id = i.id and k.case_id = i.case_id and k.side is not distinct from i.side)
  )
  insert into search_index (kind, id, case_id, side, words, keys, principals)
    select 'person', id, case_id, side, array_to_string(words, ' '), search_keys('person', words), principals
    from row, search_words(said) words order by id, case_id, side
    on conflict (kind, id, case_id, side) do update set keys = excluded.keys, words = excluded.words, principals = excluded.principals
$$;
comment on function file_people is 'Files people for search: by what everybody who sees them knows, and apart for each case and side by what was learnt there.';

create or replace function file_places(which uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into search_index (kind, id, words, keys, principals)
    select 'place', p.id, array_to_string(words, ' '), search_keys('place', words),
      array(select distinct a.principal_id from case_places cp join case_access a on a.case_id = cp.case_id and a.tier >= 'read' and a.ends_at > now() and a.knows and works_side(a, cp.side) where cp.place_id = p.id)
        || array_remove(array[p.held_by], null)
    from places p, search_words(concat_ws(' ', p.name, p.line1, p.town, p.postcode, replace(p.postcode, ' ', ''))) words
    where p.id = any (which) order by p.id
    on conflict (kind, id, case_id, side) do update set keys = excluded.keys, words = excluded.words, principals = excluded.principals
$$;

create or replace function file_cases(which uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into search_index (kind, id, case_id, words, keys, principals)
    select 'case', c.id, c.id, array_to_string(words, ' '), search_keys('case', words),
      array(select distinct a.principal_id from case_access a where a.case_id = c.id and a.tier >= 'headline' and a.ends_at > now())
    from cases c, search_words(concat_ws(' ', c.reference, replace(c.reference, '-', ''), c.title)) words
    where c.id = any (which) order by c.id
    on conflict (kind, id, case_id, side) do update set keys = excluded.keys, words = excluded.words, principals = excluded.principals
$$;

create or replace function file_documents(which uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into search_index (kind, id, case_id, words, keys, principals)
    select 'document', d.id, d.case_id, array_to_string(words, ' '), search_keys('document', words),
      array(select distinct a.principal_id from case_access a where a.case_id = d.case_id and a.tier >= 'read' and a.ends_at > now() and works_side(a, d.side))
    from documents d, search_words(concat_ws(' ', d.title, d.kind)) words
    where d.id = any (which) and not d.restricted order by d.id
    on conflict (kind, id, case_id, side) do update set keys = excluded.keys, words = excluded.words, principals = excluded.principals
$$;

create or replace function filed_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  case tg_table_name
    when 'people' then perform file_people(array[new.id]);
    when 'person_names', 'person_contacts', 'case_people' then perform file_people(array[new.person_id]);
    when 'places' then perform file_places(array[new.id]);
    when 'case_places' then perform file_places(array[new.place_id]);
    when 'cases' then perform file_cases(array[new.id]);
    when 'documents' then perform file_documents(array[new.id]);
  end case;
  return null;
end $$;

-- What was added in one statement is filed in one: an import of thousands stays quick.
create or replace function many_filed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  case tg_table_name
    when 'people' then perform file_people(array(select id from added));
    when 'person_names' then perform file_people(array(select distinct person_id from added));
    when 'person_contacts' then perform file_people(array(select distinct person_id from added));
    when 'case_people' then perform file_people(array(select distinct person_id from added));
    when 'places' then perform file_places(array(select id from added));
    when 'case_places' then perform file_places(array(select distinct place_id from added));
    when 'cases' then perform file_cases(array(select id from added));
    when 'documents' then perform file_documents(array(select id from added));
  end case;
  return null;
end $$;

do $$ declare filed text; begin
  foreach filed in array array['people', 'person_names', 'person_contacts', 'case_people', 'places', 'case_places', 'cases', 'documents'] loop
    execute format('create or replace trigger file_for_search after insert on %I referencing new table as added for each statement execute function many_filed()', filed);
  end loop;
end $$;
create or replace trigger file_again after update of given_name, family_name, born_on, born_precision on people for each row execute function filed_again();
create or replace trigger file_again after update of ended_at on person_names for each row execute function filed_again();
create or replace trigger file_again after update of ended_on on person_contacts for each row execute function filed_again();
create or replace trigger file_again after update of name, line1, town, postcode on places for each row execute function filed_again();
create or replace trigger file_again after update of title on cases for each row execute function filed_again();

create or replace function readers_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- A share ended by hand leaves the index here; one that runs out, or whose agreement ends, may linger: search_for refuses it.
  perform file_cases(array(select distinct case_id from changed));
  perform file_documents(array(select d.id from documents d where d.case_id in (select case_id from changed)));
  perform file_people(array(select distinct cp.person_id from case_people cp where cp.case_id in (select case_id from changed)));
  perform file_places(array(select distinct cp.place_id from case_places cp where cp.case_id in (select case_id from changed)));
  return null;
end $$;
create or replace trigger file_for_search after insert on case_access referencing new table as changed
  for each statement execute function readers_changed();

-- Without settings of its own, so that PostgreSQL makes it part of the search and asks it from indexes, not by a call for each row.
drop function if exists open_now(text, uuid, uuid);
create or replace function open_now(of_kind text, which uuid, in_case uuid, of_side text) returns table (found boolean) language sql stable as $$
  select true where case
    when of_kind = 'case' then exists (select from my_access_by_rules(in_case, 'headline'))
    when of_kind = 'document' then exists (select from documents d cross join lateral my_access_by_rules(d.case_id, 'read', d.side, d.category) where d.id = which and not d.restricted)
    when in_case is not null then exists (select from my_access_to_people_by_rules(in_case, 'read', of_side))
    when of_kind = 'person' then exists (select from case_people cp cross join lateral my_access_to_people_by_rules(cp.case_id, 'read', cp.side) where cp.person_id = which)
      or exists (select from people p where p.id = which and p.held_by = any ((select my_principals())::uuid[]))
    else exists (select from case_places cp cross join lateral my_access_to_people_by_rules(cp.case_id, 'read', cp.side) where cp.place_id = which)
      or exists (select from places p where p.id = which and p.held_by = any ((select my_principals())::uuid[]))
  end
$$;
comment on function open_now is 'One row when a row of the search index is for the worker at this moment, as the rules on the tables themselves would say; none otherwise.';

create or replace function asked_keys(of_kind text, words text[], word text, attempt int) returns int[] language sql immutable strict parallel safe as $$
  select case attempt when 1 then whole_keys(of_kind, array[word]) when 2 then beginning_keys(of_kind, word)
    when 3 then search_keys(of_kind, array[word], '=~-') when 4 then whole_keys(of_kind, words) else search_keys(of_kind, words, '-') end
$$;
comment on function asked_keys is 'The keys that one word asked for must have in each attempt: the word itself, its beginning, one like it; then those of any word, and of any like one.';

-- Without settings of its own, so that PostgreSQL makes it part of the question. The index answers for one word alone: a common name stands there in a long list under each of its spellings, and few rows are left to try the other words on.
create or replace function rows_filed(mine uuid[], first int[], second int[], third int[], fourth int[]) returns setof search_index language sql stable as $$
  select * from search_index i where i.principals && mine and i.keys && first
    and (second is null or i.keys && second) and (third is null or i.keys && third) and (fourth is null or i.keys && fourth)
$$;

create or replace function rows_with(of_kind text, first int[], second int[], third int[], fourth int[], most int)
  returns table (id uuid, case_id uuid, words text) language plpgsql stable set search_path = public, pg_temp as $$
declare
  mine uuid[] := my_principals();
  many constant int := 500;
  ids uuid[]; cases uuid[]; sides text[]; texts text[];
begin
  -- Few rows have every word, and mostly none: making ready to ask whether a row is open takes longer than to learn that there is none.
  if second is not null then
    select array_agg(i.id), array_agg(i.case_id), array_agg(i.side), array_agg(i.words) into ids, cases, sides, texts
      from (select * from rows_filed(mine, first, second, third, fourth) limit many) i;
    if ids is null then return; end if;
  end if;
  -- Rows of shares that have ended or not begun go out before anything is counted or ranked: which come, or how many, would tell of them.
  if cardinality(ids) < many then
    return query select i.id, i.case_id, i.words from unnest(ids, cases, sides, texts) i(id, case_id, side, words)
      where exists (select from open_now(of_kind, i.id, i.case_id, i.side)) limit most;
  else
    return query select i.id, i.case_id, i.words from rows_filed(mine, first, second, third, fourth) i
      where exists (select from open_now(of_kind, i.id, i.case_id, i.side)) limit most;
  end if;
end $$;
comment on function rows_with is 'Rows of the search index that have some key of each word and are open to the worker at this moment.';

create or replace function rank_found(of_kind text, asked text[], ids uuid[], cases uuid[], texts text[], most int)
  returns table (id uuid, case_id uuid, score real) language sql stable set search_path = public, pg_temp as $$
  with ask as materialized (select word as said, length(word) as letters, ' ' || word as begun, ' ' || word || ' ' as whole,
    case when word ~ '^[a-z]{3,}$' then dmetaphone(word) else '' end as sound from unnest(asked) word),
  scored as (
    -- For each word asked for, its best match: exact 1, a beginning 0.9, else by the letters that differ, and nearer when it sounds alike:
    -- names are written down by ear, titles and streets are not.
    select found.id, found.case_id, avg(case when strpos(found.words, ask.whole) > 0 then 1.0::float8 when strpos(found.words, ask.begun) > 0 then 0.9::float8
      else (select max(case when word < 'a' or word between 'born0' and 'born9z' then 0.0::float8
          when ask.sound <> '' and dmetaphone(word) = ask.sound and (length(word) > 4 and ask.letters > 3 or left(word, 1) = left(ask.said, 1))
            then greatest(by_ear, 1.0::float8 - 0.9::float8 * levenshtein(ask.said, word) / greatest(ask.letters, length(word)))
          else 0.9::float8 - 0.9::float8 * levenshtein(ask.said, word) / greatest(ask.letters, length(word)) end)
        from unnest(found.split) word) end)::real as nearness
    from (select hit.id, hit.case_id, ' ' || hit.words || ' ' as words, string_to_array(hit.words, ' ') as split from unnest(ids, cases, texts) hit(id, case_id, words)) found,
      ask, (select case when of_kind = 'person' then 0.65::float8 else 0.0::float8 end as by_ear) ear
    group by 1, 2),
  nearest as (select distinct on (s.id) s.id, s.case_id, s.nearness from scored s order by s.id, s.nearness desc),
  best as (select max(nearness) as nearness from nearest)
  -- What is far behind the best find is noise.
  select n.id, n.case_id, n.nearness from nearest n, best b
  where n.nearness >= greatest(case when of_kind = 'person' then 0.3 else 0.6 end, b.nearness - case when cardinality(asked) = 1 then 0.25 else 0.45 end)
  order by n.nearness desc, n.id limit least(most, 100)
$$;
comment on function rank_found is 'Rows of the search index in the order of their nearness to what was asked, the far ones left out.';

create or replace function search_for(of_kind text, said text, most int default 20)
  returns table (id uuid, case_id uuid, score real)
  -- One plan for every worker and word: making a new one costs more than searching.
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  asked text[] := search_words(said, 8);
  needed text[] := array(select word from unnest(asked) with ordinality as w(word, place)
    where (length(word) > 1 or word > '~') and not ordinary_word(word) order by length(word) desc, place);
  enough int[] := array[1, most, most, least(most, 10), least(most, 5)];
  at_most int[] := array[100, 150, 150, 80, 80];
  every_word boolean := false;
  hit_ids uuid[]; hit_cases uuid[]; hit_words text[];
  ids uuid[] := '{}'; cases uuid[] := '{}'; texts text[] := '{}';
begin
  if cardinality(needed) = 0 then needed := asked; end if;
  if cardinality(needed) = 0 or cardinality(my_principals()) = 0 then return; end if;
  -- Most that is typed is the name of somebody: one look tells that nothing else that is open has any such word, where the attempts below would take three.
  if of_kind <> 'person' and not exists (select from rows_with(of_kind,
      asked_keys(of_kind, needed, needed[1], 2) || asked_keys(of_kind, needed, needed[1], 3) || asked_keys(of_kind, needed, needed[1], 4), null, null, null, 1)) then return; end if;
  -- A single word itself; every word or its beginning; every word or one like it; to fill up, rows that have any word, and at last any like one.
  for attempt in case when cardinality(needed) > 1 then 2 else 1 end .. 5 loop
    exit when cardinality(ids) >= enough[attempt];
    -- Whoever has every word needs no filling up with those who have one.
    exit when attempt >= 4 and (every_word or cardinality(needed) = 1);
    exit when attempt = 5 and of_kind <> 'person';
    -- The four longest words find, the others help to rank.
    select array_agg(hit.id), array_agg(hit.case_id), array_agg(hit.words) into hit_ids, hit_cases, hit_words
      from rows_with(of_kind, asked_keys(of_kind, needed, needed[1], attempt), case when attempt < 4 then asked_keys(of_kind, needed, needed[2], attempt) end,
        case when attempt < 4 then asked_keys(of_kind, needed, needed[3], attempt) end, case when attempt < 4 then asked_keys(of_kind, needed, needed[4], attempt) end, at_most[attempt]) hit;
    ids := ids || hit_ids; cases := cases || hit_cases; texts := texts || hit_words;
    every_word := attempt < 3 and cardinality(ids) > 0 or every_word;
  end loop;
  if cardinality(ids) > 0 then return query select * from rank_found(of_kind, asked, ids, cases, texts, most); end if;
end $$;
comment on function search_for is 'Candidates for a search, nearest first, only from rows open to the worker at this moment. The tables'' own rules then decide what is shown.';

-- Only the rules read or write the search index.
create policy rules on search_index to kith_rules using (true);
grant select, insert, update, delete on search_index to kith_rules;

drop function if exists file_for_search(text, uuid);
drop function if exists how_near(text[], text[]);
drop function if exists word_keys(text, text);
drop function if exists may_be_found(text, uuid, uuid);
do $$ declare ruled text; begin
  foreach ruled in array array['file_people(uuid[])', 'file_places(uuid[])', 'file_cases(uuid[])', 'file_documents(uuid[])',
    'filed_again()', 'many_filed()', 'readers_changed()', 'open_now(text, uuid, uuid, text)', 'rows_filed(uuid[], int[], int[], int[], int[])', 'rank_found(text, text[], uuid[], uuid[], text[], int)', 'rows_with(text, int[], int[], int[], int[], int)', 'search_for(text, text, int)'] loop
    execute format('alter function %s owner to kith_rules', ruled);
    execute format('revoke all on function %s from public', ruled);
  end loop;
end $$;
grant execute on function search_for to kith_app;

-- An emptied index (by a new release that files differently) is filled again.
do $$ declare home text; batch uuid[]; begin
  if exists (select from search_index) then return; end if;
  -- An index that grows row by row would take hours for a million people.
  drop index search_index_keys;
  foreach home in array array['people', 'cases', 'places', 'documents'] loop
    for batch in execute format('select array_agg(id) from (select id, row_number() over (order by id) / 1000 as place from %I) numbered group by place', home) loop
      execute format('select file_%s($1)', home) using batch;
    end loop;
  end loop;
  create index search_index_keys on search_index using gin (keys, principals) with (fastupdate = off);
end $$;
