-- Receipts: what was shared is sent, opened, understood and acted upon; and who was told that something urgent was not opened in time.

alter table grants add column open_by timestamptz, add check (open_by > starts_at and open_by < ends_at);
comment on column grants.open_by is 'Set on an urgent share: when it is to be opened by, or the whole team of those who have it is told.';
create index on grants (open_by) where open_by is not null;
create index on grants (granted_by, granted_at desc) where basis not in ('owner', 'break-glass');
create index on grants (principal_id, granted_at desc) where basis not in ('owner', 'break-glass');

create table receipts (
  grant_id uuid not null references grants on delete cascade,
  step text not null check (step in ('understood', 'answered', 'acted')),
  worker_id uuid not null references workers,
  at timestamptz not null default now(),
  words text not null default '' check (length(words) <= 1000),
  task_id uuid references tasks,
  primary key (grant_id, step),
  check (step = 'acted' or task_id is null),
  check (step <> 'answered' or length(words) >= 3),
  check (step <> 'acted' or task_id is not null or length(words) >= 3)
);
comment on table receipts is 'What those said with whom a case was shared: understood it, and acted upon it; and the answer to what they asked. Each once for a share. That it was sent is the share, and that it was opened the look log.';
comment on column receipts.words is 'What they ask back, what they are answered, or what they did.';
create index on receipts (task_id) where task_id is not null;

create table urgent_alerts (
  id uuid primary key default uuidv7(),
  grant_id uuid not null references grants on delete cascade,
  worker_id uuid not null references workers on delete cascade,
  told_at timestamptz not null default now(),
  mailed_at timestamptz,
  unique (grant_id, worker_id)
);
comment on table urgent_alerts is 'Whom the clock told that something urgent had not been opened in time: each once, and each by one e-mail.';
create index on urgent_alerts (worker_id);

select new_system_actor('receipts');
