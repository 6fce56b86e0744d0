-- PostgreSQL prepares each condition of a table anew for every statement that writes to it. A function in SQL is read and taken apart for that each time; this one is only called, and not at all where there is no category.

create or replace function is_category(said text) returns boolean language plpgsql immutable strict parallel safe
  as $$ begin return said in ('health', 'safe address', 'sexual orientation', 'immigration', 'other'); end $$;
