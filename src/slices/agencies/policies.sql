-- Rules for agencies, teams and workers, and how a request becomes a worker with principals.

create or replace function principals_of(who uuid) returns uuid[] language sql stable set search_path = public, pg_temp as $$
  select array[w.id, w.agency_id] || array(
    select m.team_id from team_members m join teams t on t.id = m.team_id
    where m.worker_id = w.id and is_seated(m)
      and (t.ended_on is null or t.ended_on > current_date)
      and (t.agency_id is null or t.agency_id = w.agency_id))
  from workers w where w.id = who
$$;
comment on function principals_of is 'What a share may be made to for it to be a share with this worker today: themself, their agency, and the teams they are in.';

create or replace function enter_worker(who uuid)
  returns table (worker_id uuid, worker_name text, agency_id uuid, agency_name text, roles text[], principals uuid[])
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  entering record;
begin
  -- One statement: this runs before every page.
  select w.name, w.agency_id, a.short_name as agency_name, principals_of(w.id) as principals,
      array(select r.role from worker_roles r where r.worker_id = w.id) as roles,
      array(select s.case_id from shut_cases s where s.worker_id = w.id) as shut,
      array(select g.id from agreements g join agreement_parties p on p.agreement_id = g.id
        where p.agency_id = w.agency_id and in_force(g) and is_party(p)) as agreements
    into entering from workers w join agencies a on a.id = w.agency_id
    where w.id = who and works_here(w) and a.suspended_at is null;
  if not found then return; end if;

  perform set_config('kith.worker', who::text, true), set_config('kith.agency', entering.agency_id::text, true),
    set_config('kith.roles', entering.roles::text, true), set_config('kith.principals', entering.principals::text, true),
    set_config('kith.agreements', entering.agreements::text, true), set_config('kith.shut', entering.shut::text, true);
  return query select who, entering.name, entering.agency_id, entering.agency_name, entering.roles, entering.principals;
end $$;
comment on function enter_worker is 'Begins a request as a worker: sets who asks for this transaction, or nothing at all when they have left or are suspended.';
alter function enter_worker owner to kith_rules;
revoke all on function enter_worker from public;
grant execute on function enter_worker to kith_app;

-- With the rules' rights: whoever moves a worker sees neither their shares nor their drafts. Before they move: what ends is called back from the agency that had it. Once they have moved, the next one would be told what it never had.
create or replace function end_shares_of_a_mover() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update grants set revoked_at = now(), revoke_reason = 'The worker moved to another agency' where principal_id = new.id and revoked_at is null;
  delete from drafts d where d.worker_id = new.id;
  return new;
end $$;
comment on function end_shares_of_a_mover is 'Ends the shares with a worker alone, and throws away what they had half written, before they move to another agency.';
alter function end_shares_of_a_mover owner to kith_rules;
revoke all on function end_shares_of_a_mover from public;
create or replace trigger end_shares_of_a_mover before update of agency_id on workers
  for each row when (old.agency_id <> new.agency_id) execute function end_shares_of_a_mover();

create or replace function end_personal_access() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- Neither a share, nor a seat, nor a role given to a person in one job must follow them into the next.
  update grants set revoked_at = now(), revoke_reason = 'The worker left'
    where principal_id = new.id and revoked_at is null;
  update team_members m set ends_on = greatest(current_date, m.starts_on)
    where m.worker_id = new.id and (m.ends_on is null or m.ends_on > current_date);
  -- Nor what its author let them alone read, as the colleague that they were.
  update named_readers n set ended_at = now() where n.worker_id = new.id and n.ended_at is null;
  delete from worker_roles r where r.worker_id = new.id and (new.left_on is not null or r.role <> 'partnership_administrator');
  return null;
end $$;
alter function end_personal_access owner to kith_rules;
revoke all on function end_personal_access from public;
create or replace trigger end_personal_access after update of agency_id, left_on on workers
  for each row when (old.agency_id <> new.agency_id or (old.left_on is null and new.left_on is not null))
  execute function end_personal_access();

