/** Reads of receipts: how far a share got, what waits for the worker, and what the worker waits for. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Tier } from '../../platform/tables.ts'

export interface Step {
  grantId: string
  step: 'understood' | 'answered' | 'acted'
  at: Date
  workerId: string
  by: string
  agencyName: string
  words: string
  taskId: string | null
  taskTitle: string | null
}

export interface Receipt {
  id: string
  caseId: string
  tier: Tier
  title: string | null
  reference: string | null
  toKind: 'agency' | 'team' | 'worker'
  toName: string
  toAgency: string | null
  sentAt: Date
  sentBy: string | null
  sentByName: string | null
  sentByAgency: string | null
  reason: string
  openBy: Date | null
  ended: boolean
  openedAt: Date | null
  openedByName: string | null
  openedByAgency: string | null
  /** Whether the worker stands at the sending end, and at the receiving one. */
  given: boolean
  received: boolean
  iOpened: boolean
  steps: Step[]
}

/** The receipts of these shares that the worker may read, by share. */
export async function findReceipts(db: Db, shareIds: string[]): Promise<Map<string, Receipt>> {
  if (shareIds.length === 0) return new Map()
  const receipts = await receiptsIn(db, sql`select unnest(${shareIds}::uuid[]) as id`)
  return new Map(receipts.map(receipt => [receipt.id, receipt]))
}

/** One receipt; NotFound for whoever stands at neither end of its share. */
export async function findReceipt(db: Db, shareId: string): Promise<Receipt> {
  const [found] = await receiptsIn(db, sql`select ${shareId}::uuid as id`)
  if (!found) throw new NotFound('Not found.')
  return found
}

/** Of grants: a share, and one that has not ended. */
const shared = sql`basis not in ('owner', 'break-glass')`
const open = sql`revoked_at is null and ends_at > now()`

/** What others shared with the worker, their teams and their agency, newest first. */
export const listReceived = (db: Db, most = 50): Promise<Receipt[]> =>
  receiptsIn(
    db,
    sql`select g.id from unnest((select my_principals())::uuid[]) principal, lateral (
      select id, granted_at from grants where principal_id = principal and ${shared} and ${open} and granted_by is distinct from (select my_worker())
      order by granted_at desc limit ${sql.lit(most)}) g order by g.granted_at desc limit ${sql.lit(most)}`,
  )

/** What the worker shared, newest first. */
export const listGiven = (db: Db, most = 50): Promise<Receipt[]> =>
  receiptsIn(
    db,
    sql`select id from grants where granted_by = (select my_worker()) and ${shared} order by granted_at desc limit ${sql.lit(most)}`,
  )

/** The share that opens a case to the worker and that nobody has confirmed yet, if there is one. */
export async function findUnconfirmed(db: Db, caseId: string): Promise<Receipt | undefined> {
  // Most cases have none: only whether there is one is asked with every page.
  const { rows } = await sql<{ id: string | null }>`select unconfirmed_share(${caseId}) as id`.execute(db)
  const [waits] = rows
  return waits?.id ? findReceipt(db, waits.id) : undefined
}

/** Tasks of the case that were done since it was shared, to say what was done with. */
export const listDoneTasks = (db: Db, { caseId, sentAt }: Pick<Receipt, 'caseId' | 'sentAt'>) =>
  db
    .selectFrom('tasks')
    .select(['id', 'title'])
    .where('caseId', '=', caseId)
    .where('doneAt', '>=', sentAt)
    .orderBy('doneAt', 'desc')
    .limit(50)
    .execute()

/** The receipts of the shares that a query names, as far as the worker stands at one of their ends. Urgent ones that nobody opened come first. */
async function receiptsIn(db: Db, ids: RawBuilder<unknown>): Promise<Receipt[]> {
  const { rows } = await sql<Omit<Receipt, 'steps'>>`
    select g.id, g.case_id, g.tier, c.title, p.reference, coalesce(a.short_name, t.name, w.name) as to_name, coalesce(ta.short_name, wa.short_name) as to_agency,
      case when w.id is not null then 'worker' when t.id is not null then 'team' else 'agency' end as to_kind, g.granted_at as sent_at, g.granted_by as sent_by, giver.name as sent_by_name, ga.short_name as sent_by_agency, g.reason, g.open_by,
      g.ended, g.opened_at, opener.name as opened_by_name, oa.short_name as opened_by_agency, g.given, g.received, g.i_opened
    from receipts_of(array(${ids})) g
      left join case_pointers p on p.case_id = g.case_id left join cases c on c.id = g.case_id
      left join agencies a on a.id = g.principal_id
      left join teams t on t.id = g.principal_id left join agencies ta on ta.id = t.agency_id
      left join workers w on w.id = g.principal_id left join agencies wa on wa.id = w.agency_id
      left join workers giver on giver.id = g.granted_by left join agencies ga on ga.id = giver.agency_id
      left join workers opener on opener.id = g.opened_by left join agencies oa on oa.id = opener.agency_id
    order by g.open_by is null or g.opened_at is not null, g.granted_at desc`.execute(db)
  const steps =
    rows.length === 0
      ? []
      : await stepsOf(
          db,
          rows.map(row => row.id),
        )
  return rows.map(row => ({ ...row, steps: steps.filter(step => step.grantId === row.id) }))
}

const stepsOf = (db: Db, shareIds: string[]): Promise<Step[]> =>
  db
    .selectFrom('receipts as r')
    .innerJoin('workers as w', 'w.id', 'r.workerId')
    .innerJoin('agencies as a', 'a.id', 'w.agencyId')
    .leftJoin('tasks as t', 't.id', 'r.taskId')
    .select([
      'r.grantId',
      'r.step',
      'r.at',
      'r.words',
      'r.taskId',
      'r.workerId',
      'w.name as by',
      'a.shortName as agencyName',
      't.title as taskTitle',
    ])
    .where('r.grantId', 'in', shareIds)
    .orderBy('r.at')
    .$castTo<Step>()
    .execute()
