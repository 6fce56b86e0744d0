-- Who can read one row of a case: asked by whoever can read it themselves. The rules about named readers stand with the chronology.

create or replace function who_reads(which_case uuid, of_side text, of_category text, ties_people boolean) returns table (id uuid, tier tier)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.tier from reach_of(which_case, of_side, of_category, 'worker', ties_people) r
  where exists (select from my_access_by_rules(which_case, 'read', of_side, of_category) mine where mine.knows or not ties_people)
$$;
comment on function who_reads is 'For whoever may read this side of a case, and this category of sensitive information: every worker whom it reaches, and how far; of what ties somebody to a case, nobody who knows only the side that must never learn of it.';
alter function who_reads owner to kith_rules;
revoke all on function who_reads from public;
grant execute on function who_reads to kith_app;
