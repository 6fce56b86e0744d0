-- Rules for messages between practitioners.

-- A message is seen by those who may read its side of the case and its category of sensitive information: all of them when it is to everyone, otherwise its writer and those it is to; a worker by name as long as they work for the agency for which it was sent to them.
create policy see on messages for select to kith_app using (
  exists (select from my_access(messages.case_id, 'read', messages.side, messages.category))
  and (to_id is null or (to_id = any ((select my_principals())::uuid[]) and (to_as is null or to_as = (select my_agency()))) or author_id = (select my_worker())));
-- Whoever may read a side of a case writes messages about it, in their own name, to everyone on that side or to one agency, team or worker who may read it too. To one of these it may be urgent: when none of them opens it in time, their whole team is told for whom it is and who sent it, and no more.
create policy add on messages for insert to kith_app with check (
  author_id = (select my_worker()) and agency_id = (select my_agency())
  and exists (select from my_access(messages.case_id, 'read', messages.side, messages.category))
  and (to_id is null or works_on(case_id, to_id, 'read', side, category)));
grant select on messages to kith_app;
grant insert (id, case_id, to_id, body, answer_by, side, category, author_id, agency_id) on messages to kith_app;
create or replace trigger something_happened after insert on messages for each row execute function something_happened();

create or replace function sent_to_them_as_they_are() returns trigger language plpgsql as $$
begin
  new.to_as := coalesce(new.to_as, (select w.agency_id from workers w where w.id = new.to_id));
  return new;
end $$;
comment on function sent_to_them_as_they_are is 'Notes for which agency a worker works when a message is sent to them: it does not follow them to another.';
create or replace trigger sent_to_them_as_they_are before insert on messages for each row when (new.to_id is not null) execute function sent_to_them_as_they_are();

create or replace function reads_anyway(which_case uuid, of_side text, of_category text) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from my_access(which_case, 'read', of_side, of_category) mine where not mine.over_conflict)
$$;
comment on function reads_anyway is 'Whether this side and category of a case are open to the worker by more than an emergency.';
revoke all on function reads_anyway from public;
grant execute on function reads_anyway to kith_app;

-- Whoever sees a message sees who has read it: of one to everyone, on every side, those who work a side that they work too.
create policy see on message_reads for select to kith_app using (exists (select from messages m where m.id = message_reads.message_id and (
  m.to_id is not null or m.side is not null or message_reads.worker_id = (select my_worker())
  or exists (select from my_access(m.case_id, 'read') mine where mine.sides is null)
  or works_on(m.case_id, message_reads.worker_id, 'read'))));
-- A worker marks as read, for themself, a message they can see, save one that only an emergency opens to them: whoever sees the message would learn of the emergency.
create policy add on message_reads for insert to kith_app with check (
  worker_id = (select my_worker()) and exists (select from messages m where m.id = message_reads.message_id and reads_anyway(m.case_id, m.side, m.category)));
grant select on message_reads to kith_app;
grant insert (message_id, worker_id) on message_reads to kith_app;

create or replace function tell_its_writer() returns trigger language plpgsql as $$
begin
  -- To open pages of the writer alone, while the message is theirs to read, and nothing of what they will find there.
  perform pg_notify('kith', json_build_object('to', m.author_id)::text) from messages m
    where m.id = new.message_id and m.answer_by is not null and m.author_id <> new.worker_id
      and works_on(m.case_id, m.author_id, 'read', m.side, m.category);
  return null;
end $$;
comment on function tell_its_writer is 'An open page of whoever wrote something urgent looks again by itself when somebody opens it.';
create or replace trigger tell_its_writer after insert on message_reads for each row execute function tell_its_writer();

create or replace function messages_for_me(most int, unread_only boolean) returns table (id uuid, read boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := my_worker();
begin
  return query
  -- A message to a whole team, agency or case stops waiting after 30 days; one to the worker by name waits until it is read.
  select found.id, found.read from (
    select told.id, told.read from unnest(my_principals()) principal, lateral (
      select m.id, exists (select from message_reads r where r.message_id = m.id and r.worker_id = me) as read from messages m
      where m.to_id = principal and (m.to_as is null or m.to_as = my_agency()) and m.sent_at > case when principal = me then '-infinity' else now() - interval '30 days' end and m.author_id <> me
        and exists (select from my_access_by_rules(m.case_id, 'read', m.side, m.category))
        and not (unread_only and exists (select from message_reads r where r.message_id = m.id and r.worker_id = me))
      order by m.sent_at desc limit most) told
    union
    select told.id, told.read from (
      select a.case_id from case_access a where a.principal_id = me and a.open and a.tier >= 'read' order by a.active_at desc limit 100) named, lateral (
      select m.id, exists (select from message_reads r where r.message_id = m.id and r.worker_id = me) as read from messages m
      where m.case_id = named.case_id and m.to_id is null and m.sent_at > now() - interval '30 days' and m.author_id <> me
        and exists (select from my_access_by_rules(m.case_id, 'read', m.side, m.category))
        and not (unread_only and exists (select from message_reads r where r.message_id = m.id and r.worker_id = me))
      order by m.sent_at desc limit most) told
  ) found;
end $$;
comment on function messages_for_me is 'Ids of messages to the worker, their teams and agency, and to everyone on cases they work by name: at most so many from each, all of which the worker may read. The bell asks on every page, so it reads indexes and nothing else.';
alter function messages_for_me owner to kith_rules;
revoke all on function messages_for_me from public;
grant execute on function messages_for_me to kith_app;

-- The rules find the messages that wait for a worker.
create policy rules on messages for select to kith_rules using (true);
-- The rules tell read messages from unread ones.
create policy rules on message_reads for select to kith_rules using (true);
grant select on messages, message_reads to kith_rules;
