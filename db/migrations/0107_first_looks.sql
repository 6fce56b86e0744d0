-- Who opened each share first: what receipts and Today tell, without searching every month of the record for each share.

create table first_looks (
  grant_id uuid primary key references grants,
  worker_id uuid not null references workers,
  at timestamptz not null
);
comment on table first_looks is 'Who of those that a share is with looked at its case first, derived from their looks, which remain the record.';
comment on column first_looks.at is 'When they did. Nothing here while nobody has.';

-- The owner of the tables reads the record once; every table is forced under its rules before and after.
alter table looks no force row level security;
alter table grants no force row level security;
alter table team_members no force row level security;
insert into first_looks (grant_id, worker_id, at)
  select distinct on (g.id) g.id, l.worker_id, l.at from grants g join looks l on l.case_id = g.case_id
  where g.basis not in ('owner', 'break-glass') and l.kind in ('case', 'brief') and l.worker_id is not null and l.worker_id is distinct from g.granted_by
    and l.at >= g.starts_at and l.at < least(g.ends_at, g.revoked_at)
    and (g.principal_id in (l.worker_id, l.agency_id) or exists (select from team_members m
      where m.team_id = g.principal_id and m.worker_id = l.worker_id and m.starts_on <= l.at::date and (m.ends_on is null or m.ends_on >= l.at::date)))
  order by g.id, l.at;
alter table looks force row level security;
alter table grants force row level security;
alter table team_members force row level security;
alter table first_looks enable row level security, force row level security;
