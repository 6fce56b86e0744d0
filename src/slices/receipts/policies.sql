-- Rules for receipts: who reads and says that what was shared was understood and acted upon, and who is told that nobody opened it.

-- What is said on a receipt is read by those with whom the case is shared, while it is, and by whoever leads the case with all that the share opens. Nobody else, and nobody in conflict with the case.
create policy see on receipts for select to kith_app using (i_received(grant_id) or i_gave(grant_id));
-- A worker with whom a case is shared, and who has looked at it, says in their own name and once for the share that it is understood, and what was done; a task counts when it is done, and of that case. Whoever leads the case with all that the share opens answers what they ask.
create policy add on receipts for insert to kith_app with check (
  worker_id = (select my_worker()) and at = now()
  and case when step = 'answered' then a_question_waits(grant_id) else exists (select from receipts_of(array[grant_id]) mine where mine.received and mine.i_opened) end
  and (task_id is null or exists (select from tasks t join grants g on g.case_id = t.case_id where t.id = task_id and g.id = grant_id and t.done_at is not null)));
-- The rules know whether something was asked.
create policy rules on receipts for select to kith_rules using (true);
grant select on receipts to kith_app, kith_rules;
grant insert (grant_id, step, worker_id, words, task_id) on receipts to kith_app;

-- A worker sees that they were told of something urgent, also after it was opened.
create policy see on urgent_alerts for select to kith_app using (worker_id = (select my_worker()));
-- An alert is noted as written, once, by the worker to whom it is written.
create policy amend on urgent_alerts for update to kith_app using (worker_id = (select my_worker()) and mailed_at is null)
  with check (worker_id = (select my_worker()) and mailed_at = now());
-- The rules tell the team of those to whom an urgent share or message went.
create policy rules on urgent_alerts to kith_rules using (true);
grant select (id, worker_id, told_at, mailed_at) on urgent_alerts to kith_app;
grant update (mailed_at) on urgent_alerts to kith_app;
grant select, insert on urgent_alerts to kith_rules;

-- Who opened a share first is told by the rules' own functions, to those at its two ends.
create policy rules on first_looks to kith_rules using (true);
grant select, insert, update on first_looks to kith_rules;

-- What was said on a receipt is told as a deed to those who read the receipt, and to nobody else in the case.
create policy see_receipts on events for select to kith_app using (
  kind in ('share_understood', 'share_question_answered', 'share_acted_upon') and (i_received(subject_id) or i_gave(subject_id)));

-- Whoever shares a case says by when it is to be opened.
grant insert (open_by) on grants to kith_app;
-- What the clock does for receipts: it tells the team and promises the e-mails, and reads nothing.
grant execute on function enqueue to kith_receipts;
