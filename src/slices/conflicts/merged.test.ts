/** A conflict is with a person and not with a record: it shuts the cases of every record that was merged with theirs, as long as it is: one_person, tied_to_me and known_through. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { endMerge, mergeRecords } from '../merges/commands.ts'
import { declareConflict } from './commands.ts'
import { listConflicts } from './queries.ts'

const database = ownDatabase()

/** A record of Una Oakes, in a case of Tom's. */
async function recorded(): Promise<{ id: string; caseId: string }> {
  const [id, caseId] = [newId(), await aCase()]
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id, givenName: 'Una', familyName: 'Oakes', bornOn: '1981-04-12', createdBy: cast.tom }).execute()
    await joins(db, caseId, id)
  })
  return { id, caseId }
}
const open = (who: string, ids: string[]) =>
  asWorker(who, async db => (await db.selectFrom('cases').select('id').where('id', 'in', ids).execute()).map(row => row.id))
const declares = (who: string, person: string) =>
  asWorker(who, db => declareConflict(db, { worker: undefined, person, caseId: undefined, basis: 'My sister' }))

test('what was merged before or after shuts too, and opens again when it is taken apart', async () => {
  const [first, second, third] = [await recorded(), await recorded(), await recorded()]
  const all = [first, second, third].map(one => one.caseId)
  await asWorker(cast.tom, db => mergeRecords(db, first.id, second.id, 'One and the same'))
  await declares(cast.sam, first.id)
  expect(await open(cast.sam, all)).toEqual([third.caseId])
  await asWorker(cast.tom, db => mergeRecords(db, third.id, second.id, 'This one too'))
  expect(await open(cast.sam, all)).toEqual([])
  // Whoever comes into another case under the merged record shuts that one as well.
  const later = await aCase()
  await asWorker(cast.tom, db => joins(db, later, second.id))
  expect(await open(cast.sam, [later])).toEqual([])
  const merge = await asWorker(cast.tom, db =>
    db.selectFrom('personMerges').select('id').where('absorbedId', '=', second.id).where('keptId', '=', third.id).executeTakeFirstOrThrow(),
  )
  await asWorker(cast.tom, db => endMerge(db, merge.id, 'A namesake'))
  expect(await open(cast.sam, all)).toEqual([third.caseId])
  expect(await open(cast.tom, all)).toHaveLength(3)
})

test('their governance lead is told of a conflict that shuts a merged record’s case alone', async () => {
  const [theirs, other] = [await recorded(), await recorded()]
  await declares(cast.sam, theirs.id)
  const told = async () => (await asWorker(cast.ingrid, listConflicts)).filter(one => one.personId === theirs.id).length
  await asWorker(cast.tom, async db => {
    await db
      .updateTable('casePeople')
      .set({ endedAt: new Date(), endedBy: cast.tom, endReason: 'Moved' })
      .where('caseId', '=', theirs.caseId)
      .execute()
  })
  expect(await told()).toBe(0)
  await asWorker(cast.tom, db => mergeRecords(db, theirs.id, other.id, 'One and the same'))
  expect(await told()).toBe(1)
})

test('nobody says which agency knows a brother or sister under another record', async () => {
  const theirs = await recorded()
  const elsewhere = newId()
  const of = await aCase()
  await asWorker(cast.tom, async db => {
    await db
      .insertInto('people')
      .values({ id: elsewhere, givenName: 'Oona', familyName: 'Marsh', bornOn: '1981-04-12', createdBy: cast.tom })
      .execute()
    await joins(db, of, elsewhere)
  })
  await share(theirs.caseId, agency.housing)
  const pointed = () =>
    asWorker(
      cast.grace,
      async db =>
        (await sql`select from people_like('{Oona}', '{Marsh}', '{19810412}', '{}', '{}') where agency_id is not null`.execute(db)).rows
          .length,
    )
  expect(await pointed()).toBe(1)
  await declares(cast.grace, theirs.id)
  expect(await pointed()).toBe(1)
  await asWorker(cast.tom, db => mergeRecords(db, theirs.id, elsewhere, 'She changed her name'))
  expect(await pointed()).toBe(0)
  // Until whoever answers for it has lifted the conflict.
  await behindTheRules(database, ['conflicts'], client =>
    client.query(`update conflicts set lifted_at = now(), reviewed_by = $1, review_words = 'A namesake' where worker_id = $2`, [
      cast.ingrid,
      cast.grace,
    ]),
  )
  expect(await pointed()).toBe(1)
})
