-- Rules for documents and stored files. Nobody alters or removes an original.

-- Whoever may read a side of a case, and a category of sensitive information, sees the documents that belong there; a restricted document is seen by whoever added it, while they work for the agency for which they did, and the readers they named, and nobody else learns that it exists.
create policy see on documents for select to kith_app using (
  exists (select from my_access(documents.case_id, 'read', documents.side, documents.category))
  and (not restricted or (created_by = (select my_worker()) and agency_id = (select my_agency())) or named_for_me(id)));
-- Whoever contributes to a side of a case adds documents there, in their own name.
create policy add on documents for insert to kith_app with check (
  created_by = (select my_worker()) and agency_id = (select my_agency())
  and exists (select from my_access(documents.case_id, 'contribute', documents.side, documents.category)));
-- The rules index documents for search.
create policy rules on documents for select to kith_rules using (true);
-- Nobody adds a document to a closed case.
create policy while_open on documents as restrictive for insert to kith_app with check (is_open(documents.case_id));
grant select on documents to kith_app, kith_rules;
grant insert (id, case_id, title, kind, side, category, restricted, created_by, agency_id) on documents to kith_app;
create or replace trigger something_happened after insert on documents for each row execute function something_happened();

-- Whoever sees a document sees its versions.
create policy see on document_versions for select to kith_app using (exists (select from documents d where d.id = document_versions.document_id));
create or replace function i_see_file(which uuid, in_case uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select from files f where f.id = which and f.case_id = in_case)
$$;
comment on function i_see_file is 'Whether the worker may open a file of a case. A function, because the rules on files and on document versions look at each other.';

-- Whoever contributes to the side of a case that a document belongs to adds versions to it; the file must be of the same case, and open to them.
create policy add on document_versions for insert to kith_app with check (
  added_by = (select my_worker())
  and exists (select from documents d cross join lateral my_access(d.case_id, 'contribute', d.side, d.category)
    where d.id = document_versions.document_id and d.case_id = document_versions.case_id)
  and i_see_file(file_id, case_id));
-- Nor a version of one.
create policy while_open on document_versions as restrictive for insert to kith_app with check (is_open(document_versions.case_id));
grant select on document_versions to kith_app;
grant insert (id, document_id, case_id, number, file_id, note, added_by) on document_versions to kith_app;

-- Whoever sees a version of a document may open its file; whoever is storing a file at this moment sees it too.
create policy see on files for select to kith_app using (
  exists (select from document_versions v where v.file_id = files.id)
  or (stored_by = (select my_worker()) and stored_at = now() and exists (select from my_access(files.case_id, 'contribute'))));
-- Whoever contributes to a case stores files in it, in their own name.
create policy add on files for insert to kith_app with check (
  stored_by = (select my_worker()) and exists (select from my_access(files.case_id, 'contribute')));
-- Nobody stores a file in a closed case.
create policy while_open on files as restrictive for insert to kith_app with check (is_open(files.case_id));
grant select on files to kith_app;
grant insert (id, sha256, size, type, name, case_id, stored_by) on files to kith_app;
