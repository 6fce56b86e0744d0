-- What a page need not ask for.

drop function if exists may_wait();
create function may_wait() returns table (unread int, recalls boolean, requests boolean, searches boolean, alerts boolean, messages boolean, emergencies boolean)
  language sql stable security definer rows 1 set search_path = public, pg_temp as $$
  select (select least(count(*), 50)::int from messages_for_me(50, true)),
    exists (select from recalls r where r.agency_id = my_agency() and r.confirmed_at is null),
    exists (select from information_requests r where my_agency() in (r.from_agency_id, r.to_agency_id) and r.answered_at is null),
    exists (select from search_notices n where n.owner_agency_id = my_agency() and n.day > current_date - 14),
    exists (select from urgent_alerts u where u.worker_id = my_worker()),
    exists (select from messages m where m.answer_by > now() - interval '7 days' and m.to_id = any (my_principals())),
    exists (select from emergency_openings o where o.worker_id = my_worker() and o.ends_at > now())
$$;
comment on function may_wait is 'How many messages wait unread for the worker, up to 50, and of which of the others anything may. On most days of most workers nothing does, and to ask with every rule in the question costs more than all the rest of a page. Runs with the rules'' rights because it looks past them, and so says no more than whether to ask; the tables'' own rules then decide what is shown.';
alter function may_wait owner to kith_rules;
revoke all on function may_wait from public;
grant execute on function may_wait to kith_app;

-- The rules look whether a request waits for an answer.
create policy waits on information_requests for select to kith_rules using (true);
grant select (from_agency_id, to_agency_id, answered_at) on information_requests to kith_rules;