-- Everybody signed in can see which agencies, teams and workers there are.
create policy see on principals for select to kith_app using ((select my_worker()) is not null);
-- Administrators add an agency, a team or a worker.
create policy add on principals for insert to kith_app with check
  ((select i_am('partnership_administrator')) or (kind in ('team', 'worker') and (select i_am('agency_administrator'))));
grant select, insert on principals to kith_app;

-- Everybody signed in can see which agencies take part.
create policy see on agencies for select to kith_app using ((select my_worker()) is not null);
-- The partnership's administrators add agencies.
create policy add on agencies for insert to kith_app with check ((select i_am('partnership_administrator'))
  -- A row that took the id of another kind of principal would inherit whatever is shared with it.
  and exists (select from principals p where p.id = agencies.id and p.kind = 'agency'));
-- The partnership's administrators amend and suspend agencies; an agency's own administrators keep its details right.
create policy amend on agencies for update to kith_app
  using ((select i_am('partnership_administrator')) or (id = (select my_agency()) and (select i_am('agency_administrator'))));
-- The rules check whether an agency is suspended.
create policy rules on agencies for select to kith_rules using (true);
grant select on agencies to kith_app, kith_rules;
grant insert (id, name, short_name, kind, contact) on agencies to kith_app;
grant update (name, short_name, kind, contact, suspended_at, suspended_reason, version) on agencies to kith_app;

create or replace function suspension_is_for_the_partnership() returns trigger language plpgsql as $$
begin
  if (new.suspended_at, new.suspended_reason) is distinct from (old.suspended_at, old.suspended_reason) and current_user = 'kith_app' and not i_am('partnership_administrator') then
    raise insufficient_privilege using message = 'Only the partnership''s administrators suspend an agency.';
  end if;
  return new;
end $$;
create or replace trigger suspension_is_for_the_partnership before update on agencies
  for each row execute function suspension_is_for_the_partnership();

-- Everybody signed in can see which teams there are.
create policy see on teams for select to kith_app using ((select my_worker()) is not null);
-- An agency's administrators add its teams; the partnership's administrators add any team, and they alone those of several agencies.
create policy add on teams for insert to kith_app with check
  (((select i_am('partnership_administrator')) or (agency_id = (select my_agency()) and (select i_am('agency_administrator'))))
    and exists (select from principals p where p.id = teams.id and p.kind = 'team'));
-- Whoever may add a team may amend and end it.
create policy amend on teams for update to kith_app
  using ((select i_am('partnership_administrator')) or (agency_id = (select my_agency()) and (select i_am('agency_administrator'))));
-- The rules check whether a team has ended.
create policy rules on teams for select to kith_rules using (true);
grant select on teams to kith_app, kith_rules;
grant insert (id, agency_id, name, purpose) on teams to kith_app;
grant update (name, purpose, ended_on, version) on teams to kith_app;

-- Everybody signed in can look up who works where.
create policy see on workers for select to kith_app using ((select my_worker()) is not null);
-- An agency's administrators add its workers; the partnership's administrators add anybody.
create policy add on workers for insert to kith_app with check
  (((select i_am('partnership_administrator')) or (agency_id = (select my_agency()) and (select i_am('agency_administrator'))))
    and exists (select from principals p where p.id = workers.id and p.kind = 'worker'));
-- An agency's administrators amend, suspend and end its workers, and cannot move them elsewhere; the partnership's administrators do so with anybody, and move workers between agencies. A worker keeps their own details right, save their name and their standing.
create policy amend on workers for update to kith_app
  using ((select i_am('partnership_administrator')) or id = (select my_worker()) or (agency_id = (select my_agency()) and (select i_am('agency_administrator'))))
  with check ((select i_am('partnership_administrator')) or agency_id = (select my_agency()));
