/** Reads of interests and conflicts. Rows that the worker may not see do not exist here. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { Invalid } from '../../platform/errors.ts'

export type Interest = Awaited<ReturnType<typeof listInterests>>[number]

/** What a worker has declared of themselves and still holds; of a ward, how many postcodes are known to lie in it. */
export const listInterests = (db: Db, workerId: string) =>
  db
    .selectFrom('interests')
    .selectAll()
    .select(
      sql<number>`(select count(*) from postcode_wards v where interests.kind = 'ward'
        and (ward_key(interests.name) = ward_key(v.ward) or ward_key(interests.name) = ward_key(v.ward || ' ' || v.district)))`.as(
        'postcodes',
      ),
    )
    .where('workerId', '=', workerId)
    .where('endedAt', 'is', null)
    .orderBy('declaredAt')
    .execute()

export type ListedConflict = Awaited<ReturnType<typeof listConflicts>>[number]

/** Conflicts that the worker declared or reviews, those not yet reviewed first. A person's name stands there only when the worker may see the person. */
export function listConflicts(db: Db) {
  return db
    .selectFrom('conflicts as c')
    .innerJoin('workers as w', 'w.id', 'c.workerId')
    .leftJoin('people as p', 'p.id', 'c.personId')
    .leftJoin('cases', 'cases.id', 'c.caseId')
    .leftJoin('workers as reviewer', 'reviewer.id', 'c.reviewedBy')
    .select([
      'c.id',
      'c.kind',
      'c.basis',
      'c.foundAt',
      'c.confirmedAt',
      'c.liftedAt',
      'c.reviewWords',
      'c.workerId',
      'w.name as workerName',
    ])
    .select(
      sql<boolean>`case when c.kind = 'declared ward' and c.case_id is not null and c.lifted_at is null then place_has_left(c.worker_id, c.case_id) else false end`.as(
        'placeHasLeft',
      ),
    )
    .select(['c.personId', 'p.givenName', 'p.familyName', 'c.caseId', 'cases.reference', 'cases.title', 'reviewer.name as reviewedByName'])
    .orderBy(sql`c.confirmed_at is not null or c.lifted_at is not null`)
    .orderBy('c.foundAt', 'desc')
    .limit(200)
    .execute()
}

/** Who is kept out of a case that they would have otherwise, for whoever leads it or governs it; nobody to others. */
export async function listKeptOut(db: Db, caseId: string): Promise<{ id: string; name: string; agencyName: string }[]> {
  const { rows } = await sql<{ id: string; name: string; agencyName: string }>`
    select w.id, w.name, a.short_name as agency_name from kept_out_of(${caseId}) k
      join workers w on w.id = k.worker_id join agencies a on a.id = w.agency_id order by w.name`.execute(db)
  return rows
}

/** The workers of one's own agency, save oneself. */
export const listColleagues = (db: Db) =>
  db
    .selectFrom('workers')
    .select(['id', 'name', 'jobTitle'])
    .where('agencyId', '=', db.actor.agencyId)
    .where('id', '<>', db.actor.workerId)
    .where('leftOn', 'is', null)
    .orderBy('name')
    .execute()

/** The case of a reference; Invalid with what was typed when the worker sees none. */
export async function findCaseByReference(db: Db, reference: string, typed: Record<string, string>): Promise<string> {
  const found = await db.selectFrom('cases').select('id').where('reference', '=', reference.toUpperCase()).executeTakeFirst()
  if (!found)
    throw new Invalid({ reference: 'You can see no case with this reference. Ask whoever leads it to declare the conflict.' }, typed)
  return found.id
}
