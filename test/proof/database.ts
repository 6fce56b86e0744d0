/** A database in which worlds are laid, asked about and thrown away. */
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { ownDatabase } from '../database.ts'
import { lay } from './lay.ts'
import type { World } from './world.ts'

/**
 * Call once at the top of a test file. Each world lives in a transaction of its own, which asks as the role of every request and is then rolled back.
 * @example const { client, inWorld } = worldsOf()
 */
export function worldsOf() {
  const database = ownDatabase()
  let client: pg.Client
  beforeAll(async () => {
    client = new pg.Client({ connectionString: database.ownerUrl })
    await client.connect()
    await openToTheOwner(client)
    // One plan for each statement serves every world.
    await client.query('set plan_cache_mode = force_generic_plan')
  })
  afterAll(() => client?.end())
  let laid = 0
  // Rows of worlds thrown away would be passed over again and again by every later one.
  const tidy = async () => {
    if (++laid % 20 === 0) await client.query('vacuum')
  }
  const inWorld = async <T>(of: World, work: () => Promise<T>): Promise<T> => {
    await client.query('begin')
    try {
      await lay(client, of)
      await client.query('set local role kith_app')
      return await work()
    } finally {
      await client.query('rollback')
      await tidy()
    }
  }
  return { client: () => client, inWorld }
}

/** Worlds are laid by the owner, whom forced rules would bind too; the role that asks is bound either way. What is filed for search is proved elsewhere. */
async function openToTheOwner(client: pg.Client): Promise<void> {
  const tables = await client.query<{ name: string; filed: boolean }>(`select relname as name,
    exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'file_for_search') as filed
    from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`)
  for (const { name, filed } of tables.rows) {
    await client.query(`alter table ${name} no force row level security`)
    if (filed) await client.query(`alter table ${name} disable trigger file_for_search`)
  }
}
