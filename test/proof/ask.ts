/** Asks PostgreSQL what a worker sees, through the same door as every request. */
import type pg from 'pg'
import { askedBy } from './answers.ts'
import { askedOfFunctions, namesOfFunctions } from './asked-functions.ts'
import { idOf, placeOf, rowOf } from './ids.ts'
import type { Sight } from './model.ts'
import { ofWorld } from './rows-more.ts'
import { programmes, type World } from './world.ts'

/** The tables whose every row is compared, and what names a row. */
const asked: [table: string, key: string][] = [
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
  ...['drafts', 'digests', 'reminder_choices', 'worker_roles', 'emergency_attempts'].map((table): [string, string] => [table, 'worker_id']),
  ...['principals', 'agencies', 'teams', 'closures', 'urgent_alerts', 'flags', 'person_pairs'].map((table): [string, string] => [
    table,
    'id',
  ]),
  ['agreement_clauses', 'agreement_id'],
  ['patterns', named('patterns', 'key', [ofWorld.pattern])],
  ['audit_seals', named('audit_seals', 'number::text', [`${ofWorld.seal}`])],
  ['postcode_wards', named('postcode_wards', 'postcode', [ofWorld.postcode])],
  ['programmes', `case version when 9 then ${named('programmes', 'key', Object.keys(programmes))} end`],
]

/** The tables of which two columns name a row. */
const askedByTwo: [table: string, key: string, other: string][] = [
  ['named_readers', 'record_id', 'worker_id'],
  ['team_members', 'team_id', 'worker_id'],
  ['agreement_parties', 'agreement_id', 'agency_id'],
  ['receipts', 'grant_id', 'step'],
  ['last_looks', 'worker_id', 'case_id'],
  ['case_access', 'grant_id', 'case_id'],
]

/** Every table that is asked. */
export const tablesAsked: string[] = [...asked, ...askedByTwo].map(([table]) => table)

/** Rows that have no id are given one, by what names them. */
function named(table: string, column: string, values: string[]): string {
  return `case ${column} ${values.map((value, index) => `when '${value}' then '${idOf(table, index)}'::uuid`).join(' ')} end`
}

const isOfWorld = (key: string) => `(${key})::text like '00000000-0000-7000-9000-%'`
const statement = {
  name: 'sight',
  text: [
    ...asked.map(([table, key]) => `select '${table}' as name, ${key} as id, null::text as other from ${table} where ${isOfWorld(key)}`),
    ...askedByTwo.map(([table, key, other]) => `select '${table}', ${key}, ${other}::text from ${table} where ${isOfWorld(key)}`),
  ].join(' union all '),
}
const answers = {
  name: 'answers',
  text: `select * from (${askedOfFunctions.join(' union all ')}) answered where ${isOfWorld('id')}`,
}

/** What this worker sees of the world; nothing at all when they may not even come in. */
export async function sightIn(client: pg.ClientBase, world: World, worker: number): Promise<Sight> {
  if (!(await enter(client, worker))) return {}
  type Found = { name: string; id: string; other: string | null }
  const { which, mark } = askedBy(world, worker)
  const found = await client.query<Found>(statement)
  const answered = await client.query<Found>({ ...answers, values: [idOf('cases', which), mark.side, mark.category] })
  const sight: Sight = Object.fromEntries([...tablesAsked, ...namesOfFunctions].map(table => [table, []]))
  for (const { name, id, other } of [...found.rows, ...answered.rows])
    sight[name]?.push(
      other === null
        ? namesOfFunctions.includes(name)
          ? rowOf(id)
          : placeOf(id)
        : `${rowOf(id)} for ${/^[a-z]+$/.test(other) ? other : placeOf(other)}`,
    )
  for (const places of Object.values(sight)) places.sort()
  return sight
}

/** Makes the function that says which tables show anything at all; call once in a database in which worlds are laid. */
export async function readyToAsk(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and has_any_column_privilege('kith_app', oid, 'select')`)
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
