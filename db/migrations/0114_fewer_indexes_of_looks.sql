-- When a worker last looked at a case stands in last_looks; whatever else asks for a worker's looks asks by time, and each index is written with every page.

drop index looks_worker_id_case_id_at_idx;
