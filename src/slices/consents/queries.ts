/** Reads of consents. Rows that the worker may not see do not exist here. */
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'

const consents = (db: Db) =>
  db
    .selectFrom('consents as c')
    .innerJoin('people as p', 'p.id', 'c.personId')
    .innerJoin('workers as w', 'w.id', 'c.recordedBy')
    .leftJoin('workers as ender', 'ender.id', 'c.withdrawnBy')
    .selectAll('c')
    .select(['p.givenName', 'p.familyName', 'w.name as recordedByName', 'ender.name as withdrawnByName'])

export type Consent = Awaited<ReturnType<typeof findConsent>>

/** The consents of a case, newest first, withdrawn ones included. */
export const listConsents = (db: Db, caseId: string) =>
  consents(db).where('c.caseId', '=', caseId).orderBy('c.recordedAt', 'desc').limit(200).execute()

/** One consent; NotFound when it is not in this case or not visible. */
export async function findConsent(db: Db, caseId: string, id: string) {
  const found = await consents(db).where('c.caseId', '=', caseId).where('c.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}
