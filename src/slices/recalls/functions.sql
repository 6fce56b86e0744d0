-- What happens when a share ends, a worker leaves, a person leaves a case or an entry is put right.

drop function if exists still_reaches(uuid, uuid, text[], text[], boolean);
create or replace function still_reaches(which_case uuid, who uuid, of_sides text[], of_categories text[], of_people boolean, or_emergency boolean default false) returns boolean
  language sql stable set search_path = public, pg_temp as $$
  select exists (
    select from workers w join agencies own on own.id = w.agency_id and own.suspended_at is null
      join case_access a on a.case_id = which_case and a.starts_at <= now() and now() < a.ends_at
        and a.principal_id = any (principals_of(w.id)) and (or_emergency or not a.over_conflict)
    where w.id = who and w.suspended_at is null and (w.left_on is null or w.left_on > current_date)
      and (a.sides is null or coalesce(of_sides <@ a.sides, false)) and (a.categories is null or coalesce(of_categories <@ a.categories, false))
      and (a.knows or not of_people)
      and (a.agreement_id is null or exists (select from agreements g join agreement_parties p on p.agreement_id = g.id and p.agency_id = w.agency_id
        where g.id = a.agreement_id and g.starts_on <= current_date and current_date < g.ends_on and is_party(p))))
$$;
comment on function still_reaches is 'Whether a case still reaches a worker by any share, on all these sides and for all these categories. A suspended agreement ends nothing: it may stand again tomorrow. An emergency is no share: what is recalled meanwhile would tell of it, or pass by whoever opened one in time.';
revoke all on function still_reaches from public;
grant execute on function still_reaches to kith_rules;

create or replace function agencies_behind(principal uuid) returns table (agency_id uuid) language sql stable set search_path = public, pg_temp as $$
  select agency_of(principal) where agency_of(principal) is not null
  union
  select w.agency_id from team_members m join workers w on w.id = m.worker_id where m.team_id = principal
$$;
comment on function agencies_behind is 'The agency of a principal; of a team of several agencies, each of them.';
revoke all on function agencies_behind from public;
grant execute on function agencies_behind to kith_rules;

create or replace function share_ends(which grants) returns timestamptz language sql stable set search_path = public, pg_temp as $$
  select least(which.ends_at, which.revoked_at, (select g.ends_on::timestamptz from agreements g where g.id = which.agreement_id),
    (select c.expires_on::timestamptz from consents c where c.id = which.consent_id),
    (select min(p.left_on)::timestamptz from agreement_parties p where p.agreement_id = which.agreement_id
      and p.agency_id in (agency_of(which.principal_id), (select c.owner_agency_id from cases c where c.id = which.case_id))))
$$;
comment on function share_ends is 'When a share ends: by its day, by hand, with its agreement or the consent it rests on, or when one of its agencies leaves that agreement.';
revoke all on function share_ends from public;
grant execute on function share_ends to kith_rules;

create or replace function drop_drafts(which_case uuid, of_agency uuid) returns int language plpgsql set search_path = public, pg_temp as $$
declare
  dropped int;
begin
  with about as (
    select d.worker_id, d.key, substring(d.key from '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}')::uuid as thing
    from workers w join drafts d on d.worker_id = w.id where w.agency_id = of_agency
  ), gone as (
    select a.worker_id, a.key from about a
    where not still_reaches(which_case, a.worker_id, '{}', '{}', false) and (a.thing = which_case
      or exists (select from entries e where e.id = a.thing and e.case_id = which_case)
      or exists (select from tasks t where t.id = a.thing and t.case_id = which_case)
      or exists (select from aims t where t.id = a.thing and t.case_id = which_case)
      or (exists (select from case_people cp where cp.person_id = a.thing and cp.case_id = which_case)
        and not exists (select from case_people cp where cp.person_id = a.thing and cp.ended_at is null and still_reaches(cp.case_id, a.worker_id, '{}', '{}', false))
        and not exists (select from people p where p.id = a.thing and p.held_by = of_agency)))
  )
  delete from drafts d using gone where d.worker_id = gone.worker_id and d.key = gone.key;
  get diagnostics dropped = row_count;
  return dropped;
end $$;
comment on function drop_drafts is 'Removes what workers of an agency had half written about a case that reaches them no more, its entries, tasks, aims, and people whom they know from no other case; gives how many.';
revoke all on function drop_drafts from public;
grant execute on function drop_drafts to kith_rules;

create or replace function recall(what text, which uuid, in_case uuid, from_agency uuid, since timestamptz, ended timestamptz,
    of_sides text[], of_people boolean, by_worker uuid default null) returns void
  language plpgsql set search_path = public, pg_temp as $$
declare
  lost boolean := what in ('share', 'worker');
  copies looks[];
  reaches boolean;
  made uuid;
