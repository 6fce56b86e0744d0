// Reads a day or a time the way people type it: "24/11/26", "24 nov", "tomorrow", "next fri", "9.30pm".
import { isoDay, type Moment } from './dates.ts'

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a typed day into 2026-11-24, or undefined when it is not a day anyone could mean.
 * @example parseDay('24 nov', new Date('2026-11-22')) // "2026-11-24"
 */
export function parseDay(typed: string, today: Moment): string | undefined {
  const text = typed.trim().toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ')
  if (!text) return undefined
  return relativeDay(text, today) ?? isoTyped(text) ?? numericDay(text, today) ?? namedDay(text, today)
}

/**
 * Reads a typed clock time into 14:05, or undefined.
 * @example parseTime('2.05pm') // "14:05"
 */
export function parseTime(typed: string): string | undefined {
  const text = typed.trim().toLowerCase()
  if (text === 'noon' || text === 'midday') return '12:00'
  const found = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?$/.exec(text)
  if (!found || (!found[2] && !found[3])) return undefined
  return clock(Number(found[1]), Number(found[2] ?? 0), found[3])
}

function clock(hours: number, minutes: number, half: string | undefined): string | undefined {
  if (half && (hours < 1 || hours > 12)) return undefined
  const hour = half === 'pm' ? (hours % 12) + 12 : half === 'am' ? hours % 12 : hours
  if (hour > 23 || minutes > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

// A map, because an object would also answer to "valueOf".
const shifts = new Map([
  ['today', 0],
  ['now', 0],
  ['tomorrow', 1],
  ['yesterday', -1],
])

function relativeDay(text: string, today: Moment): string | undefined {
  const shift = shifts.get(text)
  if (shift !== undefined) return shifted(today, shift)
  const counted = /^in (\d{1,3}) (day|week)s?$/.exec(text)
  if (counted) return shifted(today, Number(counted[1]) * (counted[2] === 'week' ? 7 : 1))
  return nextWeekday(text, today)
}

function nextWeekday(text: string, today: Moment): string | undefined {
  const found = /^(?:next |this |on )?(sun|mon|tue|wed|thu|fri|sat)[a-z]*$/.exec(text)
  if (!found?.[1]) return undefined
  const now = new Date(isoDay(today)).getUTCDay()
  return shifted(today, (weekdays.indexOf(found[1]) - now + 7) % 7 || 7)
}

function isoTyped(text: string): string | undefined {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  return found ? real(Number(found[1]), Number(found[2]), Number(found[3])) : undefined
}

function numericDay(text: string, today: Moment): string | undefined {
  const found = /^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?$/.exec(text)
  return found ? real(yearOf(found[3], today), Number(found[2]), Number(found[1])) : undefined
}

function namedDay(text: string, today: Moment): string | undefined {
  const plain = text.replace(/^(sun|mon|tue|wed|thu|fri|sat)[a-z]* /, '')
  const found = /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9})(?: (\d{4}|\d{2}))?$/.exec(plain)
  const month = found?.[2] ? months.indexOf(found[2].slice(0, 3)) + 1 : 0
  return found && month ? real(yearOf(found[3], today), month, Number(found[1])) : undefined
}

/** Two digits mean the century that puts the year no more than ten years ahead: 87 is a birth year. */
function yearOf(typed: string | undefined, today: Moment): number {
  const thisYear = Number(isoDay(today).slice(0, 4))
  if (!typed) return thisYear
  if (typed.length === 4) return Number(typed)
  const guess = Math.floor(thisYear / 100) * 100 + Number(typed)
  return guess > thisYear + 10 ? guess - 100 : guess
}

function real(year: number, month: number, date: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, date))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date || year < 1850) return undefined
  return at.toISOString().slice(0, 10)
}

function shifted(from: Moment, by: number): string {
  return new Date(Date.parse(isoDay(from)) + by * 86_400_000).toISOString().slice(0, 10)
}
