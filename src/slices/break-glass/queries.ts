/** Reads of emergency openings and of notices. Rows that the worker may not see do not exist here. */
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'

const openings = (db: Db) =>
  db
    .selectFrom('emergencyOpenings as o')
    .innerJoin('workers as w', 'w.id', 'o.workerId')
    .innerJoin('agencies as a', 'a.id', 'o.agencyId')
    .innerJoin('casePointers as pointer', 'pointer.caseId', 'o.caseId')
    .leftJoin('workers as reviewer', 'reviewer.id', 'o.reviewedBy')
    .select([
      'o.id',
      'o.caseId',
      'o.workerId',
      'o.reason',
      'o.openedAt',
      'o.endsAt',
      'o.reviewBy',
      'o.reviewedAt',
      'o.outcome',
      'o.reviewWords',
    ])
    .select(['w.name as workerName', 'a.shortName as agencyName', 'pointer.reference', 'reviewer.name as reviewedByName'])

export type Opening = Awaited<ReturnType<typeof findOpening>>

/** Openings that the worker made or reviews, those waiting for a review first; `waiting` leaves out the others. */
export function listOpenings(db: Db, { waiting = false }: { waiting?: boolean } = {}) {
  const found = openings(db)
    .orderBy('o.reviewedAt', ob => ob.desc().nullsFirst())
    .orderBy('o.reviewBy')
    .limit(200)
  return (waiting ? found.where('o.reviewedAt', 'is', null).where('o.workerId', '<>', db.actor.workerId) : found).execute()
}

/** One opening; NotFound when it is not for the worker. */
export async function findOpening(db: Db, id: string) {
  const found = await openings(db).where('o.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}

/** Notices to the worker, their teams and their agency, newest first. */
export const listNotices = (db: Db, most = 20) => db.selectFrom('notices').selectAll().orderBy('at', 'desc').limit(most).execute()
