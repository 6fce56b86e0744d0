/** The only door to the database: every read and write goes through here as the worker who asks. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUIDv7 } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Actor, Entry, Role } from './actor.ts'
import { fromDatabase, SignInNeeded } from './errors.ts'
import type { DB } from './tables.ts'
import { inTransaction, type Leave } from './transaction.ts'

/** A transaction that knows on whose behalf it runs, and can be left a statement whose answer nobody waits for. */
export type Db = Transaction<DB> & { actor: Actor; leave: Leave }

// A birthday is a plain date: read as a moment in time it would move a day in summer.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

let pool: pg.Pool | undefined

/**
 * Opens the pool of connections as role kith_app. Called once, when Kith starts.
 * @example connect({ connectionString, max: 10 })
 */
export function connect(options: pg.PoolConfig): void {
  pool = new pg.Pool({ ...options, application_name: 'kith', options: plannedOnce })
  // A connection that breaks while nobody uses it must not end the process; the next request opens another.
  pool.on('error', () => {})
  // Nor must one that breaks between two statements of a transaction; the next statement fails, and says so.
  pool.on('connect', client => client.on('error', () => {}))
}

/** With every rule in it, planning a statement takes longer than running it, and all of them find their rows by an index, whatever is asked for. */
export const plannedOnce = '-c plan_cache_mode=force_generic_plan'

/** Closes every connection. */
export async function disconnect(): Promise<void> {
  const open = pool
  pool = undefined
  await open?.end()
}

/** Whether the database answers just now. */
export async function answers(): Promise<boolean> {
  try {
    await pool?.query('select 1')
    return pool !== undefined
  } catch {
    return false
  }
}

/** Whether somebody waits for a connection just now. */
export const isBusy = (): boolean => (pool?.waitingCount ?? 0) > 0

/** A connection of its own, outside the pool, for listening. */
export function listeningClient(): pg.Client {
  return new pg.Client(pool?.options as pg.ClientConfig)
}

/** A new key: UUIDv7, so that rows made together stand together. Made here because a row may not yet be visible to its maker when it is inserted. */
export function newId(): string {
  const id = randomUUIDv7()
  // Within one millisecond Node's ids stand in any order; a counter in their place keeps them in the order in which they were made.
  const moment = id.slice(0, 13)
  made = moment === lastMoment ? (made + 1) & 0xfff : 0
  lastMoment = moment
  return `${moment}-7${made.toString(16).padStart(3, '0')}${id.slice(18)}`
}

let lastMoment = ''
let made = 0

/** Makes the worker look as somebody else would, for one transaction, of which nothing stays. Gives whom they look as. */
export type Lens = (db: Db) => Promise<Actor>

/**
 * Runs work in one transaction as the worker that `entry` stands for; throws SignInNeeded when it stands for nobody.
 * @example await transact({ worker: id }, db => listMyCases(db))
 */
export const transact = <T>(entry: Entry | null, work: (db: Db) => Promise<T>, lens?: Lens): Promise<T> =>
  transactAndMake(entry, work, given => given, lens)

/**
 * The same, and makes something of what the work gave while the transaction ends.
 * @example await transactAndMake(entry, db => listMyCases(db), cases => cases.length)
 */
export async function transactAndMake<T, Made>(
  entry: Entry | null,
  work: (db: Db) => Promise<T>,
  meanwhile: (given: T) => Made,
  lens?: Lens,
): Promise<Made> {
  if (!entry) throw new SignInNeeded('Sign in to go on.')
  if (!pool) throw new Error('connect() first')
  const entered = async (trx: Transaction<DB>, leave: Leave): Promise<T> => {
    const db: Db = Object.assign(trx, { actor: await enter(trx, entry), leave })
    if (lens) db.actor = await lens(db)
    return work(db)
  }
  try {
    return await inTransaction(pool, entered, { end: lens ? 'rollback' : 'commit', meanwhile })
  } catch (error) {
    throw fromDatabase(error)
  }
}

/**
 * Runs work as a worker, without a browser: for jobs that the worker caused, the command line and tests.
 * @example await asWorker(cast.priya, db => addEntry(db, caseId, entry))
 */
export const asWorker = <T>(worker: string, work: (db: Db) => Promise<T>): Promise<T> => transact({ worker }, work)

async function enter(trx: Transaction<DB>, entry: Entry): Promise<Actor> {
  const entered =
    'session' in entry
      ? await sql<EnteredRow>`select * from enter_session(${entry.session}, ${asked().request}, ${!entry.quiet}, ${asked().address}, ${asked().device})`.execute(
          trx,
        )
      : await sql<EnteredRow>`select * from enter_worker(${entry.worker})`.execute(trx)
  const row = entered.rows[0]
  if (!row) throw new SignInNeeded('Sign in to go on.')
  return {
    workerId: row.workerId,
    name: row.workerName,
    agencyId: row.agencyId,
    agencyName: row.agencyName,
    roles: row.roles,
    principals: row.principals,
  }
}

interface EnteredRow {
  workerId: string
  workerName: string
  agencyId: string
  agencyName: string
  roles: Role[]
  principals: string[]
}

export interface Asked {
  /** The browser's id of the request, so that its own page is not told to look again. */
  request: string
  /** From where, for the record. */
  address: string
  /** With what, such as "Firefox on Windows". */
  device: string
}

/** The request under way. */
export const asking = new AsyncLocalStorage<Asked>()

/** From where the request under way was asked; empty for jobs. */
export const asked = (): Asked => asking.getStore() ?? { request: '', address: '', device: '' }
