-- What a page need not ask for.

drop function if exists may_wait();
create function may_wait() returns table (unread int, recalls boolean, requests boolean, searches boolean, alerts boolean, messages boolean, emergencies boolean)
  language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select (select least(count(*), 50)::int from messages_for_me(50, true)),
    exists (select from recalls r where r.agency_id = my_agency() and r.confirmed_at is null and (
      exists (select from my_access_by_rules(r.case_id, 'lead'))
      or (r.case_id <> all (my_shut()) and (i_am('information_governance_lead') or i_am('agency_administrator')
        or exists (select from recall_copies c where c.recall_id = r.id and c.worker_id = my_worker()))))),
    exists (select from information_requests r where r.answered_at is null and (r.case_id is null or r.case_id <> all (my_shut())) and (
      (r.from_agency_id = my_agency() and (r.asked_by = my_worker() or i_am('information_governance_lead')))
      or (r.to_agency_id = my_agency() and (r.handed_to = my_worker() or i_am('information_governance_lead') or i_am('agency_administrator'))))),
    exists (select from search_notices n where n.owner_agency_id = my_agency() and n.day > current_date - 14 and n.case_id <> all (my_shut()) and (
      i_am('information_governance_lead') or exists (select from cases c where c.id = n.case_id and c.lead_worker_id = my_worker()))),
    exists (select from urgent_alerts u where u.worker_id = my_worker()),
    exists (select from messages m where m.answer_by > now() - interval '7 days' and m.to_id = any (my_principals()) and (m.to_as is null or m.to_as = my_agency())
      and exists (select from my_access_by_rules(m.case_id, 'read', m.side, m.category))),
    exists (select from emergency_openings o where o.worker_id = my_worker() and o.ends_at > now())
$$;
comment on function may_wait is 'How many messages wait unread for the worker, up to 50, and of which of the others anything may. On most days of most workers nothing does, and to ask with every rule in the question costs more than all the rest of a page. Runs with the rules'' rights to be quick, and so says of each rule again whom it lets see: a page that asked for what is hidden from its reader would come later than others, and tell by it that there is something. The tables'' own rules then decide what is shown.';
alter function may_wait owner to kith_rules;
revoke all on function may_wait from public;
grant execute on function may_wait to kith_app;

-- The rules look whether a request waits for an answer, and for whom.
create policy waits on information_requests for select to kith_rules using (true);
grant select (case_id, from_agency_id, to_agency_id, asked_by, handed_to, answered_at) on information_requests to kith_rules;
