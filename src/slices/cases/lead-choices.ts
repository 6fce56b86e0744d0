/** Who can lead a case, and which team can own one. */
import type { Db } from '../../platform/db.ts'

/** Colleagues of the worker's own agency who can lead a case, and the teams that can own one. */
export async function listLeadChoices(db: Db) {
  const workers = await db
    .selectFrom('workers')
    .select(['id', 'name', 'jobTitle'])
    .where('agencyId', '=', db.actor.agencyId)
    .where('leftOn', 'is', null)
    .where('suspendedAt', 'is', null)
    .orderBy('name')
    .limit(500)
    .execute()
  const teams = await db
    .selectFrom('teams')
    .select(['id', 'name'])
    .where('id', 'in', db.actor.principals)
    .where('endedOn', 'is', null)
    .orderBy('name')
    .execute()
  return { workers, teams }
}
