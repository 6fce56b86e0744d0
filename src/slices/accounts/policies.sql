-- Rules for accounts and sessions: sign-in has a database role of its own, which reaches nothing else.

create or replace function enter_session(token text, request text, touch boolean default true, address text default '', device text default '')
  returns table (worker_id uuid, worker_name text, agency_id uuid, agency_name text, roles text[], principals uuid[])
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  found_session uuid;
  found_worker uuid;
  seen timestamptz;
begin
  select s.id, u.worker_id, s.last_seen_at into found_session, found_worker, seen
    from sessions s join users u on u.id = s.user_id
    where s.token = encode(sha256(convert_to(enter_session.token, 'UTF8')), 'hex')
      and s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => s.idle_minutes);
  if not found then return; end if;
  if touch and seen < now() - interval '1 minute' then
    -- Skipping a locked row: two pages at once must not wait for each other's transaction.
    update sessions s set last_seen_at = now()
      where s.id = (select l.id from sessions l where l.id = found_session for update skip locked);
  end if;
  perform set_config('kith.request', request, true), set_config('kith.address', address, true), set_config('kith.device', device, true);
  return query select * from enter_worker(found_worker);
end $$;
comment on function enter_session is 'Begins a request with the token of a session: sets its worker for this transaction, or nothing at all when the session has ended.';
alter function enter_session owner to kith_rules;
revoke all on function enter_session from public;
grant execute on function enter_session to kith_app;

create or replace function may_sign_in(account uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from users u join workers w on w.id = u.worker_id join agencies a on a.id = w.agency_id
    where u.id = account and works_here(w) and a.suspended_at is null)
$$;
comment on function may_sign_in is 'Whether an account belongs to a worker who works here today.';
alter function may_sign_in owner to kith_rules;
revoke all on function may_sign_in from public;
grant execute on function may_sign_in to kith_auth;

