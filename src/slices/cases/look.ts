/** The head of a case for a page about it, with the look that every such page is. */
import type { Db } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { type CaseHead, findCaseHead } from './queries.ts'

/** @example <ClosurePage head={await lookAtCase(db, id(c))} /> */
export async function lookAtCase(db: Db, caseId: string): Promise<CaseHead> {
  const head = await findCaseHead(db, caseId)
  await seen(db, 'case', head.id, { caseId: head.id })
  return head
}
