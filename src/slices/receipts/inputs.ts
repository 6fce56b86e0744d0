/** What is typed on a receipt, and how soon a share is to be opened. */
import { z } from 'zod'

const words = z.string().trim().max(1000, 'Shorten it to 1,000 characters.').default('')

/** `from` is the page that the worker pressed on, to be sent back there. */
export const understanding = z.object({ question: words, from: z.string().default('') })
export type Understanding = Pick<z.output<typeof understanding>, 'question'>

export const answer = z.object({ answer: words.refine(said => said.length >= 3, 'Write your answer, in a sentence.') })

export const action = z
  .object({ done: words, task: z.union([z.literal(''), z.uuid()], { error: 'Choose from the list.' }).default('') })
  .refine(({ done, task }) => done.length >= 3 || task, { error: 'Write what you did, in a sentence, or choose a task.', path: ['done'] })
export type Action = z.output<typeof action>

const hours = ['', '1', '4', '24'] as const

/** How soon a share is to be opened, or a message answered: within so many hours, or no hurry. */
export const openWithin = z.enum(hours, { error: 'Choose how soon.' }).default('')

/** @example openByOf('4') // the moment in four hours */
export const openByOf = (within: z.output<typeof openWithin>): Date | null =>
  within ? new Date(Date.now() + Number(within) * 3_600_000) : null
