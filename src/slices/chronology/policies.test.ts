/** Who may do what with the chronology. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { whoMay } from '../../../test/may.ts'
import { roleMay } from '../../../test/role.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'

const database = ownDatabase()

let [caseId, otherCase, entryId, otherEntry, personId] = ['', '', '', '', '']
const entry = (db: Db, more: Record<string, unknown> = {}) => ({
  id: newId(),
  caseId,
  kind: 'note',
  occurredAt: new Date(),
  body: 'Rang, no answer',
  authorId: db.actor.workerId,
  agencyId: db.actor.agencyId,
  ...more,
})

beforeAll(async () => {
  caseId = await aCase()
  otherCase = await aCase(cast.owen)
  await share(caseId, agency.housing, { tier: 'contribute' })
  await share(caseId, agency.charity, { tier: 'read' })
  await share(caseId, agency.health, { tier: 'headline' })
  ;[entryId, otherEntry, personId] = [newId(), newId(), newId()]
  await asWorker(cast.tom, async db => {
    await db
      .insertInto('entries')
      .values(entry(db, { id: entryId }))
      .execute()
    await db.insertInto('people').values({ id: personId, givenName: 'Maria', familyName: 'Lopez', createdBy: cast.tom }).execute()
    await db
      .insertInto('casePeople')
      .values({ id: newId(), caseId, personId, role: 'Complainant', basis: 'Rang us', addedBy: cast.tom })
      .execute()
    await db.insertInto('entryPeople').values({ entryId, personId }).execute()
  })
  await asWorker(cast.owen, db =>
    db
      .insertInto('entries')
      .values(entry(db, { id: otherEntry, caseId: otherCase }))
      .execute(),
  )
})

const readers = ['aisha', 'amir', 'grace', 'ingrid', 'pat', 'sam', 'tom']
const contributors = ['amir', 'grace', 'ingrid', 'pat', 'sam', 'tom']

test('entries: read by readers; a headline shows none; nobody alters or removes one', async () => {
  expect((await whoMay(cast, db => db.selectFrom('entries').select('id').where('id', '=', entryId).execute())).sort()).toEqual(readers)
  expect(await whoMay(cast, db => db.updateTable('entries').set({ body: 'Altered' }).where('id', '=', entryId).execute())).toEqual([])
  expect(await whoMay(cast, db => db.deleteFrom('entries').where('id', '=', entryId).execute())).toEqual([])
})

test('the rules read every entry, to name its readers and to keep its mark with what corrects it', async () => {
  expect(await roleMay(database, 'kith_rules', 'select from entries where id = any ($1)', [[entryId, otherEntry]])).toBe(2)
  expect(await roleMay(database, 'kith_rules', `update entries set body = 'Altered'`)).toBe('refused')
})

test('what is restricted is read by its author and by whom they named, until they take the name back', async () => {
  const recordId = newId()
  await asWorker(cast.tom, async db => {
    await db
      .insertInto('entries')
      .values(entry(db, { id: recordId, restricted: true }))
      .execute()
    await db.insertInto('namedReaders').values({ recordId, caseId, workerId: cast.grace, namedBy: cast.tom }).execute()
  })
  const reading = () => whoMay(cast, db => db.selectFrom('entries').select('id').where('id', '=', recordId).execute())
  expect((await reading()).sort()).toEqual(['grace', 'tom'])
  const takeBack = (at: string) =>
    whoMay(cast, db =>
      db
        .updateTable('namedReaders')
        .set({ endedAt: sql<Date>`${sql.raw(at)}` })
        .where('recordId', '=', recordId)
        .execute(),
    )
  expect([await takeBack('now()'), await takeBack(`now() + interval '1 day'`)]).toEqual([['tom'], []])
  await asWorker(cast.tom, db =>
    db.updateTable('namedReaders').set({ endedAt: sql<Date>`now()` }).where('recordId', '=', recordId).execute(),
  )
  expect(await reading()).toEqual(['tom'])
})

test('entries: written by contributors, in their own name and for their own agency, never back-dated in when they were recorded', async () => {
  const adding = (more: Record<string, unknown>) =>
    whoMay(cast, async db => {
      await db.insertInto('entries').values(entry(db, more)).execute()
      return true
    })
  expect((await adding({})).sort()).toEqual(contributors)
  expect(await adding({ authorId: cast.tom })).toEqual(['tom'])
  expect(await adding({ agencyId: agency.housing })).toEqual(['grace', 'amir'])
  expect(await adding({ recordedAt: new Date('2020-01-01') })).toEqual([])
})

test('a correction replaces an entry of the same case, one that its writer can see', async () => {
  const correcting = (correctsId: string) =>
    whoMay(cast, async db => {
      await db
        .insertInto('entries')
        .values(entry(db, { correctsId, correctionReason: 'Wrong' }))
        .execute()
      return true
    })
  expect((await correcting(entryId)).sort()).toEqual(contributors)
  expect(await correcting(otherEntry)).toEqual([])
  expect(await correcting(newId())).toEqual([])
})

test('whom an entry is about: seen with the entry, said by its writer, about people they can see', async () => {
  expect(
    (await whoMay(cast, db => db.selectFrom('entryPeople').select('personId').where('entryId', '=', entryId).execute())).sort(),
  ).toEqual(readers)
  const naming = (to: string) =>
    whoMay(cast, async db => {
      await db.insertInto('entryPeople').values({ entryId: to, personId }).execute()
      return true
    })
  expect(await naming(otherEntry)).toEqual([])
  const another = newId()
  await asWorker(cast.grace, db =>
    db
      .insertInto('entries')
      .values(entry(db, { id: another }))
      .execute(),
  )
  expect(await naming(another)).toEqual(['grace'])
})

test('a correction is about whom the corrected entry was about, also when its writer may not see them', async () => {
  const [listed, about, corrected] = [newId(), newId(), newId()]
  await asWorker(cast.tom, async db => {
    await db
      .insertInto('people')
      .values({ id: listed, heldBy: agency.police, givenName: 'Hal', familyName: 'Wren', createdBy: cast.tom })
      .execute()
    await db
      .insertInto('entries')
      .values(entry(db, { id: about }))
      .execute()
    await db.insertInto('entryPeople').values({ entryId: about, personId: listed }).execute()
  })
  await asWorker(cast.grace, async db => {
    await db
      .insertInto('entries')
      .values(entry(db, { id: corrected, correctsId: about, correctionReason: 'A slip' }))
      .execute()
    await db.insertInto('entryPeople').values({ entryId: corrected, personId: listed }).execute()
  })
  expect(await whoMay({ grace: cast.grace }, db => db.selectFrom('people').select('id').where('id', '=', listed).execute())).toEqual([])
  expect(
    await whoMay({ grace: cast.grace }, async db => {
      const other = entry(db)
      await db.insertInto('entries').values(other).execute()
      return db.insertInto('entryPeople').values({ entryId: other.id, personId: listed }).execute()
    }),
  ).toEqual([])
})
