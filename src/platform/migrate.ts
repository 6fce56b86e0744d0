/** Brings the database to this version of Kith: migrations once each, then its access rules, in one transaction each. */
import { createHmac } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { givingWay, inTransaction } from './giving-way.ts'
import { layJobs } from './jobs-schema.ts'
import { root } from './root.ts'
import { layRules } from './lay-rules.ts'
import { Stop } from './stop.ts'
import { bankHolidays, type Nation } from './working-days.ts'

/**
 * Migrates the database at `ownerUrl`, which then knows the bank holidays of the nation; throws Stop when it is newer than this code.
 * @example await migrate(postgres.url, config.secret, config.bankHolidays)
 */
export async function migrate(ownerUrl: string, secret: string, nation: Nation = 'england-and-wales'): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith migrate' })
  // A connection that breaks here makes the next statement fail, which is soon enough.
  client.on('error', () => {})
  await client.connect()
  try {
    // Two processes that start at once must not both migrate.
    await client.query(`select pg_advisory_lock(hashtext('kith migrate'))`)
    await runMigrations(client)
    await layJobs(client, ownerUrl)
    await inTransaction(client, () => layBankHolidays(client, nation))
    await givingWay(client, () => layRules(client))
    await inTransaction(client, () => layMonths(client))
    await inTransaction(client, () => openDoors(client, secret))
  } finally {
    await client.end()
  }
}

/** The password of one of Kith's own database roles: derived, so that nothing needs storing. */
const rolePassword = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')

/** The address of the database for one of Kith's own roles. */
export function urlFor(ownerUrl: string, role: 'kith_app' | 'kith_auth' | 'kith_jobs' | 'kith_clock', secret: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = rolePassword(secret, role)
  return url.href
}

async function runMigrations(client: pg.Client): Promise<void> {
  await client.query(
    'create schema if not exists kith_meta; create table if not exists kith_meta.migrations (name text primary key, at timestamptz not null default now())',
  )
  const done = new Set((await client.query<{ name: string }>('select name from kith_meta.migrations')).rows.map(row => row.name))
  const folder = join(root, 'db/migrations')
  const files = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  const unknown = [...done].filter(name => !files.includes(name))
  if (unknown.length > 0)
    throw new Stop(
      `The database is newer than this version of Kith (it has ${unknown[0]}). Start the newer version, or restore an older backup.`,
    )
  for (const name of files.filter(name => !done.has(name))) {
    const text = await readFile(join(folder, name), 'utf8')
    await givingWay(client, async () => {
      await client.query(text)
      await client.query('insert into kith_meta.migrations (name) values ($1)', [name])
    })
  }
}

/** The rules count working days by the same data as the application. */
async function layBankHolidays(client: pg.Client, nation: Nation): Promise<void> {
  const days = bankHolidays[nation].map(day => client.escapeLiteral(day))
  await client.query(`create or replace function bank_holidays() returns date[] language sql immutable parallel safe as $$
    select array[${days}]::date[]
  $$`)
  await client.query(
    `comment on function bank_holidays is 'The bank holidays of the nation that Kith is set to, laid afresh at every start.'`,
  )
}

/** The record's parts for the months to come; and turns that go on from the last seal when a backup came from an older server. */
async function layMonths(client: pg.Client): Promise<void> {
  await client.query('select lay_months_ahead()')
  await client.query('set local role kith_backup')
  const { rows } = await client.query<{ offset: string | null }>(
    `select max(until_turn) - pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1000000 as offset from audit_seals
    having max(until_turn) >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint + audit_offset()`,
  )
  await client.query('reset role')
  const offset = rows[0]?.offset
  if (offset)
    await client.query(
      `create or replace function audit_offset() returns bigint language sql immutable parallel safe as $$ select ${BigInt(offset)} $$`,
    )
}

/** However a question is asked, it cannot keep the database from everybody else: what takes longer is cut off, and the page says 503. */
const limits = { statement_timeout: '30s', lock_timeout: '10s', idle_in_transaction_session_timeout: '60s' }

/** Lets Kith's own roles sign in to the database, each with its own password. */
async function openDoors(client: pg.Client, secret: string): Promise<void> {
  // Roles are the whole server's: until this is committed, the comment keeps whoever opens the doors of another database of it waiting.
  await client.query(`comment on role kith_jobs is 'The queue of jobs, and nothing else.'`)
  for (const role of ['kith_app', 'kith_auth', 'kith_jobs', 'kith_clock']) {
    await client.query(`alter role ${role} login password '${rolePassword(secret, role)}'`)
    // Days begin and end where the work is done.
    await client.query(`alter role ${role} set timezone = 'Europe/London'`)
  }
  for (const role of ['kith_app', 'kith_auth'])
    for (const [limit, time] of Object.entries(limits)) await client.query(`alter role ${role} set ${limit} = '${time}'`)
}
