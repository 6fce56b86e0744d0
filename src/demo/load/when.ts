// Moments of the demonstration, counted back from its day.
import type { Moment } from '../shape.ts'

/**
 * Gives moments so many days ago, in London, and minutes later where asked.
 * @example clock('2026-11-24')(2, '23:04') // "2026-11-22T23:04:00Z"
 */
export function clock(today: string) {
  const day = Temporal.PlainDate.from(today)
  return (days: number, time: string, minutes = 0): Moment =>
    day.subtract({ days }).toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).add({ minutes }).toInstant().toString()
}
