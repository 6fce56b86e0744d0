/** Dates of birth as officers write them. */
import { expect, test } from 'vitest'
import { takeApart } from './asked.ts'
import { parseBorn } from './born.ts'
import { ageLine } from './born-words.ts'

const today = '2026-11-22'
const read = (typed: string) => {
  const born = parseBorn(typed, today)
  return born ? `${born.on} ${born.precision}` : 'not a date of birth'
}

test.each([
  ['12/3/90', '1990-03-12 day'],
  ['12.03.1990', '1990-03-12 day'],
  ['12-3-1990', '1990-03-12 day'],
  ['12 3 90', '1990-03-12 day'],
  ['1990-03-12', '1990-03-12 day'],
  ['12031990', '1990-03-12 day'],
  ['19900312', '1990-03-12 day'],
  ['12 March 1990', '1990-03-12 day'],
  ['12th of Mar 90', '1990-03-12 day'],
  ['March 12, 1990', '1990-03-12 day'],
  ['born 4 May 1988', '1988-05-04 day'],
  ['DOB: 04/05/88', '1988-05-04 day'],
  ['1/12/26', '1926-12-01 day'],
  ['22/11/26', '2026-11-22 day'],
  ['29/2/2000', '2000-02-29 day'],
  ['March 1990', '1990-03-01 month'],
  ['3/1990', '1990-03-01 month'],
  ['Sept 85', '1985-09-01 month'],
  ['1990-03', '1990-03-01 month'],
  ['1984', '1984-01-01 year'],
  ['about 1984', '1984-01-01 about'],
  ['c. 1984', '1984-01-01 about'],
  ['1984?', '1984-01-01 about'],
  ['about 30', '1996-01-01 about'],
  ['30ish', '1996-01-01 about'],
  ['aged 30', '1996-01-01 about'],
  ['30 years old', '1996-01-01 about'],
  ['mid 30s', '1991-01-01 about'],
  ['early 20s', '2004-01-01 about'],
])('"%s" is understood', (typed, meant) => expect(read(typed)).toBe(meant))

test.each([
  '',
  'unknown',
  '31/2/1990',
  '12/13/1990',
  '12/3/2030',
  '2030',
  'about 2050',
  '1/1/1790',
  '12 March',
  'tomorrow',
  '999',
  '💥',
])('"%s" is refused', typed => expect(read(typed)).toBe('not a date of birth'))

test.each([
  [{ bornOn: '1990-03-12', bornPrecision: 'day' }, '36, born 12 Mar 1990'],
  [{ bornOn: '1990-11-23', bornPrecision: 'day' }, '35, born 23 Nov 1990'],
  [{ bornOn: '1990-03-01', bornPrecision: 'month' }, '36, born March 1990'],
  [{ bornOn: '1990-11-01', bornPrecision: 'month' }, '35 or 36, born November 1990'],
  [{ bornOn: '1984-01-01', bornPrecision: 'year' }, '41 or 42, born 1984'],
  [{ bornOn: '1984-01-01', bornPrecision: 'about' }, 'about 42, born about 1984'],
  [{ bornOn: '2026-10-01', bornPrecision: 'day' }, 'under 1, born 1 Oct 2026'],
  [{ bornOn: '1950-01-05', bornPrecision: 'day', diedOn: '2021-02-01' }, 'died aged 71, born 5 Jan 1950'],
  [{ bornOn: null, bornPrecision: 'day' }, 'Age not known'],
])('an age is said as surely as it is known', (person, words) => expect(ageLine(person, today)).toBe(words))

test.each([
  ['zed newman about 1990', 'Zed Newman', '1990-01-01'],
  ['Ayo Adeyemi 12/3/84', 'Ayo Adeyemi', '1984-03-12'],
  ['o’shea born 4 may 1988', 'O’shea', '1988-05-04'],
  ['young man aged 30', 'Young Man', '1996-01-01'],
  ['NG7 1AA', 'NG', undefined],
  ['07700 900123', '', undefined],
])('what was looked for is taken apart: %s', (typed, name, on) => {
  const apart = takeApart(typed, today)
  expect([apart.name, apart.born?.on]).toEqual([name, on])
})
