/** Worlds laid one after the other through one connection of the owner: each lives in a transaction of its own, which asks as the role of every request and is then rolled back. */
import type pg from 'pg'
import { readyToAsk } from './ask.ts'
import { lay } from './lay.ts'
import type { World } from './world.ts'

/** Lays a world, works in it and throws it away; `before` happens to the rules themselves, for as long. */
export type Within = <T>(of: World, work: () => Promise<T>, before?: () => Promise<unknown>) => Promise<T>

/**
 * Makes a database ready for worlds, and gives the way in. Where nobody searches, nothing is filed for it: that takes long.
 * @example const inWorld = await worldsThrough(client)
 */
export async function worldsThrough(client: pg.Client, { filed = false } = {}): Promise<Within> {
  await openToTheOwner(client, filed)
  await readyToAsk(client)
  // One plan for each statement serves every world.
  await client.query('set plan_cache_mode = force_generic_plan')
  let laid = 0
  return async (of, work, before) => {
    await client.query('begin')
    try {
      await before?.()
      await lay(client, of)
      await client.query('set local role kith_app')
      return await work()
    } finally {
      await client.query('rollback')
      // Rows of worlds thrown away would be passed over again and again by every later one; but then all is planned anew.
      if (++laid % 200 === 0) await client.query('vacuum')
    }
  }
}

/** Worlds are laid by the owner, whom forced rules would bind too; the role that asks is bound either way. */
async function openToTheOwner(client: pg.Client, isFiled: boolean): Promise<void> {
  const tables = await client.query<{ name: string; filed: string[] }>(`select relname as name,
    array(select t.tgname::text from pg_trigger t where t.tgrelid = c.oid and t.tgname in ('file_for_search', 'file_keys')) as filed
    from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`)
  for (const { name, filed } of tables.rows) {
    await client.query(`alter table ${name} no force row level security`)
    for (const trigger of isFiled ? [] : filed) await client.query(`alter table ${name} disable trigger ${trigger}`)
  }
}
