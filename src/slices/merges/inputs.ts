/** What workers say about two records. */
import { z } from 'zod'

const reason = (message: string) => z.string({ error: message }).trim().min(3, message).max(500, 'Shorten the reason to 500 characters.')

export const pairAnswer = z.discriminatedUnion(
  'answer',
  [
    z.object({
      answer: z.literal('same'),
      kept: z.uuid('Choose which record is shown.'),
      reason: reason('Write how you know that they are the same person.'),
    }),
    z.object({ answer: z.literal('different') }),
    z.object({ answer: z.literal('not sure') }),
  ],
  { error: 'Choose an answer.' },
)
export type PairAnswer = z.output<typeof pairAnswer>

export const mergeEnding = z.object({ reason: reason('Write why they are not the same person.') })
