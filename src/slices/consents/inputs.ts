/** What workers type about consent: limits and, for each, the sentence that says how to mend it. */
import { z } from 'zod'
import { isoDay, parseDay } from '../../ui/index.ts'
import { sideInput } from '../cases/index.ts'

const needed = (what: string, most: number, least = 3) =>
  z
    .string({ error: `Write ${what}.` })
    .trim()
    .min(least, `Write ${what}.`)
    .max(most, `Shorten ${what} to ${most.toLocaleString('en-GB')} characters.`)
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Shorten this to ${most.toLocaleString('en-GB')} characters.`)
    .default('')

const typedDay = (message: string) =>
  z.string({ error: message }).transform((typed, context) => {
    const day = parseDay(typed, new Date())
    if (!day) context.addIssue({ code: 'custom', message })
    return day ?? ''
  })

export const newConsent = z
  .object({
    person: z.uuid({ error: 'Choose whose consent it is.' }),
    ...sideInput,
    wordsShown: needed('the words that were shown or read out', 4000, 10),
    wording: optional(60),
    agencies: z.preprocess(
      said => (said === undefined || said === '' ? [] : [said].flat()),
      z.array(z.uuid()).min(1, 'Choose at least one agency.'),
    ),
    purposes: needed('what for', 1000),
    channel: z.enum(['in person', 'phone', 'video', 'paper', 'e-mail', 'portal'], { error: 'Choose how it was given.' }),
    givenBy: z.enum(['self', 'parent or guardian', 'deputy or attorney']).default('self'),
    capacity: z.enum(['has', 'in doubt', 'lacks']).default('has'),
    capacityNote: optional(1000),
    givenOn: typedDay('Write the day on which it was given.').refine(day => day <= isoDay(new Date()), 'This day is still to come.'),
    expiresOn: typedDay('Write the day on which it ends.'),
  })
  .refine(said => said.capacity === 'has' || said.capacityNote.length >= 3, {
    path: ['capacityNote'],
    message: 'Say what was found about their capacity.',
  })
  .refine(said => said.capacity !== 'lacks' || said.givenBy !== 'self', {
    path: ['givenBy'],
    message: 'Somebody who lacks capacity cannot consent themselves.',
  })
  .refine(said => said.expiresOn > said.givenOn, { path: ['expiresOn'], message: 'The end must be after the day it was given.' })
export type NewConsent = z.output<typeof newConsent>

export const withdrawal = z.object({ words: needed('how it was withdrawn', 1000) })
