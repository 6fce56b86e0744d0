/** Of every table, every kind of writing and every function that shows rows it is decided whether the worlds ask it; a new one fails here until it is. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { tablesAsked } from './ask.ts'
import { worldsOf } from './database.ts'
import { functionsAsked, functionsNotAsked, outOfReach } from './not-asked.ts'
import { statementFor } from './statements.ts'
import { world } from './worlds.ts'

const { client } = worldsOf()

interface Rights {
  name: string
  any: boolean
  insert: boolean
  update: boolean
  delete: boolean
}
let tables: Rights[]

beforeAll(async () => {
  const { rows } = await client().query<Rights>(`select relname as name,
      has_any_column_privilege('kith_app', oid, 'select') or has_any_column_privilege('kith_app', oid, 'insert')
        or has_any_column_privilege('kith_app', oid, 'update') or has_table_privilege('kith_app', oid, 'delete') as any,
      has_any_column_privilege('kith_app', oid, 'insert') as insert, has_any_column_privilege('kith_app', oid, 'update') as update,
      has_table_privilege('kith_app', oid, 'delete') as delete
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1`)
  tables = rows
})

test('every table is asked in the worlds, or out of everybody’s reach', () => {
  expect([...tablesAsked, ...outOfReach].sort()).toEqual(tables.map(({ name }) => name))
})

test('what is out of reach is so in the database', () => {
  expect(tables.filter(({ name, any }) => any && outOfReach.includes(name))).toEqual([])
})

test('every function that answers workers with more than their own rights is asked in the worlds, or is held by what is said of it', async () => {
  const { rows } = await client().query<{ name: string }>(`select distinct proname::text as name from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef and has_function_privilege('kith_app', oid, 'execute')
      and prorettype <> 'trigger'::regtype order by 1`)
  expect([...functionsAsked, ...Object.keys(functionsNotAsked)].sort()).toEqual(rows.map(({ name }) => name))
})

test('every kind of writing that anybody holds a right to is tried in the worlds', () => {
  const deeds = fc.sample(world, { numRuns: 300, seed: 7 }).flatMap(of => of.deeds.map(deed => statementFor(of, deed).statement))
  const tried = new Set(deeds.map(statement => statement.replace(/^(insert|update|delete)(?: into| from)? (\w+).*/s, '$1 $2')))
  const held = tables.flatMap(({ name, ...rights }) =>
    (['insert', 'update', 'delete'] as const).filter(kind => rights[kind]).map(kind => `${kind} ${name}`),
  )
  expect(held.filter(kind => !tried.has(kind))).toEqual([])
})
