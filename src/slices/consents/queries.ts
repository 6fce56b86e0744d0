/** Reads of consents. Rows that the worker may not see do not exist here. */
import { sql } from 'kysely'
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

/** The consents on which a case can be shared today with an agency, a team or a worker. */
export const listConsentsFor = (db: Db, caseId: string, principalId: string) =>
  consents(db)
    .where('c.caseId', '=', caseId)
    .where(sql<boolean>`consent_covers(c.id, ${caseId}::uuid, ${principalId}::uuid)`)
    .orderBy('c.recordedAt', 'desc')
    .execute()

/** One consent; NotFound when it is not in this case or not visible. */
export async function findConsent(db: Db, caseId: string, id: string) {
  const found = await consents(db).where('c.caseId', '=', caseId).where('c.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}

export type Resting = Awaited<ReturnType<typeof listResting>>[number]

/** With whom a case is shared now on one consent, or on any of it. */
export const listResting = (db: Db, caseId: string, consentId?: string) =>
  db
    .selectFrom('grants as g')
    .leftJoin('agencies as a', 'a.id', 'g.principalId')
    .leftJoin('teams as t', 't.id', 'g.principalId')
    .leftJoin('workers as w', 'w.id', 'g.principalId')
    .select(eb => ['g.id', 'g.consentId', 'g.principalId', eb.fn.coalesce('a.shortName', 't.name', 'w.name').as('name')])
    .where('g.caseId', '=', caseId)
    .where('g.consentId', consentId ? '=' : 'is not', consentId ?? null)
    .where('g.revokedAt', 'is', null)
    .where('g.endsAt', '>', sql<Date>`now()`)
    .execute()
