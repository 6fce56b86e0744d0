/** What workers type about interests and conflicts: limits and, for each, the sentence that says how to mend it. */
import { z } from 'zod'
import { optionalDay } from '../cases/index.ts'

const words = (most: number) => z.string().trim().max(most, `Shorten this to ${most} characters.`).default('')

export const newInterest = z
  .object({
    kind: z.enum(['home', 'phone', 'relative', 'ward', 'other'], { error: 'Choose what it is.' }),
    name: words(200),
    bornOn: optionalDay,
    line1: words(200),
    postcode: words(10),
    phone: words(40),
    ward: words(200),
    note: words(500),
  })
  .refine(said => said.kind !== 'home' || (said.line1 !== '' && said.postcode !== ''), {
    path: ['line1'],
    message: 'Write the first line of your address and its postcode.',
  })
  .refine(said => said.kind !== 'phone' || said.phone !== '', { path: ['phone'], message: 'Write your number.' })
  .refine(said => said.kind !== 'relative' || said.name !== '', { path: ['name'], message: 'Write their name.' })
  .refine(said => said.kind !== 'ward' || said.ward !== '', { path: ['ward'], message: 'Write the name of the ward.' })
  // What was typed under another choice before this one was chosen is left out.
  .transform(({ kind, note, ...said }) => ({
    kind,
    note,
    name: kind === 'relative' ? said.name : kind === 'ward' ? said.ward : '',
    bornOn: kind === 'relative' ? said.bornOn : null,
    line1: kind === 'home' ? said.line1 : '',
    postcode: kind === 'home' ? said.postcode : '',
    phone: kind === 'phone' ? said.phone : '',
  }))
export type NewInterest = z.output<typeof newInterest>

const newConflict = z
  .object({ worker: z.uuid().optional(), person: z.uuid().optional(), caseId: z.uuid().optional(), basis: words(500) })
  .refine(said => Boolean(said.person) !== Boolean(said.caseId), { path: ['person'], message: 'Choose a person or a case.' })
export type NewConflict = z.output<typeof newConflict>

/** As an information-governance lead types it: by the reference of a case. */
export const typedConflict = z.object({
  worker: z.uuid({ error: 'Choose a worker.' }),
  reference: z.string({ error: 'Write the reference of the case.' }).trim().min(1, 'Write the reference of the case.').max(20),
  basis: words(500).pipe(z.string().min(3, 'Say what ties them to it.')),
})

export const conflictReview = z.object({
  stands: z.enum(['yes', 'no'], { error: 'Choose whether it stands.' }).transform(said => said === 'yes'),
  words: z.string({ error: 'Say why.' }).trim().min(3, 'Say why, in a sentence.').max(1000, 'Shorten this to 1,000 characters.'),
})
export type ConflictReview = z.output<typeof conflictReview>
