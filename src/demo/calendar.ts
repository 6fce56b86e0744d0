// Days and moments counted from the county's today, in London time.
import type { Day, Moment } from './shape.ts'

export type Calendar = {
  today: Day
  /** The day so many days from today; minus is the past. */
  day: (offset: number) => Day
  /** The moment of a London clock time on that day. */
  moment: (offset: number, time: string) => Moment
  isWeekend: (offset: number) => boolean
  /** "Tue 24 Nov": how a worker writes a date inside a note. */
  spoken: (offset: number) => string
  /** The name of that day's month. */
  month: (offset: number) => string
}

export function calendar(today: Day): Calendar {
  const start = Temporal.PlainDate.from(today)
  const on = (offset: number) => start.add({ days: offset })
  return {
    today,
    day: offset => on(offset).toString(),
    moment: (offset, time) => londonMoment(on(offset), time),
    isWeekend: offset => on(offset).dayOfWeek > 5,
    spoken: offset => on(offset).toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' }),
    month: offset => on(offset).toLocaleString('en-GB', { month: 'long' }),
  }
}

/** The same moment so many minutes later. */
export function later(at: Moment, minutes: number): Moment {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString()
}

/** The calendar day in London on which a moment falls. */
export function dayOf(at: Moment): Day {
  return Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London').toPlainDate().toString()
}

function londonMoment(date: Temporal.PlainDate, time: string): Moment {
  const zoned = date.toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from(time) })
  return new Date(zoned.epochMilliseconds).toISOString()
}
