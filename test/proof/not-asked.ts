/** The tables that the worlds do not ask. Whatever is neither asked nor here fails decided.test.ts: nothing new is missed in silence. */

/** No worker, page or job holds any right in these, so there is nothing to see or do in them, whoever asks: those of sign-in, and those of the rules themselves. */
export const outOfReach: string[] = [
  ...['carried_forms', 'credentials', 'invitations', 'passkeys', 'sessions', 'sign_in_attempts', 'two_factors', 'users', 'verifications'],
  ...['first_looks', 'person_keys', 'search_index', 'shut_cases'],
]
