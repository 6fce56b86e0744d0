/** What happens to pairs of records, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  records_merged: () => 'merged two records of one person',
  records_parted: () => 'took two merged records apart again',
  pair_answered: ({ detail }) =>
    detail.answer === 'different' ? 'said that two records are different people' : 'was not sure whether two records are the same person',
}
