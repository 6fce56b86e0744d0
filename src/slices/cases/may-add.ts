/** Who may add to a case; the database decides whatever happens, this says it in a sentence before anything is taken in. */
import type { Db } from '../../platform/db.ts'
import { Forbidden } from '../../platform/errors.ts'
import { type CaseHead, findCaseHead } from './queries.ts'

/**
 * The head of a case that the worker may add to; NotFound when they may not see it, Forbidden when they may only read it.
 * @example const head = await mayAdd(db, caseId)
 */
export async function mayAdd(db: Db, caseId: string): Promise<CaseHead> {
  const head = await findCaseHead(db, caseId)
  if (head.closedAt) throw new Forbidden('This case is closed. Open it again to add to it.')
  if (!head.mayContribute) throw new Forbidden('You may read this case, but not add to it. Ask whoever leads it.')
  return head
}
