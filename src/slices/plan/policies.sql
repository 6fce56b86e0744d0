-- Rules for aims and tasks.

-- Whoever may read a side of a case sees its aims.
create policy see on aims for select to kith_app using (exists (select from my_access(aims.case_id, 'read', aims.side)));
-- Whoever contributes to a side of a case sets aims for it.
create policy add on aims for insert to kith_app with check (
  created_by = (select my_worker()) and exists (select from my_access(aims.case_id, 'contribute', aims.side)));
-- Whoever contributes to a side of a case amends its aims.
create policy amend on aims for update to kith_app using (exists (select from my_access(aims.case_id, 'contribute', aims.side)));
-- Nobody sets an aim in a closed case.
create policy while_open on aims as restrictive for insert to kith_app with check (is_open(aims.case_id));
-- The plan of a closed case stays as it was.
create policy amend_while_open on aims as restrictive for update to kith_app using (true) with check (is_open(aims.case_id));
grant select on aims to kith_app;
grant insert (id, case_id, title, position, side, created_by) on aims to kith_app;
grant update (title, position, ended_at, version) on aims to kith_app;

-- Whoever may read a side of a case, and a category of sensitive information, sees its tasks; whoever a task was given to sees it as long as that side of the case is shared with them at all, and a worker by name as long as they work for the agency for which they were given it.
create policy see on tasks for select to kith_app using (
  exists (select from my_access(tasks.case_id, 'read', tasks.side, tasks.category))
  or (assigned_to = any ((select my_principals())::uuid[]) and (assigned_as is null or assigned_as = (select my_agency()))
    and exists (select from my_access(tasks.case_id, 'headline', tasks.side, tasks.category))));
-- Whoever contributes to a side of a case gives tasks in it, to an agency, a team or a worker that this side is shared with. Its aim is of that side or of all.
create policy add on tasks for insert to kith_app with check (
  created_by = (select my_worker()) and exists (select from my_access(tasks.case_id, 'contribute', tasks.side, tasks.category))
  and (aim_id is null or exists (select from aims a where a.id = tasks.aim_id and a.case_id = tasks.case_id and (a.side is null or a.side = tasks.side)))
  and works_on(case_id, assigned_to, 'headline', side, category));
-- Whoever contributes to the side of a case that a task is of, or has the task, amends it, hands it on within that side, and says in their own name that it is done. Which aim it serves is changed only by those who see the aims.
create policy amend on tasks for update to kith_app using (
  exists (select from my_access(tasks.case_id, 'contribute', tasks.side, tasks.category))
  or (assigned_to = any ((select my_principals())::uuid[]) and (assigned_as is null or assigned_as = (select my_agency()))
    and exists (select from my_access(tasks.case_id, 'headline', tasks.side, tasks.category))))
  with check (exists (select from my_access(tasks.case_id, 'headline', tasks.side, tasks.category)));
-- Nobody gives a task in a closed case.
create policy while_open on tasks as restrictive for insert to kith_app with check (is_open(tasks.case_id));
-- Nobody amends, hands on or ends a task of a closed case.
create policy amend_while_open on tasks as restrictive for update to kith_app using (true) with check (is_open(tasks.case_id));
grant select on tasks to kith_app;
grant insert (id, case_id, aim_id, title, detail, assigned_to, due_on, side, category, created_by) on tasks to kith_app;
grant update (aim_id, title, detail, assigned_to, due_on, done_at, done_by, evidence, cancelled_at, cancelled_by, cancel_reason, version) on tasks to kith_app;
create or replace trigger something_happened after insert on tasks for each row execute function something_happened();

create or replace function assigned_as_they_are() returns trigger language plpgsql as $$
begin
  new.assigned_as := coalesce(case when tg_op = 'INSERT' then new.assigned_as end, (select w.agency_id from workers w where w.id = new.assigned_to));
  return new;
end $$;
comment on function assigned_as_they_are is 'Notes for which agency a worker works when they are given a task: it does not follow them to another.';
create or replace trigger assigned_as_they_are before insert or update of assigned_to on tasks for each row execute function assigned_as_they_are();

create or replace function task_standing() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select coalesce(c.owner_team_id, c.owner_agency_id), c.lead_worker_id, new.done_at is null and new.cancelled_at is null and c.closed_at is null
    into new.owner_id, new.lead_id, new.open from cases c where c.id = new.case_id;
  return new;
