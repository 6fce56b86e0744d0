/** How soon an answer is needed, as a day. */
import { type Nation, nextWorkingDay } from '../../platform/working-days.ts'

export const urgencies = [
  { key: 'today', label: 'Somebody may be in danger' },
  { key: 'soon', label: 'Work waits for it' },
  { key: 'routine', label: 'It can take its time' },
] as const

export type Urgency = (typeof urgencies)[number]['key']

interface Deadlines {
  requestDays: readonly number[]
  bankHolidays: Nation
}

/** How many working days an urgency allows. */
export const daysFor = (urgency: Urgency, { requestDays }: Deadlines): number =>
  requestDays[urgencies.findIndex(one => one.key === urgency)] ?? 20

/**
 * The day by which an answer is due.
 * @example dueFor('soon', '2026-11-24', config()) // "2026-12-01"
 */
export function dueFor(urgency: Urgency, today: string, settings: Deadlines): string {
  let day = today
  for (let left = daysFor(urgency, settings); left > 0; left--) day = nextWorkingDay(day, settings.bankHolidays)
  return day
}
