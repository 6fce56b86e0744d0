-- What the rules for shares ask, and how the table case_access is derived, from which every other rule decides.

create or replace function agency_of(principal uuid) returns uuid language sql stable set search_path = public, pg_temp as $$
  select coalesce((select w.agency_id from workers w where w.id = principal), (select t.agency_id from teams t where t.id = principal),
    (select a.id from agencies a where a.id = principal))
$$;
comment on function agency_of is 'The agency behind a principal; null for a team of several agencies.';

create or replace function my_agency_owns(which uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from cases c where c.id = which and c.owner_agency_id = my_agency())
$$;
comment on function my_agency_owns is 'Whether a case belongs to the worker''s agency, also when they may not see it.';
alter function my_agency_owns owner to kith_rules;
revoke all on function my_agency_owns from public;
grant execute on function my_agency_owns to kith_app;

drop function if exists my_access(uuid, tier);
-- The rule on case_access shows a worker only what opens a case to them at this moment, so it is not said again in each of a page's hundreds of questions. Whoever sees every row would be told yes, and may not ask.
create or replace function my_access(which_case uuid, at_least tier, of_side text default null, of_category text default null)
  returns setof case_access language sql stable parallel safe as $$
  select access.* from case_access access
  where access.case_id = which_case and access.tier >= at_least
    and (of_side is null or access.sides is null or of_side = any (access.sides))
    and (of_category is null or access.categories is null or of_category = any (access.categories))
$$;
comment on function my_access is 'The one question of every rule about a case: the rows that open it to the worker, at this tier or above, on this side and for this category of sensitive information, at this moment. One row must cover all of it. Takes the case as an argument, so that PostgreSQL looks up that one case and never lists all cases of the worker first.';

create or replace function my_access_to_people(which_case uuid, at_least tier, of_side text default null, of_category text default null)
  returns setof case_access language sql stable parallel safe as $$
  select access.* from my_access(which_case, at_least, of_side, of_category) access where access.knows
$$;
comment on function my_access_to_people is 'The same question about whatever ties a person to a case: in a case that one side must never learn of, a row that opens only that side does not answer it.';

create or replace function my_cases(at_least tier) returns table (case_id uuid) language sql stable parallel safe as $$
  select access.case_id from case_access access where access.tier >= at_least
$$;
comment on function my_cases is 'The cases that the worker may see at this tier or above, at this moment.';

create or replace function is_open(which_case uuid) returns boolean language sql stable parallel safe as $$
  select exists (select from my_access(which_case, 'pointer') access where access.open)
$$;
comment on function is_open is 'Whether a case that the worker knows of is open: a closed one stays as it was until it is opened again. Asked by rules that restrict others, and so only of a row that these have let in.';

do $$ declare asked text; begin
  foreach asked in array array['my_access(uuid, tier, text, text)', 'my_access_to_people(uuid, tier, text, text)', 'my_cases(tier)', 'is_open(uuid)'] loop
    execute format('revoke all on function %s from public', asked);
    execute format('grant execute on function %s to kith_app', asked);
  end loop;
end $$;

create or replace function my_access_by_rules(which_case uuid, at_least tier, of_side text default null, of_category text default null)
  returns setof case_access language sql stable parallel safe as $$
  select access.* from case_access access
  where access.case_id = which_case
    -- Contained, not "= any": a condition that the index of a worker's cases cannot answer, or PostgreSQL reads all of them to find this one.
    and (select my_principals())::uuid[] @> array[access.principal_id]
    and access.tier >= at_least
    and (of_side is null or access.sides is null or of_side = any (access.sides))
    and (of_category is null or access.categories is null or of_category = any (access.categories))
    and access.starts_at <= now() and now() < access.ends_at
    and (access.agreement_id is null or access.agreement_id = any ((select my_agreements())::uuid[]))
    and (access.over_conflict or access.case_id <> all ((select my_shut())::uuid[]))
$$;
comment on function my_access_by_rules is 'What my_access answers, for functions that look with the rules'' rights and so see every row of case_access.';

create or replace function my_access_to_people_by_rules(which_case uuid, at_least tier, of_side text default null, of_category text default null)
  returns setof case_access language sql stable parallel safe as $$
  select access.* from my_access_by_rules(which_case, at_least, of_side, of_category) access where access.knows
$$;
comment on function my_access_to_people_by_rules is 'What my_access_to_people answers, for functions that look with the rules'' rights.';

