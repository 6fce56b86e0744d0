-- The search index: what may be found, by whom, under which spellings. Reached only through search_for.

create or replace function search_words(said text) returns text[] language sql stable parallel safe set search_path = public, pg_temp as $$
  select coalesce(array_agg(word order by place), '{}') from (
    select word, place from regexp_split_to_table(
      regexp_replace(lower(unaccent(left(said, 400))), '[''’`´.]', '', 'g'), '[^[:alnum:]]+') with ordinality split(word, place)
    where word <> '' order by place limit 24) kept
$$;
comment on function search_words is 'Words as search compares them: lower case, without accents or apostrophes, split at hyphens and spaces; 24 at most.';

create or replace function word_keys(kind text, word text) returns text[] language sql stable parallel safe set search_path = public, pg_temp as $$
  select array_agg(distinct left(kind, 2) || key) from (
    select '=' || word as key
    union all select '<' || left(word, n) from unnest(array[2, 3, 5]) n where length(word) >= n
    -- Sounds alike: Smith, Smyth.
    union all select '~' || sound from unnest(array[dmetaphone(word), dmetaphone_alt(word)]) sound
      where word ~ '^[a-z]{3,}$' and sound <> ''
    -- One slip of the keys in the first seven letters: the word itself, and the word with each letter left out.
    union all select '-' || left(word, 7) where length(word) >= 4
    union all select '-' || left(overlay(word placing '' from n for 1), 7 - (length(word) > 7)::int)
      from generate_series(1, least(length(word), 7)) n where length(word) >= 4
  ) made
$$;
comment on function word_keys is 'The keys under which one word is filed and found: itself, its beginnings, its sound, and itself with one letter missing.';

create or replace function search_keys(kind text, words text[]) returns text[] language sql stable parallel safe set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct key), '{}') from unnest(words) word, unnest(word_keys(kind, word)) key
$$;

