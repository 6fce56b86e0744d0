/** Receipts in words. */
import type { Receipt, Step } from './queries.ts'

/** @example shareName(receipt) // "Noise at Fern Court (7KQM-4RTX)" */
export const shareName = ({ title, reference }: Pick<Receipt, 'title' | 'reference'>): string =>
  title ? `${title} (${reference})` : (reference ?? 'A case')

/** Who, for which agency, unless that is its name. @example who('Grace Penhale', 'Housing') // "Grace Penhale, Housing" */
export const who = (name: string | null, agencyName: string | null): string => [name ?? 'Somebody', agencyName].filter(Boolean).join(', ')

export const stepOf = ({ steps }: Pick<Receipt, 'steps'>, step: Step['step']): Step | undefined => steps.find(one => one.step === step)

/** Whether they asked something back that nobody has answered. */
export const asksBack = (receipt: Pick<Receipt, 'steps'>): boolean =>
  Boolean(stepOf(receipt, 'understood')?.words) && !stepOf(receipt, 'answered')

/** Whether it is urgent, its time has come and nobody opened it. */
export const isOverdue = ({ openBy, openedAt, ended }: Pick<Receipt, 'openBy' | 'openedAt' | 'ended'>, now: Date): boolean =>
  openBy !== null && openBy <= now && !openedAt && !ended

/** What those say who have it. Of a pointer there is nothing to read but whom to ask. */
export const confirmWords = ({ tier, toKind }: Pick<Receipt, 'tier' | 'toKind'>): string =>
  `${toKind === 'worker' ? 'I' : 'We'} ${tier === 'pointer' ? 'know whom to ask' : 'have read and understood this'}`

/** @example actedWords(receipt) // "We have acted upon it" */
export const actedWords = ({ toKind }: Pick<Receipt, 'toKind'>): string => `${toKind === 'worker' ? 'I' : 'We'} have acted upon it`

/** That nobody has opened it, as the reader of the receipt sees it. @example unopenedWords(receipt) // "Nobody at Housing has opened it" */
export function unopenedWords({ toKind, toName, given }: Pick<Receipt, 'toKind' | 'toName' | 'given'>): string {
  if (!given) return toKind === 'worker' ? 'You have not opened it' : 'None of you has opened it'
  if (toKind === 'worker') return `${toName} has not opened it`
  return `Nobody ${toKind === 'team' ? 'in' : 'at'} ${toName} has opened it`
}
