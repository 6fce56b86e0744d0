/** What workers do about conflicts: declare what ties them to people, declare a conflict, confirm or lift one. */
import { sql } from 'kysely'
import { type Db, newId } from '../../platform/db.ts'
import { Conflict } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import type { ConflictReview, NewConflict, NewInterest } from './inputs.ts'

/** Declares something of the worker's own. What follows from it is found by the rules, and not told to them. */
export async function declareInterest(db: Db, input: NewInterest): Promise<string> {
  const asked = await sql<{ may: boolean }>`select may_declare(${input.kind}) as may`.execute(db)
  if (!asked.rows[0]?.may)
    throw new Conflict(
      'You have declared as many of these as ninety days allow. Tell your information-governance lead of another: they can note it for you.',
    )
  const id = newId()
  await db
    .insertInto('interests')
    .values({ id, workerId: db.actor.workerId, ...input })
    .execute()
  await record(db, 'interest_declared', { subjectId: id })
  return id
}

/** Ends what no longer holds. Conflicts that were found by it stand until the governance lead lifts them. */
export async function endInterest(db: Db, id: string): Promise<void> {
  const ended = await db
    .updateTable('interests')
    .set({ endedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw new Conflict('This has ended already.')
  await record(db, 'interest_ended', { subjectId: id })
}

/** Declares a conflict: the worker's own, or as an administrator one of a worker of their agency. It shuts the case at once. */
export async function declareConflict(db: Db, { worker, person, caseId, basis }: NewConflict): Promise<void> {
  const workerId = worker ?? db.actor.workerId
  const [id, kind] = [newId(), workerId === db.actor.workerId ? 'declared by worker' : 'declared by administrator']
  await db
    .insertInto('conflicts')
    .values({ id, workerId, personId: person ?? null, caseId: caseId ?? null, kind, basis, declaredBy: db.actor.workerId })
    .execute()
  await record(db, 'conflict_declared', { subjectId: id, detail: { principal: workerId } })
}

/** Confirms a conflict of a colleague, or lifts it, which opens the case to them again. */
export async function reviewConflict(db: Db, id: string, { stands, words }: ConflictReview): Promise<void> {
  const now = sql<Date>`now()`
  const reviewed = await db
    .updateTable('conflicts')
    .set({ reviewedBy: db.actor.workerId, reviewWords: words, confirmedAt: stands ? now : null, liftedAt: stands ? null : now })
    .where('id', '=', id)
    .executeTakeFirst()
  if (reviewed.numUpdatedRows === 0n) throw new Conflict('This conflict is not there any more, or not yours to review.')
  await record(db, stands ? 'conflict_confirmed' : 'conflict_lifted', { subjectId: id })
}
