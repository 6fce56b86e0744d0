/** One transaction on one connection. Statements leave as they are asked for and do not wait for the answers before them: what is asked for together travels together. */
import { createHash } from 'node:crypto'
import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type PluginTransformResultArgs,
  type QueryResult,
  Transaction,
  type UnknownRow,
} from 'kysely'
import pg from 'pg'
import { prepareValue } from 'pg/lib/utils.js'
import { type Answer, type Asked, Batch, type Statement } from './batch.ts'
import type { DB } from './tables.ts'

/** What is written for nobody's answer, such as a row of the record: it is not waited for where it is asked, but no transaction ends well without it. A query that has not been asked is written last and travels with the end itself, while the page is put together. */
export type Leave = (statement: Promise<unknown> | CompiledQuery) => void

/** How a transaction ends, and what to make of what the work gave while the database writes its log to the disk. It is handed on only when the end is safe. */
interface Ending<T, Made> {
  end: 'commit' | 'rollback'
  meanwhile: (given: T) => Made
}

/**
 * Runs work in a transaction on a connection of the pool, and commits it; when the work fails, or is to be undone, nothing of it stays.
 * @example await inTransaction(pool, trx => trx.selectFrom('cases').selectAll().execute(), { end: 'commit', meanwhile: cases => cases.length })
 */
export async function inTransaction<T, Made>(
  pool: pg.Pool,
  work: (trx: Transaction<DB>, leave: Leave) => Promise<T>,
  { end, meanwhile }: Ending<T, Made>,
): Promise<Made> {
  const client = await pool.connect()
  const line = new Line(client)
  const left: Promise<unknown>[] = []
  const last: CompiledQuery[] = []
  const leave: Leave = statement => {
    if ('sql' in statement) return void last.push(statement)
    // Its failure is told at the end, and is nobody's until then.
    statement.catch(() => {})
    left.push(statement)
  }
  let lost = false
  try {
    // Not waited for: whatever is asked next on this connection comes after it.
    const [, given] = await Promise.all([line.ask({ text: 'begin', values: [] }), work(transactionOn(line), leave)])
    for (const query of last) leave(line.executeQuery(query))
    const ended = line.end(end)
    try {
      return meanwhile(given)
    } finally {
      await inOrder([...left, ended])
    }
  } catch (error) {
    await line.end('rollback').catch(() => {
      lost = true
    })
    // When what was left has failed, everything after it fails for that reason alone.
    if (cameAfterFailure(error)) await Promise.all(left)
    throw error
  } finally {
    client.release(lost)
  }
}

/** Waits for all, and fails as the first of them in this order: that a transaction could not end is told only when nothing says why. */
async function inOrder(all: Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(all)
  await Promise.all(all)
}

/** Whether PostgreSQL refused a statement only because one before it had failed. */
const cameAfterFailure = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '25P02'

/** A connection for as long as its transaction lasts, and no longer: afterwards it is another worker's. */
class Line implements DatabaseConnection {
  readonly #client: pg.ClientBase
  #asked: Asked[] = []
  #state: 'idle' | 'about to send' | 'waiting' = 'idle'
  #over = false

  constructor(client: pg.ClientBase) {
    this.#client = client
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#over) throw new Error('A statement came after the end of its transaction.')
    const asked = this.ask({ text: sql, values: parameters.map(prepareValue), name: nameOf(sql) })
    const { command, rowCount, rows } = await asked.catch(error => {
      // Else it tells of the socket that it came by, and not of who asked.
      Error.captureStackTrace(error)
      throw error
    })
    return { rows: rows as R[], ...(command !== 'SELECT' && { numAffectedRows: BigInt(rowCount ?? 0) }) }
  }

  /** Asks with whatever else is asked for in one go; what is asked meanwhile goes together afterwards. */
  ask(statement: Statement): Promise<Answer> {
    return new Promise((answer, fail) => {
      this.#asked.push({ ...statement, answer, fail })
      if (this.#state === 'idle') this.#sendSoon()
    })
  }

  /** Sends once everybody who has just got an answer has asked what they ask next. */
  #sendSoon(): void {
    this.#state = 'about to send'
    queueMicrotask(() => process.nextTick(() => this.#send()))
  }

  #send(): void {
    if (this.#state !== 'about to send') return
    this.#state = this.#asked.length > 0 ? 'waiting' : 'idle'
    if (this.#asked.length > 0) this.#client.query(new Batch(this.#asked.splice(0), columnName, () => this.#sendSoon()))
  }

  streamQuery(): never {
    throw new Error('Answers are read whole.')
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    this.#over = true
    const ended = this.ask({ text: how, values: [] })
    // Now and not soon: whoever puts the page together meanwhile lets nothing else happen.
    this.#send()
    const { command } = await ended
    // PostgreSQL answers so when a statement had failed and nobody had noticed.
    if (how === 'commit' && command === 'ROLLBACK') throw new Error('The transaction had failed before its end.')
  }
}

const dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
}
/** Names of columns are turned where rows are read. */
class Names extends CamelCasePlugin {
  override async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result
  }
  columnName = (column: string): string => this.camelCase(column)
}
const names = new Names()
const { columnName } = names
const config = { dialect, plugins: [names] }
const driver = dialect.createDriver()
const executor = new Kysely<DB>(config).getExecutor()

/** Kysely's own transactions send one statement at a time; here each goes straight to the connection. */
function transactionOn(line: Line): Transaction<DB> {
  const provider = { provideConnection: <T>(consumer: (connection: DatabaseConnection) => Promise<T>) => consumer(line) }
  return new Transaction<DB>({ config, dialect, driver, executor: executor.withConnectionProvider(provider) })
}

/** Names each statement by its text, so that PostgreSQL plans it once per connection instead of once per request: with every rule in it, planning costs more than reading. */
function nameOf(text: string): string | undefined {
  if (!/^\s*(select|with|insert|update|delete)\b/i.test(text)) return undefined
  let name = called.get(text)
  if (!name) called.set(text, (name = createHash('sha1').update(text).digest('base64url')))
  return name
}

const called = new Map<string, string>()
