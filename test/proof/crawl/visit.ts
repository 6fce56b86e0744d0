/** A browser of one worker, that reads every answer for rows which are not theirs to meet. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Hono } from 'hono'
import pg from 'pg'
import { extractText, getDocumentProxy } from 'unpdf'
import type { Kith } from '../../../src/platform/requests.ts'
import { signIn } from '../../sign-in.ts'
import { forgotten } from './answered.ts'
import { sightIn } from './more.ts'
import { rowsIn } from './secrets.ts'

export interface Answer {
  status: number
  headers: [string, string][]
  body: string
  /** How many statements were sent to the database for it. */
  statements: number
}

export interface Visitor {
  name: string
  sight: Set<string>
  ask(address: string, fields?: Record<string, string>): Promise<Answer>
}

/** Signs a worker in, and hears of each row that an answer tells of and that the model forbids. */
export async function visitorOf(
  app: Hono<Kith>,
  name: string,
  { id, place, onLeak }: { id: string; place: number; onLeak: (leak: string) => void },
): Promise<Visitor> {
  const [cookie, sight] = [await signIn(id), sightIn(place)]
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  const ask = async (address: string, fields?: Record<string, string>): Promise<Answer> => {
    const init = fields ? { method: 'POST', headers, body: new URLSearchParams(fields) } : { headers }
    const answer = await counted(async () => readWhole(await app.request(address, init)))
    // What one asked for oneself may come back.
    const typed = rowsIn(decodeURIComponent(address) + Object.values(fields ?? {}))
    for (const row of rowsIn(answer.body + answer.headers.flat()))
      if (!typed.has(row) && !sight.has(row)) onLeak(`${name} meets ${row} at ${fields ? 'POST ' : ''}${address} (${answer.status})`)
    if (answer.status === 200)
      for (const list of forgotten(address, answer.body)) onLeak(`${name} is not told who can read ${list}: ${address}`)
    if (answer.status >= 500) onLeak(`${name} breaks ${fields ? 'POST ' : ''}${address} (${answer.status})`)
    return answer
  }
  return { name, sight, ask }
}

async function readWhole(answer: Response): Promise<Omit<Answer, 'statements'>> {
  const isPdf = answer.headers.get('content-type') === 'application/pdf'
  const body = isPdf ? await wordsOf(new Uint8Array(await answer.arrayBuffer())) : await answer.text()
  return { status: answer.status, headers: [...answer.headers], body }
}

/** Words of a PDF may be broken into lines anywhere. */
async function wordsOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true })
  return text
}

const counting = new AsyncLocalStorage<{ statements: number }>()

async function counted(ask: () => Promise<Omit<Answer, 'statements'>>): Promise<Answer> {
  const count = { statements: 0 }
  const answer = await counting.run(count, ask)
  return { ...answer, ...count }
}

/**
 * Counts the statements of every request from now on, until the function it gives is called.
 * @example afterAll(countStatements())
 */
export function countStatements(): () => void {
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...asked: unknown[]) {
    const count = counting.getStore()
    if (count) count.statements++
    return Reflect.apply(query, this, asked)
  } as typeof query
  return () => {
    pg.Client.prototype.query = query
  }
}
