/** What was looked at in an emergency, line by line, for whoever reviews it. */
import { timeOf } from '../../../ui/index.ts'
import type { LookDuring } from '../queries.ts'

type Run = { kinds: Set<string>; name: string; about: string; subjectId: string | null; first: Date; last: Date; times: number }

/**
 * What was opened again and again is one line; several people whose names the reader may not see are not one person.
 * A document is opened as often as its page was: the file on that page counts no more, and a copy that was saved is told with it.
 */
export function lookRows(looks: LookDuring[]): { title: string; end: string }[] {
  const runs: Run[] = []
  for (const look of looks) {
    const run = look.isFile ? runs.findLast(one => isOf(one, look)) : runs.at(-1)
    if (run && isOf(run, look)) goesOn(run, look)
    else runs.push({ ...look, kinds: new Set([look.kind]), first: look.at, last: look.at, times: 1 })
  }
  return runs.map(run => ({ title: titleOf(run), end: whenOf(run) }))
}

const ofDocuments = ['document', 'download']

const isOf = ({ kinds, about, subjectId }: Run, look: LookDuring): boolean =>
  subjectId === look.subjectId &&
  about === look.about &&
  (kinds.has(look.kind) || [...kinds, look.kind].every(kind => ofDocuments.includes(kind)))

function goesOn(run: Run, { kind, at, isFile }: LookDuring): void {
  run.kinds.add(kind)
  run.last = at
  if (!isFile) run.times += 1
}

const titleOf = ({ kinds, name, about }: Run): string =>
  [kinds.size > 1 ? 'Document opened and saved' : name, about].filter(Boolean).join(': ')

/** An opening lasts an hour at most, so the minute says when. */
const whenOf = ({ first, last, times }: Run): string =>
  [times > 1 ? `${times} times` : '', [...new Set([first, last].map(timeOf))].join(' to ')].filter(Boolean).join(', ')
