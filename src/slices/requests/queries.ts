/** Reads of requests for information, of whom one may ask, and of searches that touched what one holds. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'

export type InformationRequest = Awaited<ReturnType<typeof findRequest>>

const rows = (db: Db) =>
  db
    .selectFrom('informationRequests as r')
    .innerJoin('agencies as f', 'f.id', 'r.fromAgencyId')
    .innerJoin('agencies as t', 't.id', 'r.toAgencyId')
    .innerJoin('workers as asker', 'asker.id', 'r.askedBy')
    .innerJoin('agreements as g', 'g.id', 'r.agreementId')
    .leftJoin('workers as holder', 'holder.id', 'r.handedTo')
    .leftJoin('workers as answerer', 'answerer.id', 'r.answeredBy')
    .leftJoin('grants as s', 's.id', 'r.grantId')
    .selectAll('r')
    .select(['f.shortName as fromName', 't.shortName as toName', 'asker.name as askerName', 'g.name as agreementName', 'g.gateway'])
    .select(['holder.name as holderName', 'answerer.name as answererName', 's.caseId as sharedCaseId'])

/** Every request that the worker may see: those that wait first, the soonest due first. */
export const listRequests = (db: Db) =>
  rows(db).orderBy(sql`r.answered_at is not null`).orderBy('r.dueOn').orderBy('r.id').limit(200).execute()

/** How many wait for the worker's agency, of those that the worker may answer or hand on. */
export async function countWaitingRequests(db: Db): Promise<number> {
  const found = await db
    .selectFrom('informationRequests')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('toAgencyId', '=', db.actor.agencyId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst()
  return found?.count ?? 0
}

/** For Today: what waits for the worker's agency, and what others owe it late. */
export const listUrgentRequests = (db: Db, most: number) =>
  rows(db)
    .where('r.answeredAt', 'is', null)
    .where(({ or, eb }) => or([eb('r.toAgencyId', '=', db.actor.agencyId), eb('r.dueOn', '<', sql<string>`current_date`)]))
    .orderBy('r.dueOn')
    .limit(most)
    .execute()

/** One request. Throws NotFound when there is none that the worker may see. */
export async function findRequest(db: Db, id: string) {
  const found = await rows(db).where('r.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}

export interface Askable {
  agencyId: string
  agencyName: string
  agreementId: string
  agreementName: string
}

/** Whom the worker's agency may ask, on each agreement in force between the two. */
export async function listAskable(db: Db): Promise<Askable[]> {
  const found = await sql<Askable>`
    select a.id as agency_id, a.name as agency_name, g.id as agreement_id, g.name as agreement_name
    from agencies a join agreement_parties p on p.agency_id = a.id join agreements g on g.id = p.agreement_id
    where a.id <> ${db.actor.agencyId} and a.suspended_at is null and agreement_binds(g.id, a.id, ${db.actor.agencyId}::uuid)
    order by a.name, g.name`.execute(db)
  return found.rows
}

/** Shares of the worker's agency's cases with the agency that asks, newest first, to answer with. */
export async function listAnswers(
  db: Db,
  { fromAgencyId }: Pick<InformationRequest, 'fromAgencyId'>,
): Promise<{ id: string; title: string; reference: string }[]> {
  const found = await sql<{ id: string; title: string; reference: string }>`
    select g.id, c.title, c.reference from grants g join cases c on c.id = g.case_id
    where c.owner_agency_id = ${db.actor.agencyId} and agency_of(g.principal_id) = ${fromAgencyId}::uuid and g.revoked_at is null and g.ends_at > now()
    order by g.granted_at desc limit 20`.execute(db)
  return found.rows
}

/** Who searched for somebody that the worker's agency holds, in the last two weeks. */
export const listSearchNotices = (db: Db, most: number) =>
  db
    .selectFrom('searchNotices as n')
    .innerJoin('workers as w', 'w.id', 'n.searcherId')
    .innerJoin('agencies as a', 'a.id', 'n.searcherAgencyId')
    .select(['n.id', 'n.caseId', 'n.reference', 'n.at', 'w.name as searcherName', 'a.shortName as agencyName'])
    .where('n.day', '>', sql<string>`current_date - 14`)
    .orderBy('n.at', 'desc')
    .limit(most)
    .execute()
