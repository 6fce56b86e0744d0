/** Asks PostgreSQL what a worker sees, through the same door as every request. */
import type pg from 'pg'
import { idOf, placeOf, rowOf } from './ids.ts'
import type { Sight } from './model.ts'

/** The tables whose every row is compared, and the column that names a row. */
export const asked: [table: string, key: string][] = [
  ...[
    ...[
      'workers',
      'agreements',
      'cases',
      'grants',
      'people',
      'case_people',
      'person_contacts',
      'entries',
      'tasks',
      'messages',
      'documents',
    ],
    ...['places', 'case_places', 'case_objects', 'aims', 'outcomes', 'person_names', 'person_needs', 'person_warnings'],
    ...[
      'person_relationships',
      'equality_answers',
      'person_merges',
      'task_notes',
      'files',
      'document_versions',
      'consents',
      'events',
      'looks',
    ],
    ...['conflicts', 'emergency_openings', 'notices', 'information_requests', 'recalls', 'recall_copies', 'search_notices', 'interests'],
  ].map((table): [string, string] => [table, 'id']),
  ['case_pointers', 'case_id'],
  ['entry_people', 'entry_id'],
  ['message_reads', 'message_id'],
  ['person_versions', 'person_id'],
  ...['drafts', 'digests', 'reminder_choices'].map((table): [string, string] => [table, 'worker_id']),
]

const ofWorld = (key: string) => `${key}::text like '00000000-0000-7000-9000-%'`
const statement = {
  name: 'sight',
  text: [
    ...asked.map(([table, key]) => `select '${table}' as name, ${key} as id, null::uuid as other from ${table} where ${ofWorld(key)}`),
    `select 'named_readers', record_id, worker_id from named_readers where ${ofWorld('record_id')}`,
  ].join(' union all '),
}

/** What this worker sees of the world; nothing at all when they may not even come in. */
export async function sightIn(client: pg.ClientBase, worker: number): Promise<Sight> {
  if (!(await enter(client, worker))) return {}
  const found = await client.query<{ name: string; id: string; other: string | null }>(statement)
  const sight: Sight = Object.fromEntries([...asked.map(([table]) => [table, []]), ['named_readers', []]])
  for (const { name, id, other } of found.rows) sight[name]?.push(other === null ? placeOf(id) : `${rowOf(id)} for ${placeOf(other)}`)
  for (const places of Object.values(sight)) places.sort()
  return sight
}

/** Makes the function that says which tables show anything at all; call once in a database in which worlds are laid. */
export async function readyToAsk(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and has_table_privilege('kith_app', oid, 'select')`)
  const each = rows.map(({ name }) => `select '${name}' as name where exists (select from ${name})`)
  await client.query(`create or replace function proof_shown() returns setof text language sql stable as $$ ${each.join(' union all ')} $$`)
}

/** The tables that show anything to somebody who has not come in: none may. To be asked before anybody enters. */
export async function shownToNobody(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>({ name: 'shown', text: 'select proof_shown() as name' })
  return rows.map(({ name }) => name)
}

/** Enters as a worker; false when the door stays shut. */
export async function enter(client: pg.ClientBase, worker: number): Promise<boolean> {
  const { rowCount } = await client.query({ name: 'enter', text: 'select from enter_worker($1)', values: [idOf('workers', worker)] })
  return rowCount === 1
}
