/** Broken rules that nothing needs to notice, each with the reason; when one is noticed after all it has no place here. */

export const unneeded: Record<string, string> = {
  'told_of_emergency: 14. without “o.worker_id = my_worker()”':
    'an opening of this very moment is of this transaction, and so the worker’s own: two that begin in one microsecond would be needed',
  'hand_over_case: 5. without “not exists (select from shut_cases s where s.worker_id = w.id and s.case_id = c.id)”':
    'lead_is_not_kept_out refuses such a lead too, whoever makes them one; this says so before the row is written',
  'tell_of_search: 7. without “c.owner_agency_id <> asked.agency_id”': 'an agreement binds two agencies, never one to itself',
  "tell_of_search: 10. without “s.kind = 'person'”": 'the keys of a person’s words are nothing else’s',
  'known_through: 11. without “a.id <> my_agency()”':
    'a case of one’s own agency that is not open is a team’s, or shut by a conflict, and the conditions before it leave both out',
  'kept_out_of: 4. without “s.worker_id <> my_worker()”':
    'whom a conflict keeps out asks as no lead and no governance lead of the case: only an emergency passes over a conflict, and it opens a case to read',
  'shut_again: 1. without “c.worker_id = any (which_workers)”':
    'what stands of other workers is shut already: to leave them out saves looking at all there are',
  'shut_again: 5. without “c.worker_id = any (which_workers)”':
    'what stands of other workers is shut already: to leave them out saves looking at all there are',
  'in_emergency: 1. without “a.principal_id = my_worker()”':
    'an emergency opens a case to one worker alone, and the rule on case_access shows nobody else that row; this finds it by index',
  'in_emergency: 2. without “a.over_conflict”': 'only_in_emergency asks for such a row too; this spares it all the other cases',
  'consent_covers: 3. without “c.withdrawn_at is null”':
    'rests_on_what_stands refuses the share too, one at a time with the withdrawal; this says so before a row is written',
  'open_now: 2. without “not d.restricted”':
    'file_documents files nothing that is restricted, and no document becomes restricted; this would refuse what was filed by mistake',
  'people_like: 1. without “key = any (asked)”':
    'it puts those who are open in order, of whom the twenty nearest are weighed; it opens nobody',
  "people_like: 3. without “i.kind = 'person'”": 'the id of a person is nothing else’s',
  'people_like: 5. without “i.principals && mine”': 'record_open is asked of whoever is left, and says no of all whom this leaves out',
  'people_like: 12. without “not exists (select from hidden)”':
    'it spares a question about nobody where somebody is asked about; that question is there for the time it takes',
  'people_alike: 2. without “b.keys && a.keys”': 'whoever has two keys in common, as is asked after it, has one: it finds them by index',
}
