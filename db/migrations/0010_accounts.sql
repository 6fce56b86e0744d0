-- Accounts: how a worker proves who they are, and where they are signed in.

create table users (
  id uuid primary key default uuidv7(),
  worker_id uuid not null unique references workers on delete cascade,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table users is 'The account of a worker. Name and e-mail follow the worker.';
comment on column users.demonstration is 'An invented person of the demonstration, who signs in with one click. Production refuses them.';

create table sessions (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  idle_minutes int not null default 30 check (idle_minutes > 0),
  last_seen_at timestamptz not null default now(),
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table sessions is 'Where a worker is signed in. It ends at expires_at, or when nothing was clicked for idle_minutes.';
comment on column sessions.token is 'The SHA-256 of the token in the cookie: who reads this table can sign in as nobody.';
create index on sessions (user_id);
create index on sessions (expires_at);

create table credentials (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
comment on table credentials is 'A worker''s password, as a salted scrypt hash.';
create index on credentials (user_id);

create table verifications (
  id uuid primary key default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table verifications is 'Short-lived proofs of sign-in: a reset under way, a second step awaited, a passkey challenge. Kept under hashed names.';
create index on verifications (identifier);
create index on verifications (expires_at);

create table two_factors (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);
comment on table two_factors is 'The authenticator app of a worker and their recovery codes, both encrypted.';
create index on two_factors (user_id);

create table passkeys (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users on delete cascade,
  name text check (length(name) <= 100),
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz default now()
);
comment on table passkeys is 'Passkeys of a worker: public halves only.';
create index on passkeys (user_id);

create table invitations (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users on delete cascade,
  token text not null unique,
  invited_by uuid references workers,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table invitations is 'A link that lets a worker begin their account, once. Kept as a hash.';
create index on invitations (user_id);

create table sign_in_attempts (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('password', 'code', 'passkey', 'reset', 'invitation')),
  account text not null,
  address text not null,
  user_id uuid references users on delete set null,
  succeeded boolean not null default false,
  at timestamptz not null default now()
);
comment on table sign_in_attempts is 'Tries to sign in, for lock-out and to see attacks. Kept for 90 days.';
comment on column sign_in_attempts.account is 'A keyed hash of the e-mail typed, so that no list of addresses builds up here.';
create index on sign_in_attempts (account, at);
create index on sign_in_attempts (address, at);

create table carried_forms (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users on delete cascade,
  action text not null check (length(action) between 1 and 2000),
  sealed bytea not null,
  created_at timestamptz not null default now()
);
comment on table carried_forms is 'A form that arrived after its session had ended, encrypted, waiting a day for its writer to sign in again.';
create index on carried_forms (user_id);
