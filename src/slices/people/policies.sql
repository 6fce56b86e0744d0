-- Rules for people and what is known about them.

-- A worker sees a person who is in a case they may read, who is on their agency's own list, or whom they are adding at this moment.
create policy see on people for select to kith_app using (
  exists (select from case_people cp where cp.person_id = people.id)
  or held_by = any ((select my_principals())::uuid[])
  or (created_by = (select my_worker()) and created_at = now()));
-- A worker adds people, in their own name.
create policy add on people for insert to kith_app with check (
  created_by = (select my_worker()) and (held_by is null or held_by = (select my_agency())));
-- A person's name and dates are kept right by whoever contributes to a case they are in, or by the agency whose list they are on; through a case that one side must never learn of, only for people of another side, and for nobody whom the worker knows to stand on that side too, because an amendment shows everywhere.
create policy amend on people for update to kith_app using (
  exists (select from case_people cp cross join lateral my_access_to_people(cp.case_id, 'contribute', cp.side) mine
    where cp.person_id = people.id and (mine.never_learns is null or (mine.never_learns <> cp.side
      -- Who stands on that side too, as far as the worker may know: to refuse those who do not would tell them of it.
      and not exists (select from case_people too where too.person_id = cp.person_id and too.case_id = cp.case_id and (too.side is null or too.side = mine.never_learns)))))
  or held_by = any ((select my_principals())::uuid[]));
-- The rules index people for search.
create policy rules on people for select to kith_rules using (true);
grant select (id, held_by, source_reference, given_name, family_name, born_on, born_precision, gender, died_on, created_at, version) on people to kith_app;
grant select on people to kith_rules;
grant insert (id, held_by, source_reference, given_name, family_name, born_on, born_precision, gender, died_on, created_by) on people to kith_app;
grant update (given_name, family_name, born_on, born_precision, gender, died_on, version) on people to kith_app;

create or replace function i_see_person(which uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from people p where p.id = which)
$$;
comment on function i_see_person is 'Whether the worker sees a person. A function, because a rule on case_people that looked at people directly would look at itself.';

-- Whoever sees a person sees who they were before each amendment; who amended them, as far as amended_by tells.
create policy see on person_versions for select to kith_app using (exists (select from people p where p.id = person_versions.person_id));
-- The rules keep each version that is replaced.
create policy rules on person_versions to kith_rules using (true);
grant select (id, person_id, version, given_name, family_name, born_on, born_precision, gender, died_on, replaced_at) on person_versions to kith_app;
grant select on person_versions to kith_rules;
grant insert on person_versions to kith_rules;

-- With the rules' rights, all three: workers may not read who added or amended a person, nor who works in which case. They give a worker's key, and only where it may be told.
create or replace function works_with_us(which_worker uuid, who uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from people p join workers w on w.agency_id = p.held_by where p.id = who and p.held_by = my_agency() and w.id = which_worker)
    or exists (select from case_people cp cross join lateral my_access_to_people_by_rules(cp.case_id, 'read', cp.side)
      where cp.person_id = who and works_on(cp.case_id, which_worker, 'read', cp.side))
