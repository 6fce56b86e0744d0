// What a backup holds of the database: each table with its columns, and each counter.
import type pg from 'pg'

export interface Table {
  readonly schema: string
  readonly name: string
  readonly columns: string[]
}

export interface Counter {
  readonly schema: string
  readonly name: string
  readonly value: string
}

// A part of a divided table comes with the whole, and a computed column computes itself again.
const tablesQuery = `select n.nspname as schema, c.relname as name,
    array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relispartition
  group by 1, 2 order by 1, 2`

const countersQuery = `select schemaname as schema, sequencename as name, last_value::text as value
  from pg_sequences where schemaname = any ($1) and last_value is not null order by 1, 2`

const schemas = ['public']

/**
 * Every table of Kith's own.
 * @example const tables = await listTables(client)
 */
export async function listTables(client: pg.Client): Promise<Table[]> {
  return (await client.query<Table>(tablesQuery, [schemas])).rows
}

/**
 * Every counter that has counted, with where it stands.
 * @example const counters = await listCounters(client)
 */
export async function listCounters(client: pg.Client): Promise<Counter[]> {
  return (await client.query<Counter>(countersQuery, [schemas])).rows
}

/**
 * The name of a table as SQL has it.
 * @example sqlName({ schema: 'public', name: 'cases' }) // "public"."cases"
 */
export function sqlName({ schema, name }: { schema: string; name: string }): string {
  return `${quoted(schema)}.${quoted(name)}`
}

/**
 * The columns of a table as SQL has them.
 * @example `select ${sqlColumns(table)} from ${sqlName(table)}`
 */
export function sqlColumns({ columns }: Table): string {
  return columns.map(quoted).join(', ')
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