create or replace function record_unsigned(what text, detail jsonb, typed text, account uuid, address text, device text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into events (kind, detail, worker_id, agency_id, address, device)
    select what, record_unsigned.detail, w.id, w.agency_id, left(record_unsigned.address, 64), left(record_unsigned.device, 64)
    from (select) once left join users u on u.id = account or u.email = lower(typed) left join workers w on w.id = u.worker_id
$$;
comment on function record_unsigned is 'Records what was done without anybody being signed in: a try to sign in that failed, a reset asked for, a backup made on the command line. Names the worker when the account is known.';
alter function record_unsigned owner to kith_rules;
revoke all on function record_unsigned from public;
grant execute on function record_unsigned to kith_auth;

create or replace function begin_account(who uuid) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  account uuid;
begin
  insert into users (worker_id, name, email)
    select w.id, w.name, lower(w.email) from workers w where w.id = who
    on conflict (worker_id) do update set name = excluded.name, email = excluded.email
    returning id into account;
  return account;
end $$;
comment on function begin_account is 'The account of a worker, made when there is none.';
alter function begin_account owner to kith_rules;
revoke all on function begin_account from public;
grant execute on function begin_account to kith_auth;

create or replace function invite_worker(who uuid, hashed_token text, until timestamptz) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  invited record;
begin
  select w.id, w.agency_id, w.email into invited from workers w
    where w.id = who and w.suspended_at is null and (w.left_on is null or w.left_on > current_date);
  if not found then return null; end if;
  if not coalesce(i_am('partnership_administrator') or (i_am('agency_administrator') and invited.agency_id = my_agency()), false) then
    raise insufficient_privilege using message = 'Only an administrator of their agency invites a worker.';
  end if;
  -- A newer link makes the older ones useless.
  update invitations i set used_at = now() from users u where u.worker_id = who and i.user_id = u.id and i.used_at is null;
  insert into invitations (user_id, token, invited_by, expires_at) values (begin_account(who), hashed_token, my_worker(), until);
  return lower(invited.email);
end $$;
comment on function invite_worker is 'Makes the one invitation of a worker that counts, for an administrator of their agency; gives the address that its e-mail goes to.';
alter function invite_worker owner to kith_rules;
revoke all on function invite_worker from public;
grant execute on function invite_worker to kith_app;

create or replace function demonstration_people()
  returns table (user_id uuid, worker_id uuid, name text, job_title text, agency_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, w.id, w.name, w.job_title, a.name
    from users u join workers w on w.id = u.worker_id join agencies a on a.id = w.agency_id
    where u.demonstration and w.left_on is null and w.suspended_at is null and a.suspended_at is null
    order by a.name, w.name
$$;
comment on function demonstration_people is 'The invented people of a demonstration, to choose from. None in production.';
alter function demonstration_people owner to kith_rules;
revoke all on function demonstration_people from public;
grant execute on function demonstration_people to kith_auth;

create or replace function account_follows_worker() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update users set name = new.name, email = lower(new.email), updated_at = now() where worker_id = new.id;
  return null;
end $$;
alter function account_follows_worker owner to kith_rules;
create or replace trigger account_follows_worker after update of name, email on workers
  for each row when ((old.name, old.email) is distinct from (new.name, new.email))
  execute function account_follows_worker();

create or replace function end_sessions_of_worker() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from sessions s using users u where u.worker_id = new.id and s.user_id = u.id;
  update invitations i set used_at = now() from users u where u.worker_id = new.id and i.user_id = u.id and i.used_at is null;
  return null;
end $$;
alter function end_sessions_of_worker owner to kith_rules;
create or replace trigger end_sessions_of_worker after update of left_on, suspended_at on workers
  for each row when ((new.left_on is not null and new.left_on <= current_date and old.left_on is distinct from new.left_on)
    or (new.suspended_at is not null and old.suspended_at is null))
  execute function end_sessions_of_worker();

create or replace function end_sessions_at_another_role() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from sessions s using users u where u.worker_id = coalesce(new.worker_id, old.worker_id) and s.user_id = u.id;
  return null;
end $$;
comment on function end_sessions_at_another_role is 'Whoever gains or loses a role signs in anew: a session from before carries neither.';
alter function end_sessions_at_another_role owner to kith_rules;
create or replace trigger end_sessions_at_another_role after insert or delete on worker_roles
  for each row execute function end_sessions_at_another_role();

-- Sign-in looks accounts up and keeps them.
create policy sign_in on users to kith_auth using (true);
-- The rules find the worker of a session, and make the account of a worker who is invited.
create policy rules on users to kith_rules using (true);
grant select, insert, update on users to kith_auth, kith_rules;

-- Sign-in begins and ends sessions.
create policy sign_in on sessions to kith_auth using (true);
-- The rules find a session, note when it was last seen, and end those of a worker who leaves.
create policy rules on sessions to kith_rules using (true);
grant select, insert, update, delete on sessions to kith_auth;
grant select, delete on sessions to kith_rules;
grant update (last_seen_at) on sessions to kith_rules;

-- Sign-in checks and changes passwords.
create policy sign_in on credentials to kith_auth using (true);
grant select, insert, update, delete on credentials to kith_auth;

-- Sign-in keeps its short-lived proofs.
create policy sign_in on verifications to kith_auth using (true);
grant select, insert, update, delete on verifications to kith_auth;

-- Sign-in checks codes of authenticator apps and recovery codes.
create policy sign_in on two_factors to kith_auth using (true);
grant select, insert, update, delete on two_factors to kith_auth;

-- Sign-in checks and keeps passkeys.
create policy sign_in on passkeys to kith_auth using (true);
grant select, insert, update, delete on passkeys to kith_auth;

-- Sign-in takes an invitation up.
create policy sign_in on invitations to kith_auth using (true);
-- The rules make an invitation for an administrator of the worker's agency.
create policy rules on invitations to kith_rules using (true);
grant select, insert, update on invitations to kith_auth, kith_rules;

-- Sign-in counts the tries at each account and from each address.
create policy sign_in on sign_in_attempts to kith_auth using (true);
grant select, insert, update, delete on sign_in_attempts to kith_auth;

-- Sign-in keeps a form whose session ended, encrypted, until its writer is back.
create policy sign_in on carried_forms to kith_auth using (true);
grant select, insert, delete on carried_forms to kith_auth;
