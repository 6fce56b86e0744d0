-- Rules for cases, their closures and outcomes, and the programmes they follow.

-- Everybody signed in can see the programmes.
create policy see on programmes for select to kith_app using ((select my_worker()) is not null);
-- The rules look up the sides of a programme when a case opens.
create policy rules on programmes for select to kith_rules using (true);
grant select on programmes to kith_app, kith_rules;

-- A worker sees a case that is shared with them, their agency or their team at headline or above.
create policy see on cases for select to kith_app using (exists (select from my_access(cases.id, 'headline')));
-- A worker opens a case for their own agency; a sub-case only under a case they contribute to.
create policy add on cases for insert to kith_app with check (
  opened_by = (select my_worker()) and owner_agency_id = (select my_agency())
  and exists (select from workers w where w.id = lead_worker_id and w.agency_id = (select my_agency()))
  and (owner_team_id is null or owner_team_id = any ((select my_principals())::uuid[]))
  and (parent_id is null or exists (select from my_access(parent_id, 'contribute'))));
-- Whoever leads the whole of a case, and not only some of its sides, amends, closes and reopens it, and hands it to a colleague of the owner agency.
create policy amend on cases for update to kith_app
  using (exists (select from my_access(cases.id, 'lead') mine where mine.sides is null))
  with check (exists (select from my_access(cases.id, 'lead') mine where mine.sides is null)
    and exists (select from workers w where w.id = lead_worker_id and w.agency_id = owner_agency_id));
-- The rules find a case's owner and sub-cases, and keep the time of its last activity.
create policy rules on cases to kith_rules using (true);
-- No sub-case is opened under a closed case.
create policy while_open on cases as restrictive for insert to kith_app with check (parent_id is null or is_open(parent_id));
grant select on cases to kith_app, kith_rules;
grant insert (id, programme, programme_version, parent_id, owner_agency_id, owner_team_id, lead_worker_id, title, summary, stage, marking, starts_on, ends_on, opened_by) on cases to kith_app;
grant update (title, summary, stage, marking, starts_on, ends_on, lead_worker_id, closed_at, version) on cases to kith_app;
grant update (active_at) on cases to kith_rules;

create or replace function case_takes_sides() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select p.sides, p.never_learns into new.sides, new.never_learns from programmes p where p.key = new.programme and p.version = new.programme_version;
  new.sides := coalesce(new.sides, '{}');
  return new;
end $$;
comment on function case_takes_sides is 'Gives a new case the sides of its programme, which it keeps.';
alter function case_takes_sides owner to kith_rules;
revoke all on function case_takes_sides from public;
create or replace trigger case_takes_sides before insert on cases for each row execute function case_takes_sides();

create or replace function side_is_of_the_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- After the rules have let the row in, so that nobody can ask a hidden case which sides it has.
  if not exists (select from cases c where c.id = new.case_id and (to_jsonb(c.sides) @> coalesce(to_jsonb(new) -> 'sides', to_jsonb(new) -> 'side'))) then
    raise check_violation using message = 'The case has no such side.';
  end if;
  return null;
end $$;
comment on function side_is_of_the_case is 'Keeps every row of a case on a side that the case has.';
alter function side_is_of_the_case owner to kith_rules;
revoke all on function side_is_of_the_case from public;
create or replace function side_is_said() returns trigger language plpgsql as $$
begin
  -- As whoever writes it: of a case that is hidden from them the rules on the table refuse the row, and nobody asks it whether it is split.
  if exists (select from cases c where c.id = new.case_id and c.sides <> '{}') then
    raise check_violation using message = 'Say which side of the case this is for, or that it is for everybody.';
  end if;
  new.side := null;
  return new;
end $$;
comment on function side_is_said is 'Refuses a row of a split case that says nothing of its side: it would be for everybody, and nobody would have decided so. In other cases there is no side to say.';
do $$ declare sided text; begin
  foreach sided in array array['case_people', 'case_places', 'case_objects', 'entries', 'aims', 'tasks', 'messages', 'documents', 'outcomes', 'consents',
    'person_names', 'person_contacts', 'person_relationships', 'person_warnings', 'person_needs'] loop
    execute format('create or replace trigger side_is_of_the_case after insert on %I for each row when (new.side is not null) execute function side_is_of_the_case()', sided);
    execute format('create or replace trigger side_is_said before insert on %I for each row when (new.side = %L) execute function side_is_said()', sided, 'unsaid');
  end loop;
