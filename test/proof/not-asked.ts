/** What the worlds do not ask: tables, and functions that answer a worker with more than their own rights. Whatever is neither asked nor here fails decided.test.ts: nothing new is missed in silence. */

import { namesOfFunctions } from './asked-functions.ts'

/** No worker, page or job holds any right in these, so there is nothing to see or do in them, whoever asks: those of sign-in, and those of the rules themselves. */
export const outOfReach: string[] = [
  ...['carried_forms', 'credentials', 'invitations', 'passkeys', 'sessions', 'sign_in_attempts', 'two_factors', 'users', 'verifications'],
  ...['first_looks', 'person_keys', 'search_index', 'shut_cases'],
]

/** Functions that the worlds ask by themselves, or that rules ask whose answer is compared: who is let in, what is found, who is known, who may do what. */
export const functionsAsked: string[] = [
  ...['enter_worker', 'search_for', 'people_like', 'people_alike'],
  ...['a_question_waits', 'agreement_covers', 'conflict_matters', 'i_gave', 'i_may_review', 'i_received', 'is_under_review'],
  ...['my_agency_owns', 'reads_with_others', 'workers_i_review', 'works_on'],
  ...namesOfFunctions,
]

/** Functions that no world asks, each with what holds it instead. */
export const functionsNotAsked: Record<string, string> = {
  enqueue: 'Gives nothing back, and what it queues runs as the worker who asked.',
  enter_session: 'Finds the worker of a session, then enters as enter_worker does: the tests of accounts.',
  hand_over_case: 'Changes who leads, and shows nothing: the tests of cases.',
  invite_worker: 'Gives the address to write to, to the administrator who invites: the tests of accounts.',
  open_in_emergency: 'Gives the case that it opens, or nothing: the tests of break-glass.',
  place_has_left: 'Whether a conflict found by a ward still holds, for those who may lift it: the tests of conflicts.',
  safe_contacts_in: 'Ids only, of which the rule on person_contacts then shows what it shows: the tests of people.',
  see_through: 'A preview, rolled back with all that it opened: the tests of previews and the crawler.',
  told_of_emergency: 'Who is to be told, of agencies that everybody may look up: the tests of break-glass.',
}
