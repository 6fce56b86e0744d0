/** The head of a case for a page about its documents, with the look that every such page is. */
import type { Db } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { type CaseHead, findCaseHead } from '../cases/index.ts'

/** @example <ScanPage head={await look(db, id)} /> */
export async function look(db: Db, caseId: string): Promise<CaseHead> {
  const head = await findCaseHead(db, caseId)
  await seen(db, 'case', head.id, { caseId: head.id })
  return head
}
