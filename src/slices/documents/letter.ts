/** The small template of a letter: plain words, which are kept as they are and laid out when printed. */
import type { NewLetter } from './inputs.ts'

export interface Letterhead {
  agencyName: string
  contact: string
  name: string
  jobTitle: string
  phone: string
}

const rule = '\n\n'

/**
 * The letter as it is kept: letterhead, address, date, reference, words, name.
 * @example letterText(head, input, { date: 'Tue 24 Nov 2026', reference: '7KQM-4RTX' })
 */
export function letterText(
  from: Letterhead,
  { to, title, greeting, body }: NewLetter,
  { date, reference }: { date: string; reference: string },
): string {
  const sender = [from.agencyName, from.contact].filter(Boolean).join('\n')
  const signed = [from.name, from.jobTitle, from.agencyName, from.phone].filter(Boolean).join('\n')
  return [sender, to, `${date}\nOur reference: ${reference}`, greeting, title, body, 'Yours sincerely', signed].filter(Boolean).join(rule)
}
