/** How old somebody is, and how surely we know it. */

export interface BornFacts {
  bornOn: string | null
  bornPrecision: string
  diedOn?: string | null
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const fullMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/**
 * The date of birth as surely as it is known.
 * @example bornWords({ bornOn: '1984-01-01', bornPrecision: 'about' }) // "about 1984"
 */
export function bornWords({ bornOn, bornPrecision }: BornFacts): string {
  if (!bornOn) return ''
  const [year, month, date] = bornOn.split('-').map(Number) as [number, number, number]
  if (bornPrecision === 'day') return `${date} ${months[month - 1]} ${year}`
  if (bornPrecision === 'month') return `${fullMonths[month - 1]} ${year}`
  return bornPrecision === 'about' ? `about ${year}` : String(year)
}

/**
 * The age in words: "36", "35 or 36" when only the year is known, "about 42" when it is a guess, "died aged 71".
 * @example ageWords({ bornOn: '1990-03-12', bornPrecision: 'day' }, '2026-11-22') // "36"
 */
function ageWords(person: BornFacts, today: string): string {
  const until = person.diedOn ?? today
  const words = yearsWords(person, until)
  if (!person.diedOn) return words
  return words ? `died aged ${words}` : 'died'
}

/**
 * Age and date together, for a line under a name.
 * @example ageLine({ bornOn: '1990-03-12', bornPrecision: 'day' }, '2026-11-22') // "36, born 12 Mar 1990"
 */
export function ageLine(person: BornFacts, today: string): string {
  const born = bornWords(person)
  return born ? `${ageWords(person, today)}, born ${born}` : ageWords(person, today) || 'Age not known'
}

function yearsWords({ bornOn, bornPrecision }: BornFacts, until: string): string {
  if (!bornOn) return ''
  const most = Number(until.slice(0, 4)) - Number(bornOn.slice(0, 4))
  if (bornPrecision === 'about') return `about ${most}`
  const known = bornPrecision === 'day' ? 5 : bornPrecision === 'month' ? 2 : 0
  const [birthday, now] = [bornOn.slice(5, 5 + known), until.slice(5, 5 + known)]
  // In the very month, or in a year of which no more is known, the birthday may or may not have been.
  if (bornPrecision !== 'day' && birthday === now) return most > 0 ? `${most - 1} or ${most}` : 'under 1'
  const years = most - (now < birthday ? 1 : 0)
  return years > 0 ? String(years) : 'under 1'
}
