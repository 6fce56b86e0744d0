-- How conflicts of interest are found, and what they shut: all of it by triggers.

create or replace function hides_an_address(which_person uuid, which_worker uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from person_contacts c join people p on p.id = c.person_id where c.person_id = which_person and c.category is not null
    and case when c.case_id is null then p.held_by is distinct from agency_of(which_worker) else not exists (
      select from case_access a where a.case_id = c.case_id and a.principal_id = any (principals_of(which_worker)) and a.knows
        and a.starts_at <= now() and now() < a.ends_at and (c.side is null or a.sides is null or c.side = any (a.sides))
        and (a.categories is null or c.category = any (a.categories))
        and not a.over_conflict and (a.agreement_id is null or a.agreement_id = any (my_agreements()))) end)
$$;
comment on function hides_an_address is 'Whether somebody has, or had, a safe address or number that the shares of this colleague of the asker do not open.';
revoke all on function hides_an_address from public;
grant execute on function hides_an_address to kith_rules;

create or replace function one_person(which uuid) returns setof uuid language sql stable set search_path = public, pg_temp as $$
  with recursive one as (
    select which as id
    union
    select case m.kept_id when one.id then m.absorbed_id else m.kept_id end from one join person_merges m on one.id in (m.kept_id, m.absorbed_id) and m.ended_at is null
  )
  select id from one
$$;
comment on function one_person is 'Every record that was merged with this one, and itself, whoever may see them: a brother who was recorded twice is still one brother.';
revoke all on function one_person from public;
grant execute on function one_person to kith_rules;

drop function if exists conflict_matters(uuid, uuid, uuid);
create or replace function conflict_matters(which_worker uuid, which_person uuid, which_case uuid, by_address boolean) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  -- Only of a conflict that there is, found as it is said to be: otherwise it would tell a governance lead of any two of a colleague and a person whether they work together.
  select exists (select from conflicts k where k.worker_id = which_worker and k.person_id is not distinct from which_person and k.case_id is not distinct from which_case
    and by_address = (k.kind in ('declared ward', 'same surname and address', 'same phone')))
  -- From the few cases that it is about to whoever has them, never from all that an agency has.
  and exists (
    select from workers w cross join (
        select which_case as case_id, null::text as side, true as itself
        union all
        select cp.case_id, cp.side, false from one_person(which_person) record join case_people cp on cp.person_id = record and cp.ended_at is null
      ) about join case_access a on a.case_id = about.case_id and (select principals_of(which_worker))::uuid[] @> array[a.principal_id]
    where w.id = which_worker and w.agency_id = my_agency() and w.id <> my_worker() and i_am('information_governance_lead')
      and a.knows and a.starts_at <= now() and now() < a.ends_at and not a.over_conflict
      and (a.agreement_id is null or a.agreement_id = any (my_agreements()))
      and (about.itself or about.side is null or a.sides is null or about.side = any (a.sides))
      -- What was found by an address tells where it lies. So none of it where there is one that they may not know: a place on another side, a safe address.
      and not (by_address and case when about.itself
        then exists (select from case_places cp where cp.case_id = a.case_id and cp.side <> all (a.sides))
        else hides_an_address(which_person, which_worker) end))
$$;
comment on function conflict_matters is 'Whether a conflict of a colleague shuts something that would be open to them, for their agency''s information-governance lead: any other would tell that somebody is in a case of others, or where a hidden address lies.';
alter function conflict_matters owner to kith_rules;
revoke all on function conflict_matters from public;
grant execute on function conflict_matters to kith_app;

