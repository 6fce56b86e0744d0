-- Rules for reminders, and all that the system actor "reminders" may see. It reads no name, no title and no word of any case.

-- A worker sees what they chose to be reminded of.
create policy see on reminder_choices for select to kith_app using (worker_id = (select my_worker()));
-- A worker chooses for themself.
create policy add on reminder_choices for insert to kith_app with check (worker_id = (select my_worker()));
-- A worker changes their own choice.
create policy amend on reminder_choices for update to kith_app using (worker_id = (select my_worker()));
grant select on reminder_choices to kith_app;
grant insert (worker_id, kinds) on reminder_choices to kith_app;
grant update (kinds, chosen_at) on reminder_choices to kith_app;

-- A worker sees on which mornings they were sent a reminder.
create policy see on digests for select to kith_app using (worker_id = (select my_worker()));
-- A reminder is noted for its own reader, and for today only.
create policy add on digests for insert to kith_app with check (worker_id = (select my_worker()) and day = current_date);
-- It sees who has had a reminder today.
create policy reminders on digests for select to kith_reminders using (day = current_date);
grant select, insert (worker_id, day) on digests to kith_app;
grant select on digests to kith_reminders;

-- It sees of tasks that wait and are due within a week whom they were given to, when they are due, and whose case they are in; not what they say.
create policy reminders on tasks for select to kith_reminders using (open and due_on <= current_date + 7);
grant select (case_id, assigned_to, owner_id, due_on, open) on tasks to kith_reminders;
-- It sees who leads a case in which such a task waits, and nothing else about the case.
create policy reminders on cases for select to kith_reminders using (exists (select from tasks t where t.case_id = cases.id));
grant select (id, lead_worker_id) on cases to kith_reminders;
-- It sees which workers there are and whether they work here today; not their names or addresses.
create policy reminders on workers for select to kith_reminders using
  (suspended_at is null and joined_on <= current_date and (left_on is null or left_on > current_date));
grant select (id, joined_on, left_on, suspended_at) on workers to kith_reminders;
-- It sees who is in which team today.
create policy reminders on team_members for select to kith_reminders using
  (starts_on <= current_date and (ends_on is null or ends_on > current_date));
grant select (team_id, worker_id, starts_on, ends_on) on team_members to kith_reminders;
grant execute on function enqueue to kith_reminders;
