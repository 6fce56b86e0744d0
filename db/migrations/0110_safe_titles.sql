-- Whether some words hold a safe address or number is found by an index, whoever and however many they are of.

create function safe_traces(value text, postcode text) returns text[] language sql immutable parallel safe as $$
  select array(select trace from (values
      (public.plain_text(value), 8), (public.plain_text(split_part(replace(value, E'\n', ','), ',', 1)), 8), (public.plain_text(postcode), 5),
      (case when value ~ '^[0-9\s()+-]+$' then right(public.plain_text(value), 9) end, 9)) held (trace, least)
    where length(trace) >= least)
$$;
comment on function safe_traces is 'What gives a safe address or number away: all of it, its first line, its postcode, the end of the number. So short a line as “Flat 2” stands in many addresses, and is none. An index rests on it.';

create index person_contacts_safe on person_contacts using gin (safe_traces(value, postcode)) where category = 'safe address';
