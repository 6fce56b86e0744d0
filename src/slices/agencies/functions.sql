-- Who works where and which agreement is in force today: said once, and asked by every rule that rests on it. Without settings of their own, so that PostgreSQL makes them part of what asks.

create or replace function works_here(who workers) returns boolean language sql stable parallel safe as $$
  select who.suspended_at is null and who.joined_on <= current_date and (who.left_on is null or who.left_on > current_date)
$$;
comment on function works_here is 'Whether a worker works today: has joined, has not left and is not suspended. Whether their agency is suspended is asked beside it.';

create or replace function is_seated(seat team_members) returns boolean language sql stable parallel safe as $$
  select seat.starts_on <= current_date and (seat.ends_on is null or seat.ends_on > current_date)
$$;
comment on function is_seated is 'Whether a worker''s seat in a team has begun and not ended.';

create or replace function in_force(agreed agreements) returns boolean language sql stable parallel safe as $$
  select agreed.suspended_at is null and agreed.starts_on <= current_date and current_date < agreed.ends_on
$$;
comment on function in_force is 'Whether an agreement has begun, has not ended and is not suspended.';

create or replace function is_party(party agreement_parties) returns boolean language sql stable parallel safe as $$
  select party.signed_on <= current_date and (party.left_on is null or party.left_on > current_date)
$$;
comment on function is_party is 'Whether an agency has signed an agreement and has not left it.';