create or replace function agreement_covers(agreement uuid, shared_case uuid, recipient uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from agreements g
      join cases c on c.id = shared_case and c.programme = any (g.programmes)
      join agreement_parties owner on owner.agreement_id = g.id and owner.agency_id = c.owner_agency_id and is_party(owner)
    where g.id = agreement and exists (select from my_access_by_rules(c.id, 'read')) and in_force(g)
      and (exists (
          select from agreement_parties p where p.agreement_id = g.id and p.agency_id = agency_of(recipient) and is_party(p))
        or exists (select from teams t where t.id = recipient and t.agency_id is null)))
$$;
comment on function agreement_covers is 'Whether an agreement is in force today for this case''s programme, its owner agency and the recipient, for whoever may read the case. A team of several agencies is covered member by member, when they read.';
alter function agreement_covers owner to kith_rules;
revoke all on function agreement_covers from public;
grant execute on function agreement_covers to kith_app;

drop function if exists who_works_on(uuid), works_on(uuid, uuid, tier), reach_of(uuid), who_works_on(uuid, text, text), reach_of(uuid, text, text), reach_of(uuid, text, text, text);
create or replace function reach_of(which_case uuid, of_side text, of_category text, of_kind text default null, ties_people boolean default false) returns table (id uuid, kind text, tier tier)
  language sql stable security definer set search_path = public, pg_temp as $$
  with shared as (
    select a.principal_id, a.tier, a.agreement_id from case_access a
    where a.case_id = which_case and a.starts_at <= now() and now() < a.ends_at and not a.over_conflict
      and (of_side is null or a.sides is null or of_side = any (a.sides))
      and (of_category is null or a.categories is null or of_category = any (a.categories))
      and (a.knows or not ties_people)
      -- Who works one side is no business of those who work another.
      and (a.sides is null or exists (select from my_access_by_rules(which_case, 'headline') mine where mine.sides is null or mine.sides && a.sides))
  ), reached as (
    select a.id, 'agency' as kind, s.tier, s.agreement_id, a.id as agency_id from shared s join agencies a on a.id = s.principal_id where of_kind is null or of_kind = 'agency'
    union all
    select t.id, 'team', s.tier, s.agreement_id, t.agency_id from shared s join teams t on s.principal_id in (t.id, t.agency_id)
      where (of_kind is null or of_kind = 'team') and (t.ended_on is null or t.ended_on > current_date)
    union all
    select w.id, 'worker', s.tier, s.agreement_id, w.agency_id from shared s join workers w on s.principal_id in (w.id, w.agency_id)
      where (of_kind is null or of_kind = 'worker') and works_here(w)
    union all
    select w.id, 'worker', s.tier, s.agreement_id, w.agency_id from shared s
      join team_members m on m.team_id = s.principal_id and is_seated(m)
      join teams t on t.id = m.team_id and (t.ended_on is null or t.ended_on > current_date)
      join workers w on w.id = m.worker_id and (t.agency_id is null or t.agency_id = w.agency_id) and works_here(w)
      where of_kind is null or of_kind = 'worker'
  )
  select r.id, r.kind, max(r.tier) from reached r left join agencies a on a.id = r.agency_id
  where a.suspended_at is null and not exists (select from shut_cases s where s.worker_id = r.id and s.case_id = which_case) and (r.agreement_id is null or exists (
    select from agreements g where g.id = r.agreement_id and in_force(g)
      -- A team of several agencies is covered member by member, when they read.
      and (r.agency_id is null or exists (select from agreement_parties p where p.agreement_id = g.id and p.agency_id = r.agency_id and is_party(p)))))
  group by r.id, r.kind
$$;
comment on function reach_of is 'Every agency, team and worker that a case reaches at this moment on this side and for this category, and how far, save those of sides that the asker does not work, and those whom a conflict of interest keeps out; of whatever ties somebody to the case, save those who know only the side that must never learn of it. Only for the functions below.';
alter function reach_of owner to kith_rules;
revoke all on function reach_of from public;

create or replace function who_works_on(which_case uuid, of_side text default null, of_category text default null, of_kind text default null)
  returns table (id uuid, kind text, tier tier)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.kind, r.tier from reach_of(which_case, of_side, of_category, of_kind) r
  where exists (select from my_access_by_rules(which_case, 'read', of_side, of_category))
$$;
comment on function who_works_on is 'For whoever may read this side of a case: everybody whom it reaches, to whom a task can be given and a message sent; or only those of one kind: agency, team or worker.';
alter function who_works_on owner to kith_rules;
revoke all on function who_works_on from public;
grant execute on function who_works_on to kith_app;

create or replace function works_on(which_case uuid, who uuid, at_least tier, of_side text default null, of_category text default null) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from reach_of(which_case, of_side, of_category) r where r.id = who and r.tier >= at_least)
    and (exists (select from my_access_by_rules(which_case, 'read', of_side, of_category))
      -- A headline does not say who else works a case: it answers only about the asker's own agency and teams.
      or (who = any (my_principals()) and exists (select from my_access_by_rules(which_case, 'headline', of_side, of_category))))
