/** What is typed when an agency says that it acted. */
import { z } from 'zod'

export const confirmation = z.object({
  words: z
    .string({ error: 'Write what you did, in a sentence.' })
    .trim()
    .min(3, 'Write what you did, in a sentence.')
    .max(1000, 'Shorten it to 1,000 characters.'),
})
export type Confirmation = z.output<typeof confirmation>
