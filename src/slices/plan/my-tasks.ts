/** Reads of the tasks that wait for a worker: given to them, to their teams or to their agency, and those that became their business by being late. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { escalation } from './escalation.ts'
import { type ListedTask, listed, withNames } from './queries.ts'

export interface MyTask extends ListedTask {
  caseTitle: string
  caseReference: string
  programme: string
  programmeVersion: number
}

const caseColumns = sql`c.title as case_title, c.reference as case_reference, c.programme, c.programme_version`

export type Whose = 'all' | 'me' | 'teams' | 'agency'

// Written into the statement rather than passed as values, so that PostgreSQL plans it once per connection.
const among: Record<Whose, RawBuilder<unknown>> = {
  all: sql`true`,
  me: sql`principal = (select my_worker())`,
  teams: sql`principal <> (select my_worker()) and principal <> (select my_agency())`,
  agency: sql`principal = (select my_agency())`,
}

interface Bounds {
  /** At the most for each of the worker, their teams and their agency. */
  most: number
  /** Fewer for the whole agency. */
  ofAgency?: number
  daysAhead?: number
}

/**
 * What waits, by date.
 * @example await listMyTasks(db, 'all', { most: 12, ofAgency: 5, daysAhead: 3 })
 */
export async function listMyTasks(db: Db, whose: Whose, { most, ofAgency = most, daysAhead }: Bounds): Promise<MyTask[]> {
  const bound =
    ofAgency === most ? sql.lit(most) : sql`case when principal = (select my_agency()) then ${sql.lit(ofAgency)} else ${sql.lit(most)} end`
  const rows = await sql<MyTask>`select ${listed}, ${caseColumns}
    from unnest((select my_principals())::uuid[]) principal, lateral (
      -- Each principal's tasks come in order from one index, so that only as many rows are checked as are shown.
      select * from tasks where assigned_to = principal and open ${daysAhead === undefined ? sql`` : sql`and due_on <= current_date + ${sql.lit(daysAhead)}`} order by due_on limit ${bound}) t
    join cases c on c.id = t.case_id ${withNames} where ${among[whose]} order by t.due_on, t.id`.execute(db)
  return rows.rows
}

/** What was done, newest first. */
export async function listDoneTasks(db: Db, whose: Whose, most: number): Promise<MyTask[]> {
  const rows = await sql<MyTask>`select ${listed}, ${caseColumns}
    from unnest((select my_principals())::uuid[]) principal, lateral (
      select * from tasks where assigned_to = principal and done_at is not null order by done_at desc limit ${sql.lit(most)}) t
    join cases c on c.id = t.case_id ${withNames} where ${among[whose]} order by t.done_at desc limit ${sql.lit(most)}`.execute(db)
  return rows.rows
}

/** Late tasks of other people that have become the worker's business: they lead the case, or their team or agency owns it. Latest to become so first. */
export async function listEscalatedTasks(db: Db, most = 10): Promise<MyTask[]> {
  const rows = await sql<MyTask>`
    with late as (
      (select t.* from tasks t where t.lead_id = (select my_worker()) and t.open and t.due_on < current_date - ${sql.lit(escalation.leadAfterDays)}
          and t.assigned_to <> all ((select my_principals())::uuid[]) order by t.due_on desc limit ${sql.lit(most)})
      union
      (select t.* from unnest((select my_principals())::uuid[]) principal, lateral (
        select * from tasks where owner_id = principal and open and due_on < current_date - ${sql.lit(escalation.ownersAfterDays)}
          and assigned_to <> all ((select my_principals())::uuid[]) order by due_on desc limit ${sql.lit(most)}) t)
    )
    select ${listed}, ${caseColumns} from late t join cases c on c.id = t.case_id ${withNames}
    order by c.lead_worker_id = (select my_worker()) desc, t.due_on desc limit ${sql.lit(most)}`.execute(db)
  return rows.rows
}
