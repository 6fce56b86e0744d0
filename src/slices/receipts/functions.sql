-- Who has a share, who gave it, who opened it first, and who is told when nobody did.

-- Without rights or settings of its own: it becomes part of the functions that ask it, all of which run with the rules' rights, because whoever stands at the other end may not see the share itself.
create or replace function ends_of(g grants) returns table (given boolean, received boolean) language sql stable as $$
  select exists (select from my_access_by_rules(g.case_id, 'lead') mine where mine.grant_id <> g.id
      and (mine.sides is null or g.sides <@ mine.sides) and (mine.categories is null or g.categories <@ mine.categories)),
    g.granted_by is distinct from my_worker() and exists (select from my_access_by_rules(g.case_id, 'pointer') mine where mine.grant_id = g.id)
  where g.basis not in ('owner', 'break-glass')
$$;
comment on function ends_of is 'At which ends of a share the worker stands: the giving one when they lead the case with every side and category that it opens, the receiving one when the case is open to them through this very share, which somebody else made.';

create or replace function i_received(which uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from grants g, ends_of(g) mine where g.id = which and mine.received)
$$;
comment on function i_received is 'Whether a case is open to the worker through this very share, which somebody else made.';
alter function i_received owner to kith_rules;
revoke all on function i_received from public;
grant execute on function i_received to kith_app;

create or replace function i_gave(which uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from grants g, ends_of(g) mine where g.id = which and mine.given)
$$;
comment on function i_gave is 'Whether the worker leads the case with every side and category that this share opens, and so may read what those say who have it.';
alter function i_gave owner to kith_rules;
revoke all on function i_gave from public;
grant execute on function i_gave to kith_app;

-- With the rules' rights: what is derived from the record is written by nobody's hand.
create or replace function look_opens_shares() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into first_looks as known (grant_id, worker_id, at)
    select g.id, new.worker_id, new.at from grants g
    where g.case_id = new.case_id and g.basis not in ('owner', 'break-glass') and g.granted_by is distinct from new.worker_id
      and new.at >= g.starts_at and new.at < least(g.ends_at, g.revoked_at)
      and (g.principal_id in (new.worker_id, new.agency_id) or exists (select from team_members m
        where m.team_id = g.principal_id and m.worker_id = new.worker_id and m.starts_on <= new.at::date and (m.ends_on is null or m.ends_on >= new.at::date)))
      -- Whom a conflict of interest keeps out looks in an emergency, and not by this share: it would tell of both, and stand for those it is with.
      and not exists (select from shut_cases s where s.worker_id = new.worker_id and s.case_id = new.case_id)
      -- Else every later look would lock the row, and whoever looks wait until the page of another is done.
      and coalesce(new.at < (select f.at from first_looks f where f.grant_id = g.id), true)
    on conflict (grant_id) do update set worker_id = excluded.worker_id, at = excluded.at where excluded.at < known.at;
  return null;
end $$;
comment on function look_opens_shares is 'Keeps who of those that a share is with looked at its case first.';
alter function look_opens_shares owner to kith_rules;
revoke all on function look_opens_shares from public;
create or replace trigger look_opens_shares after insert on looks for each row
  when (new.case_id is not null and new.kind in ('case', 'brief')) execute function look_opens_shares();
drop function if exists first_look(grants);

drop function if exists opened_by(uuid);
drop function if exists receipts_of(uuid[]), i_opened(uuid);
create function receipts_of(which uuid[])
  returns table (id uuid, case_id uuid, principal_id uuid, tier tier, reason text, granted_by uuid, granted_at timestamptz, open_by timestamptz, ended boolean,
    given boolean, received boolean, opened_by uuid, opened_at timestamptz, i_opened boolean)
  -- Asked for many shares at once: a call of each of the functions above for each share would take longer than everything else on Today.
  language sql stable security definer rows 10 set search_path = public, pg_temp as $$
  select g.id, g.case_id, g.principal_id, g.tier, g.reason, g.granted_by, g.granted_at, g.open_by, g.revoked_at is not null or g.ends_at <= now(),
    ends.given, ends.received, first.worker_id, first.at,
    exists (select from last_looks v where v.worker_id = my_worker() and v.case_id = g.case_id and v.last_at >= g.starts_at)
  from grants g cross join lateral ends_of(g) ends
    left join first_looks first on first.grant_id = g.id
  where g.id = any (which) and (ends.given or ends.received)
$$;
comment on function receipts_of is 'Of these shares, those of which the worker stands at an end: which end, who opened it first, and whether the worker has looked at the case themself since it was shared.';
alter function receipts_of owner to kith_rules;
revoke all on function receipts_of from public;
grant execute on function receipts_of to kith_app;

