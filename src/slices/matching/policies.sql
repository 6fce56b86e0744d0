-- Rules for recognising the same person: who may learn of a match, and who may merge two records.

create or replace function sounds_of(said text[]) returns text[] language sql stable parallel safe set search_path = public, pg_temp as $$
  select array(select distinct coalesce(nullif(dmetaphone(word), ''), word) from unnest(said) name,
    unnest((string_to_array(translate(lower(unaccent(name)), '-.,’''‘`´ʼ', '   '), ' '))[1:4]) word where word <> '')
$$;
comment on function sounds_of is 'How the words of some names sound, each once: Smith and Smyth are one.';

create or replace function sure_keys(given text[], family text[], born text[], reach text[]) returns bigint[] language sql immutable parallel safe as $$
  select array(select hashtextextended('s' || least(g, f) || '/' || greatest(g, f) || '/' || more, 0)
    from unnest(given) g, unnest(family) f, unnest(born || reach) more where length(more) >= 8)
$$;
comment on function sure_keys is 'Given and family name by their sounds, whichever way round, together with a whole date of birth, a telephone number or an e-mail address.';

create or replace function match_keys(given text[], family text[], born text[], reach text[], postcodes text[]) returns bigint[] language sql immutable parallel safe as $$
  select sure_keys(given, family, born, reach) || array(select distinct hashtextextended(key, 0) from (
    select 'n' || least(g, f) || '/' || greatest(g, f) from unnest(given) g, unnest(family) f
    union all select 'b' || day from unnest(born) day where length(day) = 8
    -- With the family name only: thousands share a given name and a month.
    union all select 'm' || sound || left(day, 6) from unnest(family) sound, unnest(born) day where length(day) >= 6
    union all select 'p' || sound || lower(replace(code, ' ', '')) from unnest(given || family) sound, unnest(postcodes) code where code <> ''
    union all select 'r' || one from unnest(reach) one where length(one) >= 6) made (key))
$$;
comment on function match_keys is 'Every key under which a person is filed, and looked for, when somebody is added; the names by their sounds.';

create or replace function reach_of_contact(kind text, value text) returns text language sql immutable parallel safe as $$
  select case when kind in ('mobile', 'phone') then right(regexp_replace(value, '[^0-9]', '', 'g'), 9) when kind = 'email' then lower(trim(value)) end
$$;
comment on function reach_of_contact is 'A telephone number as its last nine digits, an e-mail address in small letters.';

create or replace function file_keys(which uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  with fact as (
    select person_id, case_id, name, null as reach, null as postcode from person_names
      where person_id = any (which) and ended_at is null and side is null and category is null
    union all
    -- What is sensitive, or belongs to one side of a case, is not something to be recognised by.
    select person_id, case_id, null, reach_of_contact(kind, value), nullif(postcode, '') from person_contacts
      where person_id = any (which) and ended_on is null and side is null and category is null and kind <> 'other'
  ), row as (
    select p.id, f.case_id, array[p.given_name] || array_remove(array_agg(f.name), null) as given, array[p.family_name] as family,
      case p.born_precision when 'day' then array[to_char(p.born_on, 'YYYYMMDD')] when 'month' then array[to_char(p.born_on, 'YYYYMM')] else '{}' end as born,
      array_remove(array_agg(f.reach), null) as reach, array_remove(array_agg(f.postcode), null) as postcodes
    from people p left join lateral (select * from fact where fact.person_id = p.id union all select p.id, null, null, null, null) f on true
    where p.id = any (which) group by p.id, f.case_id
  ), gone as (
    delete from person_keys k where k.person_id = any (which) and k.case_id is not null and not exists (select from fact f where f.person_id = k.person_id and f.case_id = k.case_id)
  )
  insert into person_keys (person_id, case_id, keys)
    select id, case_id, match_keys(sounds_of(given), sounds_of(family), array_remove(born, null), reach, postcodes) from row order by id, case_id
    on conflict (person_id, case_id) do update set keys = excluded.keys
$$;
comment on function file_keys is 'Files people to be recognised by: by what everybody who sees them knows, and apart for each case by what was learnt there.';

create or replace function keys_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform file_keys(array[case tg_table_name when 'people' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'person_id')::uuid end]);
  return null;
