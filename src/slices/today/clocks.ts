/** What is about to run out: contact with people, the periods of cases, and shares. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { programmeOf, programmes } from '../../programmes/index.ts'
import { daysBetween } from '../../ui/index.ts'

export interface QuietCase {
  id: string
  title: string
  reference: string
  lastContact: Date | null
  quietFor: number
}
export interface EndingCase {
  id: string
  title: string
  reference: string
  endsOn: string
}

interface LedRow {
  id: string
  title: string
  reference: string
  programme: string
  programmeVersion: number
  openedAt: Date
  endsOn: string | null
  lastContact: Date | null
}

const contactKinds = [...new Set(programmes.flatMap(programme => programme.entryKinds.filter(kind => kind.contact).map(kind => kind.key)))]
const soonDays = 14

/** Cases the worker leads that have gone without contact for longer than their programme allows, and those whose period is about to end. */
export async function listLedClocks(db: Db, now: Date, most: number): Promise<{ quiet: QuietCase[]; ending: EndingCase[] }> {
  const led = await listLed(db)
  const quiet = led
    .map(one => ({ ...one, quietFor: daysBetween(one.lastContact ?? one.openedAt, now) }))
    .filter(one => one.quietFor > programmeOf(one).quietDays)
    .sort((one, other) => other.quietFor - one.quietFor)
    .slice(0, most)
  const ending = led
    .filter((one): one is LedRow & { endsOn: string } => one.endsOn !== null && daysBetween(now, one.endsOn) <= soonDays)
    .sort((one, other) => one.endsOn.localeCompare(other.endsOn))
    .slice(0, most)
  return { quiet, ending }
}

async function listLed(db: Db): Promise<LedRow[]> {
  const rows = await sql<LedRow>`
    select c.id, c.title, c.reference, c.programme, c.programme_version, c.opened_at, c.ends_on,
      (select e.occurred_at from entries e where e.case_id = c.id and e.kind = any (${contactKinds}) order by e.occurred_at desc limit 1) as last_contact
    from cases c where c.lead_worker_id = (select my_worker()) and c.closed_at is null limit 150`.execute(db)
  return rows.rows
}

export interface EndingShare {
  id: string
  caseId: string
  title: string
  reference: string
  endsAt: Date
  toName: string
  /** Given by the worker, rather than to them, their team or agency. */
  given: boolean
}

/** Shares that end soon: those the worker gave, and those that open cases to the worker, their team or agency. */
export async function listEndingShares(db: Db, most: number): Promise<EndingShare[]> {
  const soon = sql`revoked_at is null and ends_at > now() and ends_at < now() + make_interval(days => ${sql.lit(soonDays)})`
  const rows = await sql<EndingShare>`
    with ending as (
      (select id, true as given from grants where granted_by = (select my_worker()) and ends_at < 'infinity' and ${soon} order by ends_at limit ${sql.lit(most)})
      union all
      (select own.id, false from unnest((select my_principals())::uuid[]) principal, lateral (
        select id from grants where principal_id = principal and granted_by is distinct from (select my_worker()) and ends_at < 'infinity' and ${soon} order by ends_at limit ${sql.lit(most)}) own)
    )
    select g.id, c.id as case_id, c.title, c.reference, g.ends_at, ending.given, coalesce(a.short_name, t.name, w.name) as to_name
    from ending join grants g on g.id = ending.id join cases c on c.id = g.case_id and c.closed_at is null
      left join agencies a on a.id = g.principal_id left join teams t on t.id = g.principal_id left join workers w on w.id = g.principal_id
    order by g.ends_at limit ${sql.lit(most)}`.execute(db)
  return rows.rows
}
