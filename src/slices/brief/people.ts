/** The people of a case as somebody at their door needs to know them. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

export interface BriefPerson {
  id: string
  givenName: string
  familyName: string
  bornOn: string | null
  bornPrecision: string
  roles: string[]
  sides: string[]
}

/** A brief reads no more people of a case than this. */
export const mostPeople = 30

/** Who is in the case, in the order in which they were added. */
export async function listPeople(db: Db, caseId: string): Promise<BriefPerson[]> {
  const rows = await sql<BriefPerson>`
    select p.id, p.given_name, p.family_name, p.born_on, p.born_precision, array_agg(cp.role order by cp.added_at) as roles,
      coalesce(array_agg(distinct cp.side) filter (where cp.side is not null), '{}') as sides
    from case_people cp join people p on p.id = cp.person_id where cp.case_id = ${caseId} and cp.ended_at is null
    group by p.id order by min(cp.added_at) limit ${sql.lit(mostPeople)}`.execute(db)
  return rows.rows
}

/** Warnings about these people that still stand. */
export function listWarnings(db: Db, people: string[]) {
  return db
    .selectFrom('personWarnings as w')
    .leftJoin('workers as author', join => join.on(sql<boolean>`author.id = recorded_by(w.id)`))
    .leftJoin('agencies as agency', 'agency.id', 'author.agencyId')
    .select([
      'w.id',
      'w.personId',
      'w.instruction',
      'w.reason',
      'w.reviewOn',
      'w.side',
      'w.category',
      'author.name as authorName',
      'agency.shortName as agencyName',
    ])
    .where('w.personId', 'in', orNobody(people))
    .where('w.endedAt', 'is', null)
    .orderBy('w.recordedAt', 'desc')
    .limit(20)
    .execute()
}

/** What they need to be reached and understood, among it when it is safe to ring. */
export function listNeeds(db: Db, people: string[]) {
  return db
    .selectFrom('personNeeds')
    .select(['id', 'personId', 'kind', 'detail', 'side', 'category'])
    .where('personId', 'in', orNobody(people))
    .where('endedAt', 'is', null)
    .orderBy(sql`kind = 'safe contact'`, 'desc')
    .orderBy('recordedAt')
    .limit(60)
    .execute()
}

/** How and where to reach them, with any rule for using it. */
export function listContacts(db: Db, people: string[]) {
  return db
    .selectFrom('personContacts')
    .select(['id', 'personId', 'kind', 'value', 'postcode', 'note', 'side', 'category'])
    .where('personId', 'in', orNobody(people))
    .where(eb => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>', sql<string>`current_date`)]))
    .orderBy(sql`kind <> 'address'`)
    .orderBy('recordedAt', 'desc')
    .limit(60)
    .execute()
}

/** Places of the case. */
export function listPlaces(db: Db, caseId: string) {
  return db
    .selectFrom('casePlaces as cp')
    .innerJoin('places as p', 'p.id', 'cp.placeId')
    .select(['cp.id as roleId', 'p.id', 'p.name', 'p.line1', 'p.town', 'p.postcode', 'cp.role', 'cp.side'])
    .where('cp.caseId', '=', caseId)
    .where('cp.endedAt', 'is', null)
    .orderBy('cp.addedAt')
    .limit(6)
    .execute()
}

/** An empty list in SQL would be a mistake of grammar; nobody has this key. */
const orNobody = (ids: string[]): string[] => (ids.length > 0 ? ids : ['00000000-0000-0000-0000-000000000000'])
