/** Asks PostgreSQL what a worker sees, through the same door as every request. */
import type pg from 'pg'
import { idOf, placeOf } from './ids.ts'
import type { Sight } from './model.ts'

/** The tables whose every row is compared, and the column that names a row. */
export const asked: [table: string, key: string][] = [
  ['workers', 'id'],
  ['agreements', 'id'],
  ['cases', 'id'],
  ['case_pointers', 'case_id'],
  ['grants', 'id'],
  ['people', 'id'],
  ['case_people', 'id'],
  ['person_contacts', 'id'],
  ['entries', 'id'],
  ['entry_people', 'entry_id'],
  ['tasks', 'id'],
  ['messages', 'id'],
  ['documents', 'id'],
]

const statement = {
  name: 'sight',
  text: asked
    .map(([table, key]) => `select '${table}' as name, ${key} as id from ${table} where ${key}::text like '00000000-0000-7000-9000-%'`)
    .join(' union all '),
}

/** What this worker sees of the world; nothing at all when they may not even come in. */
export async function sightIn(client: pg.ClientBase, worker: number): Promise<Sight> {
  const entered = await enter(client, worker)
  if (!entered) return {}
  const found = await client.query<{ name: string; id: string }>(statement)
  const sight: Sight = Object.fromEntries(asked.map(([table]) => [table, []]))
  for (const { name, id } of found.rows) sight[name]?.push(placeOf(id))
  for (const places of Object.values(sight)) places.sort()
  return sight
}

/** Enters as a worker; false when the door stays shut. */
export async function enter(client: pg.ClientBase, worker: number): Promise<boolean> {
  const { rowCount } = await client.query({ name: 'enter', text: 'select from enter_worker($1)', values: [idOf('workers', worker)] })
  return rowCount === 1
}
