/** Fills an empty database with a scale's data: the same rows every time, by SQL alone, with indexes and references put back afterwards. */
import pg from 'pg'
import { layAll } from './load-rows.ts'
import type { Scale } from './scale.ts'

/** Raised whenever the rows below change, so that a kept database is loaded afresh. */
const loadVersion = 7

/**
 * Loads a scale; says each step and how long it took.
 * @example await load(url, scales.county)
 */
export async function load(ownerUrl: string, scale: Scale): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  client.on('error', () => {})
  await client.query(
    `set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set synchronous_commit = off; set max_parallel_maintenance_workers = 2`,
  )
  const tables = await names(
    client,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
  )
  const references = await names(
    client,
    `select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as name
    from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f' and conparentid = 0`,
  )
  // Those of a divided table are made anew for all of its parts.
  const indexes = await names(client, `select replace(pg_get_indexdef(id), ' ON ONLY ', ' ON ') as name from (${ownIndexes}) own`)
  await step('letting go of rules, references and indexes', () => letGo(client, tables))
  for (const [what, sql] of layAll(scale)) await step(what, () => laid(client, sql, tables))
  await step('indexes', () =>
    inTurn(
      client,
      indexes.filter(one => !/search_index_keys|person_keys_keys/.test(one)),
    ),
  )
  await step('analysing', () => client.query('vacuum analyze'))
  await step('search index', () => fileForSearch(ownerUrl))
  await step('search keys', () =>
    inTurn(
      client,
      indexes.filter(one => /search_index_keys|person_keys_keys/.test(one)),
    ),
  )
  await step('references', () => inTurn(client, references))
  await step('rules', () =>
    inTurn(
      client,
      tables.flatMap(table => [`alter table ${table} force row level security`, `alter table ${table} enable trigger user`]),
    ),
  )
  await step('analysing', () => client.query('vacuum analyze'))
  await client.query('create table kith_meta.bench (version int)')
  await client.query('insert into kith_meta.bench values ($1)', [loadVersion])
  await client.end()
}

/** Whether a database holds this version's rows already. */
export async function isLoaded(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ version: number }>('select version from kith_meta.bench')
    return rows[0]?.version === loadVersion
  } catch {
    return false
  } finally {
    await client.end()
  }
}

async function letGo(client: pg.Client, tables: string[]): Promise<void> {
  await inTurn(
    client,
    tables.flatMap(table => [`alter table ${table} no force row level security`, `alter table ${table} disable trigger user`]),
  )
  await client.query(`do $$ declare one record; begin
    for one in select conname, conrelid::regclass as home from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f' and conparentid = 0 loop
      execute format('alter table %s drop constraint %I', one.home, one.conname);
    end loop;
    for one in select id::regclass as name from (${ownIndexes}) own loop
      execute format('drop index %s', one.name);
    end loop;
  end $$`)
}

/** Indexes that no constraint made and that are no part of a divided table's. */
const ownIndexes = `select i.oid as id from pg_class i where i.relnamespace = 'public'::regnamespace and i.relkind in ('i', 'I') and not i.relispartition
  and not exists (select from pg_constraint c where c.conindid = i.oid)`

/** The record is divided by month, and nobody may empty it. */
const divided = ['events', 'looks']

/** A table that is emptied and filled in one transaction needs no log beside it: its rows are written once instead of twice. */
async function laid(client: pg.Client, sql: string, tables: string[]): Promise<void> {
  const filled = [...sql.matchAll(/insert into (\w+)/g)].map(([, table]) => table as string)
  await client.query('begin')
  for (const table of new Set(filled)) {
    const { rows } = await client.query(`select from ${table} limit 1`)
    if (tables.includes(table) && !divided.includes(table) && rows.length === 0) await client.query(`truncate ${table}`)
  }
  await client.query(sql)
  await client.query('commit')
}

/** Two connections, because there are two cores; each files its half by Kith's own function. */
async function fileForSearch(ownerUrl: string): Promise<void> {
  await Promise.all(
    [0, 1].map(async half => {
      const client = new pg.Client({ connectionString: ownerUrl })
      await client.connect()
      client.on('error', () => {})
      await client.query('set synchronous_commit = off')
      for (const [table, filed] of [
        ['people', 'people'],
        ['people', 'keys'],
        ['cases', 'cases'],
        ['places', 'places'],
        ['documents', 'documents'],
      ]) {
        await client.query(`select count(*) from (select file_${filed}(array_agg(id)) from (
        select id, row_number() over (order by id) / 1000 as batch from ${table} where get_byte(uuid_send(id), 15) % 2 = ${half}) halved group by batch) filed`)
      }
      await client.end()
    }),
  )
}

async function inTurn(client: pg.Client, statements: string[]): Promise<void> {
  for (const statement of statements) await client.query(statement)
}

async function names(client: pg.Client, query: string): Promise<string[]> {
  return (await client.query<{ name: string }>(query)).rows.map(row => row.name)
}

async function step(what: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now()
  await work()
  console.error(`  ${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
