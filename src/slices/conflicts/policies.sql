-- Rules for interests, conflicts and the cases that they shut.

create or replace function conflict_matters(which_worker uuid, which_person uuid, which_case uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from workers w join case_access a on a.principal_id = any (principals_of(w.id))
    where w.id = which_worker and w.agency_id = my_agency() and w.id <> my_worker() and i_am('information_governance_lead')
      and a.knows and a.starts_at <= now() and now() < a.ends_at and not a.over_conflict
      and (a.case_id = which_case or (which_person is not null and exists (select from case_people cp where cp.case_id = a.case_id and cp.person_id = which_person
        and cp.ended_at is null and (cp.side is null or a.sides is null or cp.side = any (a.sides))))))
$$;
comment on function conflict_matters is 'Whether a conflict of a colleague shuts something that would be open to them, for their agency''s information-governance lead: any other would tell that somebody is in a case of others.';
alter function conflict_matters owner to kith_rules;
revoke all on function conflict_matters from public;
grant execute on function conflict_matters to kith_app;

create or replace function shut_again(which_workers uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  with standing as (
    select c.worker_id, c.case_id from conflicts c where c.worker_id = any (which_workers) and c.lifted_at is null and c.case_id is not null
    union
    select c.worker_id, cp.case_id from conflicts c join case_people cp on cp.person_id = c.person_id and cp.ended_at is null
      where c.worker_id = any (which_workers) and c.lifted_at is null
  ), opened as (
    delete from shut_cases s where s.worker_id = any (which_workers)
      and not exists (select from standing where standing.worker_id = s.worker_id and standing.case_id = s.case_id)
  )
  insert into shut_cases (worker_id, case_id) select worker_id, case_id from standing on conflict do nothing
$$;
comment on function shut_again is 'Works out again which cases are shut to these workers: those named in a standing conflict, and those that somebody so named is in.';
alter function shut_again owner to kith_rules;
revoke all on function shut_again from public;

create or replace function plain_text(said text) returns text language sql immutable parallel safe as $$
  select regexp_replace(lower(said), '[^[:alnum:]]+', '', 'g')
$$;
comment on function plain_text is 'Letters and numbers alone, to compare what people typed.';

create or replace function last_digits(said text) returns text language sql immutable parallel safe as $$
  select nullif(right(regexp_replace(said, '[^0-9]', '', 'g'), 10), '')
$$;
comment on function last_digits is 'A number without its gaps and its country.';

create or replace function find_conflicts(of_workers uuid[], of_people uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
  with declared as (
    select i.*, plain_text(regexp_replace(w.name, '^.* ', '')) as surname from interests i join workers w on w.id = i.worker_id
    where i.ended_at is null and (of_workers is null or i.worker_id = any (of_workers))
  ), found as (
    select d.worker_id, c.person_id, 'same surname and address' as kind from declared d
      join person_contacts c on c.kind = 'address' and c.ended_on is null and plain_text(c.postcode) = plain_text(d.postcode)
        and plain_text(split_part(c.value, ' ', 1)) = plain_text(split_part(d.line1, ' ', 1))
      join people p on p.id = c.person_id and plain_text(p.family_name) = d.surname
      where d.kind = 'home' and (of_people is null or c.person_id = any (of_people))
    union
    select d.worker_id, c.person_id, 'same phone' from declared d
      join person_contacts c on c.kind in ('mobile', 'phone') and c.ended_on is null and last_digits(c.value) = last_digits(d.phone)
      where d.kind = 'phone' and (of_people is null or c.person_id = any (of_people))
    union
    select d.worker_id, p.id, 'declared relative' from declared d
      join people p on plain_text(p.given_name || p.family_name) = plain_text(d.name) and (d.born_on is null or p.born_on is null or p.born_on = d.born_on)
      where d.kind = 'relative' and (of_people is null or p.id = any (of_people))
  )
  insert into conflicts (worker_id, person_id, kind) select worker_id, person_id, kind from found
    where exists (select from case_people cp where cp.person_id = found.person_id) on conflict do nothing
$$;
comment on function find_conflicts is 'Finds conflicts between what workers declared and people in cases: the same surname at the same address, the same number, a relative. One that was lifted stays lifted.';
alter function find_conflicts owner to kith_rules;
revoke all on function find_conflicts from public;

create or replace function interest_declared() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform find_conflicts(array[new.worker_id], null);
  return null;
end $$;
alter function interest_declared owner to kith_rules;
revoke all on function interest_declared from public;
create or replace trigger find_conflicts after insert on interests for each row execute function interest_declared();

create or replace function person_is_looked_at_again() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  which uuid[];
begin
  which := case when tg_table_name = 'people' then array(select id from changed) else array(select to_jsonb(c) ->> 'person_id' from changed c)::uuid[] end;
  perform find_conflicts(null, which);
  perform shut_again(array(select c.worker_id from conflicts c where c.person_id = any (which) and c.lifted_at is null));
  return null;
end $$;
comment on function person_is_looked_at_again is 'Looks for conflicts when somebody comes into a case or leaves it, or more is learnt of them.';
alter function person_is_looked_at_again owner to kith_rules;
revoke all on function person_is_looked_at_again from public;
create or replace trigger find_conflicts after insert on case_people referencing new table as changed
  for each statement execute function person_is_looked_at_again();
create or replace trigger find_conflicts_again after update on case_people referencing new table as changed
  for each statement execute function person_is_looked_at_again();
create or replace trigger find_conflicts after insert on person_contacts referencing new table as changed
  for each statement execute function person_is_looked_at_again();
create or replace trigger find_conflicts_again after update on people referencing new table as changed
  for each statement execute function person_is_looked_at_again();

create or replace function conflict_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform shut_again(array[new.worker_id]);
  if tg_op = 'INSERT' then
    -- No worker did this: nobody but the governance lead of the worker's agency learns of it.
    insert into events (kind, subject_id, detail, agency_id)
      select 'conflict_found', new.id, jsonb_build_object('principal', new.worker_id), w.agency_id from workers w where w.id = new.worker_id;
  end if;
  return null;
end $$;
alter function conflict_changed owner to kith_rules;
revoke all on function conflict_changed from public;
create or replace trigger shut_cases after insert or update on conflicts for each row execute function conflict_changed();

create or replace function kept_out_of(which_case uuid) returns table (worker_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
  select s.worker_id from shut_cases s where s.case_id = which_case and exists (select from my_access(which_case, 'lead'))
$$;
comment on function kept_out_of is 'Workers to whom a conflict of interest shuts a case, for whoever leads it.';
alter function kept_out_of owner to kith_rules;
revoke all on function kept_out_of from public;
grant execute on function kept_out_of to kith_app;

-- A worker sees what they declared of themselves; so does their agency's information-governance lead.
create policy see on interests for select to kith_app using (worker_id = (select my_worker())
  or ((select i_am('information_governance_lead')) and exists (select from workers w where w.id = interests.worker_id and w.agency_id = (select my_agency()))));
-- A worker declares for themselves.
create policy add on interests for insert to kith_app with check (worker_id = (select my_worker()));
-- A worker ends what no longer holds; what it led to is for the governance lead to lift.
create policy amend on interests for update to kith_app using (worker_id = (select my_worker()) and ended_at is null) with check (ended_at = now());
-- The rules compare interests with the people in cases.
create policy rules on interests for select to kith_rules using (true);
grant select on interests to kith_app, kith_rules;
grant insert (id, worker_id, kind, name, born_on, line1, postcode, phone, note) on interests to kith_app;
grant update (ended_at) on interests to kith_app;

-- A worker sees the conflicts that they declared themselves, and no other. Their agency's information-governance lead sees those that shut something which would be open to the worker; whoever declared a colleague's sees that too.
create policy see on conflicts for select to kith_app using (
  declared_by = (select my_worker())
  or ((select i_am('information_governance_lead')) and conflict_matters(worker_id, person_id, case_id)));
-- A worker declares a conflict of their own, about a person or a case they can see; an administrator or information-governance lead one of a worker of their agency.
create policy add on conflicts for insert to kith_app with check (
  declared_by = (select my_worker())
  and ((kind = 'declared by worker' and worker_id = (select my_worker()))
    or (kind = 'declared by administrator' and worker_id <> (select my_worker()) and ((select i_am('agency_administrator')) or (select i_am('information_governance_lead')))
      and exists (select from workers w where w.id = conflicts.worker_id and w.agency_id = (select my_agency()))))
  and (person_id is null or i_see_person(person_id)) and (case_id is null or exists (select from my_access(conflicts.case_id, 'headline'))));
-- The agency's information-governance lead confirms a conflict of another worker, or lifts it, and says why.
create policy amend on conflicts for update to kith_app
  using ((select i_am('information_governance_lead')) and worker_id <> (select my_worker()) and conflict_matters(worker_id, person_id, case_id))
  with check (reviewed_by = (select my_worker()) and length(review_words) >= 3 and coalesce(lifted_at, now()) = now());
-- The rules find conflicts, and work out what they shut.
create policy rules on conflicts to kith_rules using (true);
grant select on conflicts to kith_app;
grant insert (id, worker_id, person_id, case_id, kind, basis, declared_by) on conflicts to kith_app;
grant update (confirmed_at, lifted_at, reviewed_by, review_words) on conflicts to kith_app;
grant select, insert on conflicts to kith_rules;

-- The rules keep the list of cases that are shut, and nobody reads it.
create policy rules on shut_cases to kith_rules using (true);
grant select, insert, delete on shut_cases to kith_rules;

-- The rules note what they found, in nobody's name.
create policy rules_add on events for insert to kith_rules with check (worker_id is null or worker_id = my_worker());
grant insert on events to kith_rules;
