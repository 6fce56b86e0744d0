-- Rules for people and what is known about them.

-- A worker sees a person who is in a case they may read, who is on their agency's own list, or whom they are adding at this moment.
create policy see on people for select to kith_app using (
  exists (select from case_people cp where cp.person_id = people.id)
  or held_by = any ((select my_principals())::uuid[])
  or (created_by = (select my_worker()) and created_at = now()));
-- A worker adds people, in their own name.
create policy add on people for insert to kith_app with check (
  created_by = (select my_worker()) and (held_by is null or held_by = (select my_agency())));
-- A person's name and dates are kept right by whoever contributes to a case they are in, or by the agency whose list they are on.
create policy amend on people for update to kith_app using (
  exists (select from case_people cp cross join lateral my_access(cp.case_id, 'contribute') where cp.person_id = people.id)
  or held_by = any ((select my_principals())::uuid[]));
-- The rules index people for search.
create policy rules on people for select to kith_rules using (true);
grant select on people to kith_app, kith_rules;
grant insert (id, held_by, source_reference, given_name, family_name, born_on, born_precision, gender, died_on, created_by) on people to kith_app;
grant update (given_name, family_name, born_on, born_precision, gender, died_on, version) on people to kith_app;

create or replace function i_see_person(which uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from people p where p.id = which)
$$;
comment on function i_see_person is 'Whether the worker sees a person. A function, because a rule on case_people that looked at people directly would look at itself.';

-- Whoever sees a person sees who they were before each amendment, and who amended them.
create policy see on person_versions for select to kith_app using (exists (select from people p where p.id = person_versions.person_id));
-- The rules keep each version that is replaced.
create policy rules on person_versions to kith_rules using (true);
grant select on person_versions to kith_app, kith_rules;
grant insert on person_versions to kith_rules;

create or replace function person_amended() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into person_versions (person_id, version, given_name, family_name, born_on, born_precision, gender, died_on, replaced_by)
    values (old.id, old.version, old.given_name, old.family_name, old.born_on, old.born_precision, old.gender, old.died_on, my_worker());
  return null;
end $$;
alter function person_amended owner to kith_rules;
revoke all on function person_amended from public;
create or replace trigger keep_version after update on people for each row when (old.version <> new.version) execute function person_amended();

-- Whoever may read a case sees the people in it, and their role there.
create policy see on case_people for select to kith_app using (exists (select from my_access(case_people.case_id, 'read')));
-- Whoever contributes to a case adds people to it: people they can see.
create policy add on case_people for insert to kith_app with check (
  added_by = (select my_worker()) and exists (select from my_access(case_people.case_id, 'contribute'))
  and i_see_person(person_id));
-- Whoever contributes to a case ends a person's role in it, and says why.
create policy amend on case_people for update to kith_app using (exists (select from my_access(case_people.case_id, 'contribute')))
  with check (ended_by = (select my_worker()));
-- The rules index people by the cases they are in.
create policy rules on case_people for select to kith_rules using (true);
grant select on case_people to kith_app, kith_rules;
grant insert (id, case_id, person_id, role, basis, added_by) on case_people to kith_app;
grant update (ended_at, ended_by, end_reason) on case_people to kith_app;
create or replace trigger something_happened after insert on case_people for each row execute function something_happened();

-- Other names, ways to reach somebody, warnings and needs: seen by those who may read the case it was learnt in, or, when it was learnt in none, by whoever sees the person.
create policy see on person_names for select to kith_app using (
  case when case_id is null then exists (select from people p where p.id = person_names.person_id)
  else exists (select from my_access(person_names.case_id, 'read')) end);
-- Learnt in a case: added by whoever contributes to it. Learnt elsewhere: by the agency whose list the person is on.
create policy add on person_names for insert to kith_app with check (
  recorded_by = (select my_worker()) and exists (select from people p where p.id = person_names.person_id
    and (person_names.case_id is not null or p.held_by = any ((select my_principals())::uuid[])))
  and (case_id is null or exists (select from my_access(person_names.case_id, 'contribute'))));
-- The rules index other names for search.
create policy rules on person_names for select to kith_rules using (true);
-- Whoever may add a name may end it, when it turns out not to be theirs.
create policy amend on person_names for update to kith_app using (
  case when case_id is null then exists (select from people p where p.id = person_names.person_id and p.held_by = any ((select my_principals())::uuid[]))
  else exists (select from my_access(person_names.case_id, 'contribute')) end);
grant select on person_names to kith_app, kith_rules;
grant insert (id, person_id, case_id, kind, name, recorded_by) on person_names to kith_app;
grant update (ended_at) on person_names to kith_app;

-- As for other names.
create policy see on person_contacts for select to kith_app using (
  case when case_id is null then exists (select from people p where p.id = person_contacts.person_id)
  else exists (select from my_access(person_contacts.case_id, 'read')) end);
