-- What is written in a case without a word about its side was everybody's: each way of making rows that forgot it told one side of the other. It is now something to be said; the trigger side_is_said refuses what is not.

do $$ declare sided text; begin
  for sided in select c.table_name from information_schema.columns c join information_schema.columns k using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'side' and k.column_name = 'case_id'
      and c.table_name not in ('events', 'looks', 'recall_copies', 'search_index') and c.table_name not like 'events\_%' and c.table_name not like 'looks\_%' loop
    execute format('alter table %I alter column side set default %L', sided, 'unsaid');
  end loop;
end $$;
