/** What workers type when they share a case or end a share. */
import { z } from 'zod'
import { parseDay, parseTime } from '../../ui/index.ts'
import { openWithin } from '../receipts/index.ts'
import { tiers } from './tiers.ts'

const lastDay = z.string({ error: 'Write the last day of the share, such as 24 Nov 2026.' }).transform((typed, context) => {
  const day = parseDay(typed, new Date())
  if (!day) context.addIssue({ code: 'custom', message: 'Write the last day of the share, such as 24 Nov 2026.' })
  return day ?? ''
})

const clockTime = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (!typed.trim()) return ''
    const time = parseTime(typed)
    if (!time) context.addIssue({ code: 'custom', message: 'Write a time such as 14:05, or leave it empty for the end of the day.' })
    return time ?? ''
  })

const why = (what: string) =>
  z
    .string({ error: `Write ${what}, in a sentence.` })
    .trim()
    .min(3, `Write ${what}, in a sentence.`)
    .max(1000, 'Shorten the reason to 1,000 characters.')

const ticked = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform(chosen => [chosen].flat().filter(Boolean))

const share = z.object({
  with: z.string({ error: 'Choose whom to share with.' }).min(1, 'Choose whom to share with.'),
  tier: z.enum(
    tiers.map(tier => tier.key),
    { error: 'Choose what they may do.' },
  ),
  basis: z.string({ error: 'Choose what makes this share lawful.' }).min(1, 'Choose what makes this share lawful.').max(400),
  clause: z.string().max(100).default(''),
  reason: why('why they need it'),
  until: lastDay,
  untilTime: clockTime,
  /** The sides to share; none ticked: all that the sharer works. */
  side: ticked,
  /** Which categories of sensitive information go with it. */
  sensitive: z.enum(['all', 'some', 'none'], { error: 'Choose whether sensitive information goes with it.' }).default('all'),
  category: ticked,
  openWithin,
  subCases: z
    .string()
    .default('')
    .transform(said => said === 'yes'),
})

export const newShare = share.refine(({ sensitive, category }) => sensitive !== 'some' || category.length > 0, {
  error: 'Tick what goes with it.',
  path: ['category'],
})
export type NewShare = z.output<typeof newShare>

/** What was typed, to be shown again. */
export const wordsOf = (input: NewShare): Record<string, string | string[]> => ({
  with: input.with,
  tier: input.tier,
  basis: input.basis,
  clause: input.clause,
  reason: input.reason,
  until: input.until,
  untilTime: input.untilTime,
  subCases: input.subCases ? 'yes' : '',
  sensitive: input.sensitive,
  side: input.side,
  category: input.category,
  openWithin: input.openWithin,
})

const typed = z.string().max(2000).default('')

/** A share as far as it is filled in: kept as it was typed, to be looked at, gone back to and finished. */
export const proposal = z.object({
  with: share.shape.with,
  tier: typed,
  basis: typed,
  clause: typed,
  reason: typed,
  until: typed,
  untilTime: typed,
  side: ticked,
  sensitive: typed,
  category: ticked,
  openWithin: typed,
  subCases: typed,
  next: z.string().default(''),
})
export type Proposal = Omit<z.output<typeof proposal>, 'next'>

export const shareEnd = z.object({ reason: why('why it ends'), along: ticked })