$$;
comment on function works_on is 'Whether a case reaches this agency, team or worker at this tier, on this side and for this category: for whoever may read that, and about themselves for whoever sees its headline.';
alter function works_on owner to kith_rules;
revoke all on function works_on from public;
grant execute on function works_on to kith_app;

create or replace function derive_access(of_grant grants) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from case_access where grant_id = of_grant.id;
  with recursive reached as (
    select c.id, c.owner_agency_id, c.owner_team_id, c.programme, c.sides, c.never_learns, c.closed_at, c.active_at from cases c where c.id = of_grant.case_id
    union all
    select c.id, c.owner_agency_id, c.owner_team_id, c.programme, c.sides, c.never_learns, c.closed_at, c.active_at from cases c join reached on c.parent_id = reached.id
    where of_grant.includes_sub_cases
  )
  insert into case_access (grant_id, case_id, principal_id, tier, agreement_id, sides, categories, never_learns, over_conflict, starts_at, ends_at, open, active_at)
  select of_grant.id, reached.id, of_grant.principal_id, of_grant.tier, of_grant.agreement_id, of_grant.sides, of_grant.categories, reached.never_learns,
    of_grant.basis = 'break-glass', greatest(of_grant.starts_at, owner.signed_on),
    least(of_grant.ends_at, of_grant.revoked_at, owner.left_on, consent.expires_on, consent.withdrawn_at), reached.closed_at is null, reached.active_at
  from reached join cases shared on shared.id = of_grant.case_id
    left join agreement_parties owner on owner.agreement_id = of_grant.agreement_id and owner.agency_id = reached.owner_agency_id
    left join consents consent on consent.id = of_grant.consent_id
  -- Whoever leads a master case may not even know of a sub-case that another team keeps to itself, or that is another agency's: they cannot give it away.
  where (reached.owner_team_id is null or reached.owner_team_id is not distinct from shared.owner_team_id)
  and (of_grant.agreement_id is not null or reached.owner_agency_id = shared.owner_agency_id)
  -- A share of one side reaches only sub-cases that are split, and kept from somebody, in the same way.
  and (of_grant.sides is null or reached.id = shared.id
    or (of_grant.sides <@ reached.sides and reached.never_learns is not distinct from shared.never_learns))
  -- A sub-case may be of another agency or programme than its master: the agreement must cover it in its own right.
  and (of_grant.agreement_id is null or (owner.agency_id is not null and exists (
    select from agreements g where g.id = of_grant.agreement_id and reached.programme = any (g.programmes))))
$$;
comment on function derive_access is 'Writes what one grant opens: its case, and the sub-cases that its agreement covers when it includes them, save those that one team keeps, those without the side that was shared and, without an agreement, those of other agencies; from the later of its start and the owner agency''s signature until the earliest of its end, its revocation, the owner agency leaving the agreement, and the end or withdrawal of the consent it rests on.';
alter function derive_access owner to kith_rules;
revoke all on function derive_access from public;

create or replace function grant_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform derive_access(new);
  return null;
end $$;
alter function grant_changed owner to kith_rules;
revoke all on function grant_changed from public;
create or replace trigger derive_access after insert or update on grants for each row execute function grant_changed();

create or replace function party_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform derive_access(g) from grants g join cases c on c.id = g.case_id
    where g.agreement_id = new.agreement_id and (c.owner_agency_id = new.agency_id or g.includes_sub_cases);
  return null;
end $$;
alter function party_changed owner to kith_rules;
revoke all on function party_changed from public;
create or replace trigger derive_access after insert or update of left_on on agreement_parties for each row execute function party_changed();

create or replace function case_opened() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into case_pointers (case_id, reference, owner_agency_id) values (new.id, new.reference, new.owner_agency_id);
  insert into grants (case_id, principal_id, tier, basis, reason, granted_by, starts_at)
    select distinct new.id, principal, 'lead'::tier, 'owner', reason, new.opened_by, new.opened_at from (values
      (new.lead_worker_id, 'Leads the case'),
      (coalesce(new.owner_team_id, new.owner_agency_id), 'Owns the case')) owner(principal, reason);
  -- Sub-cases opened later are reached by the shares of every master case above them that said so.
  perform derive_access(g) from grants g where g.includes_sub_cases and g.revoked_at is null and g.case_id in (
    with recursive above as (select new.parent_id as id union all select c.parent_id from cases c join above on c.id = above.id)
    select id from above where id is not null);
  return null;
end $$;
alter function case_opened owner to kith_rules;
revoke all on function case_opened from public;
create or replace trigger case_opened after insert on cases for each row execute function case_opened();

