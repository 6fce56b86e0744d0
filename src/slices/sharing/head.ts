/** The head of a case for whoever may read it, or may share it. */
import type { Db } from '../../platform/db.ts'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { type CaseHead, findCaseHead } from '../cases/index.ts'

/** Nothing for those who see less of it, or none. */
export async function headOrNothing(db: Db, caseId: string): Promise<CaseHead | undefined> {
  return findCaseHead(db, caseId).catch(error => {
    if (error instanceof NotFound) return undefined
    throw error
  })
}

/** For the pages on which a share is filled in: the rules would refuse it at its end, so that it is not begun. Throws Forbidden with whom to ask. */
export async function headToShare(db: Db, caseId: string): Promise<CaseHead> {
  const head = await findCaseHead(db, caseId)
  if (!head.mayLead) throw new Forbidden(`Only whoever leads this case can share it. Ask ${head.leadWorkerName}, ${head.ownerAgencyName}.`)
  return head
}
