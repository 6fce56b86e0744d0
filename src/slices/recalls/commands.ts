/** Saying that an agency acted on what was called back. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { Conflict } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { mayChange } from '../../platform/may-change.ts'
import type { Confirmation } from './inputs.ts'

/** Throws Forbidden when the worker may only read what was called back. */
export const mayConfirm = (db: Db, recallId: string): Promise<void> =>
  mayChange(
    db,
    'recalls',
    recallId,
    'Your agency’s information-governance leads and administrators, and whoever holds a copy, say what was done.',
  )

/** Says, once and for the whole agency, that prints and exports were destroyed or returned. */
export async function confirmRecall(db: Db, recallId: string, { words }: Confirmation): Promise<void> {
  const confirmed = await db
    .updateTable('recalls')
    .set({ confirmedAt: sql<Date>`now()`, confirmedBy: db.actor.workerId, confirmedWords: words })
    .where('id', '=', recallId)
    .returning('id')
    .executeTakeFirst()
  if (!confirmed) throw new Conflict('Somebody has said so already, or it is not yours to say.')
  // Without its case: the agency may no longer know of it.
  await record(db, 'recall_confirmed', { subjectId: recallId })
}