end $$;
create or replace trigger side_is_of_the_case after insert on grants for each row when (new.sides is not null) execute function side_is_of_the_case();

create or replace function something_happened() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  happened jsonb := to_jsonb(new);
  ties_people boolean := tg_nargs > 0;
begin
  -- A place in a list must not tell of what its reader may not see: a restricted row, or a message to one of many, moves nothing.
  if coalesce((happened ->> 'restricted')::boolean, false) or happened ->> 'to_id' is not null then return null; end if;
  if happened ? 'task_id' then select to_jsonb(t) into happened from tasks t where t.id = (happened ->> 'task_id')::uuid; end if;
  if happened ->> 'side' is null and happened ->> 'category' is null
    and not (ties_people and exists (select from cases c where c.id = new.case_id and c.never_learns is not null)) then
    update cases set active_at = now() where id = new.case_id and active_at < now();
  else
    update case_access a set active_at = now() where a.case_id = new.case_id and a.active_at < now()
      and (happened ->> 'side' is null or a.sides is null or happened ->> 'side' = any (a.sides))
      and (happened ->> 'category' is null or a.categories is null or happened ->> 'category' = any (a.categories))
      and (a.knows or not ties_people);
  end if;
  return null;
end $$;
alter function something_happened owner to kith_rules;
comment on function something_happened is 'Moves a case to the top of the lists of those who may see what was added to it, and of nobody else''s.';

create or replace function lead_is_not_kept_out() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from shut_cases s where s.worker_id = new.lead_worker_id and s.case_id = new.id) then
    raise insufficient_privilege using message = 'Choose somebody else to lead this case.';
  end if;
  return new;
end $$;
comment on function lead_is_not_kept_out is 'Hands a case to nobody whom a conflict of interest keeps out of it.';
alter function lead_is_not_kept_out owner to kith_rules;
revoke all on function lead_is_not_kept_out from public;
create or replace trigger lead_is_not_kept_out before update of lead_worker_id on cases
  for each row when (new.lead_worker_id <> old.lead_worker_id) execute function lead_is_not_kept_out();

