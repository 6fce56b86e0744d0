-- Who leads the case of each waiting task, so that what is late with others is found from one index and not case by case.

alter table tasks add column lead_id uuid;
comment on column tasks.lead_id is 'Who leads its case, while the task waits. Kept by triggers.';

alter table tasks no force row level security;
alter table cases no force row level security;
update tasks set lead_id = c.lead_worker_id from cases c where c.id = tasks.case_id and tasks.open;
alter table tasks force row level security;
alter table cases force row level security;

create index tasks_waiting_under on tasks (lead_id, due_on) where open;