end $$;

create or replace function keys_of_many() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'people' then perform file_keys(array(select id from added));
  else perform file_keys(array(select distinct person_id from added)); end if;
  return null;
end $$;

do $$ declare filed text; begin
  foreach filed in array array['people', 'person_names', 'person_contacts'] loop
    execute format('create or replace trigger file_keys after insert on %I referencing new table as added for each statement execute function keys_of_many()', filed);
  end loop;
end $$;
create or replace trigger keys_again after update of given_name, family_name, born_on, born_precision on people for each row execute function keys_again();
create or replace trigger keys_again after update of ended_at on person_names for each row execute function keys_again();
create or replace trigger keys_again after update of ended_on on person_contacts for each row execute function keys_again();

-- Only the rules read or write the keys by which people are recognised.
create policy rules on person_keys to kith_rules using (true);
grant select, insert, update, delete on person_keys to kith_rules;

create or replace function known_through(which uuid, learnt_in uuid) returns table (agency_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select known.agency_id from (
    select p.held_by as agency_id, null as programme from people p where p.id = which and learnt_in is null
    union
    select c.owner_agency_id, c.programme from case_people cp join cases c on c.id = cp.case_id
    where cp.person_id = which and cp.ended_at is null and (learnt_in is null or cp.case_id = learnt_in)
      -- The one place where cases are kept out of every pointer: those that a side must never learn of, whatever belongs to one side of a case, and those that one team keeps to itself.
      and c.never_learns is null and cp.side is null and c.owner_team_id is null and c.id <> all ((select my_shut())::uuid[])
  ) known
  join agencies a on a.id = known.agency_id and a.suspended_at is null and a.id <> my_agency()
  where exists (
    select from agreements g join agreement_parties p on p.agreement_id = g.id and p.agency_id = a.id and is_party(p)
    where g.id = any (my_agreements()) and (known.programme is null or known.programme = any (g.programmes)))
    -- Or somebody could learn here whether their own brother is known.
    and not exists (select from conflicts k where k.worker_id = my_worker() and k.lifted_at is null and k.person_id in (select one_person(which)))
$$;
comment on function known_through is 'The agencies that know a person, through their own list or through a case, and may say so to the worker''s agency: an agreement that both have signed is in force and, for a case, covers its programme. Cases that are kept secret never count, and of somebody with whom the worker stands in conflict nobody says anything.';

-- Without settings of its own, so that PostgreSQL makes it part of the question.
create or replace function record_open(which uuid, learnt_in uuid) returns table (found boolean) language sql stable as $$
  select true where case when learnt_in is not null then exists (select from my_access_to_people_by_rules(learnt_in, 'read'))
    else exists (select from people p where p.id = which and p.held_by = any ((select my_principals())::uuid[]))
      or exists (select from case_people cp cross join lateral my_access_to_people_by_rules(cp.case_id, 'read', cp.side) where cp.person_id = which) end
$$;
comment on function record_open is 'One row when the worker sees a person, or may read what was learnt of them in a case, as the rules on the tables themselves would say.';

create or replace function people_like(given text[], family text[], born text[], reach text[], postcodes text[])
  returns table (person_id uuid, agency_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  asked bigint[] := match_keys(sounds_of(given), sounds_of(family), born, reach, postcodes);
  sure bigint[] := sure_keys(sounds_of(given), sounds_of(family), born, reach);
  mine uuid[] := my_principals();
begin
  if my_worker() is null then return; end if;
  -- All three answers (the record, a pointer, nothing) come of one statement, so that neither time nor number tells them apart.
  return query
    with hit as materialized (
      select k.person_id, k.case_id, k.keys && sure as surely, (select count(*) from unnest(k.keys) key where key = any (asked)) as common
      from person_keys k where k.keys && asked),
    -- Whoever is filed for nobody the worker stands for is not open to them: of hundreds who sound alike, that spares looking through every case of all but a few. Not an exists, which PostgreSQL would answer by listing the whole index first.
    near as materialized (select h.*, (select true from search_index i where i.kind = 'person' and i.id = h.person_id and i.principals && mine limit 1) is not null
      and exists (select from record_open(h.person_id, h.case_id)) as is_open from hit h),
    shown as (select n.person_id from near n where n.is_open group by 1 order by max(n.common) desc, 1 limit 20),
    hidden as materialized (
      select n.person_id, n.case_id from near n where n.surely and not exists (select from near own where own.person_id = n.person_id and own.is_open)),
    -- Where nobody hidden fits, it is asked about nobody, so that not even the time tells.
    asked_about as (select h.person_id, h.case_id from hidden h union all select gen_random_uuid(), null where not exists (select from hidden)),
    theirs as (select distinct known.agency_id from asked_about a cross join lateral known_through(a.person_id, a.case_id) known)
    select s.person_id, null::uuid from shown s union all select null, t.agency_id from theirs t;
end $$;
comment on function people_like is 'People who may be the one described: those open to the worker by id; of others only which agency knows them, and only when both names and a whole date of birth, a telephone number or an e-mail address agree, and an agreement in force allows a pointer.';

create or replace function people_alike(which uuid[]) returns table (one_id uuid, other_id uuid)
  language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
  select distinct least(a.person_id, near.person_id), greatest(a.person_id, near.person_id)
  from person_keys a cross join lateral (
    select hit.person_id from (
      select b.person_id, b.case_id, (select count(*) from unnest(b.keys) key where key = any (a.keys)) as common
      from person_keys b where b.keys && a.keys and b.person_id <> a.person_id offset 0) hit
    -- One thing in common is too little for a list that nobody asked for.
    where hit.common > 1 and exists (select from record_open(hit.person_id, hit.case_id))
    group by hit.person_id order by max(hit.common) desc, 1 limit 5) near
  where a.person_id = any (which) and exists (select from record_open(a.person_id, a.case_id))
$$;
comment on function people_alike is 'Pairs to be looked at: each of these people with those most like them, all open to the worker.';

do $$ declare ruled text; begin
  foreach ruled in array array['file_keys(uuid[])', 'keys_again()', 'keys_of_many()', 'known_through(uuid, uuid)', 'record_open(uuid, uuid)',
    'people_like(text[], text[], text[], text[], text[])', 'people_alike(uuid[])'] loop
    execute format('alter function %s owner to kith_rules', ruled);
    execute format('revoke all on function %s from public', ruled);
  end loop;
end $$;
grant execute on function people_like, people_alike to kith_app;

create or replace function i_may_change(which uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from people p where p.id = which and (p.held_by = any ((select my_principals())::uuid[])
    or exists (select from case_people cp cross join lateral my_access_to_people(cp.case_id, 'contribute', cp.side) mine
      where cp.person_id = p.id and (mine.never_learns is null or (mine.never_learns <> cp.side
        and not exists (select from case_people too where too.person_id = cp.person_id and too.case_id = cp.case_id and (too.side is null or too.side = mine.never_learns)))))))
$$;
comment on function i_may_change is 'Whether the worker keeps a person''s record: on their agency''s own list, or in a case that they see the person in and contribute to.';

create or replace function on_two_sides(one uuid, other uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from case_people a join case_people b on b.case_id = a.case_id and b.side is distinct from a.side
    where a.person_id = one and b.person_id = other)
$$;
comment on function on_two_sides is 'Whether two people stand on different sides of a case, as far as the worker sees.';

-- Whoever sees both records sees that they are asked about, and what was answered.
create policy see on person_pairs for select to kith_app using (i_see_person(one_id) and i_see_person(other_id));
-- A worker asks about two records that they can see, in their own name.
create policy add on person_pairs for insert to kith_app with check (asked_by = (select my_worker()) and i_see_person(one_id) and i_see_person(other_id));
-- Whoever keeps both records answers, in their own name.
create policy amend on person_pairs for update to kith_app using (i_may_change(one_id) and i_may_change(other_id))
  with check (answered_by = (select my_worker()));
-- Not who asked or answered: whoever did may work with them in a refuge.
grant select (id, one_id, other_id, asked_at, answer, answered_at) on person_pairs to kith_app;
grant insert (id, one_id, other_id, asked_by) on person_pairs to kith_app;
grant update (answer, answered_by, answered_at) on person_pairs to kith_app;

-- Whoever sees both records sees that they are merged; who merged them and why, as far as merge_told tells. A merge opens nothing: every fact stays with the record it was learnt for, and with its own readers.
create policy see on person_merges for select to kith_app using (i_see_person(kept_id) and i_see_person(absorbed_id));
-- Two records are merged by a worker who keeps both, in their own name, and never when they stand, as far as that worker can see, on different sides of a case.
create policy add on person_merges for insert to kith_app with check (
  merged_by = (select my_worker()) and i_may_change(kept_id) and i_may_change(absorbed_id) and not on_two_sides(kept_id, absorbed_id));
-- Whoever keeps both records ends a merge, once, and says why.
create policy amend on person_merges for update to kith_app using (ended_at is null and i_may_change(kept_id) and i_may_change(absorbed_id))
  with check (ended_by = (select my_worker()));
grant select (id, kept_id, absorbed_id, merged_at, ended_at) on person_merges to kith_app;
-- The rules tell who merged two records.
create policy rules on person_merges for select to kith_rules using (true);
grant select on person_merges to kith_rules;
-- With the rules' rights, because workers may not read who merged two records, nor who works in which case: it gives both only where that may be told.
create or replace function merge_told(which uuid) returns table (merged_by uuid, reason text) language sql stable rows 1 security definer set search_path = public, pg_temp as $$
  select m.merged_by, m.reason from person_merges m where m.id = which and (works_with_us(m.merged_by, m.kept_id) or works_with_us(m.merged_by, m.absorbed_id))
$$;
comment on function merge_told is 'Who merged two records, and why, where the asker may be told.';
alter function merge_told owner to kith_rules;
revoke all on function merge_told from public;
grant execute on function merge_told to kith_app;
grant insert (id, kept_id, absorbed_id, reason, merged_by) on person_merges to kith_app;
grant update (ended_at, ended_by, end_reason) on person_merges to kith_app;

create or replace function records_of(which uuid) returns table (id uuid, shown boolean) language sql stable set search_path = public, pg_temp as $$
  with recursive one as (
    select which as id
    union
    select case m.kept_id when one.id then m.absorbed_id else m.kept_id end from one join person_merges m on one.id in (m.kept_id, m.absorbed_id) and m.ended_at is null
  ), ranked as (
    select one.id, row_number() over (order by exists (select from person_merges m where m.absorbed_id = one.id and m.ended_at is null), one.id) as place from one
  )
  select ranked.id, ranked.place = 1 from ranked
$$;
comment on function records_of is 'Every record that is one person with this one, as far as the worker sees, and which of them is shown.';

-- Emptied keys (by a new release that files differently) are filled again.
do $$ declare batch uuid[]; begin
  if exists (select from person_keys) then return; end if;
  -- An index that grows row by row would take hours for a million people.
  drop index person_keys_keys;
  for batch in select array_agg(id) from (select id, row_number() over (order by id) / 1000 as place from people) numbered group by place loop
    perform file_keys(batch);
  end loop;
  create index person_keys_keys on person_keys using gin (keys) with (fastupdate = off);
end $$;
