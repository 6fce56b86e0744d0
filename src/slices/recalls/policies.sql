-- Rules for recalls: who is told that something ended, and who says that they acted.

-- Whoever leads a case sees what was recalled of what they may see there, and whoever leads some of its sides only from agencies that work one of them too; so does its agency's information-governance lead. The agency it was recalled from sees it through its information-governance leads and administrators, and through the worker who holds a copy. Nobody in conflict with the case does.
create policy see on recalls for select to kith_app using (
  (exists (select from my_access(recalls.case_id, 'lead') mine where mine.sides is null or kind = 'share'
      or exists (select from who_works_on(recalls.case_id, of_kind => 'worker') r join workers w on w.id = r.id where w.agency_id = recalls.agency_id)) and (kind = 'worker'
    or exists (select from grants g where g.id = subject_id)
    or exists (select from case_people cp where cp.id = subject_id)
    or exists (select from entries e where e.id = subject_id)))
  or (case_id <> all ((select my_shut())::uuid[]) and (
    (owner_agency_id = (select my_agency()) and (select i_am('information_governance_lead')))
    or (agency_id = (select my_agency()) and ((select i_am('information_governance_lead')) or (select i_am('agency_administrator'))
      or exists (select from recall_copies c where c.recall_id = recalls.id and c.worker_id = (select my_worker())))))));
-- The agency it was recalled from says, once and in somebody's own name, that it acted.
create policy amend on recalls for update to kith_app using (
  confirmed_at is null and agency_id = (select my_agency()) and case_id <> all ((select my_shut())::uuid[]) and (
    (select i_am('information_governance_lead')) or (select i_am('agency_administrator'))
    or exists (select from recall_copies c where c.recall_id = recalls.id and c.worker_id = (select my_worker()))))
  with check (confirmed_by = (select my_worker()) and confirmed_at = now());
-- The rules recall.
create policy rules on recalls to kith_rules using (true);
grant select on recalls to kith_app;
grant update (confirmed_at, confirmed_by, confirmed_words) on recalls to kith_app;
grant select, insert, update on recalls to kith_rules;

-- What was printed, exported or downloaded is seen by those who see such looks in the case; by the worker who holds the copy; and by their agency's information-governance leads and administrators. Nobody in conflict with the case sees it.
create policy see on recall_copies for select to kith_app using (
  exists (select from my_access(recall_copies.case_id, 'lead', recall_copies.side, recall_copies.category) mine
    where mine.sides is null or works_on(recall_copies.case_id, recall_copies.worker_id, 'pointer'))
  or (case_id <> all ((select my_shut())::uuid[]) and (
    worker_id = (select my_worker())
    or (agency_id = (select my_agency()) and ((select i_am('information_governance_lead')) or (select i_am('agency_administrator'))))
    or ((select i_am('information_governance_lead')) and my_agency_owns(recall_copies.case_id)))));
-- The rules take them from the look log.
create policy rules on recall_copies to kith_rules using (true);
grant select on recall_copies to kith_app;
grant select, insert on recall_copies to kith_rules;

-- The rules find drafts by what they are about, and remove those about a case that their writer lost, and all of a worker who moves to another agency. They do not read them.
create policy rules on drafts to kith_rules using (true);
grant select (worker_id, key), delete on drafts to kith_rules;
-- The rules find the case of an aim by which a draft is kept.
create policy recalls on aims for select to kith_rules using (true);
grant select on aims to kith_rules;
