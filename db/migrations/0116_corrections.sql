-- Which entries of a case were corrected is asked once for the whole page, and not entry by entry: corrections are few.

create index on entries (case_id) include (corrects_id) where corrects_id is not null;
