/** What administrators do with teams and seats in them. */
import { sql } from 'kysely'
import type { Db } from '../../../platform/db.ts'
import { Conflict, Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/events.ts'
import { addPrincipal, refusingTwins } from '../principals.ts'
import type { AmendedTeam, NewTeam } from './inputs.ts'
import { findTeam } from './queries.ts'

const today = sql<string>`current_date`

/** Adds a team, of one agency or of several when none is named, and gives its id. */
export async function addTeam(db: Db, { agency, ...input }: NewTeam): Promise<string> {
  const id = await addPrincipal(db, 'team')
  await db
    .insertInto('teams')
    .values({ id, agencyId: agency || null, ...input })
    .execute()
  await record(db, 'team_added', { subjectId: id, detail: { principal: id } })
  return id
}

/** Changes a team's name or purpose. */
export async function amendTeam(db: Db, id: string, { version, ...change }: AmendedTeam): Promise<void> {
  const changed = await db
    .updateTable('teams')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw new Conflict('Somebody changed this team while you had it open.', await findTeam(db, id))
  await record(db, 'team_amended', { subjectId: id, detail: { principal: id } })
}

/** Ends a team: what is shared with it opens to nobody any more. */
export async function endTeam(db: Db, id: string): Promise<void> {
  const ended = await db.updateTable('teams').set({ endedOn: today }).where('id', '=', id).where('endedOn', 'is', null).executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) throw new Forbidden('Only an administrator of this team may end it, and only once.')
  await record(db, 'team_ended', { subjectId: id, detail: { principal: id } })
}

/** Gives a worker a seat in a team, from now. */
export async function joinTeam(db: Db, teamId: string, workerId: string): Promise<void> {
  await refusingTwins({}, 'worker', 'They are in this team already.', () =>
    db.insertInto('teamMembers').values({ teamId, workerId, addedBy: db.actor.workerId }).execute(),
  )
  await record(db, 'team_joined', { subjectId: teamId, detail: { principal: workerId, team: teamId } })
}

/** Ends a seat: what is shared with the team shuts to this worker at once. */
export async function leaveTeam(db: Db, teamId: string, seatId: string): Promise<void> {
  const ended = await db
    .updateTable('teamMembers')
    .set({ endsOn: today })
    .where('id', '=', seatId)
    .where('teamId', '=', teamId)
    .returning('workerId')
    .executeTakeFirst()
  if (!ended) throw new Forbidden('Only an administrator of this team, or of the worker’s agency, may end the seat.')
  await record(db, 'team_left', { subjectId: teamId, detail: { principal: ended.workerId, team: teamId } })
}