create or replace function unconfirmed_share(which_case uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select g.id from grants g where g.case_id = which_case and g.basis not in ('owner', 'break-glass')
    and g.granted_at > now() - interval '14 days' and g.revoked_at is null and g.ends_at > now()
    and not exists (select from receipts r where r.grant_id = g.id)
    and exists (select from ends_of(g) ends where ends.received)
  order by g.granted_at desc limit 1
$$;
comment on function unconfirmed_share is 'The newest share of the last two weeks that opens a case to the worker and that nobody has confirmed. A function, because whoever looks at a pointer to be has no share of theirs in sight.';
alter function unconfirmed_share owner to kith_rules;
revoke all on function unconfirmed_share from public;
grant execute on function unconfirmed_share to kith_app;

create or replace function a_question_waits(which uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from receipts r where r.grant_id = which and r.step = 'understood' and r.words <> '')
    and not exists (select from receipts r where r.grant_id = which and r.step = 'answered') and i_gave(which)
$$;
comment on function a_question_waits is 'Whether those who have a share asked something back that nobody has answered, for those who gave it.';
alter function a_question_waits owner to kith_rules;
revoke all on function a_question_waits from public;
grant execute on function a_question_waits to kith_app;

create or replace function takes_in_for(which_agency uuid) returns table (worker_id uuid) language sql stable set search_path = public, pg_temp as $$
  with here as (select w.id from workers w where w.agency_id = which_agency and works_here(w)),
    named as (select distinct r.worker_id from worker_roles r join here on here.id = r.worker_id where r.role in ('panel_coordinator', 'agency_administrator'))
  select named.worker_id from named union all select here.id from here where not exists (select from named)
$$;
comment on function takes_in_for is 'Who takes in what is shared with a whole agency: its panel coordinators and administrators; where there are none, everybody who works there.';

create or replace function i_take_in() returns boolean language sql stable set search_path = public, pg_temp as $$
  select i_am('panel_coordinator') or i_am('agency_administrator') or exists (select from takes_in_for(my_agency()) t where t.worker_id = my_worker())
$$;
comment on function i_take_in is 'Whether the worker is one of those who take in what is shared with their whole agency.';
revoke all on function i_take_in from public;
grant execute on function i_take_in to kith_rules;

create or replace function receipts_today(most int) returns table (id uuid, waits text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  me uuid := my_worker();
  mine uuid[] := case when i_take_in() then my_principals() else array_remove(my_principals(), my_agency()) end;
begin
  return query
  (select w.id, 'for me' from unnest(mine) principal, lateral (
    select g.id, g.open_by, g.granted_at from grants g where g.principal_id = principal and g.basis not in ('owner', 'break-glass')
      and g.granted_at > now() - interval '14 days' and g.revoked_at is null and g.ends_at > now()
      and not exists (select from receipts r where r.grant_id = g.id)
      and exists (select from ends_of(g) ends where ends.received)
    order by g.granted_at desc limit most) w order by w.open_by, w.granted_at desc limit most)
  union all
  (select w.id, 'for them' from (
    select g.* from grants g where g.granted_by = me and g.basis not in ('owner', 'break-glass')
      and g.granted_at > now() - interval '30 days' and g.revoked_at is null and g.ends_at > now()
    order by g.granted_at desc limit 10) w
    where (not exists (select from first_looks f where f.grant_id = w.id) and i_gave(w.id) or a_question_waits(w.id)) order by w.open_by, w.granted_at desc limit most);
end $$;
comment on function receipts_today is 'What was shared with the worker, their teams, or their agency when they take in for it, and nobody has confirmed, of the last two weeks; and of the last ten shares that they made in a month, those that nobody opened or somebody asks about. Ids only: Today asks on every visit, and mostly there is nothing.';
alter function receipts_today owner to kith_rules;
revoke all on function receipts_today from public;
grant execute on function receipts_today to kith_app;

create or replace function whole_team(principal uuid) returns table (worker_id uuid) language sql stable set search_path = public, pg_temp as $$
  with its_teams as (
    -- A share with one worker goes on to the teams of their own agency that they are in.
    select t.id from teams t where (t.ended_on is null or t.ended_on > current_date) and (t.id = principal or (t.agency_id is not null and t.id = any (principals_of(principal))))
  ), together as (
    select m.worker_id from team_members m where m.team_id in (select id from its_teams) and is_seated(m)
    union select w.id from workers w where w.id = principal
    union select t.worker_id from agencies a, takes_in_for(a.id) t where a.id = principal
    union select t.worker_id from workers w, takes_in_for(w.agency_id) t where w.id = principal and not exists (select from its_teams)
  )
  select w.id from together join workers w on w.id = together.worker_id join agencies a on a.id = w.agency_id and a.suspended_at is null
  where works_here(w)
$$;
comment on function whole_team is 'Whom something urgent goes on to that nobody opened: the members of the team; of one worker, the teams they are in at their agency, or those who take in for it; of an agency, those who take in for it.';

create or replace function message_opened(m messages) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from message_reads r where r.message_id = m.id and r.worker_id <> m.author_id)
$$;
comment on function message_opened is 'Whether one of those a message is to has opened it: nobody else but its author can.';
revoke all on function message_opened(messages) from public;
grant execute on function message_opened(messages) to kith_rules;

create or replace function message_reaches(m messages) returns boolean language sql stable set search_path = public, pg_temp as $$
  select (m.to_as is null or m.to_as = agency_of(m.to_id)) and exists (select from case_access a
    where a.case_id = m.case_id and a.tier >= 'read' and a.starts_at <= now() and now() < a.ends_at
      and (m.side is null or a.sides is null or m.side = any (a.sides)) and (m.category is null or a.categories is null or m.category = any (a.categories))
      and a.principal_id = any (array[m.to_id, agency_of(m.to_id)] || principals_of(m.to_id))
      and (a.agreement_id is null or exists (
        select from agreements g where g.id = a.agreement_id and in_force(g)
          -- A team of several agencies is covered member by member, when they read.
          and (agency_of(m.to_id) is null or exists (select from agreement_parties p where p.agreement_id = g.id and p.agency_id = agency_of(m.to_id) and is_party(p))))))
$$;
comment on function message_reaches is 'Whether those a message is to may still read it, whoever asks.';
revoke all on function message_reaches from public;
grant execute on function message_reaches to kith_rules;

-- With the rules' rights: the clock reads neither shares nor messages, and learns only whom to write to.
create or replace function tell_whole_teams() returns table (alert_id uuid, worker_id uuid)
  language sql volatile security definer set search_path = public, pg_temp as $$
  with late as (
    select g.id as grant_id, null::uuid as message_id, g.case_id, g.principal_id as to_id, g.granted_by as sent_by from grants g
    where g.open_by <= now() and g.open_by > now() - interval '7 days' and g.revoked_at is null and now() < g.ends_at
      and exists (select from case_access a where a.grant_id = g.id and a.case_id = g.case_id and a.starts_at <= now() and now() < a.ends_at)
      and not exists (select from first_looks f where f.grant_id = g.id)
    union all
    select null, m.id, m.case_id, m.to_id, m.author_id from messages m
    where m.answer_by <= now() and m.answer_by > now() - interval '7 days' and not message_opened(m) and message_reaches(m)
  )
  insert into urgent_alerts (grant_id, message_id, worker_id)
  select late.grant_id, late.message_id, told.worker_id from late join cases c on c.id = late.case_id and c.closed_at is null, whole_team(late.to_id) told
  where told.worker_id is distinct from late.sent_by
    and not exists (select from shut_cases s where s.worker_id = told.worker_id and s.case_id = late.case_id)
  on conflict do nothing
  returning id, worker_id
$$;
comment on function tell_whole_teams is 'Notes, once for each worker of the team, that something urgent was not opened in time, and gives whom to write to. A second time does nothing. Whom a conflict of interest keeps out is not told.';
alter function tell_whole_teams owner to kith_rules;
revoke all on function tell_whole_teams from public;
grant execute on function tell_whole_teams to kith_receipts;

drop function if exists urgent_for_me();
create function urgent_for_me() returns table (alert_id uuid, case_id uuid, message_id uuid, to_id uuid, sent_by uuid, open_by timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, case when mine.here then g.case_id end, null::uuid, g.principal_id, g.granted_by, g.open_by
  from urgent_alerts u join grants g on g.id = u.grant_id and g.revoked_at is null
    join case_access a on a.grant_id = g.id and a.case_id = g.case_id and a.starts_at <= now() and now() < a.ends_at
      and (a.agreement_id is null or a.agreement_id = any (my_agreements())), lateral (select i_received(g.id) as here) mine
  where u.worker_id = my_worker() and g.case_id <> all (my_shut()) and not exists (select from first_looks f where f.grant_id = g.id)
    and exists (select from whole_team(g.principal_id) those where those.worker_id = u.worker_id)
  union all
  select u.id, case when mine.here then m.case_id end, case when mine.here then m.id end, m.to_id, m.author_id, m.answer_by
  from urgent_alerts u join messages m on m.id = u.message_id, lateral (select m.to_id = any (my_principals())
      and exists (select from my_access_by_rules(m.case_id, 'read', m.side, m.category)) as here) mine
  where u.worker_id = my_worker() and m.case_id <> all (my_shut()) and not message_opened(m) and message_reaches(m)
    and (mine.here or m.to_id <> all (my_principals())) and exists (select from whole_team(m.to_id) those where those.worker_id = u.worker_id)
$$;
comment on function urgent_for_me is 'What is urgent, open to the worker or a colleague of this day, and still not opened by anybody. Which case it is, only for those to whom it is open; a colleague of the one worker who has it reads for whom it is and who sent it, for which this runs with the rules'' rights.';
alter function urgent_for_me owner to kith_rules;
revoke all on function urgent_for_me from public;
grant execute on function urgent_for_me to kith_app;

create or replace function tell_today() returns trigger language plpgsql as $$
begin
  -- Whose Today is to look again, and nothing of what it will find there. Only once they were written to as themselves: of a team, some may not learn of it.
  perform pg_notify('kith', json_build_object('to', new.worker_id)::text);
  return null;
end $$;
comment on function tell_today is 'An open Today looks again by itself when the clock tells its reader of something urgent.';
create or replace trigger tell_today after update of mailed_at on urgent_alerts for each row execute function tell_today();
