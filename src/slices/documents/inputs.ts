/** What workers type about documents: limits and, for each, the sentence that says how to mend it. */
import { z } from 'zod'
import { markInput } from '../cases/index.ts'
import { restrictedInput } from '../readers/index.ts'

/** What kinds of document there are, in the words workers use. */
export const documentKinds = [
  'Document',
  'Operational order',
  'Report',
  'Statement',
  'Letter',
  'Photo',
  'Scan',
  'Questionnaire',
  'Consent',
  'Minutes',
  'Plan',
  'Recording',
]

const title = z.string().trim().max(200, 'Shorten the title to 200 characters.')
const note = z.string().trim().max(500, 'Shorten what is different to 500 characters.').default('')
const kind = z.enum(documentKinds as [string, ...string[]], { error: 'Choose what kind of document it is.' }).default('Document')

export const newDocument = z.object({ title: title.default(''), kind, ...restrictedInput })
export type NewDocument = z.output<typeof newDocument>

export const newVersion = z.object({ note })

export const newScan = z.object({
  title: title.min(1, 'Write a title, such as “Questionnaire, Unit 6”.'),
  kind: kind.default('Scan'),
  ...restrictedInput,
})

/** What a template leaves for the worker to fill in. */
const blank = /\[fill in: ?([^\]]*)\]/i
const filled = <S extends z.ZodType<string>>(text: S) =>
  text.superRefine((value, ctx) => {
    const left = blank.exec(value)
    if (left) ctx.addIssue({ code: 'custom', message: `Write ${left[1] || 'the rest'} in place of “${left[0]}”.` })
  })

export const newLetter = z.object({
  to: z
    .string()
    .trim()
    .min(1, 'Write who the letter is to, with their address.')
    .max(500, 'Shorten the name and address to 500 characters.'),
  title: filled(title.min(1, 'Write what the letter is about.')),
  greeting: filled(z.string().trim().max(100, 'Shorten the greeting to 100 characters.')).default(''),
  body: filled(z.string().trim().min(1, 'Write the letter.').max(10_000, 'Shorten the letter to 10,000 characters.')),
  /** Looked at first; then kept, or gone back to. */
  act: z.enum(['preview', 'keep', 'change']).default('preview'),
  /** The safe addresses and numbers that it may hold, chosen for its one recipient. */
  safe: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform(chosen => [chosen].flat().filter(Boolean)),
  ...markInput,
})
export type NewLetter = Omit<z.output<typeof newLetter>, 'act'>

/** What a pack is asked for: its parts and, for one recipient alone, what must otherwise stay safe. */
export const newPack = z
  .object({
    parts: z.array(z.string()),
    safe: z.string().default(''),
    recipient: z.string().trim().max(200, 'Shorten this to 200 characters.').default(''),
  })
  .refine(input => !input.safe || input.recipient, { path: ['recipient'], message: 'Write who the pack is for.' })

/** The parts that a case pack can have. */
export const packParts = [
  { value: 'people', label: 'People' },
  { value: 'places', label: 'Places' },
  { value: 'plan', label: 'Plan', hint: 'Aims and tasks' },
  { value: 'chronology', label: 'Chronology', hint: 'The newest 500 entries' },
  { value: 'documents', label: 'List of documents' },
] as const
export type PackPart = (typeof packParts)[number]['value']
