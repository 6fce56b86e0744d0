/** Suspending an agency or an agreement, and letting it back in. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/**
 * Suspends it for a reason, or resumes it when there is none; gives back whether it did. Of two administrators who act at once, or one who acts twice, the second moves no date.
 * @example if (!(await setSuspended(db, 'agencies', id, 'Left the partnership'))) throw new Forbidden('…')
 */
export async function setSuspended(db: Db, what: 'agencies' | 'agreements', id: string, reason: string | null): Promise<boolean> {
  const suspends = reason !== null
  const changed = await db
    .updateTable(what)
    .set({ suspendedAt: suspends ? sql<Date>`now()` : null, suspendedReason: reason ?? '' })
    .where('id', '=', id)
    .where('suspendedAt', suspends ? 'is' : 'is not', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
