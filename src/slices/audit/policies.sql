-- Rules for events (what was done) and looks (who looked). Nobody alters or removes either.

create or replace function i_see_restricted(record uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from entries e where e.id = record) or exists (select from documents d where d.id = record)
$$;
comment on function i_see_restricted is 'Whether a restricted entry or document is open to the worker.';

-- Few deeds are of these kinds. Asked in functions, so that the rules of two more tables are not made ready each time that anybody reads what was done.
create or replace function i_see_opening(which uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from emergency_openings o where o.id = which)
$$;
comment on function i_see_opening is 'Whether the worker may see a break-glass.';
create or replace function i_see_conflict(which uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from conflicts c where c.id = which)
$$;
comment on function i_see_conflict is 'Whether the worker may see a conflict of interest.';

-- Whoever may see a row of a case sees what was done to it, save that a message was sent to others or that the case was opened in an emergency which is not theirs to see; everybody sees what they did themselves, unless a conflict of interest shuts the case to them; administrators see administration: what was done to agencies, teams, workers and agreements, and at the door; an information-governance lead sees what their agency's workers did outside cases, save about somebody with whom they stand in conflict, and of conflicts of interest only what became of those which they may see.
create policy see on events for select to kith_app using (
  (exists (select from my_access(events.case_id, 'read', events.side, events.category) mine where mine.knows or not events.about_people)
    and (not restricted or i_see_restricted(subject_id))
    and (kind <> 'message_sent' or not detail ? 'to' or (detail ->> 'to') = any ((select my_principals())::text[]))
    and (kind not in ('case_opened_in_emergency', 'opening_reviewed') or i_see_opening(subject_id)))
  or (worker_id = (select my_worker()) and (case_id is null or case_id <> all ((select my_shut())::uuid[])))
  -- Not what was done to people: who merged the records of somebody whom they meet elsewhere works with them in a refuge.
  or (case_id is null and ((select i_am('partnership_administrator')) or (agency_id = (select my_agency()) and (select i_am('agency_administrator'))))
    and (subject_id is null or exists (select from principals p where p.id = events.subject_id) or exists (select from agreements g where g.id = events.subject_id)))
  or (case_id is null and (select i_am('information_governance_lead')) and case when kind like 'conflict\_%' then i_see_conflict(subject_id)
    else agency_id = (select my_agency()) and (subject_id is null or not tied_to_me(subject_id)) end));
-- A worker's deeds are recorded in their own name, in cases they know of; an administrator's, also in the cases that they hand over.
create policy add on events for insert to kith_app with check (
  worker_id = (select my_worker()) and agency_id = (select my_agency())
  and (case_id is null or exists (select from my_access(events.case_id, 'pointer'))
    or (select i_am('partnership_administrator'))
    or (((select i_am('agency_administrator')) or (select i_am('information_governance_lead'))) and my_agency_owns(case_id))));
-- The rules hash every deed for its seal.
create policy rules on events for select to kith_rules using (true);
-- The rules record what happens at the door, where nobody is a worker yet.
create policy door on events for insert to kith_rules with check (case_id is null);
grant select on events to kith_app, kith_rules;
grant insert (kind, detail, worker_id, agency_id, address, device) on events to kith_rules;
grant insert (id, kind, case_id, subject_id, detail, side, category, restricted, about_people, worker_id, agency_id) on events to kith_app;

create or replace function i_wrote_restricted(record uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from entries e where e.id = record and e.restricted and e.author_id = my_worker())
    or exists (select from documents d where d.id = record and d.restricted and d.created_by = my_worker())
$$;
comment on function i_wrote_restricted is 'Whether the worker wrote this restricted entry or added this restricted document, and may still see it.';

