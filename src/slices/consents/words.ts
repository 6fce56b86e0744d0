/** Consent in words. */
import { isoDay, type TagKind } from '../../ui/index.ts'
import type { Consent } from './queries.ts'

export const channels: Consent['channel'][] = ['in person', 'phone', 'video', 'paper', 'e-mail', 'portal']

export const givers = [
  { value: 'self', label: 'The person themselves' },
  { value: 'parent or guardian', label: 'A parent or guardian' },
  { value: 'deputy or attorney', label: 'A deputy or attorney' },
]

export const capacities = [
  { value: 'has', label: 'They can decide this' },
  { value: 'in doubt', label: 'It is in doubt' },
  { value: 'lacks', label: 'They cannot decide this', hint: 'Then somebody who may decide for them has to consent.' },
]

/** @example giverWords(consent) // "by a parent or guardian" */
export const giverWords = ({ givenBy }: Pick<Consent, 'givenBy'>): string =>
  givenBy === 'self' ? 'by the person themselves' : `by a ${givenBy}`

export function capacityWords({ capacity, capacityNote }: Pick<Consent, 'capacity' | 'capacityNote'>): string {
  const words = capacities.find(one => one.value === capacity)?.label ?? capacity
  return capacityNote ? `${words}: ${capacityNote}` : words
}

/** Whether it holds. */
export function stateOf(consent: Pick<Consent, 'withdrawnAt' | 'expiresOn'>, now: Date): { words: string; kind: TagKind } {
  if (consent.withdrawnAt) return { words: 'Withdrawn', kind: 'red' }
  return consent.expiresOn <= isoDay(now) ? { words: 'Ended', kind: 'quiet' } : { words: 'Holds', kind: 'green' }
}
