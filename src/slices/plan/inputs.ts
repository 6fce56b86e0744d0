/** What workers type about aims and tasks: limits and, for each, the sentence that says how to mend it. */
import { z } from 'zod'
import { parseDay } from '../../ui/index.ts'
import { markInput, sideInput } from '../cases/index.ts'

const said = (most: number) => `Shorten this to ${most.toLocaleString('en-GB')} characters.`
const words = (missing: string, most: number, least = 1) => z.string({ error: missing }).trim().min(least, missing).max(most, said(most))
const version = z.coerce.number().int()
const longest = 5 * 366

const due = z.string({ error: 'Say by when, such as Friday, in 2 weeks or 24/11.' }).transform((typed, context) => {
  const day = parseDay(typed, new Date())
  if (!day) context.addIssue({ code: 'custom', message: 'Say by when, such as Friday, in 2 weeks or 24/11.' })
  if (day && Math.abs(Date.parse(day) - Date.now()) > longest * 86_400_000)
    context.addIssue({ code: 'custom', message: 'Choose a day within the next five years.' })
  return day ?? ''
})

const title = words('Say what should be different, in at least 3 letters.', 300, 3)
export const newAim = z.object({ title, ...sideInput })
export type NewAim = z.output<typeof newAim>

export const amendedAim = z.object({ title, version })
export type AmendedAim = z.output<typeof amendedAim>

export const newTask = z.object({
  title: words('Say what is to be done, in at least 3 letters.', 300, 3),
  to: z.uuid({ error: 'Choose who will do it.' }),
  due,
  /** Left out by the forms of those who see no aims. */
  aim: z.string().optional(),
  detail: z.string().trim().max(4000, said(4000)).default(''),
  ...markInput,
})
export type NewTask = z.output<typeof newTask>

export const amendedTask = newTask.extend({ version })
export type AmendedTask = z.output<typeof amendedTask>

export const newNote = z.object({ body: words('Write how it is going.', 4000) })

export const completion = z.object({ evidence: words('Say what was done and what came of it. That is the proof that it was.', 4000) })

export const cancellation = z.object({ reason: words('Say why it is no longer needed.', 500) })

export const reopening = z.object({ reason: words('Say why it is not finished after all.', 500) })
