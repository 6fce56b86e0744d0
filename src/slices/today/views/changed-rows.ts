/** Turns what happened on each case into one line: who did what. */
import { sentenceFor } from '../../../sentences.ts'
import { plural } from '../../../ui/index.ts'
import { type Change, mostEvents } from '../changes.ts'

export interface ChangedCase {
  caseId: string
  title: string
  reference: string
  at: Date
  count: string
  isNew: boolean
  /** "Aisha Bello, Harbour, wrote 3 times · Tom Ashdown, Police, closed the case" */
  words: string[]
}

/** Entries and messages speak for themselves in their place; here they are only counted. */
const counted: Record<string, (times: number) => string> = {
  entry_added: times => (times === 1 ? 'wrote in the timeline' : `wrote in the timeline ${plural(times, 'time')}`),
  entry_corrected: () => 'corrected an entry',
  message_sent: times => (times === 1 ? 'wrote a message' : `wrote ${plural(times, 'message')}`),
}

/** One line for each case, in the order in which changes came. */
export function changedCases(changes: Change[]): ChangedCase[] {
  return [...Map.groupBy(changes, change => change.caseId).values()].flatMap(of => {
    const [latest] = of
    const words = linesOf(of)
    if (!latest || words.length === 0) return []
    const { caseId, title, reference, at, lookedAt } = latest
    return [{ caseId, title, reference, at, isNew: lookedAt === null, words: words.slice(0, 3), count: of.length >= mostEvents ? `${mostEvents}+` : String(of.length) }]
  })
}

function linesOf(changes: Change[]): string[] {
  const groups = Map.groupBy(changes, change => `${change.workerName}, ${change.agencyName}|${change.kind}`)
  return [...groups].flatMap(([key, { length }]) => {
    const [who = '', kind = ''] = key.split('|')
    const did = counted[kind]?.(length) ?? sentenceFor({ kind, about: null, detail: {} })
    return did ? [`${who}, ${did}`] : []
  })
}
