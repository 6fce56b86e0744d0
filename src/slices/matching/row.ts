/** A row of a file as a person who can be compared, and whose they are by the truth column. */
import { parseDay } from '../../ui/index.ts'
import type { MatchColumns, MatchField } from './columns.ts'
import { type Comparable, comparable } from './engine/record.ts'

/** Reads a row by the map. What cannot be read counts as unknown. */
export function comparableRow(cells: string[], map: MatchColumns, columns: string[]): Comparable {
  const all = (field: MatchField) =>
    (map[field] ?? []).map(at => (cells[at] ?? '').trim()).filter(said => said && !/^(null|nan|none|n\/a|unknown)$/i.test(said))
  const one = (field: MatchField) => all(field).join(' ')
  const [given, family] = namesFrom(one('given_name'), one('family_name'), one('name'))
  return comparable({
    given: [given, ...all('other_name')],
    family: [family],
    born: bornFrom(one('born_on'), one('born_year'), one('born_month'), one('born_day')),
    sex: one('gender'),
    addresses: [
      { number: one('house_number'), lines: all('address'), town: one('town'), region: one('region'), postcode: one('postcode') },
    ],
    phones: [...all('phone'), ...all('mobile')],
    emails: all('email'),
    other: Object.fromEntries((map.other ?? []).map(at => [columns[at] ?? '', cells[at] ?? ''])),
  })
}

/** A whole name: the last word is the family name, or what stands before a comma. */
function namesFrom(given: string, family: string, whole: string): [string, string] {
  if (given || family || !whole) return [given, family]
  const comma = /^([^,]+),\s*(.+)$/.exec(whole)
  if (comma) return [comma[2] ?? '', comma[1] ?? '']
  const words = whole.split(/\s+/)
  return words.length > 1 ? [words.slice(0, -1).join(' '), words.at(-1) ?? ''] : ['', whole]
}

/** Eight digits, or as many as are known; a date that is none keeps its digits, since a slip is still a clue. */
function bornFrom(said: string, year: string, month: string, day: string): string {
  if (!said && year) return `${year.padStart(4, '0')}${month ? month.padStart(2, '0') : ''}${month && day ? day.padStart(2, '0') : ''}`
  const bare = said.replace(/[T ]\d\d:\d\d.*$/, '')
  if (/^\d{8}$/.test(bare)) return bare
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(bare)
  if (iso) return `${iso[1]}${(iso[2] ?? '').padStart(2, '0')}${(iso[3] ?? '').padStart(2, '0').slice(0, iso[3] ? 2 : 0)}`
  if (/^\d{4}$/.test(bare)) return bare
  const read = bare ? parseDay(bare, new Date()) : undefined
  return read ? read.replaceAll('-', '') : ''
}

/**
 * The person whom a numbered copy of a record is about; undefined when it is not numbered so.
 * @example personBehind('rec-12-dup-0') // "rec-12"
 */
export const personBehind = (said: string): string | undefined => /^(.+)-(?:org|dup(?:-\d+)?)$/.exec(said.trim())?.[1]
