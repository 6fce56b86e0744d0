-- Each of those who declare a conflict of somebody may do so, also when another has and it is hidden from them: a refusal would tell that it is there.
-- And what was lifted may turn out to hold after all. What is found by itself is still found once.

drop index conflicts_once;
create unique index conflicts_found_once on conflicts (worker_id, person_id, case_id, kind) nulls not distinct where declared_by is null and not place_had_left;
create unique index conflicts_declared_once on conflicts (worker_id, person_id, case_id, declared_by) nulls not distinct where declared_by is not null and lifted_at is null;