-- As for other names.
create policy add on person_contacts for insert to kith_app with check (
  recorded_by = (select my_worker()) and exists (select from people p where p.id = person_contacts.person_id
    and (person_contacts.case_id is not null or p.held_by = any ((select my_principals())::uuid[])))
  and (case_id is null or exists (select from my_access(person_contacts.case_id, 'contribute'))));
-- Whoever may add a way to reach somebody may end it.
create policy amend on person_contacts for update to kith_app using (
  case when case_id is null then exists (select from people p where p.id = person_contacts.person_id and p.held_by = any ((select my_principals())::uuid[]))
  else exists (select from my_access(person_contacts.case_id, 'contribute')) end);
-- The rules index ways to reach people for search, save the sensitive ones.
create policy rules on person_contacts for select to kith_rules using (true);
grant select on person_contacts to kith_app, kith_rules;
grant insert (id, person_id, case_id, kind, value, postcode, source, sensitivity, note, recorded_by) on person_contacts to kith_app;
grant update (ended_on) on person_contacts to kith_app;

-- How two people are related is seen by those who may read the case it was learnt in.
create policy see on person_relationships for select to kith_app using (exists (select from my_access(person_relationships.case_id, 'read')));
-- Whoever contributes to a case records how people they can see are related.
create policy add on person_relationships for insert to kith_app with check (
  recorded_by = (select my_worker()) and exists (select from my_access(person_relationships.case_id, 'contribute'))
  and exists (select from people p where p.id = person_relationships.person_id)
  and exists (select from people p where p.id = person_relationships.other_id));
-- Whoever may record how two people are related may end it.
create policy amend on person_relationships for update to kith_app using (exists (select from my_access(person_relationships.case_id, 'contribute')));
grant select on person_relationships to kith_app;
grant insert (id, person_id, other_id, case_id, kind, note, recorded_by) on person_relationships to kith_app;
grant update (ended_at) on person_relationships to kith_app;

-- As for other names.
create policy see on person_warnings for select to kith_app using (
  case when case_id is null then exists (select from people p where p.id = person_warnings.person_id)
  else exists (select from my_access(person_warnings.case_id, 'read')) end);
-- As for other names.
create policy add on person_warnings for insert to kith_app with check (
  recorded_by = (select my_worker()) and exists (select from people p where p.id = person_warnings.person_id
    and (person_warnings.case_id is not null or p.held_by = any ((select my_principals())::uuid[])))
  and (case_id is null or exists (select from my_access(person_warnings.case_id, 'contribute'))));
-- Whoever may add a warning may end it.
create policy amend on person_warnings for update to kith_app using (
  case when case_id is null then exists (select from people p where p.id = person_warnings.person_id and p.held_by = any ((select my_principals())::uuid[]))
  else exists (select from my_access(person_warnings.case_id, 'contribute')) end)
  with check (ended_by = (select my_worker()));
grant select on person_warnings to kith_app;
grant insert (id, person_id, case_id, instruction, reason, review_on, recorded_by) on person_warnings to kith_app;
grant update (ended_at, ended_by) on person_warnings to kith_app;

-- As for other names.
create policy see on person_needs for select to kith_app using (
  case when case_id is null then exists (select from people p where p.id = person_needs.person_id)
  else exists (select from my_access(person_needs.case_id, 'read')) end);
-- As for other names.
create policy add on person_needs for insert to kith_app with check (
  recorded_by = (select my_worker()) and exists (select from people p where p.id = person_needs.person_id
    and (person_needs.case_id is not null or p.held_by = any ((select my_principals())::uuid[])))
  and (case_id is null or exists (select from my_access(person_needs.case_id, 'contribute'))));
-- Whoever may add a need may end it.
create policy amend on person_needs for update to kith_app using (
  case when case_id is null then exists (select from people p where p.id = person_needs.person_id and p.held_by = any ((select my_principals())::uuid[]))
  else exists (select from my_access(person_needs.case_id, 'contribute')) end);
grant select on person_needs to kith_app;
grant insert (id, person_id, case_id, kind, detail, recorded_by) on person_needs to kith_app;
grant update (ended_at) on person_needs to kith_app;

-- Equality answers are seen only by the agency that asked, about people it can see.
create policy see on equality_answers for select to kith_app using (
  agency_id = (select my_agency()) and exists (select from people p where p.id = equality_answers.person_id));
-- A worker records equality answers for their own agency, about people they can see.
create policy add on equality_answers for insert to kith_app with check (
  recorded_by = (select my_worker()) and agency_id = (select my_agency())
  and exists (select from people p where p.id = equality_answers.person_id));
grant select on equality_answers to kith_app;
grant insert (id, person_id, agency_id, question, answer, source, recorded_by) on equality_answers to kith_app;
