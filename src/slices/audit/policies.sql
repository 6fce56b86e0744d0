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
-- The rules hash every deed for its seal.
create policy rules on events for select to kith_rules using (true);
grant select on events to kith_app, kith_rules;
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
-- The rules hash every look for its seal.
create policy rules on looks for select to kith_rules using (true);
grant select on looks to kith_app, kith_rules;
grant insert (id, kind, subject_id, case_id, words, worker_id, agency_id) on looks to kith_app;

create or replace function tell_open_pages() returns trigger language plpgsql as $$
begin
  -- Ids only, and only to Kith's own processes: each open page then looks again as its own reader.
  perform pg_notify('kith', json_build_object('case', new.case_id, 'to', new.detail ->> 'to', 'request', nullif(current_setting('kith.request', true), ''))::text);
  return null;
end $$;
create or replace trigger tell_open_pages after insert on events for each row execute function tell_open_pages();

-- Information-governance leads and the partnership's administrators see up to when the record is sealed.
create policy see on audit_seals for select to kith_app using
  ((select i_am('information_governance_lead')) or (select i_am('partnership_administrator')));
-- What seals the record goes on from the last seal.
create policy go_on on audit_seals for select to kith_sealing using (true);
-- What seals the record adds seals. It reads hashes only, and no word of what was done.
create policy add on audit_seals for insert to kith_sealing with check (true);
-- The rules look up where the last seal ended.
create policy rules on audit_seals for select to kith_rules using (true);
grant select on audit_seals to kith_app, kith_sealing, kith_rules;
grant insert on audit_seals to kith_sealing;

-- Written once: even the owner of the database has no right to alter, remove or empty what stands in the record.
revoke update, delete, truncate on events, looks, audit_seals from current_user;

-- The hash of a row of the record, as a leaf of the tree over its batch: form 1. The turn is left out, because the place in the tree says it.
create or replace function leaf_of(deed events) returns bytea language sql stable as $$
  select sha256('\x00'::bytea || record_send(row('deed'::text, deed.id, deed.at, deed.kind, deed.case_id, deed.subject_id, deed.worker_id, deed.agency_id, deed.address, deed.device, deed.detail)))
$$;
create or replace function leaf_of(look looks) returns bytea language sql stable as $$
  select sha256('\x00'::bytea || record_send(row('look'::text, look.id, look.at, look.kind, look.case_id, look.subject_id, look.worker_id, look.agency_id, look.address, look.device, look.words)))
$$;

create or replace function next_batch(most int) returns table (number bigint, from_turn bigint, until_turn bigint, row_count int, leaves bytea)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  settled bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint + audit_offset();
begin
  select s.number + 1, s.until_turn into number, from_turn from audit_seals s order by s.number desc limit 1;
  if not found then number := 1; from_turn := -1000000000000000; end if;
  -- Every transaction with a turn below `settled` has ended: nothing can join these turns any more. Turns are never split.
  select max(turn) + 1 into until_turn from (
    select turn from (select e.turn from events e union all select l.turn from looks l) waiting
    where turn >= from_turn and turn < settled order by turn limit most) first_ones;
  if until_turn is null then return; end if;
  select count(*), string_agg(leaf, ''::bytea order by turn, id) into row_count, leaves from (
    select e.turn, e.id, leaf_of(e) as leaf from events e where e.turn >= from_turn and e.turn < until_turn
    union all select l.turn, l.id, leaf_of(l) from looks l where l.turn >= from_turn and l.turn < until_turn) batch;
  return next;
end $$;
comment on function next_batch is 'The next rows to seal, as hashes only: at least `most` when so many wait, in whole turns that no transaction can still join; no row when nothing waits.';
alter function next_batch owner to kith_rules;
revoke all on function next_batch from public;
grant execute on function next_batch to kith_sealing;

create or replace function lay_months_ahead() returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  select lay_months(whole, current_date, current_date + 92) from unnest(array['events', 'looks']) whole
$$;
comment on function lay_months_ahead is 'Makes this month''s parts of the record and those of the next three. It acts as the owner of the tables, because nobody else may divide them.';
revoke all on function lay_months_ahead from public;
grant execute on function lay_months_ahead to kith_months;
