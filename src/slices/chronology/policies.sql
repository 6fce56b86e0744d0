-- Rules for the chronology. Nobody alters or removes an entry.

-- Whoever may read a case reads its chronology.
create policy see on entries for select to kith_app using (exists (select from my_cases('read') m where m.case_id = entries.case_id));
-- Whoever contributes to a case writes in its chronology, in their own name; a correction replaces an entry of the same case.
create policy add on entries for insert to kith_app with check (
  author_id = (select my_worker()) and agency_id = (select my_agency())
  and exists (select from my_cases('contribute') m where m.case_id = entries.case_id)
  and (corrects_id is null or exists (select from entries old where old.id = entries.corrects_id and old.case_id = entries.case_id)));
grant select on entries to kith_app;
grant insert (id, case_id, kind, occurred_at, body, grade, sensitivity, author_id, agency_id, corrects_id, correction_reason) on entries to kith_app;
create or replace trigger something_happened after insert on entries for each row execute function something_happened();

-- Whoever may read an entry sees whom it is about.
create policy see on entry_people for select to kith_app using (exists (select from entries e where e.id = entry_people.entry_id));
-- Whoever wrote an entry says whom it is about: people they can see.
create policy add on entry_people for insert to kith_app with check (
  exists (select from entries e where e.id = entry_people.entry_id and e.author_id = (select my_worker()))
  and exists (select from people p where p.id = entry_people.person_id));
grant select, insert on entry_people to kith_app;
