/** Gives a test file a database of its own: a copy of the migrated one, with the cast in it. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect, disconnect } from '../src/platform/db.ts'
import { urlFor } from '../src/platform/migrate.ts'
import { testSecret } from './secret.ts'

let current = { ownerUrl: '' }

const closings: (() => Promise<void>)[] = []

/** The database of the test file that runs. */
export const currentDatabase = () => current

/** Closes other connections to the test file's database before it is dropped. */
export const beforeDrop = (close: () => Promise<void>) => closings.push(close)

/**
 * Call once at the top of a test file: before its tests a fresh database is connected, after them it is dropped.
 * @example const database = ownDatabase()
 */
export function ownDatabase() {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const own = (current = { ownerUrl: '' })
  beforeAll(async () => {
    await onServer(client => client.query(`create database ${name} template kith strategy file_copy`))
    own.ownerUrl = Object.assign(new URL(inject('serverUrl')), { pathname: `/${name}` }).href
    connect({ connectionString: urlFor(own.ownerUrl, 'kith_app', testSecret), max: 8 })
  })
  afterAll(async () => {
    await Promise.all([disconnect(), ...closings.map(close => close())])
    // PostgreSQL's own cleaner may hold it just then, and cannot be sent away; the whole server goes after the run.
    await onServer(client => client.query(`drop database ${name} with (force)`).catch(() => {}))
  })
  return own
}

/**
 * Runs SQL as the owner with the rules lifted, for what no worker may do: moving time, or looking behind the rules.
 * @example await behindTheRules(database, ['grants'], client => client.query('update grants set ends_at = now()'))
 */
export async function behindTheRules<T>(own: { ownerUrl: string }, tables: string[], work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: own.ownerUrl, pipeline: true })
  await client.connect()
  try {
    // Days begin and end as they do for workers.
    await client.query(`set timezone = 'Europe/London'`)
    await client.query('begin')
    for (const table of tables)
      await client.query(`alter table ${table} no force row level security; grant all on ${table} to current_user`)
    const result = await work(client)
    for (const table of tables) await client.query(`alter table ${table} force row level security`)
    await client.query('commit')
    return result
  } finally {
    await client.end()
  }
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  await work(client).finally(() => client.end())
}
