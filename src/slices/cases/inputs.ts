/** What workers type about cases: limits and, for each, the sentence that says how to mend it. */
import { z } from 'zod'
import { parseDay } from '../../ui/index.ts'
import { sideInput } from './mark.ts'

const words = (what: string, most: number, least = 1) =>
  z
    .string({ error: `Write ${what}.` })
    .trim()
    .min(least, least > 1 ? `Write ${what}, with at least ${least} letters.` : `Write ${what}.`)
    .max(most, `Shorten this to ${most.toLocaleString('en-GB')} characters.`)

const optionalWords = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Shorten this to ${most.toLocaleString('en-GB')} characters.`)
    .default('')

/** A day typed as people type it; empty means none. */
export const optionalDay = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (!typed.trim()) return null
    const day = parseDay(typed, new Date())
    if (!day) context.addIssue({ code: 'custom', message: 'Write a date such as 24 Nov 2026, or leave it empty.' })
    return day ?? null
  })

const day = z.string({ error: 'Write a date such as 24 Nov 2026.' }).transform((typed, context) => {
  const found = parseDay(typed, new Date())
  if (!found) context.addIssue({ code: 'custom', message: 'Write a date such as 24 Nov 2026.' })
  return found ?? ''
})

export const newCase = z
  .object({
    programme: z.string({ error: 'Choose what kind of case this is.' }).min(1, 'Choose what kind of case this is.'),
    title: words('a title that a colleague would recognise', 200, 3),
    summary: optionalWords(4000),
    lead: z.string().default(''),
    team: z.string().default(''),
    parent: z.string().default(''),
    starts: optionalDay,
    ends: optionalDay,
  })
  .refine(input => !input.starts || !input.ends || input.ends >= input.starts, {
    path: ['ends'],
    message: 'The end must be on or after the start.',
  })
export type NewCase = z.output<typeof newCase>

export const amendedCase = z
  .object({
    title: words('a title that a colleague would recognise', 200, 3),
    summary: optionalWords(4000),
    lead: z.string().min(1, 'Choose who leads the case.'),
    marking: z.enum(['OFFICIAL', 'OFFICIAL-SENSITIVE'], { error: 'Choose a marking.' }),
    starts: optionalDay,
    ends: optionalDay,
    version: z.coerce.number().int(),
  })
  .refine(input => !input.starts || !input.ends || input.ends >= input.starts, {
    path: ['ends'],
    message: 'The end must be on or after the start.',
  })
export type AmendedCase = z.output<typeof amendedCase>

export const newStage = z.object({ stage: z.string().min(1, 'Choose a stage.'), version: z.coerce.number().int() })

const chooseReason = 'Choose why it is being closed.'

export const newClosure = z.object({
  reason: z.string({ error: chooseReason }).trim().min(1, chooseReason).max(100, chooseReason),
  result: words('what came of it', 4000),
  personView: optionalWords(4000),
})
export type NewClosure = z.output<typeof newClosure>

export const reopening = z.object({ reopenReason: words('why it is being opened again', 1000) })

const chooseOutcome = 'Choose what was achieved.'

export const newOutcome = z.object({
  kind: z.string({ error: chooseOutcome }).trim().min(1, chooseOutcome).max(100, chooseOutcome),
  detail: optionalWords(4000),
  quantity: z.coerce
    .number({ error: 'Write how many, as a number.' })
    .int('Write a whole number.')
    .min(1, 'Write how many, 1 or more.')
    .max(100_000, 'Write a smaller number.')
    .default(1),
  achieved: day,
  ...sideInput,
})
export type NewOutcome = z.output<typeof newOutcome>
