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
  /** One line for each colleague. */
  words: string[]
}

/** What happens often is counted; entries and messages say what they say in their place. */
const counted: Record<string, (times: number) => string> = {
  entry_added: times => (times === 1 ? 'wrote in the timeline' : `wrote in the timeline ${plural(times, 'time')}`),
  entry_corrected: () => 'corrected an entry',
  task_given: times => (times === 1 ? 'gave a task' : `gave ${plural(times, 'task')}`),
  task_handed_on: () => 'handed a task on',
  task_done: times => (times === 1 ? 'did a task' : `did ${plural(times, 'task')}`),
  message_sent: times => (times === 1 ? 'wrote a message' : `wrote ${plural(times, 'message')}`),
}

/** One line for each case, in the order in which changes came. */
export function changedCases(changes: Change[]): ChangedCase[] {
  return [...Map.groupBy(changes, change => change.caseId).values()].flatMap(of => {
    const [latest] = of
    const words = linesOf(of)
    if (!latest || words.length === 0) return []
    const { caseId, title, reference, at, lookedAt } = latest
    return [
      {
        caseId,
        title,
        reference,
        at,
        isNew: lookedAt === null,
        words: words.slice(0, 3),
        count: of.length >= mostEvents ? `${mostEvents}+` : String(of.length),
      },
    ]
  })
}

/** One line for each colleague: "Tom Ashdown, Police, wrote in the timeline and gave a task". */
function linesOf(changes: Change[]): string[] {
  return [...Map.groupBy(changes, change => `${change.workerName}, ${change.agencyName}`)].flatMap(([who, theirs]) => {
    const did = [...Map.groupBy(theirs, change => change.kind)].flatMap(
      ([kind, { length }]) => counted[kind]?.(length) ?? sentenceFor({ kind, about: null, detail: {} }) ?? [],
    )
    return did.length > 0 ? [`${who}, ${inWords([...new Set(did)].slice(0, 3))}`] : []
  })
}

const inWords = (parts: string[]): string => listed.format(parts)
const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' })
