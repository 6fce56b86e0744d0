/** By when a review is due: the rules and the application count the same working days, in both nations. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { testSecret } from '../../../test/secret.ts'
import { asWorker } from '../../platform/db.ts'
import { migrate } from '../../platform/migrate.ts'
import { bankHolidaysKnownUntil, type Nation, nextWorkingDay } from '../../platform/working-days.ts'

const database = ownDatabase()

async function dueDays() {
  const { rows } = await asWorker(cast.tom, db =>
    sql<{ day: string; due: string }>`
      select to_char(d, 'YYYY-MM-DD') as day, to_char(next_working_day(d::date), 'YYYY-MM-DD') as due
      from generate_series('2026-11-20'::timestamp, ${bankHolidaysKnownUntil}::timestamp - interval '5 days', interval '1 day') d`.execute(
      db,
    ),
  )
  return Object.fromEntries(rows.map(({ day, due }) => [day, due]))
}

test.each<[Nation, Record<string, string>]>([
  [
    'england-and-wales',
    {
      '2026-11-27': '2026-11-30',
      '2026-12-24': '2026-12-29',
      '2027-03-25': '2027-03-30',
      '2027-12-24': '2027-12-29',
      '2028-04-13': '2028-04-18',
    },
  ],
  [
    'scotland',
    {
      '2026-11-27': '2026-12-01',
      '2026-12-31': '2027-01-05',
      '2027-03-25': '2027-03-29',
      '2027-12-31': '2028-01-05',
      '2028-04-13': '2028-04-17',
    },
  ],
])('%s: around Easter, Christmas and on every other day, a review is due on the working day that the application knows', async (nation, some) => {
  await migrate(database.ownerUrl, testSecret, nation)
  const due = await dueDays()
  expect(due).toMatchObject(some)
  expect(due).toEqual(Object.fromEntries(Object.keys(due).map(day => [day, nextWorkingDay(day, nation)])))
})
