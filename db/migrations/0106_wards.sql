-- Which ward an address lies in; and indexes by what is compared to find conflicts of interest, so that declaring an interest reads no more than it finds.

create or replace function plain_text(said text) returns text language sql immutable parallel safe as $$
  select regexp_replace(lower(said collate pg_c_utf8), '[^[:alnum:]]+', '', 'g')
$$;
comment on function plain_text is 'Letters and numbers alone, to compare what people typed. Indexes rest on it.';

create or replace function last_digits(said text) returns text language sql immutable parallel safe as $$
  select nullif(right(regexp_replace(said, '[^0-9]', '', 'g'), 10), '')
$$;
comment on function last_digits is 'A number without its gaps and its country. Indexes rest on it.';

create function ward_key(said text) returns text language sql immutable parallel safe as $$
  select public.plain_text(regexp_replace(said, '\mward\M', '', 'gi'))
$$;
comment on function ward_key is 'A ward by its name, whether or not the word ward stands with it. Indexes rest on it.';

create table postcode_wards (
  postcode text primary key check (length(postcode) between 5 and 8),
  ward text not null check (length(ward) between 1 and 100),
  district text not null default '' check (length(district) <= 100)
);
comment on table postcode_wards is 'The ward that each postcode lies in, as far as it was brought in from a public list. Of an address in no postcode here, no ward is known.';
comment on column postcode_wards.district is 'The council whose ward it is, where the list says so: names of wards repeat.';
create index on postcode_wards (plain_text(postcode));
create index on postcode_wards (ward_key(ward));
create index on postcode_wards (ward_key(ward || ' ' || district));

create index person_contacts_postcode on person_contacts (plain_text(postcode)) where kind = 'address' and ended_on is null and postcode <> '';
create index person_contacts_number on person_contacts (last_digits(value)) where kind in ('mobile', 'phone') and ended_on is null;
create index people_whole_name on people (plain_text(given_name || family_name));
create index places_postcode on places (plain_text(postcode)) where postcode <> '';
create index interests_postcode on interests (plain_text(postcode)) where kind = 'home' and ended_at is null;
create index interests_number on interests (last_digits(phone)) where kind = 'phone' and ended_at is null;
create index interests_relative on interests (plain_text(name)) where kind = 'relative' and ended_at is null;
create index interests_ward on interests (ward_key(name)) where kind = 'ward' and ended_at is null;

alter table conflicts drop constraint conflicts_kind_check;
alter table conflicts add constraint conflicts_kind_check check (kind in
  ('declared by worker', 'declared by administrator', 'same surname and address', 'same phone', 'declared relative', 'declared ward'));
-- They are laid anew, for many rows at once.
drop trigger if exists shut_cases on conflicts;
drop function if exists conflict_changed();
drop function if exists find_conflicts(uuid[], uuid[]);
