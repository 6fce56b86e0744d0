/** Who works beside the worker: whom a case, a question or a task can be given. */
import type { Db } from '../../platform/db.ts'

/** Everybody at work in the worker's own agency, themself among them. */
export const listColleagues = (db: Db) =>
  db
    .selectFrom('workers')
    .select(['id', 'name', 'jobTitle'])
    .where('agencyId', '=', db.actor.agencyId)
    .where('leftOn', 'is', null)
    .where('suspendedAt', 'is', null)
    .orderBy('name')
    .limit(500)
    .execute()

/** The teams that the worker is in, each of which can own a case. */
export const listMyTeams = (db: Db) =>
  db
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('id', 'in', db.actor.principals)
    .where('endedOn', 'is', null)
    .orderBy('name')
    .execute()
