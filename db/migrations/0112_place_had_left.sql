-- A conflict by a place's ward that is lifted because the place has left must be found anew when such a place comes into the case again.

alter table conflicts add column place_had_left boolean not null default false;
comment on column conflicts.place_had_left is 'Set when it was lifted while no place of the case lay in the worker''s ward: then it is no answer to the next place there.';
drop index conflicts_worker_id_person_id_case_id_kind_idx;
create unique index conflicts_once on conflicts (worker_id, person_id, case_id, kind) nulls not distinct where not place_had_left;
