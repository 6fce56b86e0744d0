-- Deeds, looks and the search index carry the mark of the row they are about; "sensitive" without saying why is gone.

alter table events
  add column side text,
  add column category text check (is_category(category)),
  add column restricted boolean not null default false,
  add column about_people boolean not null default false;
comment on column events.side is 'The side of the row that it is about: only whoever may see that row learns of it.';
comment on column events.restricted is 'It is about something restricted: only its readers learn of it.';
comment on column events.about_people is 'It ties somebody to the case.';

alter table looks
  add column side text,
  add column category text check (is_category(category)),
  add column restricted boolean not null default false;
comment on column looks.side is 'The side of what was looked at.';

alter table search_index add column side text;
alter table search_index drop constraint search_index_kind_id_case_id_key;
alter table search_index add unique nulls not distinct (kind, id, case_id, side);
comment on column search_index.side is 'For a person: the side of the case on which it was learnt.';

alter table entries drop column sensitivity;
alter table documents drop column sensitivity;
alter table person_contacts drop column sensitivity;
