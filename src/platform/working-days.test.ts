/** Working days across weekends and bank holidays. */
import { expect, test } from 'vitest'
import { isWorkingDay, nextWorkingDay } from './working-days.ts'

test('weekends and the bank holidays of the nation are no working days', () => {
  const working = ['2026-11-29', '2026-11-30', '2026-12-24', '2026-12-25', '2026-12-28', '2027-01-04', '2027-03-29'].map(day => [
    isWorkingDay(day, 'england-and-wales'),
    isWorkingDay(day, 'scotland'),
  ])
  expect(working).toEqual([
    [false, false],
    [true, false],
    [true, true],
    [false, false],
    [false, false],
    [true, false],
    [false, true],
  ])
})

test('the next working day comes after the weekend, the bank holidays and the turn of the year', () => {
  expect(nextWorkingDay('2026-11-24', 'england-and-wales')).toBe('2026-11-25')
  expect(nextWorkingDay('2026-11-27', 'england-and-wales')).toBe('2026-11-30')
  expect(nextWorkingDay('2026-11-27', 'scotland')).toBe('2026-12-01')
  expect(nextWorkingDay('2026-12-24', 'england-and-wales')).toBe('2026-12-29')
  expect(nextWorkingDay('2026-12-31', 'scotland')).toBe('2027-01-05')
})