create or replace function hand_over_case(which uuid, to_worker uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- A leaver's cases must not be orphaned: an administrator hands them on without being able to read them, save those that a conflict shuts to them,
  -- and so only to somebody else who works the case already: a colleague of its agency or, when one team has it, of that team.
  if not coalesce(exists (select from cases c join workers w on w.id = to_worker and w.agency_id = c.owner_agency_id
      where c.id = which and c.id <> all (my_shut()) and w.id <> my_worker() and not exists (select from shut_cases s where s.worker_id = w.id and s.case_id = c.id) and w.suspended_at is null and (w.left_on is null or w.left_on > current_date)
        and (i_am('partnership_administrator') or (i_am('agency_administrator') and c.owner_agency_id = my_agency()))
        and (c.owner_team_id is null or exists (select from team_members m where m.team_id = c.owner_team_id and m.worker_id = w.id and is_seated(m)))), false) then
    raise insufficient_privilege using message = 'Only an administrator hands a case on, and only to another worker who works it already.';
  end if;
  update cases set lead_worker_id = to_worker where id = which;
end $$;
alter function hand_over_case owner to kith_rules;
grant update (lead_worker_id) on cases to kith_rules;
revoke all on function hand_over_case from public;
grant execute on function hand_over_case to kith_app;

drop function if exists cases_led_by(uuid);
create function cases_led_by(which_worker uuid) returns table (case_id uuid, reference text, opened_at timestamptz, owner_team_id uuid, owner_agency_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.reference, c.opened_at, c.owner_team_id, c.owner_agency_id from cases c
  -- One in which the administrator is in conflict is left to another, who is told of it: case_left_behind.
  where c.lead_worker_id = which_worker and c.closed_at is null and c.id <> all (my_shut())
    and (i_am('partnership_administrator') or (i_am('agency_administrator') and c.owner_agency_id = my_agency()))
$$;
comment on function cases_led_by is 'References (and no more) and owners of the open cases that a worker leads, for an administrator who hands a leaver''s or mover''s work on and stands in no conflict with them.';
alter function cases_led_by owner to kith_rules;
revoke all on function cases_led_by from public;
grant execute on function cases_led_by to kith_app;

-- With the rules' rights: whoever lets a worker go may be kept out of one of their cases by a conflict of interest, and neither sees that it is left nor whom that tells.
create or replace function cases_left_behind() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into notices (to_id, kind, case_id, reference, about_id)
    with behind as (
      select c.id, c.reference, c.owner_agency_id, c.owner_team_id from cases c
      where c.lead_worker_id = new.id and c.closed_at is null and (new.left_on is not null or c.owner_agency_id <> new.agency_id)
    ), may_hand_on as (
      select distinct w.id as worker_id, behind.id as case_id
      from behind join workers w on w.id <> new.id and works_here(w)
        join agencies a on a.id = w.agency_id and a.suspended_at is null
        join worker_roles r on r.worker_id = w.id and (r.role = 'partnership_administrator' or (r.role = 'agency_administrator' and w.agency_id = behind.owner_agency_id))
      where not exists (select from shut_cases s where s.worker_id = w.id and s.case_id = behind.id)
    )
    select told.worker_id, 'case_left_behind', behind.id, behind.reference, new.id
      from may_hand_on told join behind on behind.id = told.case_id where told.worker_id is distinct from my_worker()
    union all
    -- Every administrator is in conflict: those who work it lead it too, and say among themselves who does so in name.
    select coalesce(behind.owner_team_id, behind.owner_agency_id), 'case_left_behind', behind.id, behind.reference, new.id
      from behind where not exists (select from may_hand_on one where one.case_id = behind.id);
  return null;
end $$;
comment on function cases_left_behind is 'Tells the administrators of a case''s agency and of the partnership that whoever led it has left or moved and nobody took it over, save whoever let them go and those whom a conflict of interest keeps out of it; when it keeps all of them out, the agency or team that has the case.';
alter function cases_left_behind owner to kith_rules;
revoke all on function cases_left_behind from public;
create or replace trigger cases_left_behind after update of agency_id, left_on on workers
  for each row when (old.agency_id <> new.agency_id or (old.left_on is null and new.left_on is not null))
  execute function cases_left_behind();

-- Whoever may read a case sees how it was closed.
create policy see on closures for select to kith_app using (exists (select from my_access(closures.case_id, 'read')));
-- Whoever leads the whole of a case closes it.
create policy add on closures for insert to kith_app with check (closed_by = (select my_worker()) and exists (select from my_access(closures.case_id, 'lead') mine where mine.sides is null));
-- Whoever leads the whole of a case reopens it, once, in their own name: who did, and why, then stands.
create policy amend on closures for update to kith_app using (reopened_at is null and exists (select from my_access(closures.case_id, 'lead') mine where mine.sides is null))
  with check (reopened_by = (select my_worker()) and reopened_at is not null);
grant select on closures to kith_app;
grant insert (id, case_id, reason, result, person_view, closed_by) on closures to kith_app;
grant update (reopened_by, reopened_at, reopen_reason) on closures to kith_app;

-- Whoever may read the side of a case that an outcome belongs to sees it.
create policy see on outcomes for select to kith_app using (exists (select from my_access(outcomes.case_id, 'read', outcomes.side)));
-- Whoever contributes to a side of a case records the outcomes that their own agency delivered there.
create policy add on outcomes for insert to kith_app with check (
  recorded_by = (select my_worker()) and agency_id = (select my_agency())
  and exists (select from my_access(outcomes.case_id, 'contribute', outcomes.side)));
-- Nobody records an outcome in a closed case.
create policy while_open on outcomes as restrictive for insert to kith_app with check (is_open(outcomes.case_id));
grant select on outcomes to kith_app;
grant insert (id, case_id, agency_id, kind, detail, quantity, achieved_on, side, recorded_by) on outcomes to kith_app;
create or replace trigger something_happened after insert on outcomes for each row execute function something_happened();
