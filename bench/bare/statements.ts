/** The statements that bring each job's own rows and nothing else, made once by Kith's own queries: a request only fills in what it asks for. */
import {
  CamelCasePlugin,
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { type Db, newId } from '../../src/platform/db.ts'
import type { DB } from '../../src/platform/tables.ts'
import { programmes } from '../../src/programmes/index.ts'
import { type CaseBasics, findHeadline, listCases } from '../../src/slices/cases/index.ts'
import { addEntry } from '../../src/slices/chronology/commands.ts'
import { newEntry } from '../../src/slices/chronology/inputs.ts'
import { listEntries } from '../../src/slices/chronology/queries.ts'
import type { Statement } from '../statements.ts'

/** A statement with what is asked for put in. */
export type Asking = (asked: Readonly<Record<string, unknown>>) => Statement

/** The worker of a request, in the cheapest way that leaves the rules in force. */
export const enter = written('enter', 'select worker_id from enter_worker($1)', ['worker'])

/** The people nearest to a name. Kith looks for cases, places and documents as well, and describes each person by four more tables. */
export const findPeople = written(
  'people',
  `select p.id, p.given_name, p.family_name, p.born_on, p.born_precision
  from search_for('person', $1, 20) with ordinality hit(id, case_id, score, place) join people p on p.id = hit.id order by hit.place`,
  ['words'],
)

/** One marker for each thing that a request brings: where it stands in a statement, a request's own comes. */
const marks = { worker: newId(), agency: newId(), case: newId(), body: 'What a worker writes.' }

/**
 * Lists the worker's cases; finds a case; lists its entries; adds an entry; records that it was added.
 * @example const { entries } = await madeByKith()
 */
export async function madeByKith(): Promise<Record<'cases' | 'head' | 'entries' | 'entry' | 'event', Asking>> {
  const input = newEntry.parse({ body: marks.body })
  const [list] = await sentBy(db => listCases(db, { open: true }))
  const [found] = await sentBy(db => findHeadline(db, marks.case))
  const [listed] = await sentBy(db => listEntries(db, marks.case))
  const added = await sentBy(db => addEntry(db, aCase(), [], input))
  const [entry, event] = ['entries', 'events'].map(table => added.find(({ sql }) => sql.startsWith(`insert into "${table}"`)))
  // Each row's key is the first of its values.
  const keys = { ...marks, now: input.occurredAt, entry: entry?.parameters[0], event: event?.parameters[0] }
  const asking = (name: string, made: CompiledQuery | undefined) => filledIn(name, made, keys)
  return {
    cases: asking('cases', list),
    head: asking('head', found),
    entries: asking('entries', listed),
    entry: asking('entry', entry),
    event: asking('event', event),
  }
}

const aCase = (): CaseBasics => ({ ...programmeOfMost(), id: marks.case, sides: [] })

function programmeOfMost() {
  const [{ key, version } = { key: '', version: 0 }] = programmes
  return { programme: key, programmeVersion: version }
}

/** What Kith's own query sends, without a database: it is told that nothing was found, and may say so. */
async function sentBy(work: (db: Db) => Promise<unknown>): Promise<CompiledQuery[]> {
  const sent: CompiledQuery[] = []
  const db = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin()],
    log: ({ query }) => void sent.push(query),
  })
  const actor = { workerId: marks.worker, name: '', agencyId: marks.agency, agencyName: '', roles: [], principals: [] }
  const left: Promise<unknown>[] = []
  const leave = (statement: Promise<unknown>) => void left.push(statement)
  await work(Object.assign(db, { actor, leave }) as unknown as Db).catch(() => {})
  await Promise.allSettled(left)
  return sent
}

function filledIn(name: string, made: CompiledQuery | undefined, keys: Record<string, unknown>): Asking {
  if (!made) throw new Error(`Kith sends no statement for ${name}.`)
  const { sql: text, parameters } = made
  const slots = parameters.map(value => Object.keys(keys).find(key => keys[key] === value))
  return asked => ({ name, text, values: slots.map((slot, at) => (slot ? asked[slot] : parameters[at])) })
}

function written(name: string, text: string, slots: string[]): Asking {
  return asked => ({ name, text, values: slots.map(slot => asked[slot]) })
}
