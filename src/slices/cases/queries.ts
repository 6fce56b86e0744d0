/** Reads of cases. Rows that the worker may not see do not exist here. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Tier } from '../../platform/tables.ts'
import { programmeOf, stageName } from '../../programmes/index.ts'

export type CaseHead = Awaited<ReturnType<typeof findCaseHead>>

const tiers: Tier[] = ['pointer', 'headline', 'read', 'contribute', 'lead']
const reaches = (tier: Tier, least: Tier): boolean => tiers.indexOf(tier) >= tiers.indexOf(least)

/**
 * One case as the head of every page about it shows it. Needs the read tier: a headline or a pointer has a page of its own.
 * `mayContribute`, `mayLead` and `mayAmend` only decide which buttons are drawn; the database decides what happens.
 */
export async function findCaseHead(db: Db, id: string) {
  const found = await findHeadline(db, id)
  if (!reaches(found.tier, 'read')) throw new NotFound('Not found.')
  return {
    ...found,
    mayContribute: reaches(found.tier, 'contribute') && !found.closedAt,
    /** A consent is withdrawn whenever somebody withdraws it, in a closed case too. */
    mayWithdraw: reaches(found.tier, 'contribute'),
    mayLead: reaches(found.tier, 'lead'),
    mayAmend: reaches(found.tier, 'lead') && found.leadsAll,
  }
}

export type CaseBasics = Awaited<ReturnType<typeof findCaseBasics>>

