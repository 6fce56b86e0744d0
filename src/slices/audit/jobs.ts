/** What the clock does for the record: it is sealed every minute, divided ahead of time, and searched for what is odd each night. */
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
    patterns: async () => {
      await asSystem('patterns', db => sql`select find_patterns(current_date - n) from generate_series(1, 7) n`.execute(db))
    },
    months: async () => {
      await asSystem('months', db => sql`select lay_months_ahead()`.execute(db))
    },
  }
}
