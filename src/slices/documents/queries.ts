/** Reads of documents and their files. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'

export type ListedDocument = Awaited<ReturnType<typeof listDocuments>>[number]

/** The documents of a case, newest first, each with its newest version. */
export function listDocuments(db: Db, caseId: string) {
  return db
    .selectFrom('documents as d')
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('documentVersions as v')
          .innerJoin('files as f', 'f.id', 'v.fileId')
          .select(['v.number', 'v.addedAt', 'f.name', 'f.size', 'f.type'])
          .whereRef('v.documentId', '=', 'd.id')
          .orderBy('v.number', 'desc')
          .limit(1)
          .as('newest'),
      join => join.onTrue(),
    )
    .innerJoin('workers as w', 'w.id', 'd.createdBy')
    .innerJoin('agencies as a', 'a.id', 'd.agencyId')
    .select([
      'd.id',
      // What is restricted has to be opened first.
      sql<string>`case when d.restricted then '' else d.title end`.as('title'),
      'd.kind',
      'd.side',
      'd.category',
      'd.restricted',
      'newest.number as versions',
      'newest.addedAt',
      'newest.name',
      'newest.size',
      'newest.type',
      'w.name as workerName',
      'a.shortName as agencyName',
    ])
    .where('d.caseId', '=', caseId)
    .orderBy('newest.addedAt', 'desc')
    .orderBy('d.id', 'desc')
    .limit(500)
    .execute()
}

export type FoundDocument = Awaited<ReturnType<typeof findDocument>>

/** One document with all its versions, newest first. */
export async function findDocument(db: Db, id: string) {
  const found = await db
    .selectFrom('documents')
    .select(['id', 'caseId', 'title', 'kind', 'side', 'category', 'restricted'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  const versions = await db
    .selectFrom('documentVersions as v')
    .innerJoin('files as f', 'f.id', 'v.fileId')
    .innerJoin('workers as w', 'w.id', 'v.addedBy')
    .innerJoin('agencies as a', 'a.id', 'w.agencyId')
    .select([
      'v.number',
      'v.note',
      'v.addedAt',
      'f.name',
      'f.size',
      'f.type',
      'f.sha256',
      'w.name as workerName',
      'a.shortName as agencyName',
    ])
    .where('v.documentId', '=', id)
    .orderBy('v.number', 'desc')
    .execute()
  return { ...found, versions }
}

/** The file behind one version of a document. */
export async function findFile(db: Db, documentId: string, number: number) {
  const found = await db
    .selectFrom('documentVersions as v')
    .innerJoin('files as f', 'f.id', 'v.fileId')
    .innerJoin('documents as d', 'd.id', 'v.documentId')
    .select(['d.side', 'd.category', 'd.restricted', 'v.caseId', 'v.number', 'f.sha256', 'f.size', 'f.type', 'f.name'])
    .where('v.documentId', '=', documentId)
    .where('v.number', '=', number)
    .executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}

/** What stands at the head of a letter: who sends it. */
export function findLetterhead(db: Db) {
  return db
    .selectFrom('workers as w')
    .innerJoin('agencies as a', 'a.id', 'w.agencyId')
    .select(['w.name', 'w.jobTitle', 'w.phone', 'a.name as agencyName', 'a.contact'])
    .where('w.id', '=', db.actor.workerId)
    .executeTakeFirstOrThrow()
}

export type PackPlan = Awaited<ReturnType<typeof readForPack>>

/** The people, places, aims and tasks of a case, for its pack. */
export async function readForPack(db: Db, caseId: string) {
  return {
    people: await db
      .selectFrom('casePeople as cp')
      .innerJoin('people as p', 'p.id', 'cp.personId')
      .select(['p.givenName', 'p.familyName', 'p.bornOn', 'p.bornPrecision', 'p.diedOn', 'cp.role', 'cp.basis'])
      .select(
        sql<
          string[]
        >`array(select w.instruction from person_warnings w where w.person_id = p.id and w.ended_at is null order by w.recorded_at)`.as(
          'warnings',
        ),
      )
      .where('cp.caseId', '=', caseId)
      .where('cp.endedAt', 'is', null)
      .orderBy('cp.addedAt')
      .limit(500)
      .execute(),
    places: await db
      .selectFrom('casePlaces as cp')
      .innerJoin('places as p', 'p.id', 'cp.placeId')
      .select(['p.name', 'p.line1', 'p.town', 'p.postcode', 'cp.role', 'cp.grade', 'cp.gradeReason'])
      .where('cp.caseId', '=', caseId)
      .where('cp.endedAt', 'is', null)
      .orderBy('cp.grade')
      .orderBy('p.line1')
      .limit(500)
      .execute(),
    aims: await db
      .selectFrom('aims')
      .select(['id', 'title'])
      .where('caseId', '=', caseId)
      .where('endedAt', 'is', null)
      .orderBy('position')
      .execute(),
    tasks: await db
      .selectFrom('tasks')
      .select(['id', 'aimId', 'title', 'dueOn', 'doneAt', 'cancelledAt', 'side', 'category'])
      .where('caseId', '=', caseId)
      .orderBy('dueOn')
      .limit(500)
      .execute(),
  }
}
