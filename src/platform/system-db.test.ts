/** System actors: what the clock sets off sees what its own rules open, and nothing by any other way. */
import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { cast } from '../../test/cast.ts'
import { beforeDrop, ownDatabase } from '../../test/database.ts'
import { testSecret } from '../../test/secret.ts'
import { asWorker } from './db.ts'
import { urlFor } from './migrate.ts'
import { asSystem, connectSystem, disconnectSystem, type SystemActor } from './system-db.ts'

const database = ownDatabase()
const clockUrl = () => urlFor(database.ownerUrl, 'kith_clock', testSecret)

beforeAll(() => connectSystem({ connectionString: clockUrl(), max: 1 }))
beforeDrop(disconnectSystem)

async function asClock(...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: clockUrl() })
  await client.connect()
  try {
    let rows: unknown[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

test('before it has entered as an actor the clockwork reaches no table at all', async () => {
  const reached = await asClock(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    and has_any_column_privilege(oid, 'select, insert, update')`)
  expect(reached).toEqual([])
  await expect(asClock('select from workers')).rejects.toThrow('permission denied')
})

test('an actor is a role of its own for one transaction, and passes by no rule', async () => {
  const role = () => asSystem('reminders', async db => (await sql<{ role: string }>`select current_user as role`.execute(db)).rows[0]?.role)
  expect([await role(), await role()]).toEqual(['kith_reminders', 'kith_reminders'])
  expect(await asClock('begin', `select enter_system('reminders')`, 'commit', 'select current_user as role')).toEqual([
    { role: 'kith_clock' },
  ])
  const above = await asClock(
    `select from pg_roles where rolname in ('kith_clock', 'kith_reminders') and (rolbypassrls or rolsuper or rolcreaterole)`,
  )
  expect(above).toEqual([])
})

test('nobody enters as an actor that there is not, nor as a worker, a page, sign-in or the rules', async () => {
  for (const actor of ['nobody', 'app', 'auth', 'jobs', 'rules', 'backup', 'owner'])
    await expect(asSystem(actor as SystemActor, async () => 'in')).rejects.toThrow()
  await expect(asClock(`select * from enter_worker('${cast.tom}')`)).rejects.toThrow('permission denied')
  await expect(asSystem('reminders', db => sql`select * from enter_worker(${cast.tom})`.execute(db))).rejects.toThrow()
})

test('no page enters as a system actor', async () => {
  await expect(asWorker(cast.pat, db => sql`select enter_system('reminders')`.execute(db))).rejects.toThrow()
  await expect(asWorker(cast.pat, db => sql`set local role kith_reminders`.execute(db))).rejects.toThrow()
})

test('whoever makes a backup reads every table and writes in none', async () => {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const every = `select relname as "table", has_table_privilege('kith_backup', oid, 'insert, update, delete, truncate') as "isWritten"
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname`
  const { rows } = await client.query<{ table: string; isWritten: boolean }>(every)
  const open = `select tablename as "table" from pg_policies where 'kith_backup' = any (roles) and cmd = 'SELECT' and qual = 'true' order by tablename`
  const opened = (await client.query<{ table: string }>(open)).rows.map(({ table }) => table)
  await client.query('begin; set local role kith_backup')
  const workers = await client.query('select id from workers')
  await client.end()
  expect(rows.filter(({ isWritten }) => isWritten)).toEqual([])
  expect(rows.map(({ table }) => table).filter(table => !opened.includes(table))).toEqual([])
  expect(workers.rowCount).toBeGreaterThan(Object.keys(cast).length - 1)
})
