/** Whoever alters the record behind the rules is found, and what they did is named. */
import pg from 'pg'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase } from '../../../../test/case.ts'
import { cast } from '../../../../test/cast.ts'
import { beforeDrop, ownDatabase } from '../../../../test/database.ts'
import { sealEverything } from '../../../../test/sealed.ts'
import { testSecret } from '../../../../test/secret.ts'
import { auditKey } from '../../../platform/audit-key.ts'
import { asWorker } from '../../../platform/db.ts'
import { record, seen } from '../../../platform/events.ts'
import { urlFor } from '../../../platform/migrate.ts'
import { connectSystem, disconnectSystem } from '../../../platform/system-db.ts'
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts'
import { sealAll } from './seal.ts'
import { verify } from './verify.ts'

const database = ownDatabase()
const key = auditKey('a key for the tests of the record, 5c0e91d7')
const thief = auditKey('a key that somebody else has made, 77ab01')
let master: pg.Client

beforeAll(async () => {
  connectSystem({ connectionString: urlFor(database.ownerUrl, 'kith_clock', testSecret), max: 4 })
  await asWorker(cast.pat, db => record(db, 'messages_put_by'))
  for (let batch = 0; batch < 4; batch++) {
    const id = await aCase()
    for (let n = 0; n < 5; n++) {
      await asWorker(cast.tom, db => seen(db, 'case', id, { caseId: id, words: `${batch}.${n}` }))
      await asWorker(cast.tom, db => record(db, 'case_amended', { caseId: id, mark: { side: null, category: null } }))
    }
    await sealEverything(database, key)
  }
  master = await asMaster()
})
beforeDrop(async () => {
  await disconnectSystem()
  await master?.end()
})
// Each attack is made in a transaction that sees itself and is undone.
beforeEach(async () => {
  await master.query('begin')
  return async () => {
    await master.query('rollback')
  }
})

/** Somebody with every right over the database: its owner, with the rules and the rights lifted. */
async function asMaster(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  for (const table of ['events', 'looks', 'audit_seals'])
    await client.query(`alter table ${table} no force row level security; grant all on ${table} to current_user`)
  return client
}

const faults = async (...attack: string[]) => {
  for (const statement of attack) await master.query(statement)
  return (await verify(master, { keys: [key.name] })).faults
}

test('a record that nobody touched is as it was sealed', async () => {
  const verdict = await verify(master, { keys: [key.name] })
  expect(verdict).toMatchObject({ batches: 4, rows: 41, unsealed: { rows: 0 }, faults: [] })
})

