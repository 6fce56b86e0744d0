/** Sealing among writers, by several processes at once, and killed in the middle of it. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { cast } from '../../../../test/cast.ts'
import { beforeDrop, ownDatabase } from '../../../../test/database.ts'
import { sealEverything } from '../../../../test/sealed.ts'
import { testSecret } from '../../../../test/secret.ts'
import { auditKey } from '../../../platform/audit-key.ts'
import { asWorker } from '../../../platform/db.ts'
import { record, seen } from '../../../platform/events.ts'
import { migrate, urlFor } from '../../../platform/migrate.ts'
import { root } from '../../../platform/root.ts'
import { asSystem, connectSystem, disconnectSystem } from '../../../platform/system-db.ts'
import { sealAll } from './seal.ts'
import { verify } from './verify.ts'

const database = ownDatabase()
const secret = 'a key for the tests of the record, 5c0e91d7'
const key = auditKey(secret)
let master: pg.Client

beforeAll(async () => {
  connectSystem({ connectionString: urlFor(database.ownerUrl, 'kith_clock', testSecret), max: 6 })
  master = new pg.Client({ connectionString: database.ownerUrl })
  await master.connect()
  for (const table of ['events', 'looks', 'audit_seals'])
    await master.query(`alter table ${table} no force row level security; grant all on ${table} to current_user`)
})
beforeDrop(async () => {
  await disconnectSystem()
  await master.end()
})

const searched = (words: string) => asWorker(cast.tom, db => seen(db, 'search', null, { words }))
const verdict = () => verify(master, { keys: [key.name] })
const isSealed = async (words: string) =>
  (await master.query(`select from looks where words = $1 and turn < (select coalesce(max(until_turn), -9e15) from audit_seals)`, [words]))
    .rowCount === 1

test('a row that was written later and committed sooner waits for the one before it', async () => {
  const begun = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  const slow = asWorker(cast.tom, async db => {
    // Other looks are written at the end alone.
    await seen(db, 'print', null, { words: 'the slow one' })
    await sql`select`.execute(db)
    begun.resolve()
    await end.promise
  })
  await begun.promise
  await searched('the quick one')
  await sealAll(key)
  expect(await isSealed('the quick one')).toBe(false)
  end.resolve()
  await slow
  await sealEverything(database, key)
  expect([await isSealed('the quick one'), await isSealed('the slow one')]).toEqual([true, true])
  expect((await verdict()).faults).toEqual([])
})

test('many may seal at once while many write: every row is sealed once', async () => {
  const writing = Array.from({ length: 12 }, (_, n) =>
    asWorker(cast.tom, async db => {
      await seen(db, 'search', null, { words: `busy ${n}` })
      await record(db, 'messages_put_by')
    }),
  )
  await Promise.all([...writing, sealAll(key), sealAll(key), sealAll(key), sealAll(key)])
  await sealEverything(database, key)
  const all = (await master.query('select (select count(*) from looks) + (select count(*) from events) as rows')).rows[0]
  expect(await verdict()).toMatchObject({ faults: [], rows: Number(all.rows), unsealed: { rows: 0 } })
})

test('while a batch is being sealed pages go on being logged, and wait for nothing', async () => {
  const begun = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  const sealing = asSystem('sealing', async db => {
    await sql`select pg_advisory_xact_lock(hashtext('kith sealing')), * from next_batch(4096)`.execute(db)
    begun.resolve()
    await end.promise
  })
  await begun.promise
  await searched('in the meantime')
  await asWorker(cast.tom, db => record(db, 'case_opened'))
  end.resolve()
  await sealing
  await sealEverything(database, key)
  expect(await isSealed('in the meantime')).toBe(true)
})

test('killed between the hashing and the seal it has sealed nothing, and the next one goes on', async () => {
  await sealEverything(database, key)
  const before = (await verdict()).batches
  await searched('just before the kill')
  const gate = new pg.Client({ connectionString: database.ownerUrl })
  await gate.connect()
  // Reading seals goes on; adding one waits here.
  await gate.query('grant all on audit_seals to current_user; begin; lock table audit_seals in exclusive mode')
  const child = spawn(process.execPath, ['--input-type=module', '-e', sealer()], { stdio: 'inherit' })
  const gone = new Promise(resolve => child.once('exit', resolve))
  // Every test file's database is a copy, in which tables have the same numbers.
  const waiting = `select from pg_locks where not granted and relation = 'audit_seals'::regclass
    and database = (select oid from pg_database where datname = current_database())`
  await expect.poll(async () => (await master.query(waiting)).rowCount).toBe(1)
  child.kill('SIGKILL')
  await gone
  await gate.query('commit')
  await gate.end()
  await sealEverything(database, key)
  const after = await verdict()
  expect(after).toMatchObject({ faults: [], unsealed: { rows: 0 } })
  expect(after.batches).toBe(before + 1)
})

/** A process of its own that seals until it is killed. */
function sealer(): string {
  const url = (path: string) => JSON.stringify(join(root, 'src', path))
  return `import { connectSystem } from ${url('platform/system-db.ts')}
    import { auditKey } from ${url('platform/audit-key.ts')}
    import { sealAll } from ${url('slices/audit/seals/seal.ts')}
    connectSystem({ connectionString: ${JSON.stringify(urlFor(database.ownerUrl, 'kith_clock', testSecret))}, max: 1 })
    for (;;) await sealAll(auditKey(${JSON.stringify(secret)}))`
}

test('a record restored into a server whose transactions count from less goes on above the last seal', async () => {
  await sealEverything(database, key)
  await master.query(
    `create or replace function audit_offset() returns bigint language sql immutable parallel safe as 'select -1000000000::bigint'`,
  )
  await migrate(database.ownerUrl, testSecret)
  for (const table of ['events', 'looks', 'audit_seals'])
    await master.query(`alter table ${table} no force row level security; grant all on ${table} to current_user`)
  await searched('after the restore')
  await sealEverything(database, key)
  expect(await isSealed('after the restore')).toBe(true)
  expect((await verdict()).faults).toEqual([])
})
