/** Interests and conflicts in words. */
import type { Interest, ListedConflict } from './queries.ts'

export const interestKinds = [
  { value: 'home', label: 'Where I live' },
  { value: 'phone', label: 'My own number' },
  { value: 'relative', label: 'Somebody in my family' },
  { value: 'ward', label: 'A ward I stand for or represent' },
  { value: 'other', label: 'Something else', hint: 'Write it under “Anything else”.' },
]

/** One interest in a line. */
export function interestWords({ kind, name, line1, postcode, phone, note }: Interest): string {
  const said = [kind === 'home' ? `${line1}, ${postcode}` : kind === 'phone' ? phone : name, note].filter(Boolean).join('. ')
  return `${interestKinds.find(one => one.value === kind)?.label ?? kind}: ${said}`
}

const found: Record<ListedConflict['kind'], string> = {
  'declared by worker': 'They said so themselves',
  'declared by administrator': 'Declared for them',
  'same surname and address': 'Found: the same surname at the same address',
  'same phone': 'Found: the same number',
  'declared relative': 'Found: the name of a relative they told us of',
  'declared ward': 'Found: an address in a ward they stand for',
}

/** How a conflict came to be known, and whether that has gone since. */
export const howWords = ({ kind, basis, placeHasLeft }: Pick<ListedConflict, 'kind' | 'basis' | 'placeHasLeft'>): string =>
  [found[kind], placeHasLeft && 'No place of the case lies in one any more', basis].filter(Boolean).join('. ')

/** Whom or what it is about, as far as the reader may know. */
export function aboutWords({ personId, givenName, familyName, reference }: ListedConflict): string {
  if (!personId) return reference ? `case ${reference}` : 'a case'
  return givenName || familyName ? `${givenName} ${familyName}`.trim() : 'somebody in a case'
}
