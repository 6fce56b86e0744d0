-- What Today and the list of tasks need to answer from an index, however many cases there are.

alter table tasks
  add column owner_id uuid references principals on delete restrict,
  add column cancelled_by uuid references workers;
comment on column tasks.owner_id is 'The team or agency that owns the case, kept here so that what is long overdue can be found for all of them at once.';
comment on column tasks.cancelled_by is 'Who cancelled it.';

alter table tasks no force row level security;
alter table cases no force row level security;
update tasks set owner_id = (select coalesce(c.owner_team_id, c.owner_agency_id) from cases c where c.id = tasks.case_id);
alter table tasks force row level security;
alter table cases force row level security;

create index on tasks (owner_id, due_on) where done_at is null and cancelled_at is null;
create index on tasks (assigned_to, done_at desc) where done_at is not null;

-- Opening a task again keeps the evidence it had as a note, together with the reason.
alter table task_notes drop constraint task_notes_body_check;
alter table task_notes add constraint task_notes_body_check check (length(body) between 1 and 8000);

create index on looks (worker_id, at desc) where case_id is not null;
create index on grants (granted_by, ends_at) where revoked_at is null and ends_at < 'infinity';
create index on grants (principal_id, ends_at) where revoked_at is null and ends_at < 'infinity';
