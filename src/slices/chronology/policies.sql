-- Rules for the chronology. Nobody alters or removes an entry.

-- Whoever may read a case reads its chronology.
create policy see on entries for select to kith_app using (exists (select from my_access(entries.case_id, 'read')));
-- Whoever contributes to a case writes in its chronology, in their own name.
create policy add on entries for insert to kith_app with check (
  author_id = (select my_worker()) and agency_id = (select my_agency())
  and exists (select from my_access(entries.case_id, 'contribute')));
grant select on entries to kith_app;
grant insert (id, case_id, kind, occurred_at, body, grade, sensitivity, author_id, agency_id, corrects_id, correction_reason) on entries to kith_app;
create or replace function correction_is_of_the_same_case() returns trigger language plpgsql as $$
begin
  -- Read as the worker who writes: an entry they may not see cannot be corrected, nor its existence guessed.
  if not exists (select from entries e where e.id = new.corrects_id and e.case_id = new.case_id) then
    raise foreign_key_violation using message = 'A correction replaces an entry of the same case.';
  end if;
  return new;
end $$;
create or replace trigger correction_is_of_the_same_case before insert on entries
  for each row when (new.corrects_id is not null) execute function correction_is_of_the_same_case();
create or replace trigger something_happened after insert on entries for each row execute function something_happened();

-- Whoever may read an entry sees whom it is about.
create policy see on entry_people for select to kith_app using (exists (select from entries e where e.id = entry_people.entry_id));
create or replace function corrects_one_about(entry uuid, person uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from entries e join entry_people old on old.entry_id = e.corrects_id and old.person_id = person where e.id = entry)
$$;
comment on function corrects_one_about is 'Whether an entry corrects another that is about this person. A function, because the rule on entry_people would otherwise look at itself.';

-- Whoever wrote an entry says whom it is about: people they can see, and in a correction whomever the corrected entry is about.
create policy add on entry_people for insert to kith_app with check (
  exists (select from entries e where e.id = entry_people.entry_id and e.author_id = (select my_worker()))
  and (exists (select from people p where p.id = entry_people.person_id) or corrects_one_about(entry_id, person_id)));
grant select, insert on entry_people to kith_app;
