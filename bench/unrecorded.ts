/** Stands in for src/platform/events.ts in the build that `npm run bench -- --audit` compares with: the same Kith, which writes no look and no deed. It is never part of Kith. */
import { sql } from 'kysely'
import { type Db, newId } from '../src/platform/db.ts'
import type { Happened, Look } from '../src/platform/events.ts'

export * from '../src/platform/events.ts'

/** Records nothing, and tells open pages to look again as the row of a deed would: that is no part of the record. */
export async function record(db: Db, _kind: string, { caseId = null }: Happened = {}): Promise<void> {
  const told = sql`select pg_notify('kith', json_build_object('event', ${newId()}::uuid, 'at', now(), 'case', ${caseId}::uuid)::text)`
  db.leave(told.execute(db))
}

/** Logs nothing; whoever asks for the look's id gets one. */
export const seen = async (_db: Db): Promise<string> => newId()

/** Logs nothing of several. */
export const seenTogether = async (_db: Db, looks: Look[]): Promise<string[]> => looks.map(newId)
