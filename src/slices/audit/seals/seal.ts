/** Seals what has been recorded since the last seal. Safe to run at any time, in any number of processes, and to be killed. */
import { sql } from 'kysely'
import { asSystem, type SystemDb } from '../../../platform/system-db.ts'
import type { AuditKey } from '../../../platform/audit-key.ts'
import { type Batch, beginning, describe, hashOf, type Seal, statementOf } from './statement.ts'

/** A batch holds about so many rows; fewer when no more wait, more when one transaction wrote more. */
const most = 4096

/**
 * Seals batch after batch until nothing that can be sealed is left; gives the rows sealed. Stops when another process seals.
 * @example await sealAll(auditKey(config.auditKey))
 */
export async function sealAll(key: AuditKey): Promise<number> {
  let sealed = 0
  for (;;) {
    const rows = await asSystem('sealing', db => sealNext(db, key))
    if (rows === 0) return sealed
    sealed += rows
  }
}

/** One batch in one transaction: killed before its end it has sealed nothing, and the next one begins where it began. */
async function sealNext(db: SystemDb, key: AuditKey): Promise<number> {
  const alone = await sql<{ alone: boolean }>`select pg_try_advisory_xact_lock(hashtext('kith sealing')) as alone`.execute(db)
  if (!alone.rows[0]?.alone) return 0
  const { rows } = await sql<Batch>`select * from next_batch(${most})`.execute(db)
  const batch = rows[0]
  if (!batch) return 0
  const previous = await findLastSeal(db)
  const seal = describe(batch, previous ? hashOf(previous) : beginning, key.name, new Date())
  await db
    .insertInto('auditSeals')
    .values({ ...seal, signature: key.sign(statementOf(seal)) })
    .execute()
  return seal.rowCount
}

async function findLastSeal(db: SystemDb): Promise<Seal | undefined> {
  return db.selectFrom('auditSeals').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst() as Promise<Seal | undefined>
}
