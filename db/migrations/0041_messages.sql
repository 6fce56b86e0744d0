-- Messages to everyone on a case, newest first, for those who work it by name.

create index on messages (case_id, sent_at desc) where to_id is null;
