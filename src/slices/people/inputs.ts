/** What workers type about people: limits and, for each, the sentence that says how to mend it. */
import { z } from 'zod'
import { isoDay, parseDay } from '../../ui/index.ts'
import { markInput, sideInput } from '../cases/index.ts'
import { parseBorn } from './born.ts'

const limited = (what: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `Shorten ${what} to ${most.toLocaleString('en-GB')} characters.`)
const optional = (what: string, most: number) => limited(what, most).default('')
const needed = (what: string, most: number, least = 1) =>
  z
    .string({ error: `Write ${what}.` })
    .trim()
    .min(least, least > 1 ? `Write ${what}, with at least ${least} letters.` : `Write ${what}.`)
    .max(most, `Shorten ${what} to ${most.toLocaleString('en-GB')} characters.`)
const oneOf = <const T extends readonly [string, ...string[]]>(values: T, message: string) => z.enum(values, { error: message })
/** A tick box or several: always a list. */
const many = z.preprocess(value => (value === undefined || value === '' ? [] : [value].flat()), z.array(z.string()))

/** A date of birth as people say it; empty or "unknown" means that it is not known. */
const born = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (!typed.trim() || /^(unknown|not known|n\/?k|-|\?)$/i.test(typed.trim())) return null
    const read = parseBorn(typed, isoDay(new Date()))
    if (!read)
      context.addIssue({
        code: 'custom',
        message: 'Write a date of birth such as 12 March 1990, “March 1990” or “about 1984”. It cannot be in the future.',
      })
    return read ?? null
  })

const pastDay = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (!typed.trim()) return null
    const day = parseDay(typed, new Date())
    if (!day || day > isoDay(new Date()))
      context.addIssue({ code: 'custom', message: 'Write a day that has been, such as 24 Nov 2025, or leave it empty.' })
    return day ?? null
  })

const comingDay = z.string({ error: 'Write when this must be looked at again, such as 24 May 2027.' }).transform((typed, context) => {
  const day = parseDay(typed, new Date())
  if (!day || day <= isoDay(new Date()))
    context.addIssue({
      code: 'custom',
      message: 'Write a day to come on which this is looked at again, such as “in 12 weeks” or 24 May 2027.',
    })
  return day ?? ''
})

const postcode = z
  .string()
  .default('')
  .transform(typed => tidyPostcode(typed))
  .pipe(z.string().max(10, 'Write a postcode such as NG7 1AA, or leave it empty.'))

/** @example tidyPostcode('ng71aa') // "NG7 1AA" */
export function tidyPostcode(typed: string): string {
  const run = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(run) ? `${run.slice(0, -3)} ${run.slice(-3)}` : typed.trim()
}

const nameParts = { givenName: optional('the given name', 100), familyName: optional('the family name', 100) }
const named = { path: ['givenName'], message: 'Write at least one name, or a description such as “Unknown man”.' }
const isNamed = (input: { givenName: string; familyName: string }) => input.givenName !== '' || input.familyName !== ''

const personParts = {
  ...nameParts,
  born,
  gender: optional('the gender', 60),
  otherName: optional('the other name', 200),
  phone: optional('the phone number', 300),
  address: optional('the address', 300),
  postcode,
}
export const newPerson = z.object(personParts).refine(isNamed, named)
export type NewPerson = z.output<typeof newPerson>

export const amendedPerson = z
  .object({ ...nameParts, born, gender: optional('the gender', 60), died: pastDay, version: z.coerce.number().int() })
  .refine(isNamed, named)
export type AmendedPerson = z.output<typeof amendedPerson>

/** Where a fact was learnt: a case, or, when empty, the agency's own list. */
const learntIn = {
  caseId: z
    .string()
    .default('')
    .transform(id => id || null),
  ...markInput,
}

export const newName = z.object({
  ...learntIn,
  kind: oneOf(['alias', 'nickname', 'former', 'other script'], 'Choose what kind of name it is.'),
  name: needed('the name', 200),
})
export type NewName = z.output<typeof newName>

export const newContact = z.object({
  ...learntIn,
  kind: oneOf(['address', 'mobile', 'phone', 'email', 'other'], 'Choose how they are reached.'),
  value: needed('the address or number', 300),
  postcode,
  source: needed('who says so, such as “told us” or “tenancy record”', 200),
  note: optional('the rule for using it', 500),
})
export type NewContact = z.output<typeof newContact>

export const newWarning = z.object({
  ...learntIn,
  instruction: needed('what to do, such as “Visit in twos”', 200, 3),
  reason: optional('the reason', 1000),
  reviewOn: comingDay,
})
export type NewWarning = z.output<typeof newWarning>

export const needKinds = ['language', 'interpreter', 'communication', 'access', 'safe contact', 'other'] as const
export const newNeed = z.object({
  ...learntIn,
  kind: oneOf(needKinds, 'Choose what kind of need it is.'),
  detail: needed('what they need', 500),
})
export type NewNeed = z.output<typeof newNeed>

export const newRelationship = z.object({
  caseId: z.string({ error: 'Choose the case in which this was learnt.' }).min(1, 'Choose the case in which this was learnt.'),
  other: z.string({ error: 'Choose the other person.' }).min(1, 'Choose the other person.'),
  kind: needed('how they are related, such as “mother”', 60),
  note: optional('the note', 500),
  ...markInput,
})
export type NewRelationship = z.output<typeof newRelationship>

const link = {
  roles: many.refine(roles => roles.length > 0, 'Choose at least one role.'),
  basis: needed('how we know that they belong to this case', 500),
  ...sideInput,
}
/** Somebody joins a case: a person already known (`person` is their id) or a new one (`person` is "new"). */
export const existingInCase = z.object({ ...link, person: z.uuid('Choose a person, or “Somebody new”.') })
export const newInCase = z.object({ ...link, ...personParts }).refine(isNamed, named)
export type CaseLink = { roles: string[]; basis: string; side?: string | undefined }

export const foundPerson = z.object({
  name: optional('the name', 200),
  who: oneOf(['man', 'woman', 'boy', 'girl', 'person'], 'Choose what you can see, or write a name.').default('person'),
  born,
  roles: many.refine(roles => roles.length > 0, 'Choose at least one role.'),
  basis: needed('where and how they were found', 500),
  ...sideInput,
  language: optional('the language', 200),
})
export type FoundPerson = z.output<typeof foundPerson>

export const roleEnding = z.object({ endReason: needed('why they no longer have this role', 500) })

export const newObject = z.object({
  kind: oneOf(['organisation', 'vehicle', 'group'], 'Choose what it is.'),
  name: needed('its name', 200),
  identifier: optional('the number', 60),
  role: needed('its role in this case', 60),
  basis: optional('how we know', 500),
  ...sideInput,
})
export type NewObject = z.output<typeof newObject>
