/** What the clock does for the record: it is sealed every minute, and divided ahead of time. */
import { sql } from 'kysely'
import { auditKey } from '../../platform/audit-key.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { asSystem } from '../../platform/system-db.ts'
import { sealAll } from './seals/seal.ts'

/**
 * The jobs of this slice, for openJobs().
 * @example await openJobs(url, { ...auditJobs(config.auditKey) })
 */
export function auditJobs(secret: string): Jobs {
  const key = auditKey(secret)
  return {
    seal: async () => {
      await sealAll(key)
    },
    months: async () => {
      await asSystem('months', db => sql`select lay_months_ahead()`.execute(db))
    },
  }
}
