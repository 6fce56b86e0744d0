-- Rules for consent, where a share rests on it.

create or replace function consent_covers(which uuid, in_case uuid, recipient uuid) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select exists (select from consents c where c.id = which and c.case_id = in_case and c.withdrawn_at is null
    and c.given_on <= current_date and current_date < c.expires_on and (recipient = any (c.agencies) or agency_of(recipient) = any (c.agencies)))
$$;
comment on function consent_covers is 'Whether a consent that the worker can see stands today, for this case and this recipient.';

-- Whoever may read the side of a case on which consent was given sees it, save those who know only the side that must never learn of the case.
create policy see on consents for select to kith_app using (exists (select from my_access_to_people(consents.case_id, 'read', consents.side)));
-- Whoever contributes to that side records the consent of somebody in the case, in their own name.
create policy add on consents for insert to kith_app with check (
  recorded_by = (select my_worker()) and given_on <= current_date
  and exists (select from my_access_to_people(consents.case_id, 'contribute', consents.side))
  and exists (select from case_people cp where cp.case_id = consents.case_id and cp.person_id = consents.person_id and cp.ended_at is null));
-- Whoever contributes to that side records that it was withdrawn, at once and in their own name.
create policy amend on consents for update to kith_app
  using (withdrawn_at is null and exists (select from my_access_to_people(consents.case_id, 'contribute', consents.side)))
  with check (withdrawn_at = now() and withdrawn_by = (select my_worker()));
-- The rules work out how long a share lasts that rests on consent.
create policy rules on consents for select to kith_rules using (true);
-- Nobody records a consent in a closed case. Of one that was given there the withdrawal is recorded as ever: it may be withdrawn at any time (UK GDPR Article 7(3)).
create policy while_open on consents as restrictive for insert to kith_app with check (is_open(consents.case_id));
grant select on consents to kith_app, kith_rules;
grant insert (id, case_id, person_id, side, words_shown, wording, agencies, purposes, channel, given_by, capacity, capacity_note, given_on, expires_on, recorded_by) on consents to kith_app;
grant update (withdrawn_at, withdrawn_by, withdrawal) on consents to kith_app;

-- Whoever leads a case shares it on the consent of somebody in it, with those to whom they agreed, as with any other share. It opens no side but that on which they agreed, and no sub-case.
create policy add_on_consent on grants for insert to kith_app with check (
  basis = 'consent' and granted_by = (select my_worker()) and starts_at >= now() and not includes_sub_cases
  and i_may_give(case_id, principal_id, sides, categories) and consent_covers(consent_id, case_id, principal_id)
  and exists (select from consents c where c.id = consent_id and (c.side is null or sides <@ array[c.side])));

-- With the rules' rights: whether it stands must not hang on what of it whoever shares may read.
create or replace function rests_on_what_stands() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- One at a time with a withdrawal, or a share that is made at that moment would outlive it: neither would see the other.
  perform pg_advisory_xact_lock(hashtextextended('consent ' || new.consent_id, 0));
  if not exists (select from consents c where c.id = new.consent_id and c.withdrawn_at is null) then
    raise insufficient_privilege using message = 'This consent was withdrawn.';
  end if;
  return null;
end $$;
comment on function rests_on_what_stands is 'Lets no share be made on a consent that is withdrawn at the same moment.';
alter function rests_on_what_stands owner to kith_rules;
revoke all on function rests_on_what_stands from public;
create or replace trigger rests_on_what_stands after insert on grants for each row
  when (new.consent_id is not null and current_user = 'kith_app') execute function rests_on_what_stands();

create or replace function consent_withdrawn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('consent ' || new.id, 0));
  -- The recipients are told that it ended, and not what the case says. What they saw until then was lawful and stays on record.
  insert into notices (to_id, kind, case_id, reference)
    select g.principal_id, 'consent_withdrawn', g.case_id, c.reference from grants g join cases c on c.id = g.case_id
    where g.consent_id = new.id and g.revoked_at is null and g.ends_at > now();
  update grants set revoked_at = now(), revoked_by = new.withdrawn_by, revoke_reason = 'Consent was withdrawn' where consent_id = new.id and revoked_at is null;
  return null;
end $$;
comment on function consent_withdrawn is 'Ends at once what rested on a consent that is withdrawn, and tells its recipients.';
alter function consent_withdrawn owner to kith_rules;
revoke all on function consent_withdrawn from public;
create or replace trigger consent_withdrawn after update of withdrawn_at on consents
  for each row when (new.withdrawn_at is not null and old.withdrawn_at is null) execute function consent_withdrawn();
