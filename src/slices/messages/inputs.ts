/** What workers type into messages. */
import { z } from 'zod'
import { markInput } from '../cases/index.ts'
import { openWithin } from '../receipts/index.ts'

export const newMessage = z.object({
  body: z
    .string({ error: 'Write the message.' })
    .trim()
    .min(1, 'Write the message.')
    .max(8000, 'Shorten the message to 8,000 characters, or add it as a document.'),
  to: z.union([z.literal(''), z.uuid()], { error: 'Choose who it is for.' }).default(''),
  answerWithin: openWithin.optional(),
  ...markInput,
})
export type NewMessage = z.output<typeof newMessage>
