-- Cases, who they are shared with, and the narrow derived table that every rule reads.

create type tier as enum ('pointer', 'headline', 'read', 'contribute', 'lead');
comment on type tier is 'How far a share goes. pointer: ask them · headline: what it is and who leads it · read: everything · contribute: add to it · lead: share and close it.';

create table programmes (
  key text not null,
  version int not null,
  name text not null,
  definition jsonb not null,
  primary key (key, version)
);
comment on table programmes is 'Released programme definitions, copied from the code; a case keeps the version it opened under.';

create function new_reference() returns text language plpgsql volatile as $$
declare
  letters constant text := '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  bytes constant bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  code text := '';
  i int;
begin
  -- Bytes 6 and 8 of a random uuid carry fixed bits, so they are passed over.
  foreach i in array array[0, 1, 2, 3, 4, 5, 7, 10] loop
    code := code || substr(letters, 1 + get_byte(bytes, i) % length(letters), 1);
    if length(code) = 4 then code := code || '-'; end if;
  end loop;
  return code;
end $$;
comment on function new_reference is 'A case reference such as 7KQM-4RTX: readable over the phone, and too rare to guess.';

create table cases (
  id uuid primary key default uuidv7(),
  reference text not null unique default new_reference(),
  programme text not null,
  programme_version int not null,
  parent_id uuid references cases on delete restrict,
  owner_agency_id uuid not null references agencies on delete restrict,
  owner_team_id uuid references teams on delete restrict,
  lead_worker_id uuid not null references workers on delete restrict,
  title text not null check (length(title) between 3 and 200),
  summary text not null default '' check (length(summary) <= 4000),
  stage text not null,
  marking text not null default 'OFFICIAL' check (marking in ('OFFICIAL', 'OFFICIAL-SENSITIVE')),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  opened_at timestamptz not null default now(),
  opened_by uuid not null references workers,
  closed_at timestamptz,
  active_at timestamptz not null default now(),
  version int not null default 1,
  foreign key (programme, programme_version) references programmes,
  check (parent_id <> id)
);
comment on table cases is 'A piece of work about people and places, of one programme, led by one worker of one agency.';
comment on column cases.owner_team_id is 'When set, only this team of the owner agency works the case; otherwise the whole agency does.';
comment on column cases.starts_on is 'With ends_on: the period that the counter counts (day 43 of 120).';
comment on column cases.active_at is 'When anything last happened; orders lists.';
create index on cases (parent_id) where parent_id is not null;
create index on cases (lead_worker_id);
create index on cases (owner_agency_id);

create table case_pointers (
  case_id uuid primary key references cases on delete cascade,
  reference text not null,
  owner_agency_id uuid not null references agencies
);
comment on table case_pointers is 'All that a pointer shows: this agency holds something, ask them.';
create index on case_pointers (owner_agency_id);

create table grants (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  principal_id uuid not null references principals on delete restrict,
  tier tier not null,
  basis text not null check (basis in ('owner', 'agreement', 'statutory gateway', 'vital interests')),
  agreement_id uuid references agreements on delete restrict,
  gateway text not null default '' check (length(gateway) <= 300),
  reason text not null check (length(reason) between 3 and 1000),
  includes_sub_cases boolean not null default false,
  sides text[],
  sensitive boolean not null default true,
  starts_at timestamptz not null default now(),
  ends_at timestamptz not null default 'infinity' check (ends_at > starts_at),
  granted_by uuid references workers,
  granted_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by uuid references workers,
  revoke_reason text not null default '' check (length(revoke_reason) <= 1000),
  check ((basis = 'agreement') = (agreement_id is not null)),
  check (basis <> 'statutory gateway' or length(gateway) > 2)
);
comment on table grants is 'A share: one case, with an agency, a team or a worker, at a tier, on a legal basis, for a reason, for a time.';
comment on column grants.sides is 'The sides of the case that the share opens; null means all of it.';
create index on grants (case_id);
create index on grants (principal_id);
create index on grants (agreement_id) where agreement_id is not null;

create table case_access (
  grant_id uuid not null references grants on delete cascade,
  case_id uuid not null references cases on delete cascade,
  principal_id uuid not null,
  tier tier not null,
  agreement_id uuid,
  sides text[],
  sensitive boolean not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  open boolean not null,
  active_at timestamptz not null,
  primary key (case_id, principal_id, grant_id)
);
comment on table case_access is 'Derived from grants by triggers, never written by hand: the one table that every rule about cases reads.';
create index on case_access (principal_id, open, active_at desc) include (case_id, tier, starts_at, ends_at, agreement_id);
create index on case_access (grant_id);

create function my_cases(at_least tier) returns table (case_id uuid) language sql stable parallel safe as $$
  select access.case_id from case_access access
  where access.principal_id = any ((select my_principals())::uuid[])
    and access.tier >= at_least
    and access.starts_at <= now() and now() < access.ends_at
    and (access.agreement_id is null or access.agreement_id = any ((select my_agreements())::uuid[]))
$$;
comment on function my_cases is 'The cases that the worker may see at this tier or above, at this moment.';

create table closures (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  reason text not null check (length(reason) between 1 and 100),
  result text not null check (length(result) between 1 and 4000),
  person_view text not null default '' check (length(person_view) <= 4000),
  closed_by uuid not null references workers,
  closed_at timestamptz not null default now(),
  reopened_by uuid references workers,
  reopened_at timestamptz,
  reopen_reason text not null default '' check (length(reopen_reason) <= 1000)
);
comment on table closures is 'Why and how a case was closed, in the worker''s words and in the person''s own; a reopened case keeps its closures.';
create index on closures (case_id);
create unique index on closures (case_id) where reopened_at is null;

create table outcomes (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases on delete cascade,
  agency_id uuid not null references agencies,
  kind text not null check (length(kind) between 1 and 100),
  detail text not null default '' check (length(detail) <= 4000),
  quantity int not null default 1 check (quantity between 1 and 100000),
  achieved_on date not null,
  recorded_by uuid not null references workers,
  recorded_at timestamptz not null default now()
);
comment on table outcomes is 'What was achieved, recorded by whichever agency delivered it.';
create index on outcomes (case_id);