/** What writing in a case needs to know of it: its programme and the sides it is split into. Whether it may be written in, the database decides. */
export async function findCaseBasics(db: Db, id: string) {
  const found = await db
    .selectFrom('cases')
    .select(['id', 'programme', 'programmeVersion', 'sides'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}

/** What a case is, who owns it and who leads it: all that the headline tier shows. */
export async function findHeadline(db: Db, id: string) {
  const found = await db
    .selectFrom('cases as c')
    .innerJoin('agencies as owner', 'owner.id', 'c.ownerAgencyId')
    .innerJoin('workers as lead', 'lead.id', 'c.leadWorkerId')
    .leftJoin('teams as team', 'team.id', 'c.ownerTeamId')
    .leftJoin('cases as parent', 'parent.id', 'c.parentId')
    .select([
      'c.id',
      'c.reference',
      'c.programme',
      'c.programmeVersion',
      'c.title',
      'c.summary',
      'c.stage',
      'c.marking',
      'c.startsOn',
      'c.endsOn',
      'c.openedAt',
      'c.closedAt',
      'c.version',
      'c.ownerAgencyId',
      'c.ownerTeamId',
      'c.leadWorkerId',
      'owner.shortName as ownerAgencyName',
      'owner.contact as ownerContact',
      'lead.name as leadWorkerName',
      'lead.phone as leadWorkerPhone',
      'team.name as ownerTeamName',
      'parent.id as parentId',
      'parent.title as parentTitle',
    ])
    .select([myTier, mySides, leadsAll, readsParent])
    .where('c.id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return {
    ...found,
    isOurs: found.ownerAgencyId === db.actor.agencyId,
    programmeName: programmeOf(found).name,
    stageName: stageName(found, found.stage),
  }
}

const myTier = sql<Tier>`(select max(tier) from case_access access where access.case_id = c.id
  and access.starts_at <= now() and now() < access.ends_at
  and (access.agreement_id is null or access.agreement_id = any ((select my_agreements())::uuid[])))`.as('tier')

/** Whether the worker may read the case above: who sees only its headline has no list of its sub-cases. */
const readsParent = sql<boolean>`exists (select from my_access(c.parent_id, 'read'))`.as('readsParent')

/** Whether whoever leads it leads every side of it, or there are none. */
const leadsAll = sql<boolean>`c.sides = '{}' or exists (select from my_access(c.id, 'lead') mine where mine.sides is null)`.as('leadsAll')

/** The sides of the case that the worker works; none when it is not split. */
const mySides = sql<string[]>`array(select side from unnest(c.sides) side where exists (select from my_access(c.id, 'headline', side)))`.as(
  'mySides',
)

export interface CaseFilter {
  open: boolean
  programme?: string
  leadWorkerId?: string
  /** Only cases that were active before this moment: the next page. */
  before?: Date
}

export type ListedCase = Awaited<ReturnType<typeof listCases>>[number]

/** Cases newest in activity first, `most` + 1 at most, so that the caller knows whether there are more. */
export async function listCases(db: Db, { open, programme, leadWorkerId, before }: CaseFilter, most = 25) {
  const rows = await sql<ListedRow>`
    with mine as (
      -- Each principal's newest cases come straight from one index; a plain join would check every case there is.
      -- Several shares may open one case, each last moved by what it shows: the newest counts.
      select newest.case_id, max(newest.active_at) as active_at
      from unnest((select my_principals())::uuid[]) principal, lateral (
        select access.case_id, access.active_at from case_access access
        where access.principal_id = principal and access.open = ${open} and access.tier >= 'headline'
          and access.starts_at <= now() and now() < access.ends_at
          and (access.agreement_id is null or access.agreement_id = any ((select my_agreements())::uuid[]))
          ${before ? sql`and access.active_at < ${before}` : sql``}
          ${
            programme || leadWorkerId
              ? sql`and exists (select from cases narrowed where narrowed.id = access.case_id
            ${programme ? sql`and narrowed.programme = ${programme}` : sql``} ${leadWorkerId ? sql`and narrowed.lead_worker_id = ${leadWorkerId}` : sql``})`
              : sql``
          }
        order by access.active_at desc limit ${sql.lit(2 * (most + 1))}) newest
      group by newest.case_id order by max(newest.active_at) desc limit ${sql.lit(most + 1)}
    )
    select c.id, c.reference, c.title, c.programme, c.programme_version, c.stage, mine.active_at, c.opened_at, c.closed_at, c.parent_id,
      owner.short_name as owner_agency_name, lead.name as lead_worker_name, c.lead_worker_id
    from mine join cases c on c.id = mine.case_id
      join agencies owner on owner.id = c.owner_agency_id join workers lead on lead.id = c.lead_worker_id
    order by mine.active_at desc, c.id desc`.execute(db)
  return rows.rows.map(row => ({ ...row, programmeName: programmeOf(row).name, stageName: stageName(row, row.stage) }))
}

interface ListedRow {
  id: string
  reference: string
  title: string
  programme: string
  programmeVersion: number
  stage: string
  activeAt: Date
  openedAt: Date
  closedAt: Date | null
  parentId: string | null
  ownerAgencyName: string
  leadWorkerName: string
  leadWorkerId: string
}

/** Which of these cases the worker may read. */
export async function listReadable(db: Db, ids: string[]): Promise<string[]> {
  const rows = await sql<{
    caseId: string
  }>`select distinct m.case_id from my_cases('read') m where m.case_id = any (${ids}::uuid[])`.execute(db)
  return rows.rows.map(row => row.caseId)
}

/** The sub-cases right below a case, oldest first. */
export async function listSubCases(db: Db, parentId: string) {
  const rows = await db
    .selectFrom('cases as c')
    .innerJoin('workers as lead', 'lead.id', 'c.leadWorkerId')
    .select([
      'c.id',
      'c.reference',
      'c.title',
      'c.programme',
      'c.programmeVersion',
      'c.stage',
      'c.closedAt',
      'c.openedAt',
      'lead.name as leadWorkerName',
    ])
    .where('c.parentId', '=', parentId)
    .orderBy('c.openedAt')
    .orderBy('c.id')
    .limit(200)
    .execute()
  return rows.map(row => ({ ...row, stageName: stageName(row, row.stage) }))
}

/** How a case was closed, newest first, reopened ones included. */
export function listClosures(db: Db, caseId: string) {
  return db
    .selectFrom('closures')
    .innerJoin('workers as closer', 'closer.id', 'closures.closedBy')
    .leftJoin('workers as reopener', 'reopener.id', 'closures.reopenedBy')
    .select([
      'closures.id',
      'reason',
      'result',
      'personView',
      'closedAt',
      'closer.name as closedByName',
      'reopenedAt',
      'reopenReason',
      'reopener.name as reopenedByName',
    ])
    .where('caseId', '=', caseId)
    .orderBy('closedAt', 'desc')
    .execute()
}

/** What was achieved, newest first. */
export function listOutcomes(db: Db, caseId: string) {
  return db
    .selectFrom('outcomes')
    .innerJoin('agencies', 'agencies.id', 'outcomes.agencyId')
    .innerJoin('workers', 'workers.id', 'outcomes.recordedBy')
    .select([
      'outcomes.id',
      'outcomes.kind',
      'outcomes.side',
      'detail',
      'quantity',
      'achievedOn',
      'recordedAt',
      'agencies.shortName as agencyName',
      'workers.name as workerName',
    ])
    .where('caseId', '=', caseId)
    .orderBy('achievedOn', 'desc')
    .orderBy('outcomes.id', 'desc')
    .execute()
}

/** The name of whoever last changed a case's details. */
export async function findLastChanger(db: Db, caseId: string): Promise<string> {
  const last = await db
    .selectFrom('events')
    .innerJoin('workers', 'workers.id', 'events.workerId')
    .select('workers.name')
    .where('caseId', '=', caseId)
    .where('kind', 'in', ['case_amended', 'case_handed_over', 'stage_changed', 'case_closed', 'case_reopened'])
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.name ?? 'A colleague'
}
