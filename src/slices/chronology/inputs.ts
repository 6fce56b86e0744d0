/** What workers type into a chronology. */
import { z } from 'zod'
import { parseDay, parseTime } from '../../ui/index.ts'
import { restrictedInput } from '../readers/index.ts'

const body = z
  .string({ error: 'Write what happened.' })
  .trim()
  .min(1, 'Write what happened.')
  .max(20_000, 'Shorten this to 20,000 characters, or write it as two entries.')

/** When something happened: London day and time as people type them; empty means now. */
const when = { occurred: z.string().default(''), occurredTime: z.string().default('') }

export const newEntry = z
  .object({
    body,
    kind: z.string().default(''),
    ...when,
    source: z.enum(['', '1', '2', '3']).default(''),
    information: z.enum(['', 'A', 'B', 'C', 'D', 'E']).default(''),
    ...restrictedInput,
    person: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform(chosen => [chosen].flat().filter(Boolean)),
  })
  .transform((input, context) => {
    const occurredAt = momentOf(input.occurred, input.occurredTime)
    if (!occurredAt)
      context.addIssue({
        code: 'custom',
        path: ['occurred'],
        message: 'Write a day such as 24 Nov 2026 and a time such as 14:05, or leave both empty for now.',
      })
    else if (occurredAt.getTime() > Date.now() + 5 * 60_000)
      context.addIssue({
        code: 'custom',
        path: ['occurred'],
        message: 'This is in the future. Write what has happened; plan what has not as a task.',
      })
    return { ...input, occurredAt: occurredAt ?? new Date() }
  })
export type NewEntry = z.output<typeof newEntry>

export const correction = z.object({
  body,
  correctionReason: z
    .string({ error: 'Say what was wrong.' })
    .trim()
    .min(1, 'Say what was wrong.')
    .max(500, 'Shorten this to 500 characters.'),
})
export type Correction = z.output<typeof correction>

/** A London day and clock time as a moment; undefined when it cannot be read. */
function momentOf(typedDay: string, typedTime: string): Date | undefined {
  if (!typedDay.trim() && !typedTime.trim()) return new Date()
  const day = typedDay.trim() ? parseDay(typedDay, new Date()) : parseDay('today', new Date())
  const time = typedTime.trim() ? parseTime(typedTime) : '12:00'
  if (!day || !time) return undefined
  return new Date(Temporal.ZonedDateTime.from(`${day}T${time}[Europe/London]`).epochMilliseconds)
}
