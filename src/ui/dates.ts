// Dates in Kith's words: "Tue 24 Nov 2026, 14:05" in London, and forgiving reading of what people type.
const zone = 'Europe/London'
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const londonParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A moment, or a plain day as "2026-11-24" (a birthday has no time and no zone). */
export type Moment = Date | string

/**
 * The day in full, as a person reads it.
 * @example day('2026-11-24') // "Tue 24 Nov 2026"
 */
export function day(at: Moment): string {
  const { year, month, date, weekday } = read(at)
  return `${days[weekday]} ${date} ${months[month - 1]} ${year}`
}

/**
 * The day and, for a moment, the London time.
 * @example dayAndTime(new Date('2026-11-24T14:05Z')) // "Tue 24 Nov 2026, 14:05"
 */
export function dayAndTime(at: Moment): string {
  const { time } = read(at)
  return time ? `${day(at)}, ${time}` : day(at)
}

/**
 * The London clock time of a moment, or nothing for a plain day.
 * @example timeOf(new Date('2026-11-24T14:05Z')) // "14:05"
 */
export function timeOf(at: Moment): string {
  return read(at).time
}

/**
 * The day as 2026-11-24, for grouping and for machine-readable markup.
 * @example isoDay(new Date('2026-11-24T14:05Z')) // "2026-11-24"
 */
export function isoDay(at: Moment): string {
  const { year, month, date } = read(at)
  return `${year}-${two(month)}-${two(date)}`
}

/**
 * How far away a day is, in words, while it is near; nothing when it is far.
 * @example near('2026-11-24', new Date('2026-11-22')) // "in 2 days"
 */
export function near(at: Moment, now: Moment): string {
  const gap = daysBetween(now, at)
  if (gap === 0) return sameDayWords(at, now)
  if (gap === 1) return 'tomorrow'
  if (gap === -1) return 'yesterday'
  if (Math.abs(gap) > 27) return ''
  return gap > 0 ? `in ${gap} days` : `${-gap} days ago`
}

/**
 * Whole London days from one moment to another; negative when it has passed.
 * @example daysBetween('2026-11-22', '2026-11-24') // 2
 */
export function daysBetween(from: Moment, to: Moment): number {
  return Math.round((Date.parse(isoDay(to)) - Date.parse(isoDay(from))) / 86_400_000)
}

function sameDayWords(at: Moment, now: Moment): string {
  if (typeof at === 'string' || typeof now === 'string') return 'today'
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000)
  if (minutes > 0) return minutes < 60 ? `in ${plural(minutes, 'minute')}` : 'today'
  if (minutes > -1) return 'just now'
  return minutes > -60 ? `${plural(-minutes, 'minute')} ago` : `${plural(Math.round(-minutes / 60), 'hour')} ago`
}

/**
 * A count with its noun.
 * @example plural(2, 'day') // "2 days"
 */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/**
 * A number as people read it.
 * @example grouped(12500) // "12,500"
 */
export const grouped = (count: number): string => inGroups.format(count)

// Made once: making one costs more than all the numbers of a page.
const inGroups = new Intl.NumberFormat('en-GB')

function read(at: Moment) {
  const plain = typeof at === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(at) : null
  if (plain) return parts(new Date(Date.UTC(Number(plain[1]), Number(plain[2]) - 1, Number(plain[3]))), '')
  const moment = new Date(at).getTime()
  const london = new Date(moment + leadOfLondon(moment))
  return parts(london, `${two(london.getUTCHours())}:${two(london.getUTCMinutes())}`)
}

/** London's lead over UTC in milliseconds. Clocks change on the hour, so that each hour is worked out once: a page shows hundreds of moments. */
function leadOfLondon(moment: number): number {
  const hour = moment - (((moment % 3_600_000) + 3_600_000) % 3_600_000)
  const known = leads.get(hour)
  if (known !== undefined) return known
  const found: Record<string, string> = {}
  for (const part of londonParts.formatToParts(hour)) found[part.type] = part.value
  const there = Date.UTC(Number(found.year), Number(found.month) - 1, Number(found.day), Number(found.hour), Number(found.minute))
  if (leads.size > 50_000) leads.clear()
  leads.set(hour, there - hour)
  return there - hour
}

const leads = new Map<number, number>()

function parts(at: Date, time: string) {
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate(), time, weekday: at.getUTCDay() }
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
