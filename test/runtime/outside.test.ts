// Kith on a PostgreSQL of somebody else's, named by KITH_DATABASE_URL.
import { randomUUID } from 'node:crypto'
import { expect, inject, onTestFinished, test } from 'vitest'
import { checkOutsideDatabase } from '../../src/platform/outside-database.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { testSecret } from '../secret.ts'
import { ask, newDatabase } from './databases.ts'
import { newFolder, run, startKith } from './processes.ts'

test('Kith runs on another PostgreSQL and starts none of its own', async () => {
  const url = await aDatabase()
  const folder = newFolder()
  const { kith, address } = await startKith({ KITH_DATA_DIR: folder, KITH_DATABASE_URL: url, KITH_SECRET: testSecret })
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  expect(await ask(url, 'select name from kith_meta.migrations')).not.toHaveLength(0)
  kith.child.kill('SIGTERM')
  expect(await kith.ended).toMatchObject({ code: 0 })
})

test('two Kiths may start on one server at the same moment, each on a database of its own', async () => {
  const urls = [await aDatabase(), await aDatabase()]
  await Promise.all(urls.map(url => migrate(url, testSecret)))
  const counts = await Promise.all(urls.map(async url => (await ask(url, 'select name from kith_meta.migrations')).length))
  expect(counts[0]).toBe(counts[1])
})

test('a database that is newer than the code is refused in one sentence', async () => {
  const url = await aDatabase()
  await migrate(url, testSecret)
  await ask(url, `insert into kith_meta.migrations values ('9999_from_the_future.sql')`)
  const kith = await run('start.mjs', [], { env: { KITH_DATA_DIR: newFolder(), KITH_DATABASE_URL: url, KITH_SECRET: testSecret } }).ended
  expect(kith).toEqual({
    code: 1,
    said: 'The database is newer than this version of Kith (it has 9999_from_the_future.sql). Start the newer version, or restore an older backup.\n',
  })
})

test.each([
  ['nothing listens', 'postgres://kith:word@127.0.0.1:1/kith', 'nothing listens at that address'],
  ['the name is unknown', 'postgres://kith:word@nowhere.invalid/kith', 'there is no machine of that name'],
])('when %s, one sentence says so', async (_when, url, sentence) => {
  await expect(checkOutsideDatabase(url)).rejects.toThrow(`KITH_DATABASE_URL does not lead to a database: ${sentence}.`)
})

test('a wrong password and a user without the rights are told apart', async () => {
  const wrong = new URL(inject('serverUrl'))
  wrong.password = 'wrong'
  await expect(checkOutsideDatabase(wrong.href)).rejects.toThrow('the name or the password is wrong')
  const role = `guest_${randomUUID().slice(0, 8)}`
  await ask(inject('serverUrl'), `create role ${role} login password 'word'`)
  onTestFinished(async () => void (await ask(inject('serverUrl'), `drop role ${role}`)))
  const guest = Object.assign(new URL(inject('serverUrl')), { username: role, password: 'word' })
  await expect(checkOutsideDatabase(guest.href)).rejects.toThrow('does not own that database')
})

async function aDatabase(): Promise<string> {
  const { url, drop } = await newDatabase()
  onTestFinished(drop)
  return url
}
