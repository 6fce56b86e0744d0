/** A page that is read for a worker as every page is, one that breaks, and the looks that stayed. */
import { Hono } from 'hono'
import type { Child, Element } from '#jsx/element'
import { asWorker, type Db, type Lens } from '../src/platform/db.ts'
import { type Kith, read } from '../src/platform/requests.ts'
import { cast } from './cast.ts'

type Asking = { worker?: string; lens?: Lens; headers?: Record<string, string> }

/**
 * What a worker gets whose request does this; a failure is 500 and says why.
 * @example const answer = await answerTo(async () => <p>Zoë rang twice.</p>)
 */
export async function answerTo(
  work: (db: Db) => Promise<Element>,
  { worker = cast.tom, lens, headers = {} }: Asking = {},
): Promise<Response> {
  const app = new Hono<Kith>()
    .use(async (c, next) => {
      c.set('entry', { worker })
      if (lens) c.set('lens', lens)
      await next()
    })
    .get('/', c => read(c, work))
    .onError((error, c) => c.text(`failed: ${error.message}`, 500))
  return app.request('/', { headers })
}

/** @example await answerTo(async () => <Broken />) // 500, “failed: This page cannot be put together.” */
export const Broken = (): Child => {
  throw new Error('This page cannot be put together.')
}

/** The looks with these words that Tom can see of his own. */
export const looksAt = (words: string) => asWorker(cast.tom, db => db.selectFrom('looks').select('id').where('words', '=', words).execute())
