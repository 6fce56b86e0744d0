-- Rules for interests, conflicts and the cases that they shut.

create or replace function kept_out_of(which_case uuid) returns table (worker_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
  -- Only those who would have the case otherwise: what else workers have declared is nobody's business here.
  select s.worker_id from shut_cases s
    join workers w on w.id = s.worker_id and works_here(w)
    join agencies own on own.id = w.agency_id and own.suspended_at is null
  where s.case_id = which_case and s.worker_id <> my_worker() and exists (
    select from case_access a where a.case_id = which_case and a.principal_id = any (principals_of(s.worker_id))
      and a.starts_at <= now() and now() < a.ends_at and not a.over_conflict
      and (a.agreement_id is null or exists (select from agreements g join agreement_parties p on p.agreement_id = g.id and p.agency_id = w.agency_id
        where g.id = a.agreement_id and in_force(g) and is_party(p)))
      and (exists (select from my_access_to_people_by_rules(which_case, 'lead') mine where a.sides is null or mine.sides is null or mine.sides && a.sides)
        or (i_am('information_governance_lead') and my_agency_owns(which_case) and which_case <> all (my_shut()))))
$$;
comment on function kept_out_of is 'Workers whom a conflict of interest keeps out of a case that they would have otherwise, for whoever leads it on a side that they would work, and for its agency''s information-governance lead; never for themselves.';
alter function kept_out_of owner to kith_rules;
revoke all on function kept_out_of from public;
grant execute on function kept_out_of to kith_app;

-- With the rules' rights: a conflict that was found or declared by others is nothing that the worker may read, and what it keeps from them goes without a word.
create or replace function tied_to_me(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from conflicts k where k.worker_id = my_worker() and k.lifted_at is null and k.person_id in (select one_person(which)))
$$;
comment on function tied_to_me is 'Whether the worker stands in conflict with somebody, under any record of them: asked by the rules on the record, which then keep from a governance lead what colleagues did about them.';
alter function tied_to_me owner to kith_rules;
revoke all on function tied_to_me from public;
grant execute on function tied_to_me to kith_app;

-- A worker sees what they declared of themselves; so does their agency's information-governance lead.
create policy see on interests for select to kith_app using (worker_id = (select my_worker())
  or ((select i_am('information_governance_lead')) and exists (select from workers w where w.id = interests.worker_id and w.agency_id = (select my_agency()))));
create or replace function may_declare(of_kind text) returns boolean language sql stable set search_path = public, pg_temp as $$
  select (select count(*) from interests i where i.worker_id = my_worker() and i.kind = of_kind and i.declared_at > now() - interval '90 days')
    < case when of_kind in ('home', 'phone', 'ward') then 3 else 12 end
$$;
comment on function may_declare is 'Whether a worker may declare another of a kind: in ninety days three homes, numbers or wards, and twelve relatives or others. Whoever declared one after another would see by which a case vanishes, and so where somebody lives or who is in it. A function, because the rule on interests looks at interests.';

create or replace function may_declare_of_people() returns boolean language sql stable set search_path = public, pg_temp as $$
  select (select count(*) from conflicts c where c.declared_by = my_worker() and c.worker_id = my_worker() and c.person_id is not null and c.found_at > now() - interval '90 days') < 5
$$;
comment on function may_declare_of_people is 'Whether a worker may declare another conflict of their own about a person: five in ninety days, for the same reason. A function, because the rule on conflicts looks at conflicts.';

-- A worker declares for themselves: at most three homes, numbers and wards and twelve relatives in ninety days, or trying them one by one would tell which stands in a case.
create policy add on interests for insert to kith_app with check (worker_id = (select my_worker()) and may_declare(kind));
-- A worker ends what no longer holds; what it led to is for the governance lead to lift.
create policy amend on interests for update to kith_app using (worker_id = (select my_worker()) and ended_at is null) with check (ended_at = now());
-- The rules compare interests with the people in cases.
create policy rules on interests for select to kith_rules using (true);
grant select on interests to kith_app, kith_rules;
grant insert (id, worker_id, kind, name, born_on, line1, postcode, phone, note) on interests to kith_app;
grant update (ended_at) on interests to kith_app;

-- A worker sees the conflicts that they declared themselves, and no other. Their agency's information-governance lead sees those that shut something which would be open to the worker, save what was found by an address or a number where one is hidden from the worker's shares, as a place on another side or a safe address is; whoever declared a colleague's sees that too.
create policy see on conflicts for select to kith_app using (
  declared_by = (select my_worker())
  or ((select i_am('information_governance_lead')) and worker_id in (select w.id from workers w where w.agency_id = (select my_agency()))
    and conflict_matters(worker_id, person_id, case_id, kind in ('declared ward', 'same surname and address', 'same phone'))));
-- A worker declares a conflict of their own, about a person or a case they can see, and of people at most five in ninety days; an administrator or information-governance lead one of a worker of their agency.
create policy add on conflicts for insert to kith_app with check (
  declared_by = (select my_worker())
  and ((kind = 'declared by worker' and worker_id = (select my_worker()) and (person_id is null or may_declare_of_people()))
    or (kind = 'declared by administrator' and worker_id <> (select my_worker()) and ((select i_am('agency_administrator')) or (select i_am('information_governance_lead')))
      and exists (select from workers w where w.id = conflicts.worker_id and w.agency_id = (select my_agency()))))
  and (person_id is null or i_see_person(person_id)) and (case_id is null or exists (select from my_access(conflicts.case_id, 'headline'))));
-- The agency's information-governance lead confirms a conflict of another worker, or lifts it, and says why.
create policy amend on conflicts for update to kith_app
  using ((select i_am('information_governance_lead')) and worker_id <> (select my_worker()) and conflict_matters(worker_id, person_id, case_id, kind in ('declared ward', 'same surname and address', 'same phone')))
  with check (reviewed_by = (select my_worker()) and length(review_words) >= 3 and coalesce(lifted_at, now()) = now());
-- The rules find conflicts, and work out what they shut.
create policy rules on conflicts to kith_rules using (true);
grant select on conflicts to kith_app;
grant insert (id, worker_id, person_id, case_id, kind, basis, declared_by) on conflicts to kith_app;
grant update (confirmed_at, lifted_at, reviewed_by, review_words) on conflicts to kith_app;
grant select, insert on conflicts to kith_rules;

-- The rules keep the list of cases that are shut, and nobody reads it.
create policy rules on shut_cases to kith_rules using (true);
grant select, insert, delete on shut_cases to kith_rules;

-- The rules note what they found, in nobody's name.
create policy rules_add on events for insert to kith_rules with check (worker_id is null or worker_id = my_worker());
grant insert on events to kith_rules;
