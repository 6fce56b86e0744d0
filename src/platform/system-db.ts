// The connections of the clockwork, as role kith_clock: it reaches nothing until it enters as a named system actor.
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { fromDatabase } from './errors.ts'
import type { DB } from './tables.ts'

/** Who acts when the clock strikes. Each is a database role (`kith_` and this name) with rules of its own. */
export type SystemActor = 'reminders' | 'sealing' | 'months' | 'patterns' | 'recalls' | 'receipts' | 'searches'

/** A transaction of a system actor. No worker stands behind it, so no rule made for workers opens anything to it. */
export type SystemDb = Transaction<DB>

let kysely: Kysely<DB> | undefined

/**
 * Opens the pool of connections as role kith_clock. Called once, when Kith starts.
 * @example connectSystem({ connectionString: urlFor(url, 'kith_clock', secret), max: 2 })
 */
export function connectSystem(options: pg.PoolConfig): void {
  const pool = new pg.Pool({ ...options, application_name: 'kith clockwork' })
  // A connection that breaks while nobody uses it must not end the process; the next job opens another.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
}

/** Closes the connections of the clockwork. */
export async function disconnectSystem(): Promise<void> {
  await kysely?.destroy()
  kysely = undefined
}

/**
 * Runs work in one transaction as a system actor, who sees what the rules made for that actor open and nothing else.
 * @example await asSystem('reminders', db => listWorkersToRemind(db))
 */
export async function asSystem<T>(actor: SystemActor, work: (db: SystemDb) => Promise<T>): Promise<T> {
  if (!kysely) throw new Error('connectSystem() first')
  try {
    return await kysely.transaction().execute(async db => {
      await sql`select enter_system(${actor})`.execute(db)
      return work(db)
    })
  } catch (error) {
    throw fromDatabase(error)
  }
}
