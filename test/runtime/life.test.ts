// Starting, ending and surviving: Kith as a newcomer and an operator meet it.
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import pg from 'pg'
import { expect, test } from 'vitest'
import { whoRuns } from '../../src/platform/data-folder.ts'
import { isAlive, migratedFolder, newFolder, postgresOf, run, startKith } from './processes.ts'

test('Kith starts on an empty folder, answers, and leaves nothing running when it is told to end', async () => {
  const folder = newFolder()
  const { kith, address } = await startKith({ KITH_DATA_DIR: folder })
  expect(await (await fetch(`${address}/healthz`)).text()).toBe('alive\n')
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  const postgres = postgresOf(folder)
  kith.child.kill('SIGINT')
  expect(await kith.ended).toMatchObject({ code: 0 })
  expect(isAlive(postgres)).toBe(false)
  expect(whoRuns(folder)).toBeUndefined()
})

test('a second Kith on the same folder is refused, and told which one is there', async () => {
  const folder = await migratedFolder()
  const { kith, address } = await startKith({ KITH_DATA_DIR: folder })
  const second = await run('start.mjs', [], { env: { KITH_DATA_DIR: folder } }).ended
  expect(second.code).toBe(1)
  expect(second.said).toContain(`already running on the data folder ${folder} at ${address.replace('127.0.0.1', 'localhost')}`)
  expect(second.said).toContain(`process ${kith.child.pid}`)
  expect(second.said).not.toMatch(/^\s+at /m)
})

test('after kill -9 nothing blocks the next start and nothing is lost', async () => {
  const folder = await migratedFolder()
  const first = await startKith({ KITH_DATA_DIR: folder })
  await onDatabase(folder, 'create schema mine', 'create table mine.kept (word text)', `insert into mine.kept values ('still here')`)
  first.kith.child.kill('SIGKILL')
  await first.kith.ended
  await startKith({ KITH_DATA_DIR: folder })
  expect(await onDatabase(folder, 'select word from mine.kept')).toEqual([{ word: 'still here' }])
})

test('a PostgreSQL that dies is started again, and Kith lives on', async () => {
  const folder = await migratedFolder()
  const { kith, address } = await startKith({ KITH_DATA_DIR: folder })
  process.kill(postgresOf(folder), 'SIGKILL')
  await kith.line(/postgresql runs again/)
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  expect(kith.child.exitCode).toBeNull()
})

test('a PostgreSQL that outlived its Kith is ended before the next one starts', async () => {
  const folder = await migratedFolder()
  const { kith } = await startKith({ KITH_DATA_DIR: folder })
  const orphan = postgresOf(folder)
  // Stopped, so that it cannot follow its Kith by itself.
  process.kill(orphan, 'SIGSTOP')
  kith.child.kill('SIGKILL')
  await kith.ended
  const next = startKith({ KITH_DATA_DIR: folder })
  process.kill(orphan, 'SIGCONT')
  await next
  expect(postgresOf(folder)).not.toBe(orphan)
})

test('a port that another program has is named in one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const port = (other.address() as AddressInfo).port
  const kith = await run('start.mjs', [], { env: { KITH_DATA_DIR: newFolder(), KITH_PORT: String(port) } }).ended
  other.close()
  expect(kith).toEqual({ code: 1, said: `Port ${port} is taken by another program: end that one, or set KITH_PORT to another port.\n` })
})

async function onDatabase(folder: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: whoRuns(folder)?.databaseUrl })
  await client.connect()
  let rows: unknown[] = []
  for (const statement of statements) rows = (await client.query(statement)).rows
  await client.end()
  return rows
}
