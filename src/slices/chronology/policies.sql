-- Rules for the chronology, and for the readers of what is restricted. Nobody alters or removes an entry.

create or replace function named_for_me(record uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from named_readers n where n.record_id = record and n.worker_id = my_worker() and n.ended_at is null)
$$;
comment on function named_for_me is 'Whether the worker is a named reader of a restricted entry or document. A function, because the rules on those and on named_readers look at each other.';

create or replace function may_name(record uuid, in_case uuid, reader uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from entries e where e.id = record and e.case_id = in_case and e.restricted and e.author_id = my_worker() and e.agency_id = my_agency()
      and works_on(e.case_id, reader, 'read', e.side, e.category))
    or exists (select from documents d where d.id = record and d.case_id = in_case and d.restricted and d.created_by = my_worker() and d.agency_id = my_agency()
      and works_on(d.case_id, reader, 'read', d.side, d.category))
$$;
comment on function may_name is 'Whether the worker wrote this restricted entry or document, and the reader may see the side of the case that it belongs to.';

create or replace function reads_with_others(record uuid, in_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from named_readers n where n.record_id = record and n.worker_id = my_worker() and n.ended_at is null)
    and (exists (select from entries e cross join lateral my_access_by_rules(in_case, 'read', e.side, e.category) where e.id = record and e.case_id = in_case)
      or exists (select from documents d cross join lateral my_access_by_rules(in_case, 'read', d.side, d.category) where d.id = record and d.case_id = in_case))
$$;
comment on function reads_with_others is 'Whether the worker is a named reader of a restricted entry or document at this moment, and may still read what it belongs to. A function of the rules, because the rule on named_readers would otherwise look at itself.';
alter function reads_with_others owner to kith_rules;
revoke all on function reads_with_others from public;
grant execute on function reads_with_others to kith_app;

-- The readers of something restricted, while they may read it, and whoever named them know who its readers are, save in a case that a conflict of interest shuts to them; nobody else does, because a list of readers would tell that there is something to read.
create policy see on named_readers for select to kith_app using (
  ((worker_id = (select my_worker()) or named_by = (select my_worker())) and case_id <> all ((select my_shut())::uuid[])) or reads_with_others(record_id, case_id));
-- Whoever wrote something restricted names its readers, among those who work that side of the case.
create policy add on named_readers for insert to kith_app with check (named_by = (select my_worker()) and may_name(record_id, case_id, worker_id));
-- Whoever named a reader may take the name back, and name them again.
create policy amend on named_readers for update to kith_app using (named_by = (select my_worker()))
  with check (named_by = (select my_worker()) and (ended_at = now() or (ended_at is null and may_name(record_id, case_id, worker_id))));
-- The rules carry the readers of a corrected entry over to its correction, take a name that is taken back off both, and take back the names of a worker who leaves or moves.
create policy rules on named_readers to kith_rules using (true);
grant select on named_readers to kith_app, kith_rules;
grant insert (record_id, case_id, worker_id, named_by) on named_readers to kith_app;
grant update (ended_at) on named_readers to kith_app;
grant insert, update (ended_at) on named_readers to kith_rules;

-- Whoever may read a side of a case, and a category of sensitive information, reads that part of its chronology; a restricted entry is read by its author, while they work for the agency for which they wrote it, and the readers they named, and nobody else learns that it exists.
create policy see on entries for select to kith_app using (
  exists (select from my_access(entries.case_id, 'read', entries.side, entries.category))
  and (not restricted or (author_id = (select my_worker()) and agency_id = (select my_agency())) or named_for_me(id)));
-- Whoever contributes to a side of a case writes in its chronology, in their own name, and about nothing more sensitive than they may read.
create policy add on entries for insert to kith_app with check (
  author_id = (select my_worker()) and agency_id = (select my_agency())
  and exists (select from my_access(entries.case_id, 'contribute', entries.side, entries.category)));
-- Nobody writes or corrects an entry of a closed case.
create policy while_open on entries as restrictive for insert to kith_app with check (is_open(entries.case_id));
grant select on entries to kith_app;
grant insert (id, case_id, kind, occurred_at, body, grade, side, category, restricted, author_id, agency_id, corrects_id, correction_reason) on entries to kith_app;
drop trigger if exists correction_is_of_the_same_case on entries;
drop function if exists correction_is_of_the_same_case;
create or replace function correction_takes_the_mark() returns trigger language plpgsql as $$
begin
  -- Read as the worker who writes: an entry they may not see cannot be corrected, nor its existence guessed.
  -- The same readers exactly: fewer would go on reading what was wrong, more would read what was kept from them.
  select e.side, e.category, e.restricted into new.side, new.category, new.restricted from entries e where e.id = new.corrects_id and e.case_id = new.case_id;
  if not found then
    raise foreign_key_violation using message = 'A correction replaces an entry of the same case.';
  end if;
  return new;
