/** Who sees, answers and merges pairs of records. */
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'

ownDatabase()

async function inCase(caseId: string, side: string | null = null): Promise<string> {
  const id = newId()
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id, givenName: 'Ayo', createdBy: cast.tom }).execute()
    await db
      .insertInto('casePeople')
      .values({ id: newId(), caseId, personId: id, role: 'Witness', side, basis: 'Named', addedBy: cast.tom })
      .execute()
  })
  return id
}

/** Two records: one in a case that housing reads and health adds to, the other in a case that health adds to. */
async function two(): Promise<[string, string]> {
  const [first, second] = [await aCase(), await aCase()]
  await share(first, agency.housing)
  for (const caseId of [first, second]) await share(caseId, agency.health, { tier: 'contribute' })
  return [await inCase(first), await inCase(second)].sort() as [string, string]
}
const police = ['tom', 'ingrid', 'sam', 'noor', 'pat']

test('person_keys: nobody reads or writes them', async () => {
  await two()
  expect(await whoMay(cast, db => db.selectFrom('personKeys').selectAll().execute())).toEqual([])
  expect(await whoMay(cast, db => db.insertInto('personKeys').values({ personId: newId(), keys: [] }).execute())).toEqual([])
})

test('person_pairs: seen and asked by those who see both records, answered by those who keep both', async () => {
  const [oneId, otherId] = await two()
  const add = (db: Db) => db.insertInto('personPairs').values({ id: newId(), oneId, otherId, askedBy: db.actor.workerId }).execute()
  expect(await whoMay(cast, add)).toEqual(police)
  expect(
    await whoMay(cast, db => db.insertInto('personPairs').values({ id: newId(), oneId, otherId, askedBy: cast.tom }).execute()),
  ).toEqual(['tom'])
  await asWorker(cast.tom, add)
  expect(await whoMay(cast, db => db.selectFrom('personPairs').select('id').execute())).toEqual(police)
  const answer = (by?: string) => (db: Db) =>
    db
      .updateTable('personPairs')
      .set({ answer: 'different', answeredBy: by ?? db.actor.workerId })
      .execute()
  expect(await whoMay(cast, answer())).toEqual(police)
  expect(await whoMay(cast, answer(cast.tom))).toEqual(['tom'])
})

const merge = (keptId: string, absorbedId: string) => (db: Db) =>
  db.insertInto('personMerges').values({ id: newId(), keptId, absorbedId, reason: 'Same person', mergedBy: db.actor.workerId }).execute()

test('person_merges: made and ended by those who keep both records, seen by those who see both', async () => {
  const [keptId, absorbedId] = await two()
  const add = merge(keptId, absorbedId)
  expect(await whoMay(cast, add)).toEqual(police)
  await asWorker(cast.noor, add)
  expect(await whoMay(cast, db => db.selectFrom('personMerges').select('id').execute())).toEqual(police)
  const end = (by?: string) =>
    whoMay(cast, db =>
      db
        .updateTable('personMerges')
        .set({ endedAt: new Date(), endedBy: by ?? db.actor.workerId, endReason: 'No' })
        .execute(),
    )
  expect(await end()).toEqual(police)
  expect(await end(cast.sam)).toEqual(['sam'])
  expect(
    await whoMay(cast, db =>
      db
        .updateTable('personMerges')
        .set({ keptId: absorbedId } as never)
        .execute(),
    ),
  ).toEqual([])
})

test('whoever only reads the cases of two records sees them, and merges neither', async () => {
  const cases = [await aCase(), await aCase()]
  for (const caseId of cases) await share(caseId, agency.housing)
  const [keptId = '', absorbedId = ''] = await Promise.all(cases.map(caseId => inCase(caseId)))
  expect(await whoMay(cast, merge(keptId, absorbedId))).toEqual(['tom', 'ingrid', 'sam', 'pat'])
  expect(await may(cast.grace, db => db.selectFrom('people').select('id').where('id', 'in', [keptId, absorbedId]).execute())).toBe('yes')
})

test('nobody keeps a record through a case of which the person it is about must never learn: what they answered would show elsewhere', async () => {
  const guarded = await aCase(cast.tom, { programme: 'da-marac' })
  const [victim, other, subject, unknown] = [
    await inCase(guarded, 'victim'),
    await inCase(guarded, 'victim'),
    await inCase(guarded, 'subject'),
    await inCase(guarded),
  ]
  expect(await may(cast.tom, merge(victim, other))).toBe('yes')
  expect(await may(cast.tom, merge(subject, await inCase(guarded, 'subject')))).toBe('no')
  expect(await may(cast.tom, merge(unknown, await inCase(guarded)))).toBe('no')
})
