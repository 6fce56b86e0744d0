-- The lines between the entries of a chronology: of a long case most deeds are entries that were added, which stand there themselves.

create index on events (case_id, at desc) where case_id is not null and kind <> 'entry_added';
