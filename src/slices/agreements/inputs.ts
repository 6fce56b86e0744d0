/** What administrators and information-governance leads type about agreements. */
import { z } from 'zod'
import { currentProgrammes } from '../../programmes/index.ts'
import { parseDay } from '../../ui/index.ts'
import { optionalWords, version, words } from '../agencies/index.ts'

const day = (what: string) =>
  z.string({ error: `Write ${what}, such as 24 Nov 2026.` }).transform((typed, context) => {
    const found = parseDay(typed, new Date())
    if (!found) context.addIssue({ code: 'custom', message: `Write ${what}, such as 24 Nov 2026.` })
    return found ?? ''
  })

const pastDay = z
  .string()
  .default('')
  .transform((typed, context) => {
    const found = typed.trim() === '' ? parseDay('today', new Date()) : parseDay(typed, new Date())
    const known = found && found <= (parseDay('today', new Date()) ?? '')
    if (!known) context.addIssue({ code: 'custom', message: 'Write the day it was signed, today or earlier.' })
    return found ?? ''
  })

/** One clause on each line: its number, then its words. */
const clauses = z
  .string()
  .max(20_000, 'Shorten the clauses.')
  .default('')
  .transform((typed, context) => {
    const lines = typed
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
    return lines.map(line => {
      const found = /^(\S{1,20})\s+(\S.{1,1999})$/.exec(line)
      if (!found)
        context.addIssue({
          code: 'custom',
          message: `Begin each line with the clause’s number, as in “4.1 Share only what is needed”. This one does not: ${line.slice(0, 60)}`,
        })
      return { number: found?.[1] ?? '', words: found?.[2] ?? '' }
    })
  })

// Each in the order of its form, because what is wrong is said in that order.
const name = words('its name', 200, 2)
const about = {
  purposes: words('what it is for', 2000, 2),
  dataTypes: optionalWords('the kinds of information', 1000),
  clauses,
}
const lasts = {
  reviewOn: day('the day of the next review'),
  endsOn: day('the day it ends'),
}

const keys = currentProgrammes().map(programme => programme.key)

export const newAgreement = z
  .object({
    name,
    reference: words('its reference', 40, 2),
    gateway: words('the law that lets you share', 300, 2),
    lawfulBasis: words('its basis in data-protection law', 500, 2),
    programmes: z.preprocess(
      typed => (typed === undefined ? [] : [typed].flat()),
      z
        .array(z.enum(keys as [string, ...string[]], { error: 'Choose from the programmes shown.' }))
        .min(1, 'Choose at least one programme.'),
    ),
    ...about,
    startsOn: day('the day it begins'),
    ...lasts,
  })
  .refine(input => input.endsOn > input.startsOn, { path: ['endsOn'], message: 'It must end after it begins.' })
  .refine(input => input.reviewOn >= input.startsOn && input.reviewOn <= input.endsOn, {
    path: ['reviewOn'],
    message: 'The review must fall between its beginning and its end.',
  })
export type NewAgreement = z.output<typeof newAgreement>

export const amendedAgreement = z.object({ name, ...about, ...lasts, version })
export type AmendedAgreement = z.output<typeof amendedAgreement>

export const suspension = z.object({ reason: words('why, in a sentence', 500, 3) })

export const signature = z.object({
  agency: z.string({ error: 'Choose the agency.' }).min(1, 'Choose the agency.'),
  signedBy: words('who signed, and their job', 200),
  signedOn: pastDay,
})
export type Signature = z.output<typeof signature>
