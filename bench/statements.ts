/** What a page costs in SQL alone: the statements of one real request, recorded and run again without anything around them. */
import pg from 'pg'
import { Batch } from '../src/platform/batch.ts'
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
    const [first] = args as [string | Statement | Batch]
    if (typeof first === 'string') statements.push({ text: first, values: [] })
    else if (first instanceof Batch)
      statements.push(...first.asked.map(({ text, values, name }) => ({ text, values: [...values], ...(name && { name }) })))
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

/** Runs recorded statements once, prepared exactly where the page prepares them; whatever they would write is undone. Gives milliseconds for each. */
export async function replay(client: pg.Client, statements: Statement[]): Promise<number[]> {
  const times: number[] = []
  for (const { text, values, name } of statements) {
    const started = performance.now()
    if (/^commit/i.test(text)) await client.query('rollback')
    else await client.query({ text, values: fresh(text, values), ...(name && { name }) })
    times.push(performance.now() - started)
  }
  return times
}

/** The recorded request was a real one and its rows stand: what is inserted again needs a key of its own, which is always its first value. */
function fresh(text: string, values: unknown[]): unknown[] {
  return /^insert/i.test(text) ? [newId(), ...values.slice(1)] : values
}

/**
 * The statements with their median milliseconds and how they were planned, dearest first.
 * @example for (const line of await dearest(client, statements, times)) console.log(line)
 */
export async function dearest(client: pg.Client, statements: Statement[], times: number[][]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; generic: string; custom: string }>(
    'select name, generic_plans as generic, custom_plans as custom from pg_prepared_statements',
  )
  const plans = new Map(rows.map(row => [row.name, `${row.generic} generic, ${row.custom} custom`]))
  return statements
    .map((one, at) => ({ one, ms: median(times.map(turn => turn[at] ?? 0)) }))
    .sort((a, b) => b.ms - a.ms)
    .map(({ one, ms }) => `${ms.toFixed(2).padStart(8)} ms  ${plans.get(one.name ?? '') ?? 'not prepared'}  ${shortened(one.text)}`)
}

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

const shortened = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 150)
