/** Statements of one transaction that travel together: PostgreSQL sends their answers in one go, where each by itself would wake the other side once more. */
import type { Socket } from 'node:net'
import pg from 'pg'

export interface Statement {
  text: string
  values: readonly unknown[]
  /** Under which PostgreSQL keeps it planned on this connection; none for what is asked once. */
  name?: string | undefined
}

export interface Answer {
  /** Its first word: SELECT, INSERT, COMMIT. */
  command: string
  /** How many rows were found or touched; null where none can be. */
  rowCount: number | null
  rows: Record<string, unknown>[]
}

/** A statement, and what becomes of its answer. */
export interface Asked extends Statement {
  answer: (answer: Answer) => void
  fail: (error: unknown) => void
}

/** What a connection sends and keeps, of which pg declares only a part. */
interface Wire {
  stream: Socket
  submittedNamedStatements: Record<string, string>
  parsedStatements: Record<string, string>
  parse(statement: { name: string | undefined; text: string }): void
  bind(values: { statement: string | undefined; values: unknown[] }): void
  describe(what: { type: 'P'; name: string }): void
  execute(what: { portal: string; rows: number }): void
  sync(): void
}

/** How the rows of a statement are read. A planned statement keeps its columns, so they are asked for once. */
type Columns = { name: string; read: (text: string) => unknown }[]
const known = new WeakMap<object, Map<string, Columns>>()

/**
 * Sends statements at once and gives each its answer. When one fails, PostgreSQL passes over those after it: they fail as in a transaction that has failed.
 * @example client.query(new Batch([{ text: 'begin', values: [], answer, fail }], column => column, () => {}))
 */
export class Batch implements pg.Submittable {
  /** What has no answer yet, in its order. */
  readonly asked: Asked[]
  readonly #named: (column: string) => string
  readonly #ended: () => void
  #wire: Wire | undefined
  #columns: Columns | undefined
  #rows: Record<string, unknown>[] = []
  #unreadable: unknown

  /** `named` tells what a column is called in the rows; `ended` is called when all is answered or has failed. */
  constructor(asked: Asked[], named: (column: string) => string, ended: () => void) {
    this.asked = asked
    this.#named = named
    this.#ended = ended
  }

  /** pg notes under these what PostgreSQL has just planned. */
  get name(): string | undefined {
    return this.asked[0]?.name
  }
  get text(): string | undefined {
    return this.asked[0]?.text
  }

  submit(connection: pg.Connection): void {
    const wire = (this.#wire = connection as unknown as Wire)
    wire.stream.cork()
    try {
      for (const one of this.asked) send(wire, one)
      wire.sync()
    } finally {
      wire.stream.uncork()
    }
  }

  handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    this.#columns = fields.map(({ name, dataTypeID, format }) => ({
      name: this.#named(name),
      read: pg.types.getTypeParser(dataTypeID, format as 'text'),
    }))
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const columns = (this.#columns ??= this.#kept().get(this.name ?? '') ?? [])
    const row: Record<string, unknown> = {}
    try {
      columns.forEach(({ name, read }, at) => {
        const text = fields[at] ?? null
        row[name] = text === null ? null : read(text)
      })
    } catch (error) {
      // Thrown from here, it would end the process.
      this.#unreadable ??= error
    }
    this.#rows.push(row)
  }

  handleCommandComplete({ text }: { text: string }): void {
    const [command = '', ...numbers] = text.split(' ')
    const rows = this.#rows
    const one = this.asked.shift()
    if (one?.name) this.#kept().set(one.name, this.#columns ?? this.#kept().get(one.name) ?? [])
    const unreadable = this.#unreadable
    this.#columns = undefined
    this.#rows = []
    this.#unreadable = undefined
    if (unreadable) one?.fail(unreadable)
    else one?.answer({ command, rowCount: numbers.length > 0 ? Number(numbers.at(-1)) : null, rows })
  }

  handleError(error: unknown): void {
    const [failed, ...after] = this.asked.splice(0)
    for (const { name } of failed ? [failed, ...after] : []) if (name) delete this.#wire?.submittedNamedStatements[name]
    failed?.fail(error)
    for (const one of after) one.fail(error instanceof pg.DatabaseError ? passedOver() : error)
    this.#ended()
  }

  handleReadyForQuery(): void {
    this.#ended()
  }

  #kept(): Map<string, Columns> {
    const wire = this.#wire ?? this
    const columns = known.get(wire) ?? new Map<string, Columns>()
    known.set(wire, columns)
    return columns
  }
}

function send(wire: Wire, { name, text, values }: Asked): void {
  const planned = name && (wire.parsedStatements[name] ?? wire.submittedNamedStatements[name])
  if (!planned) {
    wire.parse({ name, text })
    if (name) wire.submittedNamedStatements[name] = text
  }
  wire.bind({ statement: name, values: [...values] })
  if (!name || !known.get(wire)?.has(name)) wire.describe({ type: 'P', name: '' })
  wire.execute({ portal: '', rows: 0 })
}

const passedOver = () =>
  Object.assign(new pg.DatabaseError('A statement before this one failed.', 0, 'error'), { code: '25P02', severity: 'ERROR' })
