// Whether somebody is still signed in: asked by open pages, so that nobody finds out only when they save.
import { type Context, Hono } from 'hono'
import { transact } from '../../platform/db.ts'
import { SignInNeeded } from '../../platform/errors.ts'
import type { Kith } from '../../platform/requests.ts'

export const aliveRoutes = new Hono<Kith>()

aliveRoutes.get('/session/alive', c => alive(c, true))

aliveRoutes.post('/session/alive', c => alive(c, false))

/** Tells which worker is signed in, or 401. Only the POST, which somebody clicked, keeps the session alive. */
async function alive(c: Context<Kith>, quiet: boolean): Promise<Response> {
  const entry = c.get('entry')
  try {
    const worker = await transact(entry && 'session' in entry ? { ...entry, quiet } : entry, async db => db.actor.workerId)
    return c.json({ worker })
  } catch (error) {
    if (error instanceof SignInNeeded) return c.body(null, 401)
    throw error
  }
}
