/** What workers type when they open a case in an emergency, and when one is reviewed. */
import { z } from 'zod'

export const emergencyOpening = z.object({
  reference: z
    .string({ error: 'Write the reference of the case.' })
    .trim()
    .min(1, 'Write the reference of the case.')
    .max(20, 'A reference is shorter, such as 7KQM-4RTX.'),
  reason: z
    .string({ error: 'Say who is in danger, and why it cannot wait.' })
    .trim()
    .min(10, 'Say who is in danger, and why it cannot wait.')
    .max(1000, 'Shorten this to 1,000 characters.'),
  minutes: z.coerce
    .number({ error: 'Choose for how long.' })
    .int()
    .min(15, 'Choose from 15 to 60 minutes.')
    .max(60, 'Choose from 15 to 60 minutes.'),
})
export type EmergencyOpening = z.output<typeof emergencyOpening>

export const openingReview = z.object({
  outcome: z.enum(['justified', 'not justified'], { error: 'Choose whether it was justified.' }),
  words: z.string({ error: 'Say why.' }).trim().min(3, 'Say why, in a sentence.').max(2000, 'Shorten this to 2,000 characters.'),
})
export type OpeningReview = z.output<typeof openingReview>
