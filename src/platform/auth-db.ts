// The connections of sign-in, as role kith_auth: it reaches accounts and sessions, and nothing about any case.
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './tables.ts'

export type AuthDb = Kysely<DB>

let pool: pg.Pool | undefined
let kysely: AuthDb | undefined

/**
 * Opens the pool of connections as role kith_auth. Called once, when Kith starts.
 * @example connectAuth({ connectionString: urlFor(url, 'kith_auth', secret), max: 4 })
 */
export function connectAuth(options: pg.PoolConfig): AuthDb {
  pool = new pg.Pool({ ...options, application_name: 'kith sign-in' })
  // A connection that breaks while nobody uses it must not end the process; the next request opens another.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
  return kysely
}

/** Accounts and sessions, as role kith_auth. */
export function authDb(): AuthDb {
  if (!kysely) throw new Error('connectAuth() first')
  return kysely
}

/** Closes the connections of sign-in. */
export async function disconnectAuth(): Promise<void> {
  await kysely?.destroy()
  kysely = pool = undefined
}
