/** Rows of the record that follow one another and are of the same person, or of the same kind found by Kith itself, told in one line. */
import { isoDay } from '../../ui/index.ts'
import { isFileLook } from '../documents/index.ts'
import type { TrailRow } from './queries.ts'
import { deedWords, foundByKith } from './words.ts'

/**
 * Rows side by side of the same worker on the same day, together; so are those of one kind that Kith found. Their order stays.
 * @example inRuns([opened, opened, searched]).map(run => run.length) // [2, 1]
 */
export function inRuns(rows: TrailRow[]): TrailRow[][] {
  const runs: TrailRow[][] = []
  for (const row of rows) {
    const run = runs.at(-1)
    if (run?.[0] && together(run[0], row)) run.push(row)
    else runs.push([row])
  }
  return runs
}

const together = (one: TrailRow, other: TrailRow): boolean =>
  one.workerId === other.workerId && (one.workerId !== null || alikeByKith(one, other)) && isoDay(one.at) === isoDay(other.at)

const alikeByKith = (one: TrailRow, other: TrailRow): boolean => one.kind === other.kind && foundByKith(one)

/**
 * What was done in a run, each thing once; what Kith found again and again, with how often.
 * @example runWords(run) // "opened the case, read the brief and 2 other things"
 */
export function runWords(run: TrailRow[], say = deedWords): string {
  const deeds = [...new Set(run.map(say))]
  if (run[0] && foundByKith(run[0]) && run.length > 1 && deeds.length === 1) return `${deeds[0]}, ${run.length} times`
  const shown = deeds.length > 3 ? [...deeds.slice(0, 2), `${deeds.length - 2} other things`] : deeds
  return new Intl.ListFormat('en-GB').format(shown)
}

/**
 * A run without the looks at files whose page was opened in it: the page shows the file, so both are one opening. Saved copies stay.
 * @example withoutFiles([fileOfLetter, letter]) // [letter]
 */
export const withoutFiles = (run: TrailRow[]): TrailRow[] => run.filter(row => !isOpenedFile(row) || !run.some(page => isPageOf(page, row)))

const isOpenedFile = (row: TrailRow): boolean => row.kind === 'document' && isFileLook(row)

const isPageOf = (page: TrailRow, file: TrailRow): boolean =>
  page.kind === 'document' && page.subjectId === file.subjectId && !isFileLook(page) && page.at <= file.at
