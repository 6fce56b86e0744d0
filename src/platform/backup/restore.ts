// Puts a backup into an empty database: all of it, after all of it has been checked, or nothing.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { root } from '../root.ts'
import { Stop } from '../stop.ts'
import { readTable } from './check.ts'
import type { Manifest } from './manifest.ts'
import { sqlColumns, sqlName } from './tables.ts'

type Table = Manifest['tables'][number]

export interface Restoring {
  readonly ownerUrl: string
  readonly path: string
  readonly manifest: Manifest
  /** What has to succeed as well, or nothing is restored. */
  readonly beforeCommit: () => Promise<void>
}

/**
 * Loads the tables of a checked backup in one transaction. `migrate` has to follow, for newer migrations and the rules.
 * @example await restoreTables({ ownerUrl, path, manifest, beforeCommit: () => restoreFiles({ path, manifest, folder }) })
 */
export async function restoreTables({ ownerUrl, path, manifest, beforeCommit }: Restoring): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith restore' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin')
    await refuseWork(client)
    await layTables(client, manifest.migrations)
    await load(client, path, manifest)
    await beforeCommit()
    await client.query('commit')
  } finally {
    // Closing the connection undoes what was not committed.
    await client.end()
  }
}

async function refuseWork(client: pg.Client): Promise<void> {
  const laid = await client.query(`select from pg_tables where schemaname = 'public' and tablename = 'agencies'`)
  if (laid.rowCount === 0) return
  await client.query('alter table agencies no force row level security')
  const used = await client.query('select from agencies limit 1')
  if (used.rowCount !== 0)
    throw new Stop('This database is not empty: a backup goes into an empty one only. Set KITH_DATA_DIR or KITH_DATABASE_URL to a new one.')
}

// The tables as they were on the day of the backup; later changes to them follow with migrate.
async function layTables(client: pg.Client, migrations: readonly string[]): Promise<void> {
  const laid = await client.query(`select from pg_namespace where nspname = 'kith_meta'`)
  if (laid.rowCount) await client.query('drop schema kith_meta cascade; drop schema public cascade; create schema public')
  await client.query(
    'create schema kith_meta; create table kith_meta.migrations (name text primary key, at timestamptz not null default now())',
  )
  for (const name of migrations) {
    await client.query(await readFile(join(root, 'db', 'migrations', name), 'utf8'))
    await client.query('insert into kith_meta.migrations (name) values ($1)', [name])
  }
}

async function load(client: pg.Client, path: string, manifest: Manifest): Promise<void> {
  const links = await takeLinks(client)
  for (const table of manifest.tables) await prepare(client, table)
  await readTable(path, manifest, async (table, content) => {
    const copy = client.query(copyFrom(`copy ${sqlName(table)} (${sqlColumns(table)}) from stdin`))
    await pipeline(Readable.from(content), copy)
    if (copy.rowCount !== table.rows)
      throw new Stop(`The backup is damaged: ${table.name} has ${copy.rowCount} rows instead of ${table.rows}.`)
  })
  for (const table of manifest.tables) await close(client, table)
  for (const statement of links) await client.query(statement)
  for (const counter of manifest.counters) await client.query('select setval($1::regclass, $2)', [sqlName(counter), counter.value])
  await client.query('analyze')
}

// What triggers once derived is in the backup itself, and the migrations' own rows are too.
async function prepare(client: pg.Client, table: Table): Promise<void> {
  const name = sqlName(table)
  await client.query(`alter table ${name} no force row level security; alter table ${name} disable trigger user; delete from ${name}`)
}

async function close(client: pg.Client, table: Table): Promise<void> {
  const name = sqlName(table)
  await client.query(
    `alter table ${name} enable trigger user; alter table ${name} enable row level security; alter table ${name} force row level security`,
  )
}

// Tables point at each other in rings, so the links come off first and are checked again at the end.
async function takeLinks(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ take: string; give: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as take,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as give
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`)
  for (const { take } of rows) await client.query(take)
  return rows.map(row => row.give)
}
