-- Reminders by e-mail: what each worker wants to be reminded of, and which mornings have been written to whom.

create table reminder_choices (
  worker_id uuid primary key references workers on delete cascade,
  kinds text[] not null check (kinds <@ array['soon', 'today', 'late', 'others']),
  chosen_at timestamptz not null default now()
);
comment on table reminder_choices is 'What a worker wants to be reminded of by e-mail. Whoever has chosen nothing yet is reminded of everything.';

create table digests (
  worker_id uuid not null references workers on delete cascade,
  day date not null,
  at timestamptz not null default now(),
  primary key (worker_id, day)
);
comment on table digests is 'The mornings on which a worker has been sent their reminder: one a day at most, whatever runs twice.';
