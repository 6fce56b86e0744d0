-- Rules for places, their roles in cases, and the organisations, vehicles and groups in cases.

-- A worker sees a place that is in a case they may read, that is on their agency's own list, or that they are adding at this moment.
create policy see on places for select to kith_app using (
  exists (select from case_places cp where cp.place_id = places.id)
  or held_by = any ((select my_principals())::uuid[])
  or (created_by = (select my_worker()) and created_at = now()));
-- A worker adds places, in their own name.
create policy add on places for insert to kith_app with check (
  created_by = (select my_worker()) and (held_by is null or held_by = (select my_agency())));
-- A place's details are kept right by whoever contributes to a case it is in, or by the agency whose list it is on; through a case that one side must never learn of, only for places of another side, and for none that the worker knows to be of that side too.
create policy amend on places for update to kith_app using (
  exists (select from case_places cp cross join lateral my_access_to_people(cp.case_id, 'contribute', cp.side) mine
    where cp.place_id = places.id and (mine.never_learns is null or (mine.never_learns <> cp.side
      and not exists (select from case_places too where too.place_id = cp.place_id and too.case_id = cp.case_id and (too.side is null or too.side = mine.never_learns)))))
  or held_by = any ((select my_principals())::uuid[]));
-- The rules index places for search.
create policy rules on places for select to kith_rules using (true);
-- Who added a place is kept from workers: it would tell those of another side, or of another case there, who works with whoever lives there.
grant select (id, held_by, name, line1, town, postcode, uprn, kind, created_at, version) on places to kith_app;
grant select on places to kith_rules;
grant insert (id, held_by, name, line1, town, postcode, uprn, kind, created_by) on places to kith_app;
grant update (name, line1, town, postcode, uprn, kind, version) on places to kith_app;

-- Everybody signed in reads which ward a postcode lies in: it is public.
create policy see on postcode_wards for select to kith_app using ((select my_worker()) is not null);
-- The rules compare it with the wards that workers stand for.
create policy rules on postcode_wards for select to kith_rules using (true);
grant select on postcode_wards to kith_app, kith_rules;

create or replace function i_see_place(which uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from places p where p.id = which)
$$;
comment on function i_see_place is 'Whether the worker sees a place. A function, because a rule on case_places that looked at places directly would look at itself.';

-- Whoever may read a side of a case sees the places there, save those who know only the side that must never learn of the case.
create policy see on case_places for select to kith_app using (exists (select from my_access_to_people(case_places.case_id, 'read', case_places.side)));
-- Whoever contributes to a side of a case adds places to it: places they can see.
create policy add on case_places for insert to kith_app with check (
  added_by = (select my_worker()) and exists (select from my_access_to_people(case_places.case_id, 'contribute', case_places.side))
  and i_see_place(place_id));
-- Whoever contributes to a case grades its places, opens sub-cases for them and ends their role, which stays ended.
create policy amend on case_places for update to kith_app using (ended_at is null and exists (select from my_access_to_people(case_places.case_id, 'contribute', case_places.side)))
  -- Neither its case nor its side can be changed, so whoever might change it before may still.
  with check (true);
-- The rules index places by the cases they are in.
create policy rules on case_places for select to kith_rules using (true);
-- No place is added to a closed case.
create policy while_open on case_places as restrictive for insert to kith_app with check (is_open(case_places.case_id));
-- No place of a closed case is graded or taken off it.
create policy amend_while_open on case_places as restrictive for update to kith_app using (true) with check (is_open(case_places.case_id));
grant select on case_places to kith_app, kith_rules;
grant insert (id, case_id, place_id, role, basis, grade, grade_reason, sub_case_id, side, added_by) on case_places to kith_app;
grant update (grade, grade_reason, sub_case_id, ended_at, version) on case_places to kith_app;

create or replace function place_changed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  -- Who graded a place and who took it off a case is whoever does it, and nobody else's name can be put there.
  if new.grade <> '' and (tg_op = 'INSERT' or (new.grade, new.grade_reason) is distinct from (old.grade, old.grade_reason)) then
    new.graded_by := coalesce(my_worker(), new.graded_by);
    new.graded_at := coalesce(case when my_worker() is null then new.graded_at end, now());
  end if;
  if tg_op = 'UPDATE' and new.ended_at is distinct from old.ended_at then
    new.ended_by := coalesce(my_worker(), new.ended_by);
  end if;
  -- The sub-case of a place is a sub-case of the same case that the worker can see.
  if my_worker() is not null and new.sub_case_id is not null and (tg_op = 'INSERT' or new.sub_case_id is distinct from old.sub_case_id)
    and not exists (select from cases c where c.id = new.sub_case_id and c.parent_id = new.case_id) then
    raise insufficient_privilege using message = 'This is no sub-case of the case.';
  end if;
  return new;
end $$;
comment on function place_changed is 'Signs what is done to a place in a case with the name of whoever does it, and keeps its sub-case within the case.';
create or replace trigger place_changed before insert or update on case_places for each row execute function place_changed();
create or replace trigger something_happened after insert on case_places for each row execute function something_happened('people');

-- Whoever sees the places on a side of a case sees the organisations, vehicles and groups there.
create policy see on case_objects for select to kith_app using (exists (select from my_access_to_people(case_objects.case_id, 'read', case_objects.side)));
-- Whoever contributes to that side adds them.
create policy add on case_objects for insert to kith_app with check (
  added_by = (select my_worker()) and exists (select from my_access_to_people(case_objects.case_id, 'contribute', case_objects.side)));
-- Whoever contributes to that side ends their role in the case, once.
create policy amend on case_objects for update to kith_app using (ended_at is null and exists (select from my_access_to_people(case_objects.case_id, 'contribute', case_objects.side)))
  with check (ended_by = (select my_worker()));
-- Nor are organisations, vehicles and groups.
create policy while_open on case_objects as restrictive for insert to kith_app with check (is_open(case_objects.case_id));
-- Nor are organisations, vehicles and groups taken off it.
create policy amend_while_open on case_objects as restrictive for update to kith_app using (true) with check (is_open(case_objects.case_id));
grant select on case_objects to kith_app;
grant insert (id, case_id, kind, name, identifier, role, basis, side, added_by) on case_objects to kith_app;
grant update (ended_at, ended_by) on case_objects to kith_app;
create or replace trigger something_happened after insert on case_objects for each row execute function something_happened('people');
