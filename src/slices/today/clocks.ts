/** What is about to run out: contact with people, the periods of cases, and shares. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { programmes } from '../../programmes/index.ts'

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

const contactKinds = [...new Set(programmes.flatMap(programme => programme.entryKinds.filter(kind => kind.contact).map(kind => kind.key)))]
/** How many days without contact each version of each programme allows. */
const allowed = JSON.stringify(programmes.map(({ key, version, quietDays }) => ({ key, version, days: quietDays })))
const soonDays = 14
const today = sql`(now() at time zone 'Europe/London')::date`

/** Cases the worker leads that have gone without contact for longer than their programme allows, longest first, and those whose period is about to end, soonest first. */
export async function listLedClocks(db: Db, most: number): Promise<{ quiet: QuietCase[]; ending: EndingCase[] }> {
  const rows = await sql<QuietCase & { endsOn: string | null }>`
    with led as materialized (
      select c.id, c.title, c.reference, c.ends_on, programme.days as allowed, contact.occurred_at as last_contact,
        ${today} - (coalesce(contact.occurred_at, c.opened_at) at time zone 'Europe/London')::date as quiet_for
      from (select * from cases where lead_worker_id = (select my_worker()) and closed_at is null limit 150) c
        join jsonb_to_recordset(${allowed}::jsonb) programme(key text, version int, days int) on programme.key = c.programme and programme.version = c.programme_version
        left join lateral (select e.occurred_at from entries e where e.case_id = c.id and e.kind = any (${contactKinds}) order by e.occurred_at desc limit 1) contact on true
    )
    (select id, title, reference, last_contact, quiet_for, null::date as ends_on from led where quiet_for > allowed order by quiet_for desc limit ${sql.lit(most)})
    union all
    (select id, title, reference, last_contact, quiet_for, ends_on from led where ends_on <= ${today} + ${sql.lit(soonDays)} order by ends_on limit ${sql.lit(most)})`.execute(
    db,
  )
  const endsSoon = (row: (typeof rows.rows)[number]): row is QuietCase & EndingCase => row.endsOn !== null
  return { quiet: rows.rows.filter(row => !endsSoon(row)), ending: rows.rows.filter(endsSoon) }
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
      (select id, case_id, principal_id, ends_at, true as given from grants where granted_by = (select my_worker()) and ends_at < 'infinity' and ${soon} order by ends_at limit ${sql.lit(most)})
      union all
      (select own.*, false from unnest((select my_principals())::uuid[]) principal, lateral (
        select id, case_id, principal_id, ends_at from grants where principal_id = principal and granted_by is distinct from (select my_worker()) and ends_at < 'infinity' and ${soon} order by ends_at limit ${sql.lit(most)}) own)
    )
    select g.id, c.id as case_id, c.title, c.reference, g.ends_at, g.given, coalesce(a.short_name, t.name, w.name) as to_name
    from ending g join cases c on c.id = g.case_id and c.closed_at is null
      left join agencies a on a.id = g.principal_id left join teams t on t.id = g.principal_id left join workers w on w.id = g.principal_id
    order by g.ends_at limit ${sql.lit(most)}`.execute(db)
  return rows.rows
}
