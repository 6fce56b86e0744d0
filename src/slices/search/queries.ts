/** Everything a worker may find by some words: people, cases, places and documents. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { together } from '../../platform/together.ts'
import { type Match, matchPeople, personWords } from '../people/index.ts'

export interface CaseFound {
  id: string
  reference: string
  title: string
  programme: string
  programmeVersion: number
  stage: string
  closedAt: Date | null
  agency: string
}
export interface PointerFound {
  caseId: string
  reference: string
  agency: string
  contact: string
}
export interface PlaceFound {
  id: string
  name: string
  line1: string
  town: string
  postcode: string
  cases: { caseId: string; reference: string }[]
}
export interface DocumentFound {
  id: string
  caseId: string
  title: string
  kind: string
  createdAt: Date
  reference: string
  caseTitle: string
}
export interface Found {
  people: Match[]
  cases: CaseFound[]
  pointers: PointerFound[]
  places: PlaceFound[]
  documents: DocumentFound[]
}

/**
 * What the worker may find by what they typed, nearest first.
 * @example const found = await findEverything(db, '7KQM-4RTX', { people: 20, others: 10 })
 */
export async function findEverything(db: Db, typed: string, most: { people: number; others: number }): Promise<Found> {
  const words = personWords(typed)
  const near = await nearest(db, { typed: typed.slice(0, 400), words, ...most })
  return together({
    people: matchPeople(db, near('person'), words),
    cases: listCases(db, near('case')),
    pointers: findPointers(db, typed),
    places: listPlaces(db, near('place')),
    documents: listDocuments(db, near('document')),
  })
}

/** How many were found. */
export const countFound = (found: Found): number =>
  found.people.length + found.cases.length + found.pointers.length + found.places.length + found.documents.length

/** The keys of what comes nearest, of each kind, from one statement; dates and numbers are written differently for people. */
async function nearest(db: Db, asked: { typed: string; words: string; people: number; others: number }) {
  const { rows } = await sql<{ kind: string; id: string }>`
    select asked.kind, hit.id
    from (values ('person', ${asked.words}, ${asked.people}::int), ('case', ${asked.typed}, ${asked.others}::int), ('place', ${asked.typed}, ${asked.others}::int), ('document', ${asked.typed}, ${asked.others}::int)) asked(kind, words, most),
      lateral search_for(asked.kind, asked.words, asked.most) with ordinality hit(id, case_id, score, place)
    order by hit.place`.execute(db)
  return (kind: string) => rows.filter(row => row.kind === kind).map(row => row.id)
}

const inOrder = <T extends { id: string }>(ids: string[], rows: T[]): T[] => ids.flatMap(id => rows.find(row => row.id === id) ?? [])

async function listCases(db: Db, ids: string[]): Promise<CaseFound[]> {
  if (ids.length === 0) return []
  return inOrder(
    ids,
    await db
      .selectFrom('cases')
      .innerJoin('agencies', 'agencies.id', 'cases.ownerAgencyId')
      .select(['cases.id', 'reference', 'title', 'programme', 'programmeVersion', 'stage', 'closedAt', 'agencies.shortName as agency'])
      .where('cases.id', 'in', ids)
      .execute(),
  )
}

/** A case of which this worker may know only that it exists is found by its reference, never by its words. */
async function findPointers(db: Db, typed: string): Promise<PointerFound[]> {
  const said = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  if (said.length !== 8) return []
  return db
    .selectFrom('casePointers')
    .innerJoin('agencies', 'agencies.id', 'casePointers.ownerAgencyId')
    .select(['caseId', 'reference', 'agencies.name as agency', 'agencies.contact'])
    .where('reference', '=', `${said.slice(0, 4)}-${said.slice(4)}`)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('cases').select('cases.id').whereRef('cases.id', '=', 'casePointers.caseId'))),
    )
    .execute()
}

async function listPlaces(db: Db, ids: string[]): Promise<PlaceFound[]> {
  if (ids.length === 0) return []
  const places = inOrder(
    ids,
    await db.selectFrom('places').select(['id', 'name', 'line1', 'town', 'postcode']).where('id', 'in', ids).execute(),
  )
  const cases = await db
    .selectFrom('casePlaces')
    .innerJoin('cases', 'cases.id', 'casePlaces.caseId')
    .select(['placeId', 'caseId', 'reference'])
    .where('placeId', 'in', ids)
    .where('endedAt', 'is', null)
    .orderBy('cases.activeAt', 'desc')
    .execute()
  return places.map(place => ({ ...place, cases: cases.filter(row => row.placeId === place.id) }))
}

async function listDocuments(db: Db, ids: string[]): Promise<DocumentFound[]> {
  if (ids.length === 0) return []
  return inOrder(
    ids,
    await db
      .selectFrom('documents')
      .innerJoin('cases', 'cases.id', 'documents.caseId')
      .select(['documents.id', 'caseId', 'documents.title', 'kind', 'createdAt', 'reference', 'cases.title as caseTitle'])
      .where('documents.id', 'in', ids)
      .execute(),
  )
}
