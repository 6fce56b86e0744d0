-- A message may be urgent: by when it is to be answered, or the whole team of those it is to is told.

alter table messages add column answer_by timestamptz, add check (answer_by > sent_at), add check (answer_by is null or to_id is not null);
comment on column messages.answer_by is 'Set on an urgent message, which is to somebody: when it is to be answered by. When none of them has opened it by then, their whole team is told.';
create index on messages (answer_by) where answer_by is not null;
create index on messages (to_id) where answer_by is not null;

alter table urgent_alerts alter column grant_id drop not null, add column message_id uuid references messages on delete cascade,
  add unique (message_id, worker_id), add check (num_nonnulls(grant_id, message_id) = 1);
comment on table urgent_alerts is 'Whom the clock told that something urgent, a share or a message, had not been opened in time: each once, and each by one e-mail.';
