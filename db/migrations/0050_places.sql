-- Places are found again by their postcode, also among millions.

create index on places (postcode);
alter table case_places add column graded_at timestamptz;
comment on column case_places.graded_at is 'When the grade was given; set by the rules together with graded_by, never by hand.';
