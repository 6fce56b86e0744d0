/** Reading a message leaves its own trace, as looking at a case does. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/**
 * Notes that the worker has read these messages, in the transaction that shows them.
 * Not those that only an emergency opens to them: others who see who has read a message must not learn of it.
 */
export async function markRead(db: Db, ids: string[]): Promise<void> {
  if (ids.length === 0 || db.actor.nobody) return
  await sql`insert into message_reads (message_id, worker_id) select m.id, ${db.actor.workerId}::uuid from messages m
    where m.id = any (${ids}::uuid[]) and reads_anyway(m.case_id, m.side, m.category) on conflict do nothing`.execute(db)
}
