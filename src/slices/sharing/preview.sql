-- How a share is looked at before it is made: in a transaction that always ends undone, as somebody who has that one share and nothing else.

create or replace function see_through(of_grant uuid) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  share grants;
  nobody uuid := uuidv7();
begin
  select g.* into share from grants g
    -- Only a share that the worker has just made, in this very transaction, under the rules for making one.
    where g.id = of_grant and g.xmin = pg_current_xact_id()::xid and g.granted_by = my_worker()
      and exists (select from my_access_by_rules(g.case_id, 'lead') mine where mine.grant_id <> g.id);
  -- Nothing opens that the worker could not open otherwise: a share may reach further than its giver, as an agreement does to another agency's sub-cases.
  update case_access a set principal_id = nobody where a.grant_id = share.id and exists (
    select from my_access_by_rules(a.case_id, a.tier) mine where mine.grant_id <> share.id and (mine.knows or not a.knows)
      and (mine.sides is null or a.sides <@ mine.sides) and (mine.categories is null or a.categories <@ mine.categories));
  if not found then raise insufficient_privilege using message = 'This share cannot be previewed.'; end if;
  -- Neither a worker nor an agency that there is: no case, list, message or named reading of anybody's comes with it.
  perform set_config('kith.worker', nobody::text, true), set_config('kith.agency', nobody::text, true),
    set_config('kith.principals', array[nobody]::text, true), set_config('kith.roles', '{}', true), set_config('kith.shut', '{}', true),
    set_config('kith.agreements', array_remove(array[share.agreement_id], null)::text, true),
    set_config('transaction_read_only', 'on', true);
  return nobody;
end $$;
comment on function see_through is 'Turns the worker into nobody with the share that they have just made, for the rest of this transaction, which can write no more and cannot be kept. Gives the id by which that nobody goes.';
alter function see_through owner to kith_rules;
revoke all on function see_through from public;
grant execute on function see_through to kith_app;

create or replace function never_kept() returns trigger language plpgsql as $$
begin
  raise insufficient_privilege using message = 'A preview is never kept.';
end $$;
comment on function never_kept is 'Undoes a transaction that previewed a share and would end otherwise.';
drop trigger if exists never_kept on case_access;
create constraint trigger never_kept after update of principal_id on case_access deferrable initially deferred
  for each row execute function never_kept();
