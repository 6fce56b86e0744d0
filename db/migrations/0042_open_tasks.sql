-- Which tasks still wait for somebody, in one column, so that those left behind in closed cases never slow a list down.

alter table tasks add column open boolean not null default true;
comment on column tasks.open is 'Neither done nor cancelled, and its case is open. Kept by triggers.';

alter table tasks no force row level security;
alter table cases no force row level security;
update tasks set open = done_at is null and cancelled_at is null and exists (select from cases c where c.id = tasks.case_id and c.closed_at is null);
alter table tasks force row level security;
alter table cases force row level security;

drop index tasks_owner_id_due_on_idx;
drop index tasks_assigned_to_due_on_idx;
create index tasks_waiting_for on tasks (assigned_to, due_on) where open;
create index tasks_waiting_in on tasks (owner_id, due_on) where open;

drop trigger if exists task_owner on tasks;
drop function if exists task_owner;
