-- Who asks: database roles, and the look-ups by which every rule knows the worker behind a request.

create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;
create extension if not exists unaccent;

do $$
declare
  name text;
begin
  foreach name in array array['kith_app', 'kith_auth', 'kith_jobs', 'kith_rules', 'kith_backup'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
    execute format('grant %I to current_user with set true, inherit %s', name, case when name = 'kith_rules' then 'true' else 'false' end);
  end loop;
end $$;

comment on role kith_app is 'Every page, form and job: what it sees is decided by the policies for the worker behind the request.';
comment on role kith_auth is 'Sign-in only: reaches accounts and sessions, and nothing about any case.';
comment on role kith_rules is 'Owns the functions that derive access and the search index. Nobody signs in as it.';
comment on role kith_backup is 'Reads every table for a backup, and writes none.';

revoke all on schema public from public;
grant usage on schema public to kith_app, kith_auth, kith_backup;
grant usage, create on schema public to kith_rules;

create function my_worker() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('kith.worker', true), '')::uuid $$;
comment on function my_worker is 'The worker behind this request, or null: then every rule answers no.';

create function my_agency() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('kith.agency', true), '')::uuid $$;
comment on function my_agency is 'The agency that the worker belongs to today.';

create function my_principals() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('kith.principals', true), ''), '{}')::uuid[] $$;
comment on function my_principals is 'The worker, their agency and their teams of today: whatever a case can be shared with that includes them.';

create function my_agreements() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('kith.agreements', true), ''), '{}')::uuid[] $$;
comment on function my_agreements is 'Sharing agreements in force today that the worker''s agency has signed.';

create function i_am(role text) returns boolean language sql stable parallel safe
  as $$ select role = any (coalesce(nullif(current_setting('kith.roles', true), ''), '{}')::text[]) $$;
comment on function i_am is 'Whether the worker holds a role, such as agency_administrator.';
