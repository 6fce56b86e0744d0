/** How much waits for a worker, in numbers alone: for reminders, which say no more than that. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { escalation } from './escalation.ts'

export interface Waiting {
  /** Due after today, until the day asked about. */
  soon: number
  today: number
  late: number
  /** Late with somebody else, and the worker's business because they lead the case or their team owns it. */
  others: number
}

/**
 * Counts what the worker's own and their teams' tasks come to. Tasks of a whole agency are left out: they would be on everybody's mind and nobody's.
 * @example await countWaiting(db, '2026-11-25') // { soon: 1, today: 2, late: 0, others: 0 }
 */
export async function countWaiting(db: Db, until: string): Promise<Waiting> {
  const counted = await sql<Waiting>`
    with own as (
      select due_on from tasks where open and due_on <= ${until}
        and assigned_to = any ((select my_principals())::uuid[]) and assigned_to <> (select my_agency())),
    others as (
      select t.id from cases led join tasks t on t.case_id = led.id
        where led.lead_worker_id = (select my_worker()) and t.open and t.due_on < current_date - ${sql.lit(escalation.leadAfterDays)}
          and t.assigned_to <> all ((select my_principals())::uuid[])
      union
      select id from tasks
        where owner_id = any ((select my_principals())::uuid[]) and owner_id <> (select my_agency())
          and open and due_on < current_date - ${sql.lit(escalation.ownersAfterDays)}
          and assigned_to <> all ((select my_principals())::uuid[]))
    select (count(*) filter (where due_on > current_date))::int as soon, (count(*) filter (where due_on = current_date))::int as today,
      (count(*) filter (where due_on < current_date))::int as late, (select count(*)::int from others) as others from own`.execute(db)
  return counted.rows[0] as Waiting
}