create or replace function shut_again(which_workers uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  with standing as (
    select c.worker_id, c.case_id from conflicts c where c.worker_id = any (which_workers) and c.lifted_at is null and c.case_id is not null
    union
    select c.worker_id, cp.case_id from conflicts c cross join lateral one_person(c.person_id) record join case_people cp on cp.person_id = record and cp.ended_at is null
      where c.worker_id = any (which_workers) and c.lifted_at is null
  ), opened as (
    delete from shut_cases s where s.worker_id = any (which_workers)
      and not exists (select from standing where standing.worker_id = s.worker_id and standing.case_id = s.case_id)
  )
  insert into shut_cases (worker_id, case_id) select worker_id, case_id from standing on conflict do nothing
$$;
comment on function shut_again is 'Works out again which cases are shut to these workers: those named in a standing conflict, and those that somebody so named is in, under any record of them.';
alter function shut_again owner to kith_rules;
revoke all on function shut_again from public;

create or replace function ties() returns table (worker_id uuid, person_id uuid, case_id uuid, kind text, postcode text)
  language sql stable as $$
  select found.* from (
    select i.worker_id, c.person_id, null::uuid as case_id, 'same surname and address' as kind, plain_text(c.postcode) as postcode
      from interests i join workers w on w.id = i.worker_id
      join person_contacts c on c.kind = 'address' and c.ended_on is null and c.postcode <> '' and plain_text(c.postcode) = plain_text(i.postcode)
        and plain_text(split_part(c.value, ' ', 1)) = plain_text(split_part(i.line1, ' ', 1))
      join people p on p.id = c.person_id and plain_text(p.family_name) = plain_text(regexp_replace(w.name, '^.* ', ''))
      where i.kind = 'home' and i.ended_at is null
    union all
    select i.worker_id, c.person_id, null, 'same phone', null
      from interests i join person_contacts c on c.kind in ('mobile', 'phone') and c.ended_on is null and last_digits(c.value) = last_digits(i.phone)
      where i.kind = 'phone' and i.ended_at is null
    union all
    select i.worker_id, p.id, null, 'declared relative', null
      from interests i join people p on plain_text(p.given_name || p.family_name) = plain_text(i.name)
        and (i.born_on is null or p.born_on is null or p.born_on = i.born_on)
      where i.kind = 'relative' and i.ended_at is null
    union all
    select i.worker_id, c.person_id, null, 'declared ward', plain_text(v.postcode)
      from interests i join postcode_wards v on ward_key(i.name) = ward_key(v.ward) or ward_key(i.name) = ward_key(v.ward || ' ' || v.district)
      join person_contacts c on c.kind = 'address' and c.ended_on is null and c.postcode <> '' and plain_text(c.postcode) = plain_text(v.postcode)
      where i.kind = 'ward' and i.ended_at is null
    union all
    select i.worker_id, null, cp.case_id, 'declared ward', plain_text(v.postcode)
      from interests i join postcode_wards v on ward_key(i.name) = ward_key(v.ward) or ward_key(i.name) = ward_key(v.ward || ' ' || v.district)
      join places p on p.postcode <> '' and plain_text(p.postcode) = plain_text(v.postcode)
      join case_places cp on cp.place_id = p.id and cp.ended_at is null
      where i.kind = 'ward' and i.ended_at is null
  ) found where found.person_id is null or exists (select from case_people cp where cp.person_id = found.person_id)
$$;
comment on function ties is 'What workers declared, compared with people and places in cases: the same surname at the same address, the same number, a relative by name, an address in a ward. Whoever asks says of whom; without that it reads everything.';

create or replace function place_has_left(which_worker uuid, which_case uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select conflict_matters(which_worker, null, which_case, true)
    and not exists (select from ties() t where t.worker_id = which_worker and t.case_id = which_case and t.kind = 'declared ward')
$$;
comment on function place_has_left is 'Whether no place of a case lies in a ward of this worker any more, for their agency''s information-governance lead, who may lift the conflict that was found by it. It does not end by itself: whoever took a place off would open the case.';
alter function place_has_left owner to kith_rules;
revoke all on function place_has_left from public;
grant execute on function place_has_left to kith_app;

create or replace function find_conflicts(of_workers uuid[], of_people uuid[], of_cases uuid[], of_postcodes text[]) returns void
  language plpgsql security definer set search_path = public, pg_temp
  -- Planned once for each connection, and by index also where a table is small: planning, and what is compared, cost more than finding it.
  set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  if of_workers is not null then
    insert into conflicts (worker_id, person_id, case_id, kind)
      select distinct t.worker_id, t.person_id, t.case_id, t.kind from ties() t where t.worker_id = any (of_workers) on conflict do nothing;
  elsif of_people is not null then
    insert into conflicts (worker_id, person_id, case_id, kind)
      select distinct t.worker_id, t.person_id, t.case_id, t.kind from ties() t where t.person_id = any (of_people) on conflict do nothing;
  elsif of_cases is not null then
    insert into conflicts (worker_id, person_id, case_id, kind)
      select distinct t.worker_id, t.person_id, t.case_id, t.kind from ties() t where t.case_id = any (of_cases) on conflict do nothing;
  else
    insert into conflicts (worker_id, person_id, case_id, kind)
      select distinct t.worker_id, t.person_id, t.case_id, t.kind from ties() t where t.kind = 'declared ward' and t.postcode = any (of_postcodes) on conflict do nothing;
  end if;
end $$;
comment on function find_conflicts is 'Finds conflicts between what these workers declared and people and places in cases, or these people, cases or postcodes and what anybody declared. One that was lifted stays lifted, unless it was because its place had left.';
alter function find_conflicts owner to kith_rules;
revoke all on function find_conflicts from public;

create or replace function interest_declared() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform find_conflicts(array[new.worker_id], null, null, null);
  return null;
end $$;
alter function interest_declared owner to kith_rules;
revoke all on function interest_declared from public;
create or replace trigger find_conflicts after insert on interests for each row execute function interest_declared();

create or replace function person_is_looked_at_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  which uuid[];
begin
  which := case when tg_table_name = 'people' then array(select id from changed) else array(select to_jsonb(c) ->> 'person_id' from changed c)::uuid[] end;
  perform find_conflicts(null, which, null, null);
  perform shut_again(array(select c.worker_id from unnest(which) changed cross join lateral one_person(changed) record join conflicts c on c.person_id = record and c.lifted_at is null));
  return null;
end $$;
comment on function person_is_looked_at_again is 'Looks for conflicts when somebody comes into a case or leaves it, or more is learnt of them.';
alter function person_is_looked_at_again owner to kith_rules;
revoke all on function person_is_looked_at_again from public;
create or replace trigger find_conflicts after insert on case_people referencing new table as changed
  for each statement execute function person_is_looked_at_again();
create or replace trigger find_conflicts_again after update on case_people referencing new table as changed
  for each statement execute function person_is_looked_at_again();
create or replace trigger find_conflicts after insert on person_contacts referencing new table as changed
  for each statement execute function person_is_looked_at_again();
create or replace trigger find_conflicts_again after update on people referencing new table as changed
  for each statement execute function person_is_looked_at_again();

-- With the rules' rights: whoever merges two records need not see who stands in conflict with either.
create or replace function records_are_one() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform shut_again(array(select c.worker_id from unnest(array[new.kept_id, new.absorbed_id]) merged cross join lateral one_person(merged) record
    join conflicts c on c.person_id = record and c.lifted_at is null));
  return null;
end $$;
comment on function records_are_one is 'Shuts to those in conflict with somebody also the cases of a record that is found to be theirs, and opens these again when the two are taken apart.';
alter function records_are_one owner to kith_rules;
revoke all on function records_are_one from public;
create or replace trigger shut_again after insert or update of ended_at on person_merges for each row execute function records_are_one();

create or replace function place_is_looked_at_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'case_places' then
    perform find_conflicts(null, null, array(select to_jsonb(c) ->> 'case_id' from changed c)::uuid[], null);
  else
    perform find_conflicts(null, null, null, array(select plain_text(postcode) from changed));
  end if;
  return null;
end $$;
comment on function place_is_looked_at_again is 'Looks for conflicts when a place comes into a case, its postcode is put right, or it is learnt in which ward a postcode lies.';
alter function place_is_looked_at_again owner to kith_rules;
revoke all on function place_is_looked_at_again from public;
create or replace trigger find_conflicts after insert on case_places referencing new table as changed
  for each statement execute function place_is_looked_at_again();
create or replace trigger find_conflicts_again after update on places referencing new table as changed
  for each statement execute function place_is_looked_at_again();
create or replace trigger find_conflicts after insert on postcode_wards referencing new table as changed
  for each statement execute function place_is_looked_at_again();
create or replace trigger find_conflicts_again after update on postcode_wards referencing new table as changed
  for each statement execute function place_is_looked_at_again();

create or replace function conflict_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform shut_again(array(select distinct worker_id from changed));
  if tg_op = 'INSERT' then
    -- No worker did this: nobody but the governance lead of the worker's agency learns of it.
    insert into events (kind, subject_id, detail, agency_id)
      select 'conflict_found', c.id, jsonb_build_object('principal', c.worker_id), w.agency_id from changed c join workers w on w.id = c.worker_id;
  end if;
  return null;
end $$;
alter function conflict_changed owner to kith_rules;
revoke all on function conflict_changed from public;
create or replace trigger shut_found after insert on conflicts referencing new table as changed for each statement execute function conflict_changed();
create or replace trigger shut_again after update on conflicts referencing new table as changed for each statement execute function conflict_changed();

create or replace function conflict_lifted() returns trigger language plpgsql as $$
begin
  new.place_had_left := new.lifted_at is not null and new.kind = 'declared ward' and new.case_id is not null and place_has_left(new.worker_id, new.case_id);
  return new;
end $$;
comment on function conflict_lifted is 'Notes whether a conflict was lifted because its place had left, so that the next one there is found.';
create or replace trigger conflict_lifted before update of lifted_at on conflicts for each row execute function conflict_lifted();
