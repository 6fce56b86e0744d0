/** Broken rules that nothing needs to notice, each with the reason; when one is noticed after all it has no place here. */

export const unneeded: Record<string, string> = {
  'named_for_me: 2. without “n.worker_id = my_worker()”':
    'the rule on named_readers shows the readings of others only to the author and to active readers, who may read anyway',
}
