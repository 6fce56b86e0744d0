-- Who works where today: said once, and asked by every rule that rests on it. Without settings of their own, so that PostgreSQL makes them part of what asks.

create or replace function works_here(who workers) returns boolean language sql stable parallel safe as $$
  select who.suspended_at is null and who.joined_on <= current_date and (who.left_on is null or who.left_on > current_date)
$$;
comment on function works_here is 'Whether a worker works today: has joined, has not left and is not suspended. Whether their agency is suspended is asked beside it.';

create or replace function is_seated(seat team_members) returns boolean language sql stable parallel safe as $$
  select seat.starts_on <= current_date and (seat.ends_on is null or seat.ends_on > current_date)
$$;
comment on function is_seated is 'Whether a worker''s seat in a team has begun and not ended.';
