-- System actors: who acts when the clock strikes and nobody asked. Each is a database role with rules of its own.

do $$
begin
  if not exists (select from pg_roles where rolname = 'kith_clock') then
    create role kith_clock nologin;
  end if;
  grant kith_clock to current_user with set true, inherit false;
end $$;
comment on role kith_clock is 'What the clock sets off signs in as this. It reaches nothing until it has entered as one system actor.';
grant usage on schema public to kith_clock;

create function new_system_actor(actor text) returns void language plpgsql as $$
declare
  role_name constant text := 'kith_' || actor;
begin
  if not exists (select from pg_roles where rolname = role_name) then
    execute format('create role %I nologin', role_name);
  end if;
  execute format('grant %I to current_user with set true, inherit false', role_name);
  execute format('grant %I to kith_clock with set true, inherit false', role_name);
  execute format('grant usage on schema public to %I', role_name);
end $$;
comment on function new_system_actor is 'Makes a system actor, for migrations: a role that the clockwork may enter as, and that no rule knows yet.';
revoke all on function new_system_actor from public;

create function enter_system(actor text) returns void language plpgsql volatile as $$
begin
  perform set_config('role', 'kith_' || actor, true);
end $$;
comment on function enter_system is 'Begins a transaction as a system actor: from here on only the rules made for that actor open anything.';
revoke all on function enter_system from public;
grant execute on function enter_system to kith_clock;

select new_system_actor('reminders');
