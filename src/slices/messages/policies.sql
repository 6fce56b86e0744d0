-- Rules for messages between practitioners.

-- A message is seen by those who may read its case: everyone when it is to everyone, otherwise its writer and those it is to.
create policy see on messages for select to kith_app using (
  exists (select from my_access(messages.case_id, 'read'))
  and (to_id is null or to_id = any ((select my_principals())::uuid[]) or author_id = (select my_worker())));
-- Whoever may read a case writes messages about it, in their own name, to everyone on it or to one agency, team or worker who may read it too.
create policy add on messages for insert to kith_app with check (
  author_id = (select my_worker()) and agency_id = (select my_agency())
  and exists (select from my_access(messages.case_id, 'read'))
  and (to_id is null or works_on(case_id, to_id, 'read')));
grant select on messages to kith_app;
grant insert (id, case_id, to_id, body, author_id, agency_id) on messages to kith_app;
create or replace trigger something_happened after insert on messages for each row execute function something_happened();

-- Whoever sees a message sees who has read it.
create policy see on message_reads for select to kith_app using (exists (select from messages m where m.id = message_reads.message_id));
-- A worker marks as read, for themself, a message they can see.
create policy add on message_reads for insert to kith_app with check (
  worker_id = (select my_worker()) and exists (select from messages m where m.id = message_reads.message_id));
grant select on message_reads to kith_app;
grant insert (message_id, worker_id) on message_reads to kith_app;