test.each([
  [
    'what was looked for',
    `update looks set words = 'nothing' where words = '1.2'`,
    /^Batch 2, .*: look \S+ \(case, .* UTC\) was changed\.$/,
  ],
  ['who looked', `update looks set worker_id = '${cast.sam}' where words = '1.2'`, /^Batch 2, .* was changed\.$/],
  ['when', `update looks set at = at - interval '1 microsecond' where words = '2.0'`, /^Batch 3, .* was changed\.$/],
  ['from where', `update looks set address = '198.51.100.1' where words = '2.0'`, /^Batch 3, .* was changed\.$/],
  [
    'what was done',
    `update events set kind = 'case_closed' where id = (select id from events order by turn desc limit 1)`,
    /^Batch 4, .*: deed \S+ \(case_closed, .*was changed\.$/,
  ],
  ['the detail', `update events set detail = '{"a": 1}' where kind = 'messages_put_by'`, /^Batch 1, .*: deed .* was changed\.$/],
])('a row that was changed is found and named: %s', async (_what, attack, said) => {
  expect(await faults(attack)).toEqual([expect.stringMatching(said)])
})

test('a row that was removed is found, with the place where it stood', async () => {
  const next = (await master.query(`select id from events where turn > (select turn from looks where words = '3.1') order by turn limit 1`))
    .rows[0]
  expect(await faults(`delete from looks where words = '3.1'`)).toEqual([
    expect.stringMatching(new RegExp(`^Batch 4, .*: a row was removed just before deed ${next?.id}`)),
  ])
})

test('the last row of a batch that was removed is found', async () => {
  expect(await faults(`delete from events where id = (select id from events order by turn desc, id desc limit 1)`)).toEqual([
    expect.stringMatching(/^Batch 4, .*: a row was removed just after look/),
  ])
})

test('a row that was added among sealed ones is found and named', async () => {
  const id = '0198f000-0000-7000-8000-00000000beef'
  const said = await faults(
    `insert into looks (id, kind, worker_id, agency_id, at, turn) select '${id}', 'case', worker_id, agency_id, at, turn from looks where words = '0.3'`,
  )
  expect(said).toEqual([expect.stringMatching(new RegExp(`^Batch 1, .*: look ${id} .* was added\\.$`))])
})

test('a row that was added before everything else is found', async () => {
  const said = await faults(
    `insert into looks (kind, worker_id, agency_id, turn) select 'case', worker_id, agency_id, -9000000000000000000 from looks limit 1`,
  )
  expect(said).toEqual([expect.stringMatching(/^Before batch 1: look .* was added\.$/)])
})

test('rows that changed places are found', async () => {
  const said = await faults(
    `with a as (select id, turn from looks where words = '2.1'), b as (select id, turn from looks where words = '2.3')
     update looks l set turn = case when l.id = a.id then b.turn else a.turn end from a, b where l.id in (a.id, b.id)`,
  )
  expect(said).toEqual([expect.stringMatching(/^Batch 3, .* was moved/)])
})

test('a row that was moved to another month is no other row for that, and an altered month shows', async () => {
  expect(await faults(`update looks set at = at - interval '40 days' where words = '1.1'`)).toEqual([
    expect.stringMatching(/^Batch 2, .* was changed/),
  ])
})

test('a seal that was removed is missed', async () => {
  const [missing, ...rest] = await faults('delete from audit_seals where number = 2')
  expect(missing).toBe('Batch 2 is missing.')
  expect(rest).toEqual([expect.stringMatching(/^Before batch 3: .* was added/)])
})

test('a seal that was altered is found', async () => {
  expect(await faults(`update audit_seals set sealed_at = sealed_at - interval '1 day' where number = 3`)).toEqual([
    'The seal of batch 3 was altered: its signature is wrong.',
    'Batch 4 does not follow batch 3: one of the two was replaced or altered.',
  ])
})

test('a row and its hashes altered together still lack the signature', async () => {
  const said = await faults(
    `update looks set words = 'nothing' where words = '1.2'`,
    `update audit_seals set root = '\\x${'ab'.repeat(32)}' where number = 2`,
  )
  expect(said[0]).toBe('The seal of batch 2 was altered: its signature is wrong.')
})

test('a record that was sealed anew with another key is not trusted', async () => {
  await master.query('delete from audit_seals where number = 4')
  await master.query('commit')
  await sealAll(thief)
  const said = (await verify(master, { keys: [key.name] })).faults
  expect(said).toEqual([`Batch 4 is signed with a key that is not trusted here (${thief.name}).`])
  expect((await verify(master, { keys: [key.name, thief.name] })).faults).toEqual([])
  await master.query('delete from audit_seals where number = 4')
  await sealAll(key)
})

test('an end that was cut off is found through a checkpoint, and by nothing else', async () => {
  const { batches, rows, hash } = await verify(master, { keys: [key.name] })
  const checkpoint = readCheckpoint(writeCheckpoint({ batch: batches, rows, hash: hash.toString('hex') }, key), [key.name])
  expect(checkpoint?.batch).toBe(4)
  const trust = { keys: [key.name], checkpoint }
  expect((await verify(master, trust)).faults).toEqual([])
  expect(
    await faults(
      'delete from looks where turn >= (select from_turn from audit_seals where number = 4)',
      'delete from events where turn >= (select from_turn from audit_seals where number = 4)',
      'delete from audit_seals where number = 4',
    ),
  ).toEqual([])
  expect((await verify(master, trust)).faults).toEqual([
    expect.stringMatching(/^The record ends at batch 3, but the checkpoint of .* knows batch 4/),
  ])
})

test('a history rewritten with the key itself is found through a checkpoint', async () => {
  const { batches, rows, hash } = await verify(master, { keys: [key.name] })
  const checkpoint = readCheckpoint(writeCheckpoint({ batch: batches, rows, hash: hash.toString('hex') }, key), [key.name])
  await master.query(`update looks set words = 'rewritten' where words = '3.4'; delete from audit_seals where number >= 4`)
  await master.query('commit')
  await sealAll(key)
  expect((await verify(master, { keys: [key.name] })).faults).toEqual([])
  expect((await verify(master, { keys: [key.name], checkpoint })).faults).toEqual([
    expect.stringMatching(/^Batch 4 is not the one that the checkpoint of .* knows/),
  ])
})

test('a checkpoint that was altered, or that another key signed, is none', () => {
  const text = writeCheckpoint({ batch: 4, rows: 40, hash: 'ab'.repeat(32) }, key)
  expect(readCheckpoint(text, [key.name])).toBeDefined()
  expect(readCheckpoint(text.replace('"rows": 40', '"rows": 41'), [key.name])).toBeUndefined()
  expect(readCheckpoint(writeCheckpoint({ batch: 4, rows: 40, hash: 'ab'.repeat(32) }, thief), [key.name])).toBeUndefined()
})
