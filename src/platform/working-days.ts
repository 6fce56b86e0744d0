/** Which days people work: Monday to Friday save the bank holidays of their nation, as dated data. */

export type Nation = 'england-and-wales' | 'scotland'

/** Source: https://www.gov.uk/bank-holidays, which tells them about two years ahead. Northern Ireland has others. The database is given the same days at every start. */
export const bankHolidays: Record<Nation, readonly string[]> = {
  'england-and-wales': [
    ...['2026-12-25', '2026-12-28'],
    ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
    ...['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26'],
  ],
  scotland: [
    ...['2026-11-30', '2026-12-25', '2026-12-28'],
    ...['2027-01-01', '2027-01-04', '2027-03-26', '2027-05-03', '2027-05-31', '2027-08-02', '2027-11-30', '2027-12-27', '2027-12-28'],
    ...['2028-01-03', '2028-01-04', '2028-04-14', '2028-05-01', '2028-05-29', '2028-08-07', '2028-11-30', '2028-12-25', '2028-12-26'],
  ],
}

/** The last day for which bank holidays are known; after it only weekends count. */
export const bankHolidaysKnownUntil = '2028-12-31'

/**
 * Whether people work on a day.
 * @example isWorkingDay('2026-12-25', 'scotland') // false
 */
export function isWorkingDay(day: string, nation: Nation): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !bankHolidays[nation].includes(day)
}

/**
 * The first day after `day` on which people work.
 * @example nextWorkingDay('2026-12-24', 'england-and-wales') // "2026-12-29"
 */
export function nextWorkingDay(day: string, nation: Nation): string {
  const next = new Date(`${day}T12:00:00Z`)
  do next.setUTCDate(next.getUTCDate() + 1)
  while (!isWorkingDay(next.toISOString().slice(0, 10), nation))
  return next.toISOString().slice(0, 10)
}
