// Writes rows into tables as the owner, many in one statement, with the rules and triggers lifted while it does.
import type { Client } from 'pg'

export type Row = Record<string, unknown>
/** Rows by table, in an order in which what is pointed at comes first. */
export type Tables = Map<string, Row[]>

export function addRows(tables: Tables, table: string, rows: Row[]): void {
  tables.set(table, [...(tables.get(table) ?? []), ...rows])
}

export async function insertAll(client: Client, tables: Tables): Promise<void> {
  for (const [table, rows] of tables) if (rows.length > 0) await insert(client, table, rows)
}

async function insert(client: Client, table: string, rows: Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  // A row that leaves a column out would write null over its default, so rows of one shape go together.
  const shapes = Map.groupBy(rows, row => columns.filter(column => row[column] !== undefined).join(', '))
  for (const [names, alike] of shapes) {
    await client.query(`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(alike)])
  }
}

const everyTable = `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`

// The first two say that something happens now, which of years of history is not so. Search is filed once, when everything is there, instead of many times over.
const resting = `select format('alter table %s %%s trigger %I', tgrelid::regclass, tgname) as change from pg_trigger where tgname in ('something_happened', 'tell_open_pages', 'file_for_search')`

/** Does work in one transaction in which the rules do not stand in the owner's way; they are back before it commits. Every other trigger derives what it derives. */
export async function withoutRules<T>(client: Client, work: () => Promise<T>): Promise<T> {
  const tables = (await client.query<{ name: string }>(everyTable)).rows.map(row => row.name)
  const triggers = (await client.query<{ change: string }>(resting)).rows.map(row => row.change)
  const each = (rules: string, trigger: string) =>
    client.query([...tables.map(name => `alter table ${name} ${rules} row level security`), ...triggers.map(change => change.replace('%s', trigger))].join('; '))
  await client.query('begin')
  try {
    await each('no force', 'disable')
    const result = await work()
    await each('force', 'enable')
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
