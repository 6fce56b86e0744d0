-- Rules for opening a case in an emergency, and for the review that follows.

create or replace function next_working_day(after date) returns date language sql stable parallel safe as $$
  select after + days from generate_series(1, 14) days
    where extract(isodow from after + days) < 6 and after + days <> all (bank_holidays()) order by days limit 1
$$;
comment on function next_working_day is 'The next day from Monday to Friday that is no bank holiday.';

create or replace function open_in_emergency(which_reference text, why text, for_minutes int) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  wanted cases;
  given uuid := uuidv7();
  opening uuid := uuidv7();
begin
  if my_worker() is null or coalesce(length(trim(why)), 0) not between 10 and 1000 or coalesce(for_minutes, 0) not between 15 and 60 then
    raise check_violation using message = 'Say why, in a sentence, and for how long: from 15 to 60 minutes.';
  end if;
  -- One at a time, or many at once would pass by the count.
  perform pg_advisory_xact_lock(hashtextextended('emergency ' || my_worker(), 0));
  if (select count(*) from emergency_attempts t where t.worker_id = my_worker() and not t.opened and t.at > now() - interval '1 hour') >= 5 then
    return null;
  end if;
  select * into wanted from cases c where c.reference = upper(trim(which_reference)) and (
    c.owner_agency_id = my_agency()
    or exists (select from case_access a where a.case_id = c.id and a.starts_at <= now() and now() < a.ends_at and not a.over_conflict
      and agency_of(a.principal_id) = my_agency() and (a.agreement_id is null or a.agreement_id = any (my_agreements())))
    or exists (select from agreements g join agreement_parties p on p.agreement_id = g.id and p.agency_id = c.owner_agency_id
      where g.id = any (my_agreements()) and c.programme = any (g.programmes) and is_party(p)))
    -- Of a case that somebody must never learn of, nobody close to its people learns in an emergency either: a colleague without that tie opens it.
    and not (c.never_learns is not null and c.id = any (my_shut()));
  insert into emergency_attempts (worker_id, at, opened) values (my_worker(), clock_timestamp(), wanted.id is not null);
  -- A case that is not there and one that is not for them get the same answer.
  if wanted.id is null then return null; end if;
  insert into grants (id, case_id, principal_id, tier, basis, reason, starts_at, ends_at, granted_by)
    values (given, wanted.id, my_worker(), 'read', 'break-glass', trim(why), now(), now() + make_interval(mins => for_minutes), my_worker());
  insert into emergency_openings (id, case_id, worker_id, agency_id, grant_id, reason, ends_at, review_by)
    values (opening, wanted.id, my_worker(), my_agency(), given, trim(why), now() + make_interval(mins => for_minutes), next_working_day(current_date));
  insert into events (kind, case_id, subject_id, detail, worker_id, agency_id)
    values ('case_opened_in_emergency', wanted.id, opening, jsonb_build_object('minutes', for_minutes), my_worker(), my_agency());
  -- The leads of the worker's own agency find it among what they have to review, without the reference.
  insert into notices (to_id, kind, case_id, reference)
    select told.id, 'case_opened_in_emergency', wanted.id, wanted.reference from (
      -- Whoever led it and works elsewhere by now is told nothing more of it.
      select w.id from workers w where w.id = wanted.lead_worker_id and w.agency_id = wanted.owner_agency_id
      union select r.worker_id from worker_roles r join workers w on w.id = r.worker_id
        where r.role = 'information_governance_lead' and w.agency_id = wanted.owner_agency_id) told
    where told.id <> my_worker();
  return wanted.id;
end $$;
comment on function open_in_emergency is 'Opens a case by its reference to the worker alone, to read, for minutes, over every side, category and conflict, and tells those who must know. Only a case that their agency owns or has a share in, or that an agreement with its owner covers. Over a conflict of interest never a case that one side must never learn of. Null when there is no such case, or after five wrong tries in an hour.';
alter function open_in_emergency owner to kith_rules;
revoke all on function open_in_emergency from public;
grant execute on function open_in_emergency to kith_app;