create or replace function case_moved_on() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.lead_worker_id <> old.lead_worker_id then
    update grants set revoked_at = now(), revoke_reason = 'Somebody else leads the case'
      where case_id = new.id and principal_id = old.lead_worker_id and basis = 'owner' and revoked_at is null;
    insert into grants (case_id, principal_id, tier, basis, reason, granted_by)
      values (new.id, new.lead_worker_id, 'lead', 'owner', 'Leads the case', my_worker());
  end if;
  update case_access set open = new.closed_at is null, active_at = greatest(active_at, new.active_at) where case_id = new.id;
  return null;
end $$;
alter function case_moved_on owner to kith_rules;
revoke all on function case_moved_on from public;
create or replace trigger case_moved_on after update of closed_at, active_at, lead_worker_id on cases
  for each row execute function case_moved_on();

create or replace function a_share_ends_now() returns trigger language plpgsql as $$
begin
  -- A share ended "tomorrow" could not be ended again today, and one ended "yesterday" would deny what was seen since.
  if current_user = 'kith_app' then new.revoked_at := now(); end if;
  return new;
end $$;
create or replace trigger a_share_ends_now before update on grants for each row execute function a_share_ends_now();

drop function if exists shares_of(uuid);
create function shares_of(which uuid) returns table (grant_id uuid, of_case uuid, principal_id uuid, tier tier, basis text,
    agreement_id uuid, clause text, gateway text, consent_id uuid, reason text, sides text[], categories text[], includes_sub_cases boolean, starts_at timestamptz, ends_at timestamptz,
    granted_by uuid, granted_at timestamptz, revoked_at timestamptz, revoked_by uuid, revoke_reason text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select g.id, g.case_id, g.principal_id, g.tier, g.basis, g.agreement_id, g.clause, g.gateway, g.consent_id,
    case when told.everything then g.reason else '' end, g.sides, g.categories, g.includes_sub_cases, a.starts_at, a.ends_at,
    g.granted_by, g.granted_at, g.revoked_at, g.revoked_by, case when told.everything then g.revoke_reason else '' end
  from case_access a join grants g on g.id = a.grant_id, lateral (
    select g.case_id = which or exists (select from my_access_by_rules(g.case_id, 'read')) as everything) told
  where a.case_id = which and (exists (select from my_access_by_rules(which, 'read') mine where
      case when g.basis = 'break-glass' then mine.grant_id = g.id or (mine.tier = 'lead' and mine.sides is null)
      else a.sides is null or mine.sides is null or mine.sides && a.sides end)
    or (i_am('information_governance_lead') and my_agency_owns(which) and which <> all (my_shut())))
$$;
comment on function shares_of is 'Every share that opens or opened a case, those inherited from a case above included, for whoever may read the case and for its agency''s information-governance lead; an emergency opening only for the latter, for whoever did it, and for whoever leads the case on every side. Reasons typed about a case above are told only to those who may read that one.';
alter function shares_of owner to kith_rules;
revoke all on function shares_of from public;
grant execute on function shares_of to kith_app;

create or replace function shares_under(which uuid, of_agency uuid default null) returns int
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from grants g join cases c on c.id = g.case_id
  where g.agreement_id = which and g.revoked_at is null and now() < g.ends_at
    and (of_agency is null or c.owner_agency_id = of_agency or agency_of(g.principal_id) = of_agency
      or exists (select from team_members m join workers w on w.id = m.worker_id where m.team_id = g.principal_id
        and w.agency_id = of_agency and (m.ends_on is null or m.ends_on > current_date)))
    and (i_am('partnership_administrator') or (i_am('information_governance_lead') and of_agency = my_agency()))
$$;
comment on function shares_under is 'How many shares rest on an agreement, in all or with one agency, for those who may suspend or leave it. A number and nothing else.';
alter function shares_under owner to kith_rules;
revoke all on function shares_under from public;
grant execute on function shares_under to kith_app;

create or replace function i_may_give(which_case uuid, recipient uuid, of_sides text[], of_categories text[]) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select recipient <> my_worker()
    and exists (select from my_access(which_case, 'lead') mine
      where (mine.sides is null or of_sides <@ mine.sides) and (mine.categories is null or of_categories <@ mine.categories))
    -- Otherwise a guest who leads could give their agency a share that outlives the one they came in by.
    and (my_agency_owns(which_case) or (recipient <> all (my_principals()) and agency_of(recipient) is distinct from my_agency()))
$$;
comment on function i_may_give is 'Whether the worker leads a case and has these sides and categories of it to give, to somebody who is neither themselves nor, when they are a guest, their own agency.';
