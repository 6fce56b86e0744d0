-- Which agreement is in force today, and whom it binds: said once, and asked by every rule that rests on it. Without settings of their own, so that PostgreSQL makes them part of what asks.

create or replace function in_force(agreed agreements) returns boolean language sql stable parallel safe as $$
  select agreed.suspended_at is null and agreed.starts_on <= current_date and current_date < agreed.ends_on
$$;
comment on function in_force is 'Whether an agreement has begun, has not ended and is not suspended.';

create or replace function is_party(party agreement_parties) returns boolean language sql stable parallel safe as $$
  select party.signed_on <= current_date and (party.left_on is null or party.left_on > current_date)
$$;
comment on function is_party is 'Whether an agency has signed an agreement and has not left it.';
