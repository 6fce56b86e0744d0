-- A conflict is with a person and not with a record: what was merged with theirs before this release is shut too. From now on triggers do it.

alter table conflicts no force row level security;
alter table person_merges no force row level security;
alter table case_people no force row level security;
alter table shut_cases no force row level security;
insert into shut_cases (worker_id, case_id)
  with recursive one as (
    select c.worker_id, c.person_id from conflicts c where c.lifted_at is null and c.person_id is not null
    union
    select one.worker_id, case m.kept_id when one.person_id then m.absorbed_id else m.kept_id end
      from one join person_merges m on one.person_id in (m.kept_id, m.absorbed_id) and m.ended_at is null
  )
  select distinct one.worker_id, cp.case_id from one join case_people cp on cp.person_id = one.person_id and cp.ended_at is null
  on conflict do nothing;
alter table conflicts force row level security;
alter table person_merges force row level security;
alter table case_people force row level security;
alter table shut_cases force row level security;