$$;
comment on function works_with_us is 'Whether somebody is on the list of the agency of both a worker and the asker, or the worker works with them in a case in which the asker meets them too. To name any other, also of the same agency, would tell who works with that person elsewhere, such as in a refuge.';
create or replace function added_by(which uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select p.created_by from people p where p.id = which and works_with_us(p.created_by, p.id)
$$;
comment on function added_by is 'Who added a person, where the asker may be told.';
create or replace function amended_by(which_version uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select v.replaced_by from person_versions v where v.id = which_version and works_with_us(v.replaced_by, v.person_id)
$$;
comment on function amended_by is 'Who amended a person, where the asker may be told.';
do $$ declare named text; begin
  foreach named in array array['works_with_us(uuid, uuid)', 'added_by(uuid)', 'amended_by(uuid)'] loop
    execute format('alter function %s owner to kith_rules', named);
    execute format('revoke all on function %s from public', named);
  end loop;
end $$;
grant execute on function added_by, amended_by to kith_app;

create or replace function person_amended() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into person_versions (person_id, version, given_name, family_name, born_on, born_precision, gender, died_on, replaced_by)
    values (old.id, old.version, old.given_name, old.family_name, old.born_on, old.born_precision, old.gender, old.died_on, my_worker());
  return null;
end $$;
alter function person_amended owner to kith_rules;
revoke all on function person_amended from public;
create or replace trigger keep_version after update on people for each row when (old.version <> new.version) execute function person_amended();

-- Whoever may read a side of a case sees the people on it, and their role there, save those who know only the side that must never learn of the case.
create policy see on case_people for select to kith_app using (exists (select from my_access_to_people(case_people.case_id, 'read', case_people.side)));
-- Whoever contributes to a side of a case adds people to it: people they can see.
create policy add on case_people for insert to kith_app with check (
  added_by = (select my_worker()) and exists (select from my_access_to_people(case_people.case_id, 'contribute', case_people.side))
  and i_see_person(person_id));
-- Whoever contributes to that side ends a person's role in the case, once, and says why.
create policy amend on case_people for update to kith_app using (ended_at is null and exists (select from my_access_to_people(case_people.case_id, 'contribute', case_people.side)))
  with check (ended_by = (select my_worker()));
-- The rules index people by the cases they are in.
create policy rules on case_people for select to kith_rules using (true);
-- Nobody is added to a closed case.
create policy while_open on case_people as restrictive for insert to kith_app with check (is_open(case_people.case_id));
-- Nobody's role in a closed case is ended.
create policy amend_while_open on case_people as restrictive for update to kith_app using (true) with check (is_open(case_people.case_id));
grant select on case_people to kith_app, kith_rules;
grant insert (id, case_id, person_id, role, basis, side, added_by) on case_people to kith_app;
grant update (ended_at, ended_by, end_reason) on case_people to kith_app;
create or replace trigger something_happened after insert on case_people for each row execute function something_happened('people');

create or replace function facts_open_to_me(person uuid, learnt_in uuid, at_least tier, of_side text, of_category text) returns setof boolean
  language sql stable as $$
  select true from my_access_to_people(learnt_in, at_least, of_side, of_category)
  union all
  select true from people p where learnt_in is null and p.id = person
    and ((at_least = 'read' and of_category is null) or p.held_by = any ((select my_principals())::uuid[]))
$$;
comment on function facts_open_to_me is 'One row when a fact about a person is open to the worker. Learnt in a case: to whoever has this side and category of it. Learnt in none: read by whoever sees the person, and when it is sensitive or to be changed, by the agency whose list the person is on.';

-- What is known about a person (other names, ways to reach them, warnings and needs) is seen by those who may read the side of the case it was learnt on and, when it is sensitive, its category; learnt in no case, by whoever sees the person or, when it is sensitive, by the agency whose list they are on.
create policy see on person_names for select to kith_app using (exists (select from facts_open_to_me(person_names.person_id, person_names.case_id, 'read', person_names.side, person_names.category)));
-- Learnt in a case: added by whoever contributes to that side of it, about people they can see. Learnt elsewhere: by the agency whose list the person is on.
create policy add on person_names for insert to kith_app with check (
  recorded_by = (select my_worker()) and exists (select from people p where p.id = person_names.person_id)
  and exists (select from facts_open_to_me(person_names.person_id, person_names.case_id, 'contribute', person_names.side, person_names.category)));
-- Whoever may add a name may end it, once, when it turns out not to be theirs.
create policy amend on person_names for update to kith_app using (ended_at is null and exists (select from facts_open_to_me(person_names.person_id, person_names.case_id, 'contribute', person_names.side, person_names.category)))
  with check (ended_at is not null);
-- The rules index other names for search.
create policy rules on person_names for select to kith_rules using (true);
-- Nothing is learnt of a person in a closed case; what turns out to be wrong is still ended there.
create policy while_open on person_names as restrictive for insert to kith_app with check (case_id is null or is_open(person_names.case_id));
grant select (id, person_id, case_id, kind, name, recorded_at, ended_at, side, category) on person_names to kith_app;
grant select on person_names to kith_rules;
grant insert (id, person_id, case_id, kind, name, side, category, recorded_by) on person_names to kith_app;
grant update (ended_at) on person_names to kith_app;

-- As for other names.
create policy see on person_contacts for select to kith_app using (exists (select from facts_open_to_me(person_contacts.person_id, person_contacts.case_id, 'read', person_contacts.side, person_contacts.category)));
-- As for other names.
create policy add on person_contacts for insert to kith_app with check (
  recorded_by = (select my_worker()) and exists (select from people p where p.id = person_contacts.person_id)
  and exists (select from facts_open_to_me(person_contacts.person_id, person_contacts.case_id, 'contribute', person_contacts.side, person_contacts.category)));
-- Whoever may add a way to reach somebody may end it, once.
create policy amend on person_contacts for update to kith_app using (ended_on is null and exists (select from facts_open_to_me(person_contacts.person_id, person_contacts.case_id, 'contribute', person_contacts.side, person_contacts.category)))
  with check (ended_on is not null);
-- The rules index ways to reach people for search, save the sensitive ones.
create policy rules on person_contacts for select to kith_rules using (true);
-- As for other names.
create policy while_open on person_contacts as restrictive for insert to kith_app with check (case_id is null or is_open(person_contacts.case_id));
grant select (id, person_id, case_id, kind, value, postcode, source, note, recorded_at, ended_on, side, category) on person_contacts to kith_app;
grant select on person_contacts to kith_rules;
grant insert (id, person_id, case_id, kind, value, postcode, source, note, side, category, recorded_by) on person_contacts to kith_app;
grant update (ended_on) on person_contacts to kith_app;

-- With the rules' rights: the rule above would have to be asked of every contact there is, because PostgreSQL looks nothing up by an index before it. So it is said here once more, of the few that are found.
create or replace function safe_contacts_in(pieces text[]) returns setof uuid
  language sql stable security definer rows 10 set search_path = public, pg_temp as $$
  select c.id from person_contacts c
  where c.category = 'safe address' and (c.ended_on is null or c.ended_on > current_date) and safe_traces(c.value, c.postcode) && pieces
    and case when c.case_id is null then exists (select from people p where p.id = c.person_id and p.held_by = any (my_principals()))
      else exists (select from my_access_to_people_by_rules(c.case_id, 'read', c.side, c.category)) end
$$;
comment on function safe_contacts_in is 'Ids of the safe addresses and numbers that some pieces of text hold, of those that the worker may know of: of any other, also a number of them would tell that somebody lives there.';
alter function safe_contacts_in owner to kith_rules;
revoke all on function safe_contacts_in from public;
grant execute on function safe_contacts_in to kith_app;

-- As for other names.
create policy see on person_warnings for select to kith_app using (exists (select from facts_open_to_me(person_warnings.person_id, person_warnings.case_id, 'read', person_warnings.side, person_warnings.category)));
-- As for other names.
create policy add on person_warnings for insert to kith_app with check (
  recorded_by = (select my_worker()) and exists (select from people p where p.id = person_warnings.person_id)
  and exists (select from facts_open_to_me(person_warnings.person_id, person_warnings.case_id, 'contribute', person_warnings.side, person_warnings.category)));
-- Whoever may add a warning may end it, once.
create policy amend on person_warnings for update to kith_app using (ended_at is null and exists (select from facts_open_to_me(person_warnings.person_id, person_warnings.case_id, 'contribute', person_warnings.side, person_warnings.category)))
  with check (ended_by = (select my_worker()));
-- The rules tell who recorded a warning.
create policy rules on person_warnings for select to kith_rules using (true);
-- As for other names.
create policy while_open on person_warnings as restrictive for insert to kith_app with check (case_id is null or is_open(person_warnings.case_id));
grant select (id, person_id, case_id, instruction, reason, review_on, recorded_at, ended_at, side, category) on person_warnings to kith_app;
grant select on person_warnings to kith_rules;
grant insert (id, person_id, case_id, instruction, reason, review_on, side, category, recorded_by) on person_warnings to kith_app;
grant update (ended_at, ended_by) on person_warnings to kith_app;

-- As for other names.
create policy see on person_needs for select to kith_app using (exists (select from facts_open_to_me(person_needs.person_id, person_needs.case_id, 'read', person_needs.side, person_needs.category)));
-- As for other names.
create policy add on person_needs for insert to kith_app with check (
  recorded_by = (select my_worker()) and exists (select from people p where p.id = person_needs.person_id)
  and exists (select from facts_open_to_me(person_needs.person_id, person_needs.case_id, 'contribute', person_needs.side, person_needs.category)));
-- Whoever may add a need may end it, once.
create policy amend on person_needs for update to kith_app using (ended_at is null and exists (select from facts_open_to_me(person_needs.person_id, person_needs.case_id, 'contribute', person_needs.side, person_needs.category)))
  with check (ended_at is not null);
-- The rules tell who recorded a need.
create policy rules on person_needs for select to kith_rules using (true);
-- As for other names.
create policy while_open on person_needs as restrictive for insert to kith_app with check (case_id is null or is_open(person_needs.case_id));
grant select (id, person_id, case_id, kind, detail, recorded_at, ended_at, side, category) on person_needs to kith_app;
grant select on person_needs to kith_rules;
grant insert (id, person_id, case_id, kind, detail, side, category, recorded_by) on person_needs to kith_app;
grant update (ended_at) on person_needs to kith_app;

-- With the rules' rights, because workers may not read who recorded a fact that was learnt in no case: whoever did works with that person elsewhere.
create or replace function recorded_by(which uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select f.recorded_by from (
    select person_id, case_id, side, category, n.recorded_by from person_names n where n.id = which
    union all select person_id, case_id, side, category, c.recorded_by from person_contacts c where c.id = which
    union all select person_id, case_id, side, category, w.recorded_by from person_warnings w where w.id = which
    union all select person_id, case_id, side, category, n.recorded_by from person_needs n where n.id = which) f
  where case when f.case_id is null then works_with_us(f.recorded_by, f.person_id)
    else exists (select from my_access_to_people_by_rules(f.case_id, 'read', f.side, f.category)) end
$$;
comment on function recorded_by is 'Who recorded another name, a way to reach somebody, a warning or a need: of what was learnt in a case, for whoever may read it; otherwise where the asker may be told who works with that person.';
alter function recorded_by owner to kith_rules;
revoke all on function recorded_by from public;
grant execute on function recorded_by to kith_app;

-- How two people are related is seen by those who may see both of them and, where it was learnt, that side of the case and its category.
create policy see on person_relationships for select to kith_app using (
  exists (select from my_access_to_people(person_relationships.case_id, 'read', person_relationships.side, person_relationships.category))
  and exists (select from people p where p.id = person_relationships.person_id)
  and exists (select from people p where p.id = person_relationships.other_id));
-- Whoever contributes to a side of a case records how people they can see are related.
create policy add on person_relationships for insert to kith_app with check (
  recorded_by = (select my_worker())
  and exists (select from my_access_to_people(person_relationships.case_id, 'contribute', person_relationships.side, person_relationships.category))
  and exists (select from people p where p.id = person_relationships.person_id)
  and exists (select from people p where p.id = person_relationships.other_id));
-- Whoever may record how two people are related may end it, once.
create policy amend on person_relationships for update to kith_app using (
  ended_at is null and exists (select from my_access_to_people(person_relationships.case_id, 'contribute', person_relationships.side, person_relationships.category)))
  with check (ended_at is not null);
-- As for other names.
create policy while_open on person_relationships as restrictive for insert to kith_app with check (is_open(person_relationships.case_id));
grant select on person_relationships to kith_app;
grant insert (id, person_id, other_id, case_id, kind, note, side, category, recorded_by) on person_relationships to kith_app;
grant update (ended_at) on person_relationships to kith_app;

-- Equality answers are seen only by the agency that asked, about people it can see.
create policy see on equality_answers for select to kith_app using (
  agency_id = (select my_agency()) and exists (select from people p where p.id = equality_answers.person_id));
-- A worker records equality answers for their own agency, about people they can see.
create policy add on equality_answers for insert to kith_app with check (
  recorded_by = (select my_worker()) and agency_id = (select my_agency())
  and exists (select from people p where p.id = equality_answers.person_id));
grant select on equality_answers to kith_app;
grant insert (id, person_id, agency_id, question, answer, source, recorded_by) on equality_answers to kith_app;
