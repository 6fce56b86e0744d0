-- A case whose lead has left and that the administrator who let them go could not hand on is told to the others: notices then say whose it was.
alter table notices drop constraint notices_kind_check;
alter table notices add check (kind in ('consent_withdrawn', 'case_opened_in_emergency', 'opening_reviewed', 'case_left_behind')),
  add column about_id uuid references workers on delete cascade,
  add check ((kind = 'case_left_behind') = (about_id is not null));