-- The rules look up a worker's agency.
create policy rules on workers for select to kith_rules using (true);
grant select on workers to kith_app, kith_rules;
grant insert (id, agency_id, name, job_title, email, phone, joined_on) on workers to kith_app;
grant update (agency_id, name, job_title, phone, left_on, suspended_at, version) on workers to kith_app;

create or replace function workers_cannot_change_their_own_standing() returns trigger language plpgsql as $$
begin
  if current_user <> 'kith_app' or new.id <> my_worker() then return new; end if;
  if (new.agency_id, new.left_on, new.suspended_at) is distinct from (old.agency_id, old.left_on, old.suspended_at) then
    raise insufficient_privilege using message = 'Ask another administrator to change your own standing.';
  end if;
  -- Nobody signs what they write with somebody else's name.
  if new.name <> old.name and not (i_am('agency_administrator') or i_am('partnership_administrator')) then
    raise insufficient_privilege using message = 'Ask an administrator to change your name.';
  end if;
  return new;
end $$;
create or replace trigger workers_cannot_change_their_own_standing before update on workers
  for each row execute function workers_cannot_change_their_own_standing();

-- Everybody signed in can see who holds which role.
create policy see on worker_roles for select to kith_app using ((select my_worker()) is not null);
-- An agency's administrators give roles within their agency; only the partnership's administrators make another of themselves. Nobody gives themselves a role.
create policy add on worker_roles for insert to kith_app with check
  (given_by = (select my_worker()) and worker_id <> (select my_worker())
    and ((select i_am('partnership_administrator')) or (role <> 'partnership_administrator' and (select i_am('agency_administrator'))
      and exists (select from workers w where w.id = worker_roles.worker_id and w.agency_id = (select my_agency())))));
-- Whoever may give a role may take it away; anybody may lay down their own.
create policy remove on worker_roles for delete to kith_app using
  (worker_id = (select my_worker()) or (select i_am('partnership_administrator'))
    or (role <> 'partnership_administrator' and (select i_am('agency_administrator'))
      and exists (select from workers w where w.id = worker_roles.worker_id and w.agency_id = (select my_agency()))));
-- The rules look up roles, and end them when a worker leaves or moves.
create policy rules on worker_roles to kith_rules using (true);
grant select, delete on worker_roles to kith_app;
grant insert (worker_id, role, given_by) on worker_roles to kith_app;
grant select, delete on worker_roles to kith_rules;

-- Everybody signed in can see who is in which team.
create policy see on team_members for select to kith_app using ((select my_worker()) is not null);
-- An agency's administrators put its workers in its teams; the partnership's administrators fill any team, and they alone those of several agencies. Nobody puts themselves in a team, and a team of one agency takes nobody else's workers.
create policy add on team_members for insert to kith_app with check
  (added_by = (select my_worker()) and worker_id <> (select my_worker()) and starts_on >= current_date
    and exists (select from teams t join workers w on w.id = team_members.worker_id where t.id = team_members.team_id
      and (t.agency_id is null or t.agency_id = w.agency_id)
      and ((select i_am('partnership_administrator')) or ((select i_am('agency_administrator')) and t.agency_id = (select my_agency())))));
-- Whoever may add a member may end the membership; an agency's administrators also end its workers' seats in the teams of others. What has ended stays ended.
create policy amend on team_members for update to kith_app using
  ((ends_on is null or ends_on > current_date) and ((select i_am('partnership_administrator')) or ((select i_am('agency_administrator'))
    and (exists (select from teams t where t.id = team_members.team_id and t.agency_id = (select my_agency()))
      or exists (select from workers w where w.id = team_members.worker_id and w.agency_id = (select my_agency()))))))
  with check (ends_on >= current_date);
-- The rules look memberships up, and end them when a worker leaves or moves.
create policy rules on team_members to kith_rules using (true);
grant select on team_members to kith_app;
grant insert (id, team_id, worker_id, starts_on, ends_on, added_by) on team_members to kith_app;
grant update (ends_on) on team_members to kith_app;
grant select, update on team_members to kith_rules;
