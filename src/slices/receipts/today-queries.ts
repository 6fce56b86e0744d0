/** Reads of receipts for Today: what is urgent and unopened, what waits for the worker, and what they wait for. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { findReceipts } from './queries.ts'

/** All of it, each list with a short limit; urgent ones first. */
export async function findReceiptsToday(db: Db, most: number, alerts = listUrgentAlerts(db)) {
  const [urgent, { rows }] = await Promise.all([
    alerts,
    sql<{ id: string; waits: 'for me' | 'for them' }>`select id, waits from receipts_today(${most})`.execute(db),
  ])
  const found = await findReceipts(
    db,
    rows.map(row => row.id),
  )
  const those = (waits: string) => rows.flatMap(row => (row.waits === waits ? (found.get(row.id) ?? []) : []))
  return { urgent, waiting: those('for me').filter(one => !urgent.some(alert => alert.caseId === one.caseId)), unopened: those('for them') }
}

export interface UrgentAlert {
  id: string
  /** Nothing of the case for a colleague to whom it is not open. */
  caseId: string | null
  /** Set when it is a message and not a share, and open to them. */
  messageId: string | null
  title: string | null
  reference: string | null
  toName: string
  sentByName: string | null
  sentByAgency: string | null
  openBy: Date
}

/** What is urgent, for the worker or a colleague, and was not opened in time. */
export async function listUrgentAlerts(db: Db): Promise<UrgentAlert[]> {
  const { rows } = await sql<UrgentAlert>`
    select u.alert_id as id, u.case_id, u.message_id, c.title, p.reference, coalesce(a.short_name, t.name, w.name) as to_name, giver.name as sent_by_name, ga.short_name as sent_by_agency, u.open_by
    from urgent_for_me() u left join case_pointers p on p.case_id = u.case_id left join cases c on c.id = u.case_id
      left join agencies a on a.id = u.to_id left join teams t on t.id = u.to_id left join workers w on w.id = u.to_id
      left join workers giver on giver.id = u.sent_by left join agencies ga on ga.id = giver.agency_id
    order by u.open_by limit 20`.execute(db)
  return rows
}
