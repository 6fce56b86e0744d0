/** Names the rows that differ between a sealed batch and what stands in the database now. */
import type { FoundRow } from './rows.ts'
import { markBytes } from './tree.ts'

/** At most so many rows are named; the rest is counted. */
const mostNamed = 20

/**
 * What happened to the rows of a batch, one sentence for each, from the marks that were sealed and the rows that are there.
 * @example differences(seal.marks, rows) // ["look 019a… (case, 2026-11-22 09:14:03 UTC) was changed"]
 */
export function differences(marks: Buffer, found: FoundRow[]): string[] {
  const sealed = Array.from({ length: marks.length / markBytes }, (_, n) =>
    marks.subarray(n * markBytes, (n + 1) * markBytes).toString('hex'),
  )
  const there = found.map(row => row.leaf.subarray(0, markBytes).toString('hex'))
  const said = [...walk(sealed, there, found)]
  return said.length > mostNamed ? [...said.slice(0, mostNamed), `and ${said.length - mostNamed} more`] : said
}

/** Goes along both at once. A row that changed is one that is new to the seal where another is missing. */
function* walk(sealed: string[], there: string[], found: FoundRow[]): Generator<string> {
  const inSeal = new Set(sealed)
  const inTable = new Set(there)
  let s = 0
  let t = 0
  while (s < sealed.length || t < there.length) {
    const row = found[t]
    if (s < sealed.length && sealed[s] === there[t]) {
      s++
      t++
      continue
    }
    const missing = s < sealed.length && !inTable.has(sealed[s] as string)
    const added = t < there.length && !inSeal.has(there[t] as string)
    if (missing && added) yield `${named(row)} was changed`
    else if (missing) yield row ? `a row was removed just before ${named(row)}` : `a row was removed${afterLast(found)}`
    else if (added) yield `${named(row)} was added`
    else yield row ? `${named(row)} was moved` : 'rows were moved'
    if (missing || !added) s++
    if (added || !missing) t++
  }
}

const named = (row?: FoundRow): string => (row ? `${row.what} ${row.id} (${row.kind}, ${moment(row.at)})` : 'a row')

const afterLast = (found: FoundRow[]): string => (found.length > 0 ? ` just after ${named(found.at(-1))}` : '')

const moment = (at: Date): string => `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`
