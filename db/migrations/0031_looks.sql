-- Ways into the look log: newest first, and by the reference of a case.

create index on looks (at desc, id desc);
create index on case_pointers (reference);
