/** One request's statements on one connection: everything is sent in one go, from begin to commit, and waited for once. */
import type { Socket } from 'node:net'
import pg from 'pg'
import { plannedOnce } from '../../src/platform/db.ts'
import type { Statement } from '../statements.ts'
import { enter } from './statements.ts'

export type Rows = Record<string, unknown>[]

// A moment goes on as PostgreSQL writes it.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, text => text)

/**
 * A pool of as many connections as Kith keeps, set up as Kith's are.
 * @example const pool = openPool({ connectionString, max: 4 })
 */
export const openPool = (options: pg.PoolConfig): pg.Pool => new pg.Pool({ ...options, pipeline: true, options: plannedOnce })

/**
 * What each statement finds when this worker asks; undefined when there is no such worker.
 * @example const [cases] = (await askAs(pool, worker, [list({})])) ?? []
 */
export async function askAs(pool: pg.Pool, worker: string, statements: Statement[]): Promise<Rows[] | undefined> {
  const client = await pool.connect()
  let lost = true
  try {
    inOneGo(client)
    const asked = ['begin', enter({ worker }), ...statements, 'commit'].map(one => client.query<Record<string, unknown>>(one as string))
    const [, entered, ...found] = (await Promise.all(asked)).map(({ rows }) => rows)
    lost = false
    return entered?.length ? found : undefined
  } finally {
    client.release(lost)
  }
}

function inOneGo(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}
