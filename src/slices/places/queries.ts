/** Reads of places and of their part in cases. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { type Address, isPostcode, isSame, tidyPostcode } from './same.ts'

export type CasePlace = Awaited<ReturnType<typeof listCasePlaces>>[number]

/** The places of a case, best or gravest grade first, house numbers in their order. A sub-case is named only to those who may see it. */
export async function listCasePlaces(db: Db, caseId: string, { grade }: { grade?: string | undefined } = {}) {
  const found = await partsOfCases(db)
    .where('cp.caseId', '=', caseId)
    .where('cp.endedAt', 'is', null)
    .$if(grade !== undefined, query => query.where('cp.grade', '=', grade ?? ''))
    .orderBy('cp.id')
    .limit(2000)
    .execute()
  const key = (one: (typeof found)[number]) => `${one.grade || '\uffff'} ${one.town} ${one.line1} ${one.name}`
  return found.sort((a, b) => asPeopleCount.compare(key(a), key(b)))
}

const asPeopleCount = new Intl.Collator('en-GB', { numeric: true })

/** One place's part in a case; NotFound when it is not in this case or not visible. */
export async function findCasePlace(db: Db, caseId: string, id: string) {
  const found = await partsOfCases(db)
    .where('cp.caseId', '=', caseId)
    .where('cp.id', '=', id)
    .where('cp.endedAt', 'is', null)
    .executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}

function partsOfCases(db: Db) {
  return db
    .selectFrom('casePlaces as cp')
    .innerJoin('places as p', 'p.id', 'cp.placeId')
    .leftJoin('workers as grader', 'grader.id', 'cp.gradedBy')
    .leftJoin('agencies as a', 'a.id', 'grader.agencyId')
    .leftJoin('cases as sub', 'sub.id', 'cp.subCaseId')
    .select([
      'cp.id',
      'cp.placeId',
      'cp.side',
      'cp.role',
      'cp.basis',
      'cp.grade',
      'cp.gradeReason',
      'cp.gradedAt',
      'cp.version',
      'cp.subCaseId',
      'p.name',
      'p.line1',
      'p.town',
      'p.postcode',
      'p.uprn',
      'p.kind',
      'grader.name as gradedByName',
      'a.shortName as gradedByAgency',
      'sub.reference as subCaseReference',
    ])
}

/** How many places of a case have each grade. */
export async function countGrades(db: Db, caseId: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('casePlaces')
    .select(['grade', sql<number>`count(*)`.as('count')])
    .where('caseId', '=', caseId)
    .where('endedAt', 'is', null)
    .groupBy('grade')
    .execute()
  return Object.fromEntries(rows.map(row => [row.grade, row.count]))
}

export type FoundPlace = Awaited<ReturnType<typeof findPlace>>

/** One place, its ward where it is known, the cases it is in, and the people in those cases: of each only what the worker may see. */
export async function findPlace(db: Db, id: string) {
  const place = await db
    .selectFrom('places')
    .select(['id', 'name', 'line1', 'town', 'postcode', 'uprn', 'kind', 'version'])
    .select(
      sql<string | null>`(select concat_ws(', ', v.ward, nullif(v.district, '')) from postcode_wards v
        where places.postcode <> '' and plain_text(v.postcode) = plain_text(places.postcode) limit 1)`.as('ward'),
    )
    .where('id', '=', id)
    .executeTakeFirst()
  if (!place) throw new NotFound('Not found.')
  const cases = await db
    .selectFrom('casePlaces as cp')
    .innerJoin('cases as c', 'c.id', 'cp.caseId')
    .select([
      'c.id',
      'c.reference',
      'c.title',
      'c.programme',
      'c.programmeVersion',
      'c.closedAt',
      'cp.side',
      'cp.role',
      'cp.grade',
      'cp.gradeReason',
    ])
    .where('cp.placeId', '=', id)
    .where('cp.endedAt', 'is', null)
    .orderBy('c.activeAt', 'desc')
    .limit(100)
    .execute()
  const people = await db
    .selectFrom('casePlaces as at')
    .innerJoin('casePeople as cp', 'cp.caseId', 'at.caseId')
    .innerJoin('people as p', 'p.id', 'cp.personId')
    .innerJoin('cases as c', 'c.id', 'cp.caseId')
    .select(['p.id', 'p.givenName', 'p.familyName', 'cp.role', 'cp.basis', 'c.id as caseId', 'c.title as caseTitle'])
    // Many places in one case, as in an operation's master case, say nothing about who was found where.
    .where(eb =>
      eb(
        eb
          .selectFrom('casePlaces as others')
          .select(eb.fn.countAll<number>().as('n'))
          .whereRef('others.caseId', '=', 'at.caseId')
          .where('others.endedAt', 'is', null),
        '=',
        1,
      ),
    )
    .where('at.placeId', '=', id)
    .where('at.endedAt', 'is', null)
    .where('cp.endedAt', 'is', null)
    .orderBy('cp.addedAt')
    .limit(100)
    .execute()
  return { ...place, cases, people }
}

export type KnownPlace = Awaited<ReturnType<typeof searchPlaces>>[number]

/** Places that the worker may see and that fit some words: a postcode exactly, anything else as search understands it. */
export async function searchPlaces(db: Db, words: string, most = 20) {
  const places = db.selectFrom('places as p').select(['p.id', 'p.name', 'p.line1', 'p.town', 'p.postcode', 'p.uprn', 'p.kind'])
  if (isPostcode(words)) return places.where('p.postcode', '=', tidyPostcode(words)).orderBy('p.line1').limit(most).execute()
  const near = (await sql<{ id: string }>`select id from search_for('place', ${words.slice(0, 400)}, ${most})`.execute(db)).rows.map(
    row => row.id,
  )
  if (near.length === 0) return []
  const found = await places.where('p.id', 'in', near).execute()
  return found.sort((a, b) => near.indexOf(a.id) - near.indexOf(b.id))
}

/** Places that the worker may see at any of some postcodes, to find out whether an address is known already. */
export async function listPlacesAt(db: Db, postcodes: string[]) {
  const asked = [...new Set(postcodes.filter(Boolean))]
  if (asked.length === 0) return []
  return db
    .selectFrom('places')
    .select(['id', 'name', 'line1', 'town', 'postcode'])
    .where('postcode', 'in', asked)
    .orderBy('id')
    .limit(20_000)
    .execute()
}

/** The known place that an address is; undefined when the worker can see none. */
export async function findSame(db: Db, address: Address) {
  return (await listPlacesAt(db, [address.postcode])).find(known => isSame(known, address))
}
