// Dates as people say and type them.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, dayAndTime, daysBetween, near } from './dates.ts'
import { parseDay, parseTime } from './day-reading.ts'

const now = new Date('2026-11-22T09:10:00Z')

describe('a date on the page', () => {
  it('is written as London has it, in every hour of every year', () => {
    const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' })
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), at => {
        expect(dayAndTime(at).slice(-5)).toBe(london.format(at))
      }),
    )
  })

  it('is written in full, in London', () => {
    expect(dayAndTime(new Date('2026-11-24T14:05:00Z'))).toBe('Tue 24 Nov 2026, 14:05')
    expect(dayAndTime(new Date('2026-07-01T23:30:00Z'))).toBe('Thu 2 Jul 2026, 00:30')
    expect(day('1988-05-04')).toBe('Wed 4 May 1988')
  })

  it.each([
    ['2026-11-22', 'today'],
    ['2026-11-23', 'tomorrow'],
    ['2026-11-24', 'in 2 days'],
    ['2026-11-21', 'yesterday'],
    ['2026-11-12', '10 days ago'],
    ['2027-03-01', ''],
  ])('%s is said as "%s"', (at, words) => expect(near(at, now)).toBe(words))

  it('counts the minutes of today', () => {
    expect(near(new Date('2026-11-22T09:30:00Z'), now)).toBe('in 20 minutes')
    expect(near(new Date('2026-11-22T07:10:00Z'), now)).toBe('2 hours ago')
  })

  it('counts days across a change of the clocks', () =>
    expect(daysBetween(new Date('2026-10-24T23:30:00Z'), new Date('2026-10-26T00:10:00Z'))).toBe(1))
})

describe('a day as people type it', () => {
  it.each([
    ['24/11/2026', '2026-11-24'],
    ['24-11-26', '2026-11-24'],
    ['24 nov', '2026-11-24'],
    ['Tue 24th November 2026', '2026-11-24'],
    ['2026-11-24', '2026-11-24'],
    ['4.5.88', '1988-05-04'],
    ['tomorrow', '2026-11-23'],
    ['in 2 weeks', '2026-12-06'],
    ['fri', '2026-11-27'],
    ['next Sunday', '2026-11-29'],
  ])('%s means %s', (typed, meant) => expect(parseDay(typed, now)).toBe(meant))

  it.each(['31 feb', '32/1/2026', 'soon', '', '24', '1/13/2026', '4/5/0026'])('"%s" is not a day', typed =>
    expect(parseDay(typed, now)).toBeUndefined())

  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), at => {
        const iso = at.toISOString().slice(0, 10)
        expect(parseDay(day(iso), now)).toBe(iso)
      }),
    )
  })

  it.each(['valueof', 'constructor', '__proto__'])('%s is no day', typed => expect(parseDay(typed, now)).toBeUndefined())

  it('never breaks, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), typed => {
        expect(parseDay(typed, now) ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d$/)
      }),
    )
  })
})

describe('a time as people type it', () => {
  it.each([
    ['14:05', '14:05'],
    ['2.05pm', '14:05'],
    ['9am', '09:00'],
    ['12am', '00:00'],
    ['noon', '12:00'],
    ['0930', '09:30'],
  ])('%s means %s', (typed, meant) => expect(parseTime(typed)).toBe(meant))

  it.each(['25:00', '9', '13pm', 'late', '12:75'])('"%s" is not a time', typed => expect(parseTime(typed)).toBeUndefined())
})
