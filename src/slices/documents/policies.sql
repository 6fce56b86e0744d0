-- Rules for documents and stored files. Nobody alters or removes an original.

-- Whoever may read a case sees its documents.
create policy see on documents for select to kith_app using (exists (select from my_access(documents.case_id, 'read')));
-- Whoever contributes to a case adds documents, in their own name.
create policy add on documents for insert to kith_app with check (
  created_by = (select my_worker()) and agency_id = (select my_agency())
  and exists (select from my_access(documents.case_id, 'contribute')));
-- The rules index documents for search.
create policy rules on documents for select to kith_rules using (true);
grant select on documents to kith_app, kith_rules;
grant insert (id, case_id, title, kind, sensitivity, created_by, agency_id) on documents to kith_app;
create or replace trigger something_happened after insert on documents for each row execute function something_happened();

-- Whoever sees a document sees its versions.
create policy see on document_versions for select to kith_app using (exists (select from documents d where d.id = document_versions.document_id));
-- Whoever contributes to a case adds versions to its documents; the file must be of the same case.
create policy add on document_versions for insert to kith_app with check (
  added_by = (select my_worker()) and exists (select from my_access(document_versions.case_id, 'contribute'))
  and exists (select from documents d where d.id = document_versions.document_id and d.case_id = document_versions.case_id)
  and exists (select from files f where f.id = document_versions.file_id and f.case_id = document_versions.case_id));
grant select on document_versions to kith_app;
grant insert (id, document_id, case_id, number, file_id, note, added_by) on document_versions to kith_app;

-- Whoever may read a case may open its files.
create policy see on files for select to kith_app using (exists (select from my_access(files.case_id, 'read')));
-- Whoever contributes to a case stores files in it, in their own name.
create policy add on files for insert to kith_app with check (
  stored_by = (select my_worker()) and exists (select from my_access(files.case_id, 'contribute')));
grant select on files to kith_app;
grant insert (id, sha256, size, type, name, case_id, stored_by) on files to kith_app;
