-- Whether a session began with something that the worker holds, and not only with what they know.

alter table sessions add column by_passkey boolean not null default false;
comment on column sessions.by_passkey is 'It began with a passkey, which is two factors in one.';
