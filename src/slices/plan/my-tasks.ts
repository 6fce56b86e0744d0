/** Reads of the tasks that wait for a worker: given to them, to their teams or to their agency, and those that became their business by being late. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { escalation } from './escalation.ts'
import { type ListedTask, listed, withNames } from './queries.ts'

export interface MyTask extends ListedTask {
  caseTitle: string
  caseReference: string
}

const caseColumns = sql`c.title as case_title, c.reference as case_reference`

/**
 * What waits for any of these principals, by date, `most` for each at the most; only up to a day when one is given.
 * @example await listMyTasks(db, db.actor.principals, { most: 100 })
 */
export async function listMyTasks(db: Db, principals: string[], { until, most }: { until?: string; most: number }): Promise<MyTask[]> {
  const rows = await sql<MyTask>`select ${listed}, ${caseColumns}
    from unnest(${principals}::uuid[]) principal, lateral (
      -- Each principal's tasks come in order from one index, so that only as many rows are checked as are shown.
      select * from tasks where assigned_to = principal and open ${until ? sql`and due_on <= ${until}` : sql``} order by due_on limit ${sql.lit(most)}) t
    join cases c on c.id = t.case_id ${withNames} order by t.due_on, t.id`.execute(db)
  return rows.rows
}

/** What was done for any of these principals, newest first. */
export async function listDoneTasks(db: Db, principals: string[], most: number): Promise<MyTask[]> {
  const rows = await sql<MyTask>`select ${listed}, ${caseColumns}
    from unnest(${principals}::uuid[]) principal, lateral (
      select * from tasks where assigned_to = principal and done_at is not null order by done_at desc limit ${sql.lit(most)}) t
    join cases c on c.id = t.case_id ${withNames} order by t.done_at desc limit ${sql.lit(most)}`.execute(db)
  return rows.rows
}

/** Late tasks of other people that have become the worker's business: they lead the case, or their team or agency owns it. Latest to become so first. */
export async function listEscalatedTasks(db: Db, most = 10): Promise<MyTask[]> {
  const rows = await sql<MyTask>`
    with late as (
      (select t.id from cases led join tasks t on t.case_id = led.id
        where led.lead_worker_id = (select my_worker()) and led.closed_at is null and t.open and t.due_on < current_date - ${sql.lit(escalation.leadAfterDays)}
          and t.assigned_to <> all ((select my_principals())::uuid[]) order by t.due_on desc limit ${sql.lit(most)})
      union
      (select t.id from unnest((select my_principals())::uuid[]) principal, lateral (
        select id from tasks where owner_id = principal and open and due_on < current_date - ${sql.lit(escalation.ownersAfterDays)}
          and assigned_to <> all ((select my_principals())::uuid[]) order by due_on desc limit ${sql.lit(most)}) t)
    )
    select ${listed}, ${caseColumns} from late join tasks t on t.id = late.id join cases c on c.id = t.case_id ${withNames}
    order by c.lead_worker_id = (select my_worker()) desc, t.due_on desc limit ${sql.lit(most)}`.execute(db)
  return rows.rows
}
