/** A bare server, to measure Kith against: Hono, PostgreSQL and Kith's own rules, answering rows as JSON and nothing else. It is part of the measurement and never of Kith.
 *
 * Wherever there was a choice it is the one that makes this server faster:
 * - Who asks comes in the cookie as it stands, as if a signed token had been checked for nothing: there is no session to look up, to check or to keep alive.
 * - The rules are the same and in force, so `enter_worker` works out at the start of each request what the worker belongs to and what is open to them now. Remembering that from one request to the next would be quicker, and would show what was ended a moment ago.
 * - Everything from begin to commit is sent in one go, prepared, on as many connections as Kith keeps; rows go on as PostgreSQL gives them.
 * - No page, no frame, no look, no search told to anybody, no compression, no headers, no check of what is typed.
 */
import { serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { loadConfig } from '../../src/platform/config.ts'
import { newId } from '../../src/platform/db.ts'
import { urlFor } from '../../src/platform/migrate.ts'
import type { Statement } from '../statements.ts'
import { askAs, openPool, type Rows } from './line.ts'
import { findPeople, madeByKith } from './statements.ts'

const settings = loadConfig(process.env)
const pool = openPool({
  connectionString: urlFor(settings.databaseUrl ?? '', 'kith_app', settings.secret),
  max: settings.databaseConnections,
})
const make = await madeByKith()
const app = new Hono()

app.get('/readyz', c => c.text('ready'))

app.get('/cases', c => answer(c, [make.cases({})], ([cases]) => ({ cases: cases?.slice(0, 25) })))

app.get('/cases/:id', c => {
  const asked = { case: c.req.param('id') }
  return answer(c, [make.head(asked), make.entries(asked)], ([head, entries]) => ({ case: head?.[0], entries: entries?.slice(0, 50) }))
})

app.get('/search', c => answer(c, [findPeople({ words: c.req.query('q') })], ([people]) => ({ people })))

app.post('/cases/:id/entries', async c => {
  const body = new URLSearchParams(await c.req.text()).get('body')
  const [worker, agency] = whoAsks(c)
  const asked = { worker, agency, case: c.req.param('id'), body, now: new Date(), entry: newId(), event: newId() }
  return answer(c, [make.entry(asked), make.event(asked)], () => ({ id: asked.entry }), 201)
})

const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: settings.port })
process.once('SIGTERM', () => {
  server.close()
  void pool.end()
})

async function answer(c: Context, statements: Statement[], shape: (found: Rows[]) => object, status: 200 | 201 = 200): Promise<Response> {
  const found = await askAs(pool, whoAsks(c)[0] ?? '', statements)
  return found ? c.json(shape(found), status) : c.json({}, 401)
}

/** The worker and their agency. */
const whoAsks = (c: Context): string[] => (c.req.header('cookie') ?? '').split('.')
