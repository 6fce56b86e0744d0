/** What is typed when one agency asks another, hands a request on, or answers it. */
import { z } from 'zod'
import { urgencies } from './urgencies.ts'

const said = (wanted: string, most: number) =>
  z
    .string({ error: wanted })
    .trim()
    .min(3, wanted)
    .max(most, `Shorten it to ${most.toLocaleString('en-GB')} characters.`)

export const newRequest = z.object({
  to: z
    .string({ error: 'Choose whom to ask, and on which agreement.' })
    .regex(/^[0-9a-f-]{36}:[0-9a-f-]{36}$/, 'Choose whom to ask, and on which agreement.'),
  case: z
    .string()
    .default('')
    .transform(id => (/^[0-9a-f-]{36}$/.test(id) ? id : null)),
  about: said('Write whom or what you ask about.', 300),
  question: said('Write what you need to know.', 2000),
  purpose: said('Write what you need it for.', 1000),
  urgency: z.enum(
    urgencies.map(one => one.key),
    { error: 'Choose how urgent it is.' },
  ),
})
export type NewRequest = z.output<typeof newRequest>

export const handing = z.object({ to: z.uuid({ error: 'Choose a colleague.' }) })

export const newAnswer = z
  .object({
    answer: z.enum(['share', 'nil', 'refused'], { error: 'Choose your answer.' }),
    share: z.string().default(''),
    words: z.string().trim().max(1000, 'Shorten it to 1,000 characters.').default(''),
  })
  .superRefine(({ answer, share, words }, context) => {
    if (answer === 'refused' && words.length < 3) context.addIssue({ code: 'custom', path: ['words'], message: 'Write why you refuse.' })
    if (answer === 'share' && !/^[0-9a-f-]{36}$/.test(share))
      context.addIssue({
        code: 'custom',
        path: ['share'],
        message: 'Choose the share that answers it. Share the case first if there is none.',
      })
  })
export type NewAnswer = z.output<typeof newAnswer>
