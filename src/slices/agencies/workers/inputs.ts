/** What administrators type about workers. */
import { z } from 'zod'
import { optionalWords, version, words } from '../inputs.ts'
import { roles } from '../words.ts'

/** Ticked boxes arrive as nothing, one word, or several. */
const ticked = z.preprocess(typed => (typed === undefined || typed === '' ? [] : [typed].flat()), z.array(z.string()))
const rolesTicked = ticked.pipe(
  z.array(
    z.enum(
      roles.map(role => role.key),
      { error: 'Choose from the roles shown.' },
    ),
  ),
)

export const newWorker = z.object({
  agency: z.string({ error: 'Choose the agency.' }).min(1, 'Choose the agency.'),
  name: words('their name', 120),
  email: z
    .string({ error: 'Write their e-mail address at work.' })
    .trim()
    .toLowerCase()
    .max(254, 'Shorten the address to 254 characters.')
    .pipe(z.email('Write an e-mail address such as jo.park@housing.example.')),
  jobTitle: optionalWords('the job title', 120),
  phone: optionalWords('the telephone number', 40),
  roles: rolesTicked,
  teams: ticked,
  invite: z
    .string()
    .default('')
    .transform(said => said === 'yes'),
})
export type NewWorker = z.output<typeof newWorker>

export const amendedWorker = z.object({
  name: words('their name', 120),
  jobTitle: optionalWords('the job title', 120),
  phone: optionalWords('the telephone number', 40),
  version,
})
export type AmendedWorker = z.output<typeof amendedWorker>

/** `shown` is what the form showed as held. */
export const givenRoles = z.object({ roles: rolesTicked, shown: rolesTicked })
export type GivenRoles = z.output<typeof givenRoles>

/** One field for each case handed over, named `heir:CASE`, and one for all others. */
export const handover = z.object({ heir: z.string().default('') }).catchall(z.string())
export type Handover = z.output<typeof handover>

export const move = handover.extend({
  agency: z.string({ error: 'Choose the new agency.' }).min(1, 'Choose the new agency.'),
  jobTitle: optionalWords('the new job title', 120),
})
export type Move = z.output<typeof move>
