/** Words that stand in one row only: met anywhere, they tell which row was met. */
import { rowOf } from '../ids.ts'

/**
 * The word of a row.
 * @example secret('case_people', 3) // zqcaseqpeople3x
 */
export const secret = (table: string, index: number): string => `zq${table.replace('_', 'q')}${index}x`

const words = /zq([a-z]+?)(\d+)x/gi
const ids = /00000000-0000-7000-9000-\d{12}/g
const references = /WRLD-?000(\d)/gi

/** What it takes to know an id: whoever has a pointer to a case has its address; whoever reads a case knows of every share that opens it, though not of what was typed about a case above. */
export const knownBy = (id: string): string =>
  rowOf(id)
    .replace(/^cases /, 'case_pointers ')
    .replace(/^grants /, 'shares ')

/** Rows whose words, ids or references stand in a text, as "table place". */
export function rowsIn(text: string): Set<string> {
  return new Set([
    ...[...text.matchAll(words)].map(([, table = '', index]) => `${table.toLowerCase().replace('q', '_')} ${index}`),
    ...[...text.matchAll(references)].map(([, index]) => `case_pointers ${index}`),
    ...[...text.matchAll(ids)].map(([id]) => knownBy(id)),
  ])
}
