/** Seals a test file's record to its end. */
import type { AuditKey } from '../src/platform/audit-key.ts'
import { sealAll } from '../src/slices/audit/index.ts'
import { behindTheRules } from './database.ts'

/**
 * Seals all that was written up to now, in one go. Other test files write on the same server: while one of them is in the middle of it, what came later must wait.
 * @example await sealEverything(database, key)
 */
export async function sealEverything(own: { ownerUrl: string }, key: AuditKey): Promise<void> {
  while (!(await settled(own)));
  await sealAll(key)
}

const settled = (own: { ownerUrl: string }): Promise<boolean> =>
  behindTheRules(own, ['events', 'looks'], async client => {
    const { rows } =
      await client.query(`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + audit_offset() > coalesce(max(turn), 0) as settled
      from (select max(turn) as turn from events union all select max(turn) from looks) latest`)
    return rows[0].settled as boolean
  })
