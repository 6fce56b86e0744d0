-- The whole record as one trail, and what in it is odd enough for a person to look at.

-- It now also takes from where the request came.
drop function if exists enter_session(text, text, boolean);

create view trail with (security_invoker = true) as
  select 'deed' as what, id, kind, case_id, subject_id, worker_id, agency_id, at, address, device, detail, '' as words from events
  union all
  select 'look', id, kind, case_id, subject_id, worker_id, agency_id, at, address, device, '{}', words from looks;
comment on view trail is 'Deeds and looks together, each row under the rules of its own table.';

create table patterns (
  key text primary key check (key ~ '^[a-z_]{3,40}$'),
  name text not null,
  threshold int not null check (threshold > 0),
  reason text not null
);
comment on table patterns is 'What counts as odd in the looks of one worker on one day: from how many on, and why.';
insert into patterns (key, name, threshold, reason) values
  ('own_name', 'Own family name', 1, 'A worker who opens a person of their own family name may be looking up a relative, or themselves. One is enough to ask; common names will often have a good reason.'),
  ('no_case', 'People without a case', 5, 'People whom no case of the worker, their team or their agency touches. A few a day come from checking whether somebody is known; five is more than that.'),
  ('unusual_hours', 'At night', 10, 'Between 22:00 and 06:00. Those who work nights will explain it once; ten looks is more than a glance at tomorrow.'),
  ('volume', 'Very many', 150, 'Different people, cases and documents in one day. A busy worker opens about forty; 150 looks like copying.'),
  ('refused', 'Closed doors', 8, 'Requests that were refused. A few are old links; eight in a day look like trying.');

create table flags (
  id uuid primary key default uuidv7(),
  pattern text not null references patterns,
  worker_id uuid not null references workers on delete cascade,
  agency_id uuid not null references agencies,
  day date not null,
  found int not null check (found > 0),
  subjects uuid[] not null default '{}' check (cardinality(subjects) <= 10),
  found_at timestamptz not null default now(),
  outcome text check (outcome in ('explained', 'spoken_to', 'investigated')),
  note text not null default '' check (length(note) <= 1000),
  reviewed_by uuid references workers,
  reviewed_at timestamptz,
  unique (pattern, worker_id, day),
  check ((outcome is null) = (reviewed_at is null) and (outcome is null) = (reviewed_by is null))
);
comment on table flags is 'A pattern found in what one worker looked at on one day, for an information-governance lead to review. It says that something is unusual, not that it is wrong.';
create index on flags (agency_id, day desc);

select new_system_actor('patterns');
