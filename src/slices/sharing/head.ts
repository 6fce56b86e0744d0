/** The head of a case for whoever may read it. */
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { type CaseHead, findCaseHead } from '../cases/index.ts'

/** Nothing for those who see less of it, or none. */
export async function headOrNothing(db: Db, caseId: string): Promise<CaseHead | undefined> {
  return findCaseHead(db, caseId).catch(error => {
    if (error instanceof NotFound) return undefined
    throw error
  })
}
