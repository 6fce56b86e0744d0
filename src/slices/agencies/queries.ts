/** Reads of agencies and of what was done to them. Everybody signed in may see who takes part. */
import { sql } from 'kysely'
import { administersPartnership } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'

export type ListedAgency = Awaited<ReturnType<typeof listAgencies>>[number]

/** Agencies by name; with words, those whose name has them. */
export function listAgencies(db: Db, said = '') {
  return db
    .selectFrom('agencies')
    .select(['id', 'name', 'shortName', 'kind', 'contact', 'suspendedAt'])
    .$if(said !== '', query => query.where(sql<boolean>`name || ' ' || short_name ilike ${`%${said.replaceAll(/[\\%_]/g, '\\$&')}%`}`))
    .orderBy('name')
    .limit(300)
    .execute()
}

export type FoundAgency = Awaited<ReturnType<typeof findAgency>>

export async function findAgency(db: Db, id: string) {
  const found = await db.selectFrom('agencies').selectAll().where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}

export type ListedWorker = Awaited<ReturnType<typeof listWorkersOf>>[number]

/** Who works for an agency, those who have left last. */
export function listWorkersOf(db: Db, agencyId: string) {
  return db
    .selectFrom('workers as w')
    .select(['w.id', 'w.name', 'w.jobTitle', 'w.phone', 'w.joinedOn', 'w.leftOn', 'w.suspendedAt'])
    .select(sql<string[]>`array(select r.role from worker_roles r where r.worker_id = w.id order by r.role)`.as('roles'))
    .where('w.agencyId', '=', agencyId)
    .orderBy(sql`w.left_on is not null`)
    .orderBy('w.name')
    .limit(500)
    .execute()
}

/** The agreements that an agency has signed, those in force first. */
export function listAgreementsOf(db: Db, agencyId: string) {
  return db
    .selectFrom('agreementParties as p')
    .innerJoin('agreements as a', 'a.id', 'p.agreementId')
    .select(['a.id', 'a.reference', 'a.name', 'a.endsOn', 'p.signedOn', 'p.leftOn'])
    .select(
      sql<boolean>`a.suspended_at is null and a.starts_on <= current_date and current_date < a.ends_on and (p.left_on is null or p.left_on > current_date)`.as(
        'inForce',
      ),
    )
    .where('p.agencyId', '=', agencyId)
    .orderBy('inForce', 'desc')
    .orderBy('a.name')
    .execute()
}

export type Deed = Awaited<ReturnType<typeof listDeedsAbout>>[number]

/** What was done to an agency, a team, a worker or an agreement, newest first, as far as the reader may know. */
export async function listDeedsAbout(db: Db, subjectId: string, most = 15) {
  const rows = await sql<{ id: string; kind: string; at: Date; detail: Record<string, unknown>; by: string; about: string | null }>`
    select e.id, e.kind, e.at, e.detail, worker.name as by, coalesce(agency.short_name, team.name, other.name) as about
    from events e join workers worker on worker.id = e.worker_id
      left join agencies agency on agency.id::text = coalesce(e.detail ->> 'principal', e.subject_id::text) left join teams team on team.id::text = coalesce(e.detail ->> 'principal', e.subject_id::text)
      left join workers other on other.id::text = coalesce(e.detail ->> 'principal', e.subject_id::text)
    where e.subject_id = ${subjectId} and e.case_id is null order by e.at desc limit ${sql.lit(most)}`.execute(db)
  return rows.rows
}

/** Who did a thing of this kind last, and when; undefined when nobody has, or the reader may not know. */
export const findLastDeed = async (db: Db, subjectId: string, kind: string): Promise<Deed | undefined> =>
  (await listDeedsAbout(db, subjectId)).find(deed => deed.kind === kind)

/** Whether the worker administers an agency: only to decide which buttons are drawn. */
export const administers = ({ actor }: Db, agencyId: string | null): boolean =>
  administersPartnership(actor) || (agencyId === actor.agencyId && actor.roles.includes('agency_administrator'))
