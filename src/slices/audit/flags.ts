/** What was odd in what a worker looked at on one day: read, and reviewed once. */
import { sql } from 'kysely'
import { z } from 'zod'
import { administersPartnership, leadsGovernance } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Conflict, NotFound } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'

/** What can come of a review. */
export const outcomes = {
  explained: 'There is a good reason',
  spoken_to: 'Spoken to the worker',
  investigated: 'Passed on to be investigated',
}

export const newReview = z.object({
  outcome: z.enum(['explained', 'spoken_to', 'investigated'], 'Choose what came of it.'),
  note: z.string().trim().min(1, 'Write in a few words what you found.').max(1000, 'Write at most 1,000 letters.'),
})

/** Whether the worker answers for an agency's record: only to decide which pages are drawn. */
export const answersForRecord = ({ actor }: Db): boolean => leadsGovernance(actor) || administersPartnership(actor)

export interface Flag {
  id: string
  pattern: string
  name: string
  reason: string
  threshold: number
  workerId: string
  workerName: string
  agencyName: string
  day: string
  found: number
  outcome: keyof typeof outcomes | null
  note: string
  reviewedAt: Date | null
  reviewerName: string | null
}

/** Flags that wait for a review first, then the newest that were reviewed. */
export const listFlags = (db: Db, most = 200): Promise<Flag[]> => select(db, sql`true`, most)

/** One flag; throws NotFound when the reader may not see it. */
export async function findFlag(db: Db, id: string): Promise<Flag> {
  const [found] = await select(db, sql`f.id = ${id}`, 1)
  if (!found) throw new NotFound('Not found.')
  return found
}

async function select(db: Db, where: ReturnType<typeof sql>, most: number): Promise<Flag[]> {
  const { rows } = await sql<Flag>`
    select f.id, f.pattern, p.name, p.reason, p.threshold, f.worker_id, w.name as worker_name, a.short_name as agency_name, f.day, f.found, f.outcome, f.note,
      f.reviewed_at, r.name as reviewer_name
    from flags f join patterns p on p.key = f.pattern join workers w on w.id = f.worker_id join agencies a on a.id = f.agency_id
      left join workers r on r.id = f.reviewed_by
    where ${where} order by f.outcome is not null, f.day desc, f.id limit ${sql.lit(most)}`.execute(db)
  return rows
}

/** Writes down what came of a flag. The first review stands. */
export async function reviewFlag(db: Db, id: string, { outcome, note }: z.output<typeof newReview>): Promise<void> {
  const flag = await findFlag(db, id)
  const { numUpdatedRows } = await db
    .updateTable('flags')
    .set({ outcome, note, reviewedBy: db.actor.workerId, reviewedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Conflict('Somebody has reviewed this already.')
  await record(db, 'flag_reviewed', { subjectId: id, detail: { principal: flag.workerId, outcome } })
}
