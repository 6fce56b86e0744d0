/** Attempts to make a preview show more than its one share, or to make it leave something. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aCase, share } from '../../../../test/case.ts'
import { agency, cast } from '../../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../../test/database.ts'
import { aSidedCase } from '../../../../test/sided-case.ts'
import { asWorker, type Db, newId, transact } from '../../../platform/db.ts'
import { shareCase } from '../commands.ts'
import { newShare } from '../inputs.ts'

const database = ownDatabase()
let made: Awaited<ReturnType<typeof aSidedCase>>
beforeAll(async () => {
  made = await aSidedCase()
})

const wish = (more: Record<string, unknown> = {}) =>
  newShare.parse({
    with: agency.housing,
    tier: 'lead',
    basis: 'vital',
    reason: 'Working on it',
    until: '1/1/2030',
    side: ['victim', 'subject'],
    ...more,
  })
const seeThrough = (db: Db, id: string) => sql`select see_through(${id})`.execute(db)
/** What somebody sees when they look as those would with whom they share a case. */
const looking = <T>(caseId: string, see: (db: Db) => Promise<T>, more: Record<string, unknown> = {}, who: string = cast.tom) =>
  transact({ worker: who }, see, async db => {
    await seeThrough(db, await shareCase(db, caseId, wish(more)))
    return db.actor
  })
const idsOf = (table: 'cases' | 'entries' | 'drafts' | 'namedReaders' | 'casePointers' | 'messages') => async (db: Db) =>
  (await db.selectFrom(table).selectAll().execute()).length

test('nothing of the other agency’s comes with it: no other case, no word to them, no list, no draft', async () => {
  const theirs = await aCase(cast.grace)
  await share(theirs, agency.police, { tier: 'read' }, cast.grace)
  const cases = await looking(made.plainId, db => db.selectFrom('cases').select('id').execute())
  expect(cases).toEqual([{ id: made.plainId }])
  for (const table of ['drafts', 'namedReaders'] as const) expect(await looking(made.plainId, idsOf(table))).toBe(0)
  await asWorker(cast.grace, db =>
    db
      .insertInto('people')
      .values({ id: newId(), givenName: 'Own', familyName: 'List', createdBy: cast.grace, heldBy: agency.housing })
      .execute(),
  )
  expect(await looking(made.plainId, db => db.selectFrom('people').select('id').where('givenName', '=', 'Own').execute())).toEqual([])
})

test('nothing restricted shows, not even to the worker who wrote it', async () => {
  const id = newId()
  const entry = {
    id,
    caseId: made.plainId,
    kind: 'note',
    occurredAt: new Date(),
    body: 'Mine',
    restricted: true,
    authorId: cast.tom,
    agencyId: agency.police,
  }
  await asWorker(cast.tom, db => db.insertInto('entries').values(entry).execute())
  expect(await looking(made.plainId, db => db.selectFrom('entries').select('id').where('id', '=', id).execute())).toEqual([])
})

test('only a share made in the same transaction by the same worker can be looked through', async () => {
  const standing = await share(made.plainId, agency.charity)
  await expect(asWorker(cast.tom, db => seeThrough(db, standing))).rejects.toThrow()
  await expect(asWorker(cast.aisha, db => seeThrough(db, standing))).rejects.toThrow()
  await expect(asWorker(cast.tom, db => seeThrough(db, newId()))).rejects.toThrow()
  const own = await behindTheRules(database, ['grants'], client =>
    client.query(`select id from grants where case_id = $1 and basis = 'owner'`, [made.plainId]),
  )
  for (const { id } of own.rows) await expect(asWorker(cast.tom, db => seeThrough(db, id))).rejects.toThrow()
})

test('who may not share a case, or not so much of it, cannot look through a share of it', async () => {
  await expect(looking(made.plainId, async () => 1, {}, cast.grace)).rejects.toThrow()
  await expect(looking(made.plainId, async () => 1, {}, cast.owen)).rejects.toThrow()
  const guest = await aSidedCase()
  await share(guest.caseId, agency.health, { tier: 'lead', sides: ['subject'], categories: ['health'] })
  const asNoor = (more: Record<string, unknown>) => looking(guest.caseId, async () => 1, { with: agency.charity, ...more }, cast.noor)
  await expect(asNoor({ side: ['victim'] })).rejects.toThrow()
  await expect(asNoor({ side: ['subject'], sensitive: 'some', category: ['immigration'] })).rejects.toThrow()
  expect(await asNoor({ side: ['subject'], sensitive: 'some', category: ['health'] })).toBe(1)
})

test('a guest who leads cannot look at, nor share, sub-cases that they may not see; the owner can', async () => {
  const master = await aCase()
  const sub = await aCase(cast.tom, { parentId: master })
  await share(master, agency.health, { tier: 'lead' })
  const cases = (db: Db) => db.selectFrom('cases').select('id').orderBy('id').execute()
  await expect(looking(master, cases, { with: agency.charity, subCases: 'yes' }, cast.noor)).rejects.toThrow()
  expect(await looking(master, cases, { with: agency.charity }, cast.noor)).toEqual([{ id: master }])
  const byTom = await looking(master, cases, { subCases: 'yes' })
  expect(byTom.map(one => one.id)).toEqual([master, sub].sort())
})

test('nothing can be written while looking, nor the way back be found', async () => {
  const draft = (db: Db) =>
    db.insertInto('drafts').values({ workerId: db.actor.workerId, key: 'x', body: '{}', savedAt: new Date() }).execute()
  await expect(looking(made.plainId, draft)).rejects.toThrow()
  await expect(looking(made.plainId, db => sql`set transaction read write`.execute(db))).rejects.toThrow()
  await expect(looking(made.plainId, db => shareCase(db, made.plainId, wish()))).rejects.toThrow()
})

test('a preview is never kept: whoever ends it otherwise undoes it', async () => {
  const count = () =>
    behindTheRules(
      database,
      ['grants', 'case_access', 'events'],
      async client =>
        (
          await client.query(
            'select (select count(*) from grants) g, (select count(*) from case_access) a, (select count(*) from events) e, (select count(*) from principals) p',
          )
        ).rows,
    )
  const before = await count()
  await looking(made.plainId, idsOf('cases'))
  const kept = asWorker(cast.tom, async db => seeThrough(db, await shareCase(db, made.plainId, wish())))
  await expect(kept).rejects.toThrow('change it in this way')
  expect(await count()).toEqual(before)
})