-- A worker sees their own looks, unless a conflict of interest shuts the case to them; whoever leads a case, and its owner agency's information-governance lead, see who looked at what they may see of it, save that whoever leads some of its sides sees no look of those who work only another, or opened it in an emergency only; whoever wrote something restricted sees who opened it; an information-governance lead sees what their own agency's workers searched for, at whom they looked, what they were refused, and who was refused their agency's cases, save of a case that a conflict of interest shuts to them, also while an emergency opens it, and of somebody with whom they stand in conflict; whoever has an emergency opening to review sees what was looked at under it, until it is reviewed. Nobody sees in their own trail what they were refused, because it would tell them that there is something.
create policy see on looks for select to kith_app using (
  (worker_id = (select my_worker()) and kind <> 'refused' and (case_id is null or case_id <> all ((select my_shut())::uuid[])))
  or (exists (select from my_access(looks.case_id, 'lead', looks.side, looks.category) mine where mine.sides is null or works_on(looks.case_id, looks.worker_id, 'pointer')) and (not restricted or i_see_restricted(subject_id)))
  or (restricted and i_wrote_restricted(subject_id))
  or ((select i_am('information_governance_lead')) and (
    (exists (select from case_pointers p where p.case_id = looks.case_id and p.owner_agency_id = (select my_agency())) and case_id <> all ((select my_shut())::uuid[]) and (not restricted or i_see_restricted(subject_id)))
    or (kind = 'refused' and subject_id <> all ((select my_shut())::uuid[]) and exists (select from case_pointers p where p.case_id = looks.subject_id and p.owner_agency_id = (select my_agency())))
    or (case_id is null and agency_id = (select my_agency()) and worker_id is distinct from (select my_worker())
      and (subject_id is null or (subject_id <> all ((select my_shut())::uuid[]) and not tied_to_me(subject_id))))
    or (worker_id = any ((select workers_i_review())::uuid[]) and not restricted and is_under_review(id, at)))));
-- A look is logged in the looker's own name, at a case they know of. Nothing is printed, exported or saved from a case that is open to them, or of which more is open to them, in an emergency only, nor meanwhile a list of many cases, in which it may stand: no log, no page.
create policy add on looks for insert to kith_app with check (worker_id = (select my_worker()) and agency_id = (select my_agency())
  and (case_id is null or exists (select from case_pointers p where p.case_id = looks.case_id))
  and (kind not in ('print', 'export', 'download') or not case when case_id is null then in_emergency() else only_in_emergency(case_id) end));
-- The rules hash every look for its seal.
create policy rules on looks for select to kith_rules using (true);
grant select on looks to kith_app, kith_rules;
grant insert (id, kind, subject_id, case_id, words, side, category, restricted, worker_id, agency_id) on looks to kith_app;

-- With the rules' rights: what is derived from the record is written by nobody's hand.
create or replace function look_is_the_last() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update last_looks known set
    began_at = case when new.at > known.last_at + interval '20 minutes' then new.at else known.began_at end,
    before_at = case when new.at > known.last_at + interval '20 minutes' then known.last_at else known.before_at end,
    last_at = greatest(known.last_at, new.at)
    where worker_id = new.worker_id and case_id = new.case_id;
  if not found then
    -- Of two first looks at once, as in two windows, one row is enough.
    insert into last_looks (worker_id, case_id, began_at, last_at) values (new.worker_id, new.case_id, new.at, new.at)
      on conflict (worker_id, case_id) do nothing;
  end if;
  return null;
end $$;
comment on function look_is_the_last is 'Keeps when each worker last looked at a case, and when they had before: a look goes on with the one before it, or begins anew when that is twenty minutes old.';
alter function look_is_the_last owner to kith_rules;
revoke all on function look_is_the_last from public;
create or replace trigger look_is_the_last after insert on looks for each row when (new.case_id is not null and new.kind <> 'refused') execute function look_is_the_last();
-- A worker sees when they themselves looked, unless a conflict of interest shuts the case to them.
create policy see on last_looks for select to kith_app using (worker_id = (select my_worker()) and case_id <> all ((select my_shut())::uuid[]));
-- The rules derive last looks from looks.
create policy rules on last_looks to kith_rules using (true);
grant select on last_looks to kith_app;
grant select, insert, update on last_looks to kith_rules;

