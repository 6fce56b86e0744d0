/** What a page costs in SQL alone: the statements of one real request, recorded and run again without anything around them. */
import pg from 'pg'
import { newId } from '../src/platform/db.ts'

export interface Statement {
  text: string
  values: unknown[]
  name?: string
}

/**
 * Records every statement that work sends to PostgreSQL.
 * @example const statements = await recording(() => app.request('/cases', { headers: { cookie } }))
 */
export async function recording(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  const original = pg.Client.prototype.query
  pg.Client.prototype.query = function record(this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | Statement]
    if (typeof first === 'string') statements.push({ text: first, values: [] })
    else if (first?.text) statements.push({ text: first.text, values: first.values ?? [], ...(first.name && { name: first.name }) })
    return (original as (...all: unknown[]) => unknown).apply(this, args)
  } as typeof original
  try {
    await work()
  } finally {
    pg.Client.prototype.query = original
  }
  return statements
}

/** Runs recorded statements once; whatever they would write is undone. Gives milliseconds. */
export async function replay(client: pg.Client, statements: Statement[]): Promise<number> {
  const started = performance.now()
  for (const { text, values, name } of statements) {
    if (/^commit/i.test(text)) await client.query('rollback')
    else await (values.length > 0 ? client.query({ text, values: fresh(text, values), name: name ?? '' }) : client.query(text))
  }
  return performance.now() - started
}

/** The recorded request was a real one and its rows stand: what is inserted again needs a key of its own, which is always its first value. */
function fresh(text: string, values: unknown[]): unknown[] {
  return /^insert/i.test(text) ? [newId(), ...values.slice(1)] : values
}
