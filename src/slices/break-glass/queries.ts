/** Reads of emergency openings and of notices. Rows that the worker may not see do not exist here. */
import { sql } from 'kysely'
import { leadsGovernance } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { kindName } from '../audit/index.ts'
import { isFileLook } from '../documents/index.ts'

const openings = (db: Db) =>
  db
    .selectFrom('emergencyOpenings as o')
    .innerJoin('workers as w', 'w.id', 'o.workerId')
    .innerJoin('agencies as a', 'a.id', 'o.agencyId')
    // The lead of the worker's own agency reviews it without knowing which case of another agency it was.
    .leftJoin('casePointers as pointer', 'pointer.caseId', 'o.caseId')
    .leftJoin('workers as reviewer', 'reviewer.id', 'o.reviewedBy')
    .select([
      'o.id',
      'o.caseId',
      'o.workerId',
      'o.agencyId',
      'o.reason',
      'o.openedAt',
      'o.endsAt',
      'o.reviewBy',
      'o.reviewedAt',
      'o.outcome',
      'o.reviewWords',
    ])
    .select([
      'w.name as workerName',
      'a.shortName as agencyName',
      'pointer.reference',
      'pointer.ownerAgencyId',
      'reviewer.name as reviewedByName',
    ])

export type Opening = Awaited<ReturnType<typeof findOpening>>

/** Openings that the worker made or reviews, those waiting for a review first; `waiting` leaves out the others. */
export function listOpenings(db: Db, { waiting = false }: { waiting?: boolean } = {}) {
  const found = openings(db)
    .orderBy('o.reviewedAt', ob => ob.desc().nullsFirst())
    .orderBy('o.reviewBy')
    .limit(200)
  return (waiting ? found.where('o.reviewedAt', 'is', null).where('o.workerId', '<>', db.actor.workerId) : found).execute()
}

/** One opening; NotFound when it is not for the worker. */
export async function findOpening(db: Db, id: string) {
  const found = await openings(db).where('o.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}

export type NoticeRow = Awaited<ReturnType<typeof listNotices>>[number]

/** Notices of the last week to the worker, their teams and their agency, newest first; of a case that was left behind, until somebody has taken it over: to administrators by name, or to those who work it. Those who review openings have a list of their own. */
export function listNotices(db: Db, most: number) {
  const recent = db
    .selectFrom('notices as n')
    .leftJoin('workers as w', 'w.id', 'n.aboutId')
    .select(['n.id', 'n.at', 'n.kind', 'n.caseId', 'n.reference', 'n.aboutId', 'w.name as aboutName'])
    .select(sql<boolean>`n.to_id = my_worker()`.as('byName'))
    .where(sql<boolean>`case when n.kind = 'case_left_behind' then exists (select from cases_led_by(n.about_id) led
        where led.case_id = n.case_id and (w.left_on is not null or w.agency_id <> led.owner_agency_id))
        or (n.to_id <> my_worker() and exists (select from cases c where c.id = n.case_id and c.lead_worker_id = n.about_id and c.closed_at is null
          and (w.left_on is not null or w.agency_id <> c.owner_agency_id)))
      else n.at > now() - interval '7 days' end`)
    .orderBy('n.at', 'desc')
    .limit(most)
  return (leadsGovernance(db.actor) ? recent.where('n.kind', '<>', 'case_opened_in_emergency') : recent).execute()
}

/** Whether to draw the form; the database decides what happens. */
export const mayReview = (db: Db, { workerId, agencyId, ownerAgencyId, reviewedAt }: Opening): boolean =>
  !reviewedAt && workerId !== db.actor.workerId && leadsGovernance(db.actor) && [agencyId, ownerAgencyId].includes(db.actor.agencyId)

export type MyOpening = NonNullable<Awaited<ReturnType<typeof findMyOpening>>>

/** The worker's own opening that has not ended of a case, or of the case that somebody, a place or a document is in, when nothing else opens all of the case to them. */
export async function findMyOpening(db: Db, subject: string) {
  const running = await db
    .selectFrom('emergencyOpenings as o')
    .innerJoin('casePointers as p', 'p.caseId', 'o.caseId')
    .select(['o.caseId', 'o.endsAt', 'p.reference'])
    .where('o.workerId', '=', db.actor.workerId)
    .where('o.endsAt', '>', sql<Date>`now()`)
    .orderBy('o.endsAt', 'desc')
    .execute()
  for (const opening of running) if (await isInside(db, opening.caseId, subject)) return opening
  return undefined
}

async function isInside(db: Db, caseId: string, subject: string): Promise<boolean> {
  const { rows } = await sql<{ inside: boolean }>`
    select only_in_emergency(${caseId}) and (${subject}::uuid = ${caseId}
      or exists (select from case_people cp where cp.case_id = ${caseId} and cp.person_id = ${subject})
      or exists (select from case_places cp where cp.case_id = ${caseId} and cp.place_id = ${subject})
      or exists (select from documents d where d.case_id = ${caseId} and d.id = ${subject})) as inside`.execute(db)
  return rows[0]?.inside ?? false
}

export type LookDuring = Awaited<ReturnType<typeof listLooksDuring>>[number]

/** What the worker looked at in the case while it was open to them in this way, as far as the reader may see it. */
export async function listLooksDuring(db: Db, { caseId, workerId, openedAt, endsAt, reviewedAt }: Opening) {
  const looks = await db
    .selectFrom('looks as l')
    .leftJoin('people as p', 'p.id', 'l.subjectId')
    .leftJoin('documents as d', 'd.id', 'l.subjectId')
    .select(['l.kind', 'l.words', 'l.at', 'l.subjectId', 'p.givenName', 'p.familyName', 'd.title'])
    .where(reviewedAt ? sql<boolean>`l.case_id = ${caseId}` : sql<boolean>`(l.case_id = ${caseId} or is_under_review(l.id, l.at))`)
    .where('l.workerId', '=', workerId)
    .where('l.at', '>=', openedAt)
    .where('l.at', '<=', endsAt)
    .orderBy('l.at')
    .limit(200)
    .execute()
  return looks.map(({ kind, words, at, subjectId, givenName, familyName, title }) => ({
    kind,
    name: kindName(kind),
    isFile: isFileLook({ kind, words }),
    at,
    subjectId,
    about: title ?? [givenName, familyName].filter(Boolean).join(' '),
  }))
}
