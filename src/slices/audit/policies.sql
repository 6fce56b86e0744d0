-- Rules for events (what was done) and looks (who looked). Nobody alters or removes either.

-- Whoever may read a case sees what was done in it, save that a message was sent to others; everybody sees what they did themselves; administrators see administration.
create policy see on events for select to kith_app using (
  (exists (select from my_access(events.case_id, 'read'))
    and (kind <> 'message_sent' or not detail ? 'to' or (detail ->> 'to') = any ((select my_principals())::text[])))
  or worker_id = (select my_worker())
  or (case_id is null and ((select i_am('partnership_administrator'))
    or (agency_id = (select my_agency()) and ((select i_am('agency_administrator')) or (select i_am('information_governance_lead')))))));
-- A worker's deeds are recorded in their own name, in cases they know of; an administrator's, also in the cases that they hand over.
create policy add on events for insert to kith_app with check (
  worker_id = (select my_worker()) and agency_id = (select my_agency())
  and (case_id is null or exists (select from my_access(events.case_id, 'pointer'))
    or (select i_am('partnership_administrator'))
    or (((select i_am('agency_administrator')) or (select i_am('information_governance_lead'))) and my_agency_owns(case_id))));
grant select on events to kith_app;
grant insert (id, kind, case_id, subject_id, detail, worker_id, agency_id) on events to kith_app;

-- A worker sees their own looks; whoever leads a case, and its owner agency's information-governance lead, see who looked at it; an information-governance lead sees what their own agency's workers searched for.
create policy see on looks for select to kith_app using (
  worker_id = (select my_worker())
  or exists (select from my_access(looks.case_id, 'lead'))
  or ((select i_am('information_governance_lead')) and (
    exists (select from case_pointers p where p.case_id = looks.case_id and p.owner_agency_id = (select my_agency()))
    or (case_id is null and agency_id = (select my_agency())))));
-- A look is logged in the looker's own name, at a case they know of.
create policy add on looks for insert to kith_app with check (worker_id = (select my_worker()) and agency_id = (select my_agency())
  and (case_id is null or exists (select from case_pointers p where p.case_id = looks.case_id)));
grant select on looks to kith_app;
grant insert (id, kind, subject_id, case_id, words, worker_id, agency_id) on looks to kith_app;

create or replace function tell_open_pages() returns trigger language plpgsql as $$
begin
  -- Ids only, and only to Kith's own processes: each open page then looks again as its own reader.
  perform pg_notify('kith', json_build_object('case', new.case_id, 'to', new.detail ->> 'to', 'request', nullif(current_setting('kith.request', true), ''))::text);
  return null;
end $$;
create or replace trigger tell_open_pages after insert on events for each row execute function tell_open_pages();
