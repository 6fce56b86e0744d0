-- Rules for shares, and for the derived table case_access.

-- A worker who may read a case sees everyone it is shared with on the sides that they work, and why, save that an emergency opening, with its reason, is for whoever leads the case on every side; anybody sees the shares made to them; an agency's information-governance lead sees every share of its cases. Nobody sees the shares of a case that a conflict of interest shuts to them.
create policy see on grants for select to kith_app using (
  exists (select from my_access(grants.case_id, 'read') mine where case when grants.basis = 'break-glass' then mine.tier = 'lead' and mine.sides is null
    else grants.sides is null or mine.sides is null or mine.sides && grants.sides end)
  or (case_id <> all ((select my_shut())::uuid[]) and (principal_id = any ((select my_principals())::uuid[])
  or ((select i_am('information_governance_lead')) and exists (select from case_pointers p where p.case_id = grants.case_id and p.owner_agency_id = (select my_agency()))))));
-- Whoever leads a case shares it, on a basis: an agreement in force for its programme that both agencies have signed, a statutory gateway, or vital interests. Nobody gives a side of the case or a category of sensitive information that they do not have. Nobody shares with themselves, and a guest does not share with their own agency. Sub-cases are shared along only by the agency that owns the case.
create policy add on grants for insert to kith_app with check (
  granted_by = (select my_worker()) and basis in ('agreement', 'statutory gateway', 'vital interests') and starts_at >= now()
  and i_may_give(case_id, principal_id, sides, categories)
  -- A guest who leads may not even know of every sub-case: they cannot give them away.
  and (not includes_sub_cases or my_agency_owns(case_id))
  and (basis <> 'agreement' or agreement_covers(agreement_id, case_id, principal_id)));
-- Whoever leads a case with every side that a share opens ends it; so may the owner agency's information-governance lead, save of a case that a conflict of interest shuts to them.
create policy amend on grants for update to kith_app using (basis <> 'owner' and revoked_at is null and (
  -- Not with one of its sides: whoever leads that would take the case from those who work another.
  exists (select from my_access(grants.case_id, 'lead') mine where mine.sides is null or grants.sides <@ mine.sides)
  -- An emergency opens a case over a conflict of interest to be read, and nothing else.
  or ((select i_am('information_governance_lead')) and case_id <> all ((select my_shut())::uuid[]) and exists (select from case_pointers p where p.case_id = grants.case_id and p.owner_agency_id = (select my_agency())))))
  with check (revoked_by = (select my_worker()) and length(revoke_reason) >= 3);
-- The rules give the owner its access, and end a worker's own shares when they leave.
create policy rules on grants to kith_rules using (true);
grant select on grants to kith_app;
grant insert (id, case_id, principal_id, tier, basis, agreement_id, clause, gateway, consent_id, reason, sides, categories, includes_sub_cases, starts_at, ends_at, granted_by) on grants to kith_app;
grant update (revoked_at, revoked_by, revoke_reason) on grants to kith_app;
grant select, insert, update on grants to kith_rules;

-- A worker sees the rows that open cases to them at this moment, and nobody else's; of a case that a conflict of interest shuts to them, only that of an emergency.
create policy see on case_access for select to kith_app using (
  -- A row that opens nothing would still tell that a sub-case was opened, and when something last happened.
  principal_id = any ((select my_principals())::uuid[]) and starts_at <= now() and now() < ends_at
  and (agreement_id is null or agreement_id = any ((select my_agreements())::uuid[])) and (over_conflict or case_id <> all ((select my_shut())::uuid[])));
-- The rules derive access.
create policy rules on case_access to kith_rules using (true);
grant select on case_access to kith_app;
grant select, insert, update, delete on case_access to kith_rules;

-- A pointer says which agency holds a case. An information-governance lead sees the pointers of their own agency's cases.
create policy see on case_pointers for select to kith_app using (
  exists (select from my_access(case_pointers.case_id, 'pointer'))
  or (owner_agency_id = (select my_agency()) and (select i_am('information_governance_lead')) and case_id <> all ((select my_shut())::uuid[])));
-- The rules keep pointers.
create policy rules on case_pointers to kith_rules using (true);
grant select on case_pointers to kith_app;
grant select, insert on case_pointers to kith_rules;
