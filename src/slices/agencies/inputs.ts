/** What administrators type about agencies. */
import { z } from 'zod'
import { agencyKinds } from './words.ts'

/** Words that must be there. @example words('its name', 120, 2) */
export const words = (what: string, most: number, least = 1) =>
  z
    .string({ error: `Write ${what}.` })
    .trim()
    .min(least, least > 1 ? `Write ${what}, with at least ${least} letters.` : `Write ${what}.`)
    .max(most, `Shorten ${what} to ${most.toLocaleString('en-GB')} characters.`)

/** Words that may be left out. @example optionalWords('the contact', 500) */
export const optionalWords = (what: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `Shorten ${what} to ${most.toLocaleString('en-GB')} characters.`)
    .default('')

export const version = z.coerce.number().int()

const agency = {
  name: words('its full name', 120, 2),
  shortName: words('its short name', 30, 2),
  kind: z.enum(agencyKinds.map(([key]) => key) as [string, ...string[]], { error: 'Choose what kind of agency it is.' }),
  contact: optionalWords('the contact', 500),
}

export const newAgency = z.object(agency)
export type NewAgency = z.output<typeof newAgency>
export const amendedAgency = z.object({ ...agency, version })
export type AmendedAgency = z.output<typeof amendedAgency>
export const suspension = z.object({ reason: words('why, in a sentence', 500, 3) })
