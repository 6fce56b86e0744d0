-- The record of deeds and of looks, divided by month; where each came from; the turn in which it was written; and the seals over both.

create function audit_offset() returns bigint language sql immutable parallel safe as $$ select 0::bigint $$;
comment on function audit_offset is 'What is added to PostgreSQL''s own transaction numbers, so that turns go on rising when a backup is restored into a younger server.';

create function audit_turn() returns bigint language sql volatile
  as $$ select pg_current_xact_id()::text::bigint + audit_offset() $$;
comment on function audit_turn is 'The turn of this transaction. All rows of one transaction share it; a later transaction has a higher one, though it may commit first.';

create function asked_from(what text) returns text language sql stable parallel safe
  as $$ select left(coalesce(current_setting('kith.' || what, true), ''), 64) $$;
comment on function asked_from is 'From where this request was asked: its address, or its device. Empty for jobs.';

create function lay_months(whole text, first date, last date) returns void
  language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '3s' as $$
declare
  month date;
  part text;
begin
  perform pg_advisory_xact_lock(hashtext('kith months'));
  for month in select generate_series(date_trunc('month', first), date_trunc('month', last), interval '1 month') loop
    part := whole || to_char(month, '_YYYY_MM');
    continue when to_regclass(part) is not null;
    begin
      execute format('create table %I partition of %I for values from (%L) to (%L)', part, whole,
        to_char(month, 'YYYY-MM-DD') || ' 00:00+00', to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00+00');
      -- Nobody reads or writes a part by its own name; only through the whole, whose rules decide.
      execute format('alter table %I enable row level security', part);
      execute format('alter table %I force row level security', part);
    exception when lock_not_available or check_violation then
      -- Too busy just now, or rows of that month lie in the rest already, where they are as safe: the next try may do it.
      null;
    end;
  end loop;
end $$;
comment on function lay_months is 'Makes the parts of a table for months that have none.';
revoke all on function lay_months from public;

alter table events rename to events_before;
alter table looks rename to looks_before;
alter table events_before no force row level security;
alter table looks_before no force row level security;

-- What was added to these tables by other changes comes along; links to cases do not, because the record outlives what it is about.
create table events (like events_before including defaults including constraints including comments) partition by range (at);
create table looks (like looks_before including defaults including constraints including comments) partition by range (at);
comment on table events is 'What somebody did, in the past tense: the chronology''s system lines, and the source of live refresh. Divided by month; never altered; sealed.';
comment on table looks is 'Who looked at what, when, written in the same transaction as the page: no log, no page. Divided by month; never altered; sealed. Source: Data Protection Act 2018 s62 (logs of consultation).';

alter table events add turn bigint, add address text not null default asked_from('address'), add device text not null default asked_from('device');
alter table looks add turn bigint, add address text not null default asked_from('address'), add device text not null default asked_from('device');

create table events_rest partition of events default;
create table looks_rest partition of looks default;

do $$ declare
  whole text;
  columns text;
  first date;
begin
  foreach whole in array array['events', 'looks'] loop
    execute format('select min(at)::date from %I', whole || '_before') into first;
    perform lay_months(whole, coalesce(first, current_date), current_date);
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns
      from pg_attribute where attrelid = (whole || '_before')::regclass and attnum > 0 and not attisdropped;
    -- Turns below zero, a thousand rows to each, in the order of time: before anything that is written from now on.
    execute format('insert into %1$I (%2$s, turn, address, device)
      select %2$s, (row_number() over (order by at, id) - 1) / 1000 - 1000000000, '''', '''' from %3$I', whole, columns, whole || '_before');
    execute format('drop table %I cascade', whole || '_before');
  end loop;
end $$;

alter table events alter turn set default audit_turn(), alter turn set not null;
alter table looks alter turn set default audit_turn(), alter turn set not null;
comment on column events.turn is 'The turn in which it was written (see audit_turn): seals are laid in this order.';
comment on column looks.turn is 'The turn in which it was written (see audit_turn): seals are laid in this order.';
comment on column events.address is 'The address of the browser that asked.';
comment on column looks.address is 'The address of the browser that asked.';

alter table events add primary key (id, at);
alter table looks add primary key (at, id);
create index on events (at, id);
create index on events (case_id, at desc) where case_id is not null;
create index on events (worker_id, at desc);
create index on events (subject_id, at desc) where subject_id is not null;
create index on looks (worker_id, at desc);
create index on looks (worker_id, case_id, at desc);
create index on looks (case_id, at desc) where case_id is not null;
create index on looks (subject_id, at desc) where subject_id is not null;
-- Seals are laid in this order.
create index on events (turn);
create index on looks (turn);

create table audit_seals (
  number bigint primary key check (number > 0),
  form smallint not null check (form = 1),
  previous bytea not null check (length(previous) = 32),
  from_turn bigint not null,
  until_turn bigint not null check (until_turn > from_turn),
  row_count int not null check (row_count > 0),
  root bytea not null check (length(root) = 32),
  marks bytea not null check (length(marks) = 8 * row_count),
  key text not null check (key ~ '^[A-Za-z0-9_-]{43}$'),
  sealed_at timestamptz not null,
  signature bytea not null check (length(signature) = 64)
);
comment on table audit_seals is 'One sealed batch of the record: the root of the hash tree over its rows, chained to the batch before and signed. How: docs/audit.md.';
comment on column audit_seals.from_turn is 'The batch holds every row of events and looks whose turn is at least this and below until_turn.';
comment on column audit_seals.marks is 'The first 8 bytes of each row''s hash, in order: they tell which row of a broken batch it was.';
comment on column audit_seals.key is 'The public half of the key that signed, so that a change of key is seen.';
comment on column audit_seals.form is 'How rows are hashed: a later form may cover more columns.';
create unique index on audit_seals (from_turn);

alter table looks drop constraint if exists looks_before_kind_check, drop constraint if exists looks_kind_check;
alter table looks add constraint looks_kind_check check (kind ~ '^[a-z_]{3,60}$');

select new_system_actor('sealing'), new_system_actor('months');