-- One trail of both, each row under the rules above.
grant select on trail to kith_app;

create or replace function tell_open_pages() returns trigger language plpgsql as $$
begin
  -- Ids only, and only to Kith's own processes: each open page whose reader may see this event then looks again as that reader.
  perform pg_notify('kith', json_build_object('event', new.id, 'at', new.at, 'case', new.case_id, 'to', new.detail ->> 'to', 'request', nullif(current_setting('kith.request', true), ''))::text);
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

-- Everybody signed in can read what counts as odd, and why.
create policy see on patterns for select to kith_app using ((select my_worker()) is not null);
-- The rules read it to find it.
create policy rules on patterns for select to kith_rules using (true);
grant select on patterns to kith_app, kith_rules;

-- Information-governance leads see what was odd in their own agency, save about themselves; the partnership's administrators see it about information-governance leads.
create policy see on flags for select to kith_app using (worker_id <> (select my_worker()) and (
  (agency_id = (select my_agency()) and (select i_am('information_governance_lead')))
  or ((select i_am('partnership_administrator'))
    and exists (select from worker_roles r where r.worker_id = flags.worker_id and r.role = 'information_governance_lead'))));
-- Whoever sees it writes down, once and in their own name, what came of it.
create policy review on flags for update to kith_app using (outcome is null) with check (reviewed_by = (select my_worker()) and outcome is not null);
-- The rules find it.
create policy rules on flags to kith_rules using (true);
grant select on flags to kith_app, kith_rules;
grant update (outcome, note, reviewed_by, reviewed_at) on flags to kith_app;
grant insert on flags to kith_rules;

create or replace function street_of(said text) returns text language sql immutable parallel safe as $$
  select nullif(plain_text(split_part(regexp_replace(lower(said), '^((flat|apartment|unit|room)\s*\w+[,\s]+)?(\d+\s*[a-z]?(\s*-\s*\d+\s*[a-z]?)?[,\s]+)?', ''), ',', 1)), '')
$$;
comment on function street_of is 'The street in the first line of an address: without flat and house number, and without what follows a comma.';

create or replace function was_open_to(which_worker uuid, which_case uuid, of_side text, of_category text) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select exists (select from case_access a where a.case_id = which_case and a.principal_id = any (principals_of(which_worker)) and a.starts_at <= now()
    and a.knows and (of_side is null or a.sides is null or of_side = any (a.sides)) and (of_category is null or a.categories is null or of_category = any (a.categories)))
$$;
comment on function was_open_to is 'Whether what ties somebody to a case was ever open to a worker on this side and for this category.';
revoke all on function was_open_to from public;
grant execute on function was_open_to to kith_rules;

