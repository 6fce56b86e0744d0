// What decides who may do what, in a database that was brought to this version before.
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { migrate } from '../../src/platform/migrate.ts'
import { testSecret } from '../secret.ts'
import { ask, newDatabase } from './databases.ts'

let url: string
beforeAll(async () => {
  const database = await newDatabase()
  url = database.url
  await migrate(url, testSecret)
  return database.drop
})

test('another Kith starts beside one at work, and keeps nobody waiting', async () => {
  const atWork = await reading(url, 'looks')
  await migrate(url, testSecret)
  await atWork.end()
})

test.each([
  ['a rule', `alter policy see on looks using (true)`],
  ['a new rule', `create policy more on entries for select to kith_app using (true)`],
  ['a right', `grant delete on entries to kith_app`],
  ['a right to a column', `grant update (body) on entries to kith_app`],
  ['a function', `create or replace function i_see_restricted(record uuid) returns boolean language sql as 'select true'`],
  ['whose function it is', `alter function search_for owner to kith_owner`],
  ['a door that was left open', `alter table entries no force row level security`],
  ['a trigger', `alter table looks disable trigger look_is_the_last`],
])('%s that was altered by hand is as the files say after the next start, which gives way to whoever is at work', async (_what, alteration) => {
  const [before] = await ask(url, 'select in_force from kith_meta.rules')
  await ask(url, alteration)
  const atWork = await reading(url, 'looks')
  const started = migrate(url, testSecret)
  await waitsFor(url, 'looks')
  // Whoever is at work goes on meanwhile.
  await atWork.read('entries')
  await atWork.end()
  await started
  expect(await ask(url, 'select in_force from kith_meta.rules')).toEqual([before])
})

/** Somebody in the middle of a transaction that has read a table. */
async function reading(url: string, table: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const read = (from: string) => client.query(`select count(*) from ${from}`)
  await client.query('begin; set local role kith_backup')
  await read(table)
  const end = async () => {
    await client.query('commit')
    await client.end()
  }
  return { read, end }
}

/** Until somebody waits to have a table to themselves. */
async function waitsFor(url: string, table: string): Promise<void> {
  while ((await ask(url, `select from pg_locks where relation = '${table}'::regclass and not granted`)).length === 0);
}