begin
  -- What is restricted is no business of a governance lead: its named readers see for themselves that it was put right.
  select array_agg(l) into copies from looks l where l.case_id = in_case and l.agency_id = from_agency and l.kind in ('print', 'export', 'download')
    and l.at >= since and not l.restricted and (by_worker is null or l.worker_id = by_worker)
    and (of_sides is null or cardinality(of_sides) = 0 or l.side is null or l.side = any (of_sides))
    and (not lost or not still_reaches(in_case, l.worker_id, of_sides, array_remove(array[l.category], null), false));
  select exists (select from workers w where w.agency_id = from_agency and still_reaches(in_case, w.id, of_sides, '{}', of_people)) into reaches;
  if lost and reaches and copies is null then return; end if;
  insert into recalls (case_id, reference, owner_agency_id, agency_id, kind, subject_id, ended_at, drafts)
    select c.id, c.reference, c.owner_agency_id, from_agency, what, which, ended,
      case when lost then drop_drafts(c.id, from_agency) else 0 end
    from cases c where c.id = in_case on conflict (subject_id, case_id, agency_id) do nothing returning id into made;
  if made is null then return; end if;
  insert into recall_copies (recall_id, case_id, agency_id, worker_id, kind, taken_at, side, category)
    select made, in_case, from_agency, l.worker_id, l.kind, l.at, l.side, l.category from unnest(copies) l;
end $$;
comment on function recall is 'Tells one agency what ended in one case, with what its workers had printed, exported or downloaded of it. An agency that still works the case by another share is told only of copies held by workers who do not.';
revoke all on function recall from public;
grant execute on function recall to kith_rules;

create or replace function recall_share(which grants) returns void language sql set search_path = public, pg_temp as $$
  select recall('share', which.id, a.case_id, b.agency_id, which.starts_at, share_ends(which), which.sides, false)
  from (select distinct case_id from case_access where grant_id = which.id) a, agencies_behind(which.principal_id) b
$$;
revoke all on function recall_share from public;
grant execute on function recall_share to kith_rules;

create or replace function share_was_ended() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform recall_share(new);
  return null;
end $$;
alter function share_was_ended owner to kith_rules;
revoke all on function share_was_ended from public;
create or replace trigger recall_share after update of revoked_at on grants for each row
  when (old.revoked_at is null and new.revoked_at is not null and new.basis not in ('owner', 'break-glass')) execute function share_was_ended();

create or replace function tell_lookers(what text, which uuid, in_case uuid, since timestamptz, of_sides text[], of_category text, of_people boolean) returns void
  language sql set search_path = public, pg_temp as $$
  select recall(what, which, in_case, l.agency_id, since, now(), of_sides, of_people)
  from (select distinct agency_id, worker_id from looks where case_id = in_case and at >= since and kind <> 'refused') l
  where l.agency_id <> my_agency()
    and still_reaches(in_case, l.worker_id, of_sides, case when of_category is null then '{}' else array[of_category] end, of_people)
$$;
comment on function tell_lookers is 'Tells each other agency whose workers looked at a case since then and still may see what changed. Those whose share ended before were told then.';
revoke all on function tell_lookers from public;
grant execute on function tell_lookers to kith_rules;

create or replace function person_left() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform tell_lookers('person', new.id, new.case_id, new.added_at, case when new.side is null then '{}' else array[new.side] end, null, true);
  return null;
end $$;
alter function person_left owner to kith_rules;
revoke all on function person_left from public;
create or replace trigger person_left after update of ended_at on case_people for each row
  when (old.ended_at is null and new.ended_at is not null) execute function person_left();

create or replace function entry_was_corrected() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform tell_lookers('entry', e.id, e.case_id, e.recorded_at, case when e.side is null then '{}' else array[e.side] end, e.category, false)
    from entries e where e.id = new.corrects_id and not e.restricted;
  return null;
end $$;
alter function entry_was_corrected owner to kith_rules;
revoke all on function entry_was_corrected from public;
create or replace trigger entry_was_corrected after insert on entries for each row
  when (new.corrects_id is not null and not new.restricted) execute function entry_was_corrected();

-- With the rules' rights: the clock reads nothing itself, and tells agencies of cases that none of them may see whole.
drop function if exists recall_what_ended();
create function recall_what_ended() returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  -- First the few whose time has come, by index, and only then when each of them ended: asked of every share there is, that takes minutes.
  perform recall_share(s.g) from (
    with ended as materialized (
      select id from grants where ends_at between now() - interval '30 days' and now() and ends_at < 'infinity'
      union select id from grants where agreement_id in (select id from agreements where ends_on between current_date - 30 and current_date)
      union select id from grants where consent_id in (select id from consents where expires_on between current_date - 30 and current_date)
      union select s.id from grants s join agreement_parties p on p.agreement_id = s.agreement_id where p.left_on between current_date - 30 and current_date
      except select subject_id from recalls where kind = 'share'
    ), shares as materialized (
      select g from ended join grants g on g.id = ended.id where g.basis not in ('owner', 'break-glass')
    )
    select g from shares where share_ends(g) <= now()) s;
  perform recall('worker', w.id, taken.case_id, w.agency_id, '-infinity', w.left_on::timestamptz, '{}', false, w.id)
    from workers w, lateral (select distinct l.case_id from looks l join cases c on c.id = l.case_id and c.owner_agency_id <> w.agency_id
      where l.worker_id = w.id and l.kind in ('print', 'export', 'download')) taken
    where w.left_on between current_date - 30 and current_date and not exists (select from recalls r where r.subject_id = w.id);
  delete from drafts d using workers w where w.id = d.worker_id and w.left_on between current_date - 30 and current_date;
end $$;
comment on function recall_what_ended is 'Recalls what ended by the clock in the last 30 days: shares whose day has come, agreements that are over or were left, consent that ran out, workers who left. An emergency opening has its own review. Access itself had ended at its minute; this clears what lay about. A second time does nothing.';
alter function recall_what_ended owner to kith_rules;
revoke all on function recall_what_ended from public;
grant execute on function recall_what_ended to kith_recalls;
