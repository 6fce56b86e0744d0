-- A task or message given to a worker by name is for them as the colleague that they were: it does not follow them to another agency.

alter table tasks add column assigned_as uuid references agencies;
comment on column tasks.assigned_as is 'For which agency a worker worked when they were given the task; nothing when it was given to a team or an agency. Kept by a trigger.';
alter table messages add column to_as uuid references agencies;
comment on column messages.to_as is 'For which agency the worker to whom it is worked when it was sent; nothing when it is to a team, an agency or everyone. Kept by a trigger.';

alter table tasks no force row level security;
alter table messages no force row level security;
alter table workers no force row level security;
update tasks set assigned_as = w.agency_id from workers w where w.id = tasks.assigned_to;
update messages set to_as = w.agency_id from workers w where w.id = messages.to_id;
alter table tasks force row level security;
alter table messages force row level security;
alter table workers force row level security;
