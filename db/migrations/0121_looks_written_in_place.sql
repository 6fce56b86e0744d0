-- When a worker last looked at a case changes with each page; indexed, each of those pages would also write into two indexes. When that looking began stays as it is, so a row is written anew beside its old one.

drop index last_looks_worker_id_last_at_idx;
create index on last_looks (worker_id, began_at desc);
alter table last_looks set (fillfactor = 80);
