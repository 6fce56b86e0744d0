/** The head of a case for a page about it, with the look that every such page is. */
import type { Db } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { type CaseHead, findCaseHead } from './queries.ts'

/**
 * With `mayAdd` or `mayAmend` for a page that holds nothing but a form: whoever could not send it is told so instead.
 * @example <ClosurePage head={await lookAtCase(db, id(c), mayClose)} />
 */
export async function lookAtCase(db: Db, caseId: string, find = findCaseHead): Promise<CaseHead> {
  const head = await find(db, caseId)
  await seen(db, 'case', head.id, { caseId: head.id })
  return head
}
