-- Rules for sharing agreements and their parties.

-- Everybody signed in can read the agreements: they say what may lawfully be shared.
create policy see on agreements for select to kith_app using ((select my_worker()) is not null);
-- The partnership's administrators record agreements.
create policy add on agreements for insert to kith_app with check ((select i_am('partnership_administrator')));
-- The partnership's administrators amend, suspend and end agreements.
create policy amend on agreements for update to kith_app using ((select i_am('partnership_administrator')));
-- The rules check whether an agreement is in force.
create policy rules on agreements for select to kith_rules using (true);
grant select on agreements to kith_app, kith_rules;
grant insert (id, reference, name, purposes, gateway, lawful_basis, data_types, programmes, starts_on, review_on, ends_on) on agreements to kith_app;
grant update (name, purposes, data_types, review_on, ends_on, suspended_at, suspended_reason, version) on agreements to kith_app;

-- Everybody signed in can see who has signed an agreement.
create policy see on agreement_parties for select to kith_app using ((select my_worker()) is not null);
-- An agency signs through its information-governance lead; the partnership's administrators record a signature on paper.
create policy add on agreement_parties for insert to kith_app with check
  (signed_on <= current_date and ((select i_am('partnership_administrator')) or (agency_id = (select my_agency()) and (select i_am('information_governance_lead')))));
-- An agency leaves an agreement, and signs it again, through its information-governance lead, or the partnership's administrators record it.
create policy amend on agreement_parties for update to kith_app using
  ((select i_am('partnership_administrator')) or (agency_id = (select my_agency()) and (select i_am('information_governance_lead'))))
  with check ((left_on is null or left_on >= current_date) and signed_on <= current_date);
-- The rules check whether an agency is party to an agreement.
create policy rules on agreement_parties for select to kith_rules using (true);
grant select on agreement_parties to kith_app, kith_rules;
grant insert (agreement_id, agency_id, signed_on, signed_by) on agreement_parties to kith_app;
grant update (left_on, signed_on, signed_by) on agreement_parties to kith_app;

-- Everybody signed in can read the clauses of an agreement.
create policy see on agreement_clauses for select to kith_app using ((select my_worker()) is not null);
-- The partnership's administrators record clauses. A clause is never reworded: shares rest on it.
create policy add on agreement_clauses for insert to kith_app with check ((select i_am('partnership_administrator')));
grant select on agreement_clauses to kith_app, kith_rules;
grant insert (agreement_id, number, words) on agreement_clauses to kith_app;
