/** Reading a message leaves its own trace, as looking at a case does. */
import type { Db } from '../../platform/db.ts'

/** Notes that the worker has read these messages, in the transaction that shows them. */
export async function markRead(db: Db, ids: string[]): Promise<void> {
  if (ids.length === 0 || db.actor.nobody) return
  await db
    .insertInto('messageReads')
    .values(ids.map(messageId => ({ messageId, workerId: db.actor.workerId })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
