-- Rules for requests for information, and for notices of searches.

create or replace function agreement_binds(agreement uuid, one uuid, other uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from agreements g where g.id = agreement and in_force(g)
    and 2 = (select count(*) from agreement_parties p where p.agreement_id = g.id and p.agency_id in (one, other) and is_party(p)))
$$;
comment on function agreement_binds is 'Whether an agreement is in force today between two agencies.';

-- The worker who asked sees a request, and so does their agency's information-governance lead; of the agency that is asked, its information-governance leads, its administrators and the worker it was handed to. Nobody else, and nobody in conflict with the case that it is for.
create policy see on information_requests for select to kith_app using ((case_id is null or case_id <> all ((select my_shut())::uuid[])) and (
  (from_agency_id = (select my_agency()) and (asked_by = (select my_worker()) or (select i_am('information_governance_lead'))))
  or (to_agency_id = (select my_agency()) and (handed_to = (select my_worker())
    or (select i_am('information_governance_lead')) or (select i_am('agency_administrator'))))));
-- A worker asks for their own agency, on an agreement that binds both; for a case only if they may read it.
create policy add on information_requests for insert to kith_app with check (
  asked_by = (select my_worker()) and from_agency_id = (select my_agency()) and due_on >= current_date
  and agreement_binds(agreement_id, from_agency_id, to_agency_id)
  and (case_id is null or exists (select from my_access(information_requests.case_id, 'read'))));
-- The agency that is asked hands a request to a worker of its own, and answers it once, in the answerer's name; a share as an answer is one that it made to the asker's agency.
create policy amend on information_requests for update to kith_app using (
  answered_at is null and (case_id is null or case_id <> all ((select my_shut())::uuid[])) and to_agency_id = (select my_agency()) and (handed_to = (select my_worker())
    or (select i_am('information_governance_lead')) or (select i_am('agency_administrator'))))
  with check (to_agency_id = (select my_agency())
    and (handed_to is null or exists (select from workers w where w.id = handed_to and w.agency_id = to_agency_id))
    and (answered_at is null or (answered_by = (select my_worker()) and answered_at = now()))
    and ((answer is distinct from 'share' and grant_id is null)
      or exists (select from grants g where g.id = grant_id and agency_of(g.principal_id) = from_agency_id and my_agency_owns(g.case_id))));
grant select on information_requests to kith_app;
grant insert (id, from_agency_id, to_agency_id, asked_by, agreement_id, case_id, about, purpose, question, urgency, due_on) on information_requests to kith_app;
grant update (handed_to, answered_at, answered_by, answer, answer_words, grant_id) on information_requests to kith_app;

-- That somebody of another agency searched for a person in a case is told to the worker who leads the case and to its agency's information-governance lead; never to the searcher, nor to anybody in conflict with the case.
create policy see on search_notices for select to kith_app using (
  owner_agency_id = (select my_agency()) and case_id <> all ((select my_shut())::uuid[])
  and ((select i_am('information_governance_lead'))
    or exists (select from cases c where c.id = search_notices.case_id and c.lead_worker_id = (select my_worker()))));
-- The rules give notice.
create policy rules on search_notices to kith_rules using (true);
grant select on search_notices to kith_app;
grant select, insert on search_notices to kith_rules;

create or replace function tell_of_search(look uuid) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  asked looks;
  needed text[];
  told int;
begin
  select * into asked from looks l where l.id = look and l.kind = 'search' and l.at > now() - interval '2 days';
  -- A date of birth is filed in another form, and may be wrong: the names say who was sought.
  needed := array(select word from unnest(search_words(regexp_replace(asked.words, '\d{1,4}[./-]\d{1,2}[./-]\d{1,4}', ' ', 'g'), 8)) word where length(word) > 1);
  -- One name alone fits many people: it would tell of searches for somebody else.
  if cardinality(needed) < 2 then return 0; end if;
  insert into search_notices (case_id, reference, owner_agency_id, searcher_id, searcher_agency_id, day)
  select distinct c.id, c.reference, c.owner_agency_id, asked.worker_id, asked.agency_id, (asked.at at time zone 'Europe/London')::date
  from search_index s
    join case_people cp on cp.person_id = s.id and cp.ended_at is null and (s.case_id is null or s.case_id = cp.case_id)
    join cases c on c.id = cp.case_id and c.owner_agency_id <> asked.agency_id and c.never_learns is null and c.closed_at is null
  -- All of the words in one condition: else everybody who has one of them would be looked at.
  where s.kind = 'person' and s.keys @> whole_keys('person', needed)
    -- What the searcher may see is no secret that they touched.
    and not exists (select from case_people known where known.person_id = s.id and known.ended_at is null
      and still_reaches(known.case_id, asked.worker_id, '{}', '{}', false, true))
    and exists (select from agreements g where c.programme = any (g.programmes) and agreement_binds(g.id, c.owner_agency_id, asked.agency_id))
  on conflict (case_id, searcher_id, day) do nothing;
  get diagnostics told = row_count;
  return told;
end $$;
comment on function tell_of_search is 'Tells the owners of cases in which somebody answers to all the words of a search, where the searcher may see that person in no case and an agreement for the programme binds both agencies; once a day for each searcher and case. Never about a case that one side must not learn of. Gives how many notices are new.';
alter function tell_of_search owner to kith_rules;
revoke all on function tell_of_search from public;
grant execute on function tell_of_search to kith_searches;