create or replace function told_of_emergency(which_case uuid) returns table (worker_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select told.id from cases c
    join workers told on told.id <> my_worker() and works_here(told)
      and ((told.id = c.lead_worker_id and told.agency_id = c.owner_agency_id) or (told.agency_id in (c.owner_agency_id, my_agency())
        and exists (select from worker_roles r where r.worker_id = told.id and r.role = 'information_governance_lead')))
    join agencies a on a.id = told.agency_id and a.suspended_at is null
  where c.id = which_case and not exists (select from shut_cases s where s.worker_id = told.id and s.case_id = c.id)
    and exists (select from emergency_openings o where o.case_id = c.id and o.worker_id = my_worker() and o.opened_at = now())
$$;
comment on function told_of_emergency is 'Whom the worker who opens a case in an emergency at this moment must let know: whoever leads it and the governance leads of both agencies, of those at work today whom no conflict of interest keeps out of the case.';
alter function told_of_emergency owner to kith_rules;
revoke all on function told_of_emergency from public;
grant execute on function told_of_emergency to kith_app;

create or replace function only_in_emergency(which_case uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select coalesce(bool_or(mine.over_conflict) and not bool_or(not mine.over_conflict and mine.sides is null and mine.categories is null), false)
    from my_access(which_case, 'read') mine
$$;
comment on function only_in_emergency is 'Whether break-glass opens a case to the worker, and nothing else opens all of it: every side, and all that is sensitive.';

create or replace function in_emergency() returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from case_access a where a.principal_id = my_worker() and a.over_conflict and only_in_emergency(a.case_id))
$$;
comment on function in_emergency is 'Whether any case, or a part of one, is open to the worker in an emergency only.';

create or replace function i_may_review(opened_by uuid, opened_from uuid, which_case uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select i_am('information_governance_lead') and opened_by <> my_worker() and which_case <> all (my_shut())
    and (opened_from = my_agency() or my_agency_owns(which_case))
$$;
comment on function i_may_review is 'Whether the worker reviews this break-glass: an information-governance lead of the case''s agency or of the worker''s, and never the worker.';
alter function i_may_review owner to kith_rules;
revoke all on function i_may_review from public;
grant execute on function i_may_review to kith_app;

create or replace function workers_i_review() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select array(select o.worker_id from emergency_openings o where o.reviewed_at is null and i_may_review(o.worker_id, o.agency_id, o.case_id))
$$;
comment on function workers_i_review is 'Whose break-glass waits for a review by the worker.';
alter function workers_i_review owner to kith_rules;
revoke all on function workers_i_review from public;
grant execute on function workers_i_review to kith_app;

create or replace function is_under_review(look uuid, looked_at timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from looks l join emergency_openings o on o.worker_id = l.worker_id and l.at between o.opened_at and o.ends_at and o.reviewed_at is null
      join cases c on c.id = o.case_id
    where l.id = look and l.at = looked_at and i_may_review(o.worker_id, o.agency_id, o.case_id)
      -- Somebody in a case that one side must never learn of is not tied to it by its review either.
      and (l.case_id = c.id or (l.case_id is null and (c.never_learns is null or my_agency_owns(c.id))
        and (exists (select from case_people cp where cp.case_id = c.id and cp.person_id = l.subject_id)
          or exists (select from case_places cp where cp.case_id = c.id and cp.place_id = l.subject_id)))))
$$;
comment on function is_under_review is 'Whether a look was taken under a break-glass that waits for a review by the worker: at the case, or at somebody or a place in it. Asked by the look, so that it tells of nobody who was not looked at.';
alter function is_under_review owner to kith_rules;
revoke all on function is_under_review from public;
grant execute on function is_under_review to kith_app;

-- A break-glass is seen by the worker who did it, while it lasts also over a conflict of interest, by those who review it, and by whoever leads the case on every side, because its reason may be about any of them.
create policy see on emergency_openings for select to kith_app using (
  (worker_id = (select my_worker()) and (ends_at > now() or case_id <> all ((select my_shut())::uuid[])))
  or i_may_review(worker_id, agency_id, case_id)
  or exists (select from my_access(emergency_openings.case_id, 'lead') mine where mine.sides is null));
-- An information-governance lead of the case's agency or the worker's, and never the worker, reviews it once: justified or not, and why.
create policy amend on emergency_openings for update to kith_app
  using (reviewed_at is null and i_may_review(worker_id, agency_id, case_id))
  with check (reviewed_by = (select my_worker()) and reviewed_at = now());
-- The rules write a break-glass down when it happens.
create policy rules on emergency_openings to kith_rules using (true);
grant select on emergency_openings to kith_app;
grant update (reviewed_at, reviewed_by, outcome, review_words) on emergency_openings to kith_app;
grant select, insert on emergency_openings to kith_rules;

create or replace function opening_reviewed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into notices (to_id, kind, case_id, reference) select new.worker_id, 'opening_reviewed', c.id, c.reference from cases c where c.id = new.case_id;
  return null;
end $$;
comment on function opening_reviewed is 'Tells the worker who opened a case in an emergency that it was reviewed.';
alter function opening_reviewed owner to kith_rules;
revoke all on function opening_reviewed from public;
create or replace trigger opening_reviewed after update of reviewed_at on emergency_openings
  for each row when (new.reviewed_at is not null and old.reviewed_at is null) execute function opening_reviewed();

-- An information-governance lead sees how often their agency's workers tried to open a case in an emergency.
create policy see on emergency_attempts for select to kith_app using ((select i_am('information_governance_lead'))
  and exists (select from workers w where w.id = emergency_attempts.worker_id and w.agency_id = (select my_agency())));
-- The rules count tries.
create policy rules on emergency_attempts to kith_rules using (true);
grant select on emergency_attempts to kith_app;
grant select, insert on emergency_attempts to kith_rules;

-- A notice is seen by those it is for, unless a conflict of interest shuts the case to them.
create policy see on notices for select to kith_app using (
  to_id = any ((select my_principals())::uuid[]) and (case_id is null or case_id <> all ((select my_shut())::uuid[])));
-- The rules give notice.
create policy rules on notices to kith_rules using (true);
grant select on notices to kith_app;
grant select, insert on notices to kith_rules;