create or replace function file_for_search(of_kind text, of_id uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  said text;
  of_case uuid;
  readers uuid[];
begin
  case of_kind
    when 'person' then
      select concat_ws(' ', p.given_name, p.family_name, p.born_on::text,
          (select string_agg(n.name, ' ') from person_names n where n.person_id = p.id and n.case_id is null)),
        array(select distinct a.principal_id from case_people cp join case_access a on a.case_id = cp.case_id and a.tier >= 'read'
          where cp.person_id = p.id union select p.held_by where p.held_by is not null)
        into said, readers from people p where p.id = of_id;
    when 'place' then
      select concat_ws(' ', p.name, p.line1, p.town, p.postcode, replace(p.postcode, ' ', '')),
        array(select distinct a.principal_id from case_places cp join case_access a on a.case_id = cp.case_id and a.tier >= 'read'
          where cp.place_id = p.id union select p.held_by where p.held_by is not null)
        into said, readers from places p where p.id = of_id;
    when 'case' then
      select concat_ws(' ', replace(c.reference, '-', ''), c.title), c.id,
        array(select distinct a.principal_id from case_access a where a.case_id = c.id and a.tier >= 'headline')
        into said, of_case, readers from cases c where c.id = of_id;
    when 'document' then
      select d.title, d.case_id, array(select distinct a.principal_id from case_access a where a.case_id = d.case_id and a.tier >= 'read')
        into said, of_case, readers from documents d where d.id = of_id;
  end case;
  if said is null then return; end if;
  insert into search_index (kind, id, case_id, keys, words, principals)
    values (of_kind, of_id, of_case, search_keys(of_kind, search_words(said)), array_to_string(search_words(said), ' '), readers)
    on conflict (kind, id) do update set keys = excluded.keys, words = excluded.words, principals = excluded.principals;
end $$;
alter function file_for_search owner to kith_rules;
revoke all on function file_for_search from public;

create or replace function filed_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  case tg_table_name
    when 'people' then perform file_for_search('person', new.id);
    when 'person_names' then perform file_for_search('person', new.person_id);
    when 'case_people' then perform file_for_search('person', new.person_id);
    when 'places' then perform file_for_search('place', new.id);
    when 'case_places' then perform file_for_search('place', new.place_id);
    when 'cases' then perform file_for_search('case', new.id);
    when 'documents' then perform file_for_search('document', new.id);
  end case;
  return null;
end $$;
alter function filed_again owner to kith_rules;
create or replace trigger file_for_search after insert or update of given_name, family_name, born_on on people for each row execute function filed_again();
create or replace trigger file_for_search after insert on person_names for each row execute function filed_again();
create or replace trigger file_for_search after insert on case_people for each row execute function filed_again();
create or replace trigger file_for_search after insert or update of name, line1, town, postcode on places for each row execute function filed_again();
create or replace trigger file_for_search after insert on case_places for each row execute function filed_again();
create or replace trigger file_for_search after insert or update of title on cases for each row execute function filed_again();
create or replace trigger file_for_search after insert on documents for each row execute function filed_again();

create or replace function readers_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Ended shares may linger in the index: the rules on the tables themselves refuse them.
  perform file_for_search('case', id) from (select distinct case_id as id from changed) touched;
  perform file_for_search('document', d.id) from documents d where d.case_id in (select case_id from changed);
  perform file_for_search('person', id) from (select distinct cp.person_id as id from case_people cp where cp.case_id in (select case_id from changed)) touched;
  perform file_for_search('place', id) from (select distinct cp.place_id as id from case_places cp where cp.case_id in (select case_id from changed)) touched;
  return null;
end $$;
alter function readers_changed owner to kith_rules;
create or replace trigger file_for_search after insert on case_access referencing new table as changed
  for each statement execute function readers_changed();

create or replace function how_near(asked text[], words text[]) returns real language sql stable parallel safe set search_path = public, pg_temp as $$
  -- For each word asked for, its best match: exact 1, a beginning 0.9, else by letters that differ. Sum over words, so more words found is nearer.
  select coalesce(sum(best), 0)::real from (
    select max(case when word = ask then 1.0 when word like ask || '%' then 0.9
      else greatest(0, 0.85 - levenshtein(left(ask, 60), left(word, 60))::real / greatest(length(ask), length(word), 1)) end) as best
    from unnest(asked) ask, unnest(words) word group by ask) matched
$$;

create or replace function search_for(of_kind text, said text, most int default 20)
  returns table (id uuid, case_id uuid, score real)
  language plpgsql stable security definer set search_path = public, pg_temp
  set plan_cache_mode = force_custom_plan as $$
declare
  asked text[] := search_words(said);
  mine uuid[] := my_principals();
  condition text := '';
begin
  if cardinality(asked) = 0 or cardinality(mine) = 0 then return; end if;
  asked := asked[1:6];
  for i in 1 .. cardinality(asked) loop
    condition := condition || format(' and keys && %L::text[]', word_keys(of_kind, asked[i]));
  end loop;
  return query execute format(
    'select i.id, i.case_id, how_near($1, string_to_array(i.words, '' '')) as score
     from (select * from search_index where kind = %L and principals && %L::uuid[] %s limit 400) i order by score desc, i.id limit %s',
    of_kind, mine, condition, least(most, 100)) using asked;
  if found or cardinality(asked) = 1 then return; end if;
  -- Nothing has every word: try rows that have any of them.
  return query execute format(
    'select i.id, i.case_id, how_near($1, string_to_array(i.words, '' '')) as score
     from (select * from search_index where kind = %L and principals && %L::uuid[] and keys && %L::text[] limit 400) i order by score desc, i.id limit %s',
    of_kind, mine, search_keys(of_kind, asked), least(most, 100)) using asked;
end $$;
comment on function search_for is 'Candidates for a search, nearest first, only from rows shared with the worker. The tables'' own rules then decide what is shown.';
alter function search_for owner to kith_rules;
revoke all on function search_for from public;
grant execute on function search_for to kith_app;

-- Only the rules read or write the search index.
create policy rules on search_index to kith_rules using (true);
grant select, insert, update, delete on search_index to kith_rules;