end $$;
comment on function task_standing is 'Notes on each task who owns its case, who leads it, and whether it still waits.';
alter function task_standing owner to kith_rules;
create or replace trigger task_standing before insert or update on tasks for each row execute function task_standing();

create or replace function case_tasks_stand_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update tasks set open = new.closed_at is null where case_id = new.id and done_at is null and cancelled_at is null;
  return null;
end $$;
comment on function case_tasks_stand_again is 'When a case is closed its tasks stop waiting; when it is opened again they wait again; when it is handed over they wait under its new lead.';
alter function case_tasks_stand_again owner to kith_rules;
create or replace trigger case_tasks_stand_again after update of closed_at, lead_worker_id on cases
  for each row when ((old.closed_at is null) <> (new.closed_at is null) or old.lead_worker_id <> new.lead_worker_id) execute function case_tasks_stand_again();
-- The rules note which tasks still wait when a case is closed, opened again or handed over.
create policy rules on tasks to kith_rules using (true);
grant select on tasks to kith_rules;
grant update (open) on tasks to kith_rules;

create or replace function task_is_ended_in_ones_own_name() returns trigger language plpgsql as $$
begin
  if current_user <> 'kith_app' then return new; end if;
  if (new.done_at, new.done_by) is distinct from (old.done_at, old.done_by)
     and not ((new.done_at is null and new.done_by is null) or coalesce(new.done_at = now() and new.done_by = my_worker(), false))
     or (new.cancelled_at, new.cancelled_by) is distinct from (old.cancelled_at, old.cancelled_by)
     and not ((new.cancelled_at is null and new.cancelled_by is null) or coalesce(new.cancelled_at = now() and new.cancelled_by = my_worker(), false))
     or (new.done_at = old.done_at and new.evidence <> old.evidence) then
    raise insufficient_privilege using message = 'A task is done or cancelled now, in the worker''s own name, and its evidence then stands.';
  end if;
  -- Asked only when it changes: a task stays amendable after whoever had it lost the case.
  if new.assigned_to <> old.assigned_to and not works_on(new.case_id, new.assigned_to, 'headline', new.side, new.category) then
    raise insufficient_privilege using message = 'A task goes only to somebody the case is shared with.';
  end if;
  return new;
end $$;
create or replace trigger task_is_ended_in_ones_own_name before update on tasks for each row execute function task_is_ended_in_ones_own_name();

create or replace function task_serves_an_aim_one_sees() returns trigger language plpgsql as $$
begin
  -- The rules' own role, which notes what waits, may not so much as ask for aims.
  if current_user <> 'kith_app' or new.aim_id is not distinct from old.aim_id then return new; end if;
  if old.aim_id is not null and not exists (select from aims a where a.id = old.aim_id)
     or new.aim_id is not null and not exists (select from aims a where a.id = new.aim_id and a.case_id = new.case_id and (a.side is null or a.side = new.side)) then
    raise insufficient_privilege using message = 'Only those who see the aims change which of them a task serves.';
  end if;
  return new;
end $$;
create or replace trigger task_serves_an_aim_one_sees before update on tasks for each row execute function task_serves_an_aim_one_sees();

-- Whoever sees a task sees its progress.
create policy see on task_notes for select to kith_app using (exists (select from tasks t where t.id = task_notes.task_id));
-- Whoever contributes to the case, or has the task, writes its progress in their own name.
create policy add on task_notes for insert to kith_app with check (
  author_id = (select my_worker()) and agency_id = (select my_agency())
  and exists (select from tasks t where t.id = task_notes.task_id and t.case_id = task_notes.case_id
    and ((t.assigned_to = any ((select my_principals())::uuid[]) and (t.assigned_as is null or t.assigned_as = (select my_agency()))) or exists (select from my_access(t.case_id, 'contribute', t.side, t.category)))));
-- Nobody writes the progress of a task of a closed case.
create policy while_open on task_notes as restrictive for insert to kith_app with check (is_open(task_notes.case_id));
grant select on task_notes to kith_app;
grant insert (id, task_id, case_id, body, author_id, agency_id) on task_notes to kith_app;
create or replace trigger something_happened after insert on task_notes for each row execute function something_happened();