-- With the rules' rights: it compares looks with people of whom nobody reads both, and gives a number alone.
create or replace function find_patterns(of_day date) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  made int;
begin
  with day_looks as (
    select l.worker_id, l.agency_id, l.kind, l.at, coalesce(l.subject_id, l.case_id) as subject, l.case_id
    from looks l where l.at >= of_day::timestamp at time zone 'Europe/London' and l.at < (of_day + 1)::timestamp at time zone 'Europe/London'
  ), seen_people as (
    select worker_id, agency_id, subject as person_id from day_looks where kind in ('person', 'equality')
    union
    -- Of a case, only those whom the worker could meet there: a flag must not tell their governance lead who stands on a side that is not theirs.
    select d.worker_id, d.agency_id, cp.person_id from (select distinct worker_id, agency_id, case_id from day_looks where kind in ('case', 'brief')) d
      join case_people cp on cp.case_id = d.case_id and was_open_to(d.worker_id, d.case_id, cp.side, null)
  ), odd as (
    select 'own_name' as pattern, s.worker_id, s.agency_id, count(*) as found, array_agg(s.person_id order by s.person_id) as subjects
      from seen_people s join workers w on w.id = s.worker_id join people p on p.id = s.person_id
      where lower(unaccent(p.family_name)) = lower(unaccent(substring(w.name from '\S+$'))) group by 2, 3
    union all
    select 'neighbour', s.worker_id, s.agency_id, count(distinct s.person_id), array_agg(distinct s.person_id)
      from seen_people s join interests i on i.worker_id = s.worker_id and i.kind = 'home'
        and (i.ended_at is null or i.ended_at >= of_day::timestamp at time zone 'Europe/London')
      join person_contacts c on c.person_id = s.person_id and c.kind = 'address' and (c.ended_on is null or c.ended_on > of_day) and c.postcode <> ''
        -- Only addresses that the worker could read: a flag must not tell their governance lead that a safe address lies near their home.
        and (case when i.id is null then false when c.case_id is null then c.category is null else was_open_to(s.worker_id, c.case_id, c.side, c.category) end)
        and (plain_text(c.postcode) = plain_text(i.postcode)
          -- The last three signs of a postcode are a few doors; the rest is the part of a town, where a street has its name once.
          or (left(plain_text(c.postcode), -3) = left(plain_text(i.postcode), -3) and street_of(c.value) = street_of(i.line1)))
      group by 2, 3
    union all
    -- As for the names: a case that the worker could not meet them in must not show by their missing here.
    select 'no_case', d.worker_id, d.agency_id, count(*), array_agg(d.subject)
      from (select distinct worker_id, agency_id, subject from day_looks where kind = 'person') d
      where not exists (select from case_people cp where cp.person_id = d.subject and was_open_to(d.worker_id, cp.case_id, cp.side, null))
      group by 2, 3
    union all
    select 'unusual_hours', worker_id, agency_id, count(*), array_agg(distinct subject) filter (where subject is not null)
      from day_looks where kind <> 'refused' and extract(hour from at at time zone 'Europe/London') not between 6 and 21 group by 2, 3
    union all
    select 'volume', worker_id, agency_id, count(distinct subject), array_agg(distinct subject) from day_looks where subject is not null and kind <> 'refused' group by 2, 3
    union all
    select 'refused', worker_id, agency_id, count(*), array_agg(distinct subject) filter (where subject is not null) from day_looks where kind = 'refused' group by 2, 3
  )
  insert into flags (pattern, worker_id, agency_id, day, found, subjects)
    select o.pattern, o.worker_id, o.agency_id, of_day, o.found, coalesce(o.subjects[1:10], '{}')
    from odd o join patterns p on p.key = o.pattern where o.found >= p.threshold
    on conflict (pattern, worker_id, day) do nothing;
  get diagnostics made = row_count;
  return made;
end $$;
comment on function find_patterns is 'Flags what was odd in the looks of one day, by the thresholds in patterns; gives how many flags are new. A second time on the same day adds nothing.';
alter function find_patterns owner to kith_rules;
revoke all on function find_patterns from public;
grant execute on function find_patterns to kith_patterns;

-- Written once: even the owner of the database has no right to alter, remove or empty what stands in the record.
revoke update, delete, truncate on events, looks, audit_seals from current_user;

-- The hash of a row of the record, as a leaf of the tree over its batch: form 1. The turn is left out, because the place in the tree says it.
create or replace function leaf_of(deed events) returns bytea language sql stable as $$
  select sha256('\x00'::bytea || record_send(row('deed'::text, deed.id, deed.at, deed.kind, deed.case_id, deed.subject_id, deed.worker_id, deed.agency_id, deed.address, deed.device, deed.detail, deed.side, deed.category, deed.restricted, deed.about_people)))
$$;
create or replace function leaf_of(look looks) returns bytea language sql stable as $$
  select sha256('\x00'::bytea || record_send(row('look'::text, look.id, look.at, look.kind, look.case_id, look.subject_id, look.worker_id, look.agency_id, look.address, look.device, look.words, look.side, look.category, look.restricted)))
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
