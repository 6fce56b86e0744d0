-- Rules for drafts.

-- A worker sees their own drafts.
create policy see on drafts for select to kith_app using (worker_id = (select my_worker()));
-- A worker keeps drafts for themself.
create policy add on drafts for insert to kith_app with check (worker_id = (select my_worker()));
-- A worker changes their own drafts.
create policy amend on drafts for update to kith_app using (worker_id = (select my_worker()));
-- A worker throws their own drafts away.
create policy remove on drafts for delete to kith_app using (worker_id = (select my_worker()));
grant select, insert, delete on drafts to kith_app;
grant update (body, saved_at) on drafts to kith_app;
