/** Reads a file with the truth in one of its columns, and evaluates the matching on it. */
import { openCsv } from '../../platform/csv.ts'
import { columnNamed, guessColumns, type MatchColumns, readColumns, sayColumns } from './columns.ts'
import { type Evaluation, evaluate } from './engine/evaluate.ts'
import { comparableRow, personBehind } from './row.ts'

export interface FileEvaluation extends Evaluation {
  /** What was compared, as a map that can be typed again. */
  map: string
  /** Headings that were not compared. */
  leftOut: string[]
  seconds: number
  /** A sentence when the file ends in the middle of something. */
  broken: string | undefined
}

/**
 * Evaluates a CSV file. Throws a sentence when a column is unknown or nothing can be compared.
 * @example await evaluateFile('people.csv', { truth: 'cluster' })
 */
export async function evaluateFile(
  path: string,
  said: { truth: string; map?: string | undefined; without?: string[] },
): Promise<FileEvaluation> {
  const { columns, rows, broken } = await openCsv(path)
  const truthAt = columnNamed(said.truth, columns)
  const map = without(
    [truthAt, ...(said.without ?? []).map(one => columnNamed(one, columns))],
    said.map ? readColumns(said.map, columns) : guessColumns(columns),
  )
  const read: string[][] = []
  for await (const { cells } of rows) read.push(cells)
  const used = new Set(Object.values(map).flat())
  if (used.size === 0)
    throw new Error(`Say which columns to compare: --map given_name=COLUMN,family_name=COLUMN. The file has: ${columns.join(', ')}.`)
  const people = read.map(cells => comparableRow(cells, map, columns))
  const started = performance.now()
  const result = evaluate(
    people,
    truthsOf(read.map(cells => cells[truthAt] ?? '')),
    (map.other ?? []).map(at => columns[at] ?? ''),
  )
  const seconds = (performance.now() - started) / 1000
  return { ...result, seconds, map: sayColumns(map, columns), leftOut: columns.filter((_, at) => !used.has(at)), broken: broken() }
}

function without(taken: number[], map: MatchColumns): MatchColumns {
  const kept = Object.entries(map).map(([field, at]) => [field, at.filter(one => !taken.includes(one))] as const)
  return Object.fromEntries(kept.filter(([, at]) => at.length > 0))
}

/** Some files number copies of one record, such as rec-12-org and rec-12-dup-0; only when all do is the number read. A row without a truth stands alone. */
function truthsOf(said: string[]): string[] {
  const behind = said.map(personBehind)
  const numbered = behind.every(one => one !== undefined)
  return said.map((one, at) => (numbered ? (behind[at] ?? '') : one.trim() || `row ${at}`))
}
