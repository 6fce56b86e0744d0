/** After a search, and apart from it: whoever holds somebody that the searcher may not see is told. */
import { sql } from 'kysely'
import type { Jobs } from '../../platform/jobs.ts'
import { asSystem } from '../../platform/system-db.ts'

/**
 * Tells the owners of what a search touched. The searcher's request is over by then, so nothing in it differs.
 * @example await tellOfSearch(lookId)
 */
export async function tellOfSearch(look: string): Promise<void> {
  await asSystem('searches', db => sql`select tell_of_search(${look}::uuid)`.execute(db))
}

/** The job of this slice, for openJobs(). */
export const searchJobs: Jobs = { search: ({ look }) => tellOfSearch(look) }
