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
  ...['my_agency_owns', 'reads_with_others', 'tied_to_me', 'workers_i_review', 'works_on'],
  ...['hand_over_case', 'open_in_emergency'],
  ...namesOfFunctions,
]

/** Functions that no world asks, each with the test in which those ask it who must get nothing. */
export const functionsNotAsked: Record<string, string> = {
  added_by: 'amended-by.test.ts of people, “nor is it told who added or merged somebody”.',
  amended_by: 'amended-by.test.ts of people, “who amended somebody is told to those who work with them together”.',
  enqueue: 'Gives nothing back, and what it queues runs as the worker who asked.',
  enter_session: 'Finds the worker of a session, then enters as enter_worker does: accounts.test.ts of accounts, “A session”.',
  invite_worker:
    'Gives the address to write to, to an administrator of the worker’s agency: policies.test.ts of accounts, “An invitation”.',
  merge_told: 'amended-by.test.ts of people, “nor is it told who added or merged somebody”.',
  place_has_left:
    'Whether a conflict found by a ward still holds, for those who may lift it: policies.test.ts and sided-places.test.ts of conflicts.',
  recorded_by: 'amended-by.test.ts of people, “nor who recorded what stands on an agency’s own list”.',
  safe_contacts_in: 'Ids of those that the rule on person_contacts shows, and no others: safe-contacts.test.ts of people.',
  see_through: 'A preview, rolled back with all that it opened: preview/attacks.test.ts of sharing, and the crawler.',
  told_of_emergency:
    'For whoever opens a case, in that moment: policies.test.ts of break-glass, “whom the opening tells is learnt by whoever opens the case”.',
}
