/** What workers type about places: limits and, for each, the sentence that says how to mend it. */
import { z } from 'zod'
import { sideInput } from '../cases/index.ts'
import { isPostcode, tidyPostcode } from './same.ts'

const words = (what: string, most: number) => z.string().trim().max(most, `Shorten ${what} to ${most} characters.`).default('')

const postcode = z
  .string()
  .trim()
  .default('')
  .transform((typed, context) => {
    if (typed !== '' && !isPostcode(typed))
      context.addIssue({ code: 'custom', message: 'This is not a postcode. Write one such as LE1 1AA, or leave it empty.' })
    return tidyPostcode(typed)
  })

const address = {
  name: words('the name', 200),
  line1: words('the address', 200),
  town: words('the town', 100),
  postcode,
  uprn: z
    .string()
    .trim()
    .regex(/^\d{0,12}$/, 'A property number (UPRN) has up to 12 digits.')
    .default(''),
  kind: z.enum(['home', 'premises', 'public place', 'area'], { error: 'Choose what kind of place it is.' }).default('premises'),
}

const hasName = (place: { name: string; line1: string }) => place.name !== '' || place.line1 !== ''
const nameless = { path: ['line1'], message: 'Write the first line of the address, or a name.' }

const part = {
  role: z.string().trim().min(1, 'Choose what this place is in the case.').max(60, 'Shorten the role to 60 characters.'),
  basis: words('how it is known', 500),
  ...sideInput,
}

export const newPlace = z.object({ ...address, ...part }).refine(hasName, nameless)
export type NewPlace = z.output<typeof newPlace>

export const knownPlace = z.object({ place: z.string(), ...part })

export const amendedPlace = z.object({ ...address, version: z.coerce.number().int() }).refine(hasName, nameless)
export type AmendedPlace = z.output<typeof amendedPlace>

// A team is sent to a door on a grade, by people who were not there. What an imported list grades has its reasons in the list.
export const newGrade = z
  .object({
    grade: z.string().max(20).default(''),
    reason: words('the reason', 500),
    version: z.coerce.number().int(),
  })
  .refine(({ grade, reason }) => grade === '' || reason !== '', {
    path: ['reason'],
    message: 'Say why the place has this grade, such as what was seen there.',
  })
export type NewGrade = z.output<typeof newGrade>

export const importedPlace = z
  .object({
    ...address,
    ...part,
    grade: words('the grade', 20),
    gradeReason: words('the reason for the grade', 500),
  })
  .refine(hasName, nameless)
export type ImportedPlace = z.output<typeof importedPlace>

export const newSubCase = z.object({
  title: z.string().trim().min(3, 'Write a title with at least 3 letters.').max(200, 'Shorten the title to 200 characters.'),
  team: z.string().default(''),
})
export type NewSubCase = z.output<typeof newSubCase>
