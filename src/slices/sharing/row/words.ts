/** Who can read a row and who cannot, in words. */
import { programmeOf } from '../../../programmes/index.ts'
import { categories } from '../../../ui/index.ts'
import type { CaseHead } from '../../cases/index.ts'
import type { Share } from '../queries.ts'
import type { FoundRow } from './queries.ts'

type Head = Pick<CaseHead, 'programme' | 'programmeVersion'>
type Scope = { sides: string[] | null; categories: string[] | null }

const sideName = (head: Head, key: string): string =>
  programmeOf(head)
    .sides?.find(side => side.key === key)
    ?.name.toLowerCase() ?? 'one side'
const categoryName = (key: string): string => categories.find(one => one.key === key)?.name.toLowerCase() ?? key

/**
 * Why a share that opens the case does not open this row; nothing when it does. It says what `my_access` decides.
 * @example shutBecause(head, row, share) // "It opens only the perpetrator side."
 */
export function shutBecause(head: Head, row: FoundRow, share: Scope & Partial<Pick<Share, 'tier'>>): string | undefined {
  const { sides, categories: open, tier = 'read' } = share
  if (tier === 'pointer' || tier === 'headline') return 'It opens no more than the headline.'
  if (row.side && sides && !sides.includes(row.side))
    return `It opens only the ${sides.map(side => sideName(head, side)).join(' and the ')}.`
  if (row.category && open && !open.includes(row.category))
    return `It does not open what is sensitive in this way (${categoryName(row.category)}).`
  const { neverLearns } = programmeOf(head)
  if (row.ties && neverLearns && sides?.every(side => side === neverLearns))
    return `It opens only the ${sideName(head, neverLearns)}, which must never learn who else is in the case.`
  return undefined
}

/** What keeps a row from some of those who read the case, a sentence each; or that nothing does. */
export function limitsOf(head: Head, row: FoundRow): string[] {
  const { neverLearns } = programmeOf(head)
  const open = !row.restricted && !row.side && !row.category && !(row.what === 'message' && row.toName) && !(row.ties && neverLearns)
  return [
    open && 'Everybody who can read the case can read it.',
    row.restricted && 'It is restricted: only its author and the readers they named know that it exists.',
    row.what === 'message' && row.toName && `It was written to ${row.toName} alone: only they and its writer read it.`,
    row.what === 'task' && row.toName && `It was given to ${row.toName}, who reads it also while they see only the headline of the case.`,
    row.side && `It belongs to the ${sideName(head, row.side)}: those who work only another side do not see it.`,
    row.category && `It is sensitive (${categoryName(row.category)}): only those see it to whom that was opened.`,
    row.ties &&
      neverLearns &&
      row.side !== neverLearns &&
      `Nobody who works only the ${sideName(head, neverLearns)} sees who is in this case, or what is known about them.`,
    row.what === 'deed' &&
      row.byName &&
      `${row.byName} finds it among what they did themselves, also when the case is no longer open to them, unless a conflict of interest shuts it.`,
  ].filter((sentence): sentence is string => Boolean(sentence))
}