end $$;
comment on function correction_takes_the_mark is 'A correction is of the same case, side and category as what it corrects, and restricted when that was.';
create or replace trigger correction_takes_the_mark before insert on entries
  for each row when (new.corrects_id is not null) execute function correction_takes_the_mark();

create or replace function correction_keeps_readers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into named_readers (record_id, case_id, worker_id, named_by)
    select new.id, new.case_id, reader.id, new.author_id from (
      select n.worker_id as id from named_readers n where n.record_id = new.corrects_id and n.ended_at is null
      union select e.author_id from entries e join workers w on w.id = e.author_id and w.agency_id = e.agency_id where e.id = new.corrects_id) reader
    where reader.id <> new.author_id;
  return null;
end $$;
comment on function correction_keeps_readers is 'The author, unless they work elsewhere by now, and the named readers of a restricted entry read its correction too.';
alter function correction_keeps_readers owner to kith_rules;
revoke all on function correction_keeps_readers from public;
create or replace trigger correction_keeps_readers after insert on entries
  for each row when (new.corrects_id is not null and new.restricted) execute function correction_keeps_readers();

-- With the rules' rights: whoever takes a name back need not have named that reader of the correction, nor see it.
create or replace function name_taken_back() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update named_readers n set ended_at = new.ended_at from entries newer
    where newer.corrects_id = new.record_id and n.record_id = newer.id and n.worker_id = new.worker_id and n.ended_at is null;
  return null;
end $$;
comment on function name_taken_back is 'Whoever may no longer read a restricted entry reads no correction of it either: it says the same.';
alter function name_taken_back owner to kith_rules;
revoke all on function name_taken_back from public;
create or replace trigger name_taken_back after update of ended_at on named_readers
  for each row when (old.ended_at is null and new.ended_at is not null) execute function name_taken_back();
-- With the rules' rights: whoever is named cannot be named anew by the author of a correction who does not know of it, and whoever names them need not see it. It opens nothing by itself: the rule on entries asks for the side and the category too.
create or replace function name_given() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into named_readers (record_id, case_id, worker_id, named_by)
    select newer.id, newer.case_id, new.worker_id, newer.author_id from entries newer
    where newer.corrects_id = new.record_id and newer.restricted and newer.author_id <> new.worker_id
    on conflict (record_id, worker_id) do update set ended_at = null;
  return null;
end $$;
comment on function name_given is 'Whoever is named to read a restricted entry reads what it was corrected to, and not the old words alone.';
alter function name_given owner to kith_rules;
revoke all on function name_given from public;
create or replace trigger name_given after insert on named_readers for each row execute function name_given();
create or replace trigger name_given_again after update of ended_at on named_readers
  for each row when (old.ended_at is not null and new.ended_at is null) execute function name_given();
-- The rules find the author of an entry that is corrected.
create policy rules on entries for select to kith_rules using (true);
grant select on entries to kith_rules;
create or replace trigger something_happened after insert on entries for each row execute function something_happened();

-- Whoever may read an entry sees whom it is about, save those who read it only by shares of the side of a case that must never learn of it.
create policy see on entry_people for select to kith_app using (
  -- Offset: or else PostgreSQL may list every entry of every case of the worker first.
  exists (select from entries e cross join lateral my_access_to_people(e.case_id, 'read', e.side, e.category) where e.id = entry_people.entry_id offset 0));
create or replace function corrects_one_about(entry uuid, person uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from entries e join entry_people old on old.entry_id = e.corrects_id and old.person_id = person where e.id = entry)
$$;
comment on function corrects_one_about is 'Whether an entry corrects another that is about this person. A function, because the rule on entry_people would otherwise look at itself.';

-- Whoever wrote an entry says whom it is about: people they can see, and in a correction whomever the corrected entry is about.
create policy add on entry_people for insert to kith_app with check (
  exists (select from entries e cross join lateral my_access_to_people(e.case_id, 'read', e.side, e.category)
    where e.id = entry_people.entry_id and e.author_id = (select my_worker()))
  and (exists (select from people p where p.id = entry_people.person_id) or corrects_one_about(entry_id, person_id)));
-- In a closed case nobody says any more whom an entry is about.
create policy while_open on entry_people as restrictive for insert to kith_app with check (exists (select from entries e where e.id = entry_people.entry_id and is_open(e.case_id)));
grant select, insert on entry_people to kith_app;
