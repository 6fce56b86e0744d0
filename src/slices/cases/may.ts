/** Who may add to a case or amend it; the database decides whatever happens, this says it in a sentence before a form is begun or anything is taken in. */
import type { Db } from '../../platform/db.ts'
import { Conflict, closed, Forbidden } from '../../platform/errors.ts'
import { type CaseHead, findCaseHead } from './queries.ts'

/**
 * The head of a case that the worker may add to; NotFound when they may not see it, Forbidden when they may only read it.
 * @example const head = await mayAdd(db, caseId)
 */
export async function mayAdd(db: Db, caseId: string): Promise<CaseHead> {
  const head = await findCaseHead(db, caseId)
  if (head.closedAt) throw new Forbidden(closed)
  if (!head.mayContribute) throw new Forbidden('You may read this case, but not add to it. Ask whoever leads it.')
  return head
}

/** The same for whoever may amend it: whoever leads the whole of it. */
export async function mayAmend(db: Db, caseId: string): Promise<CaseHead> {
  const head = await findCaseHead(db, caseId)
  if (!head.mayAmend)
    throw new Forbidden(
      `Only whoever leads this case, with all its sides, can change it. Ask ${head.leadWorkerName}, ${head.ownerAgencyName}.`,
    )
  return head
}

/** The same for whoever may close it. Throws Conflict when it is closed. */
export async function mayClose(db: Db, caseId: string): Promise<CaseHead> {
  const head = await mayAmend(db, caseId)
  if (head.closedAt) throw new Conflict('Somebody has closed this case already.', head)
  return head
}
