/** What workers do with aims. */
import { sql } from 'kysely'
import { type Db, newId } from '../../platform/db.ts'
import { Conflict } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { mayChange } from '../../platform/may-change.ts'
import { markIn } from '../cases/index.ts'
import type { AmendedAim, NewAim } from './inputs.ts'
import { findAim } from './queries.ts'

/** Adds an aim at the end of a case's plan. */
export async function addAim(db: Db, caseId: string, input: NewAim): Promise<string> {
  const [id, mark] = [newId(), await markIn(db, caseId, input)]
  const { last } = await db
    .selectFrom('aims')
    .select(sql<number>`coalesce(max(position), 0)`.as('last'))
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('aims')
    .values({ id, caseId, title: input.title, side: mark.side, position: last + 1, createdBy: db.actor.workerId })
    .execute()
  await record(db, 'aim_added', { caseId, subjectId: id, mark })
  return id
}

/** Puts an aim in other words. */
export async function amendAim(db: Db, caseId: string, aimId: string, { title, version }: AmendedAim): Promise<void> {
  const changed = await db
    .updateTable('aims')
    .set({ title, version: version + 1 })
    .where('id', '=', aimId)
    .where('caseId', '=', caseId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) {
    const stands = await findAim(db, caseId, aimId)
    await mayAmendAim(db, aimId)
    throw new Conflict('A colleague changed this aim while you had it open.', stands)
  }
  await record(db, 'aim_changed', { caseId, subjectId: aimId, mark: await markOf(db, caseId, aimId) })
}

/** Throws Forbidden when the worker may only read the aim. */
export const mayAmendAim = (db: Db, aimId: string): Promise<void> =>
  mayChange(db, 'aims', aimId, 'You may see this aim, but not change it. Ask whoever leads the case.')

/** Marks an aim as reached, or takes it up again. */
export async function endAim(db: Db, caseId: string, aimId: string, reached: boolean): Promise<void> {
  const changed = await db
    .updateTable('aims')
    .set({ endedAt: reached ? sql<Date>`now()` : null })
    .where('id', '=', aimId)
    .where('caseId', '=', caseId)
    .where('endedAt', reached ? 'is' : 'is not', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows > 0n)
    await record(db, reached ? 'aim_reached' : 'aim_reopened', { caseId, subjectId: aimId, mark: await markOf(db, caseId, aimId) })
}

const markOf = async (db: Db, caseId: string, aimId: string) => ({ side: (await findAim(db, caseId, aimId)).side, category: null })
