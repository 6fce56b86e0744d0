/** What the clock does for recalls. Access itself needs no clock: the rules had shut it at its minute. */
import { sql } from 'kysely'
import type { Jobs } from '../../platform/jobs.ts'
import { asSystem } from '../../platform/system-db.ts'

/**
 * Recalls what ended by the clock: shares whose day has come, agreements that are over, workers who left.
 * @example await recallWhatEnded()
 */
export async function recallWhatEnded(): Promise<void> {
  await asSystem('recalls', db => sql`select recall_what_ended()`.execute(db))
}

/** The job of this slice, for openJobs(). */
export const recallJobs: Jobs = { recalls: recallWhatEnded }
