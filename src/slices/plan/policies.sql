-- Rules for aims and tasks.

-- Whoever may read a case sees its aims.
create policy see on aims for select to kith_app using (exists (select from my_cases('read') m where m.case_id = aims.case_id));
-- Whoever contributes to a case sets aims.
create policy add on aims for insert to kith_app with check (
  created_by = (select my_worker()) and exists (select from my_cases('contribute') m where m.case_id = aims.case_id));
-- Whoever contributes to a case amends its aims.
create policy amend on aims for update to kith_app using (exists (select from my_cases('contribute') m where m.case_id = aims.case_id));
grant select on aims to kith_app;
grant insert (id, case_id, title, position, created_by) on aims to kith_app;
grant update (title, position, ended_at, version) on aims to kith_app;

-- Whoever may read a case sees its tasks; whoever a task was given to sees it as long as the case is shared with them at all.
create policy see on tasks for select to kith_app using (
  exists (select from my_cases('read') m where m.case_id = tasks.case_id)
  or (assigned_to = any ((select my_principals())::uuid[]) and exists (select from my_cases('headline') m where m.case_id = tasks.case_id)));
-- Whoever contributes to a case gives tasks in it.
create policy add on tasks for insert to kith_app with check (
  created_by = (select my_worker()) and exists (select from my_cases('contribute') m where m.case_id = tasks.case_id)
  and (aim_id is null or exists (select from aims a where a.id = tasks.aim_id and a.case_id = tasks.case_id)));
-- Whoever contributes to a case, or has the task, amends it and says that it is done.
create policy amend on tasks for update to kith_app using (
  exists (select from my_cases('contribute') m where m.case_id = tasks.case_id)
  or (assigned_to = any ((select my_principals())::uuid[]) and exists (select from my_cases('headline') m where m.case_id = tasks.case_id)))
  with check ((done_by is null or done_by = (select my_worker()) or done_at < now())
    and (aim_id is null or exists (select from aims a where a.id = tasks.aim_id and a.case_id = tasks.case_id)));
grant select on tasks to kith_app;
grant insert (id, case_id, aim_id, title, detail, assigned_to, due_on, created_by) on tasks to kith_app;
grant update (aim_id, title, detail, assigned_to, due_on, done_at, done_by, evidence, cancelled_at, cancel_reason, version) on tasks to kith_app;
create or replace trigger something_happened after insert on tasks for each row execute function something_happened();

-- Whoever sees a task sees its progress.
create policy see on task_notes for select to kith_app using (exists (select from tasks t where t.id = task_notes.task_id));
-- Whoever contributes to the case, or has the task, writes its progress in their own name.
create policy add on task_notes for insert to kith_app with check (
  author_id = (select my_worker()) and agency_id = (select my_agency())
  and exists (select from tasks t where t.id = task_notes.task_id and t.case_id = task_notes.case_id
    and (t.assigned_to = any ((select my_principals())::uuid[]) or exists (select from my_cases('contribute') m where m.case_id = t.case_id))));
grant select on task_notes to kith_app;
grant insert (id, task_id, case_id, body, author_id, agency_id) on task_notes to kith_app;
create or replace trigger something_happened after insert on task_notes for each row execute function something_happened();
