/** Drafts: words typed and not yet sent, kept for their writer alone, on the server as well as in the browser. */
import { createHmac } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { check } from '../../platform/input.ts'
import { type Kith, write } from '../../platform/requests.ts'

const draft = z.object({ key: z.string().min(1).max(200), body: z.string().max(100_000) })

export const drafts = new Hono<Kith>()

// No event and no 303: this is the browser talking, not the worker doing.
drafts.post('/drafts', c =>
  write(c, async db => {
    const { key, body } = check(draft, await c.req.json())
    if (body) await keepDraft(db, key, body)
    else await db.deleteFrom('drafts').where('key', '=', key).execute()
    return c.body(null, 204)
  }),
)

async function keepDraft(db: Db, key: string, body: string): Promise<void> {
  const kept = { body: JSON.stringify(body.replaceAll('\0', '')), savedAt: new Date() }
  await db
    .insertInto('drafts')
    .values({ workerId: db.actor.workerId, key, ...kept })
    .onConflict(conflict => conflict.columns(['workerId', 'key']).doUpdateSet(kept))
    .execute()
}

/**
 * What this worker's words are locked with in whichever browser they type: always the same, given to their own pages alone, and stored nowhere.
 * @example <body data-draft-key={draftKey(config().secret, actor.workerId)}>
 */
export const draftKey = (secret: string, workerId: string): string =>
  createHmac('sha256', secret).update(`drafts in the browser of ${workerId}`).digest('base64')

/**
 * The words that the worker kept under a key, as the browser stored them; undefined when there are none.
 * @example <Form draft={key} kept={await findDraft(db, key)} … />
 */
export async function findDraft(db: Db, key: string): Promise<string | undefined> {
  const found = await db.selectFrom('drafts').select('body').where('key', '=', key).executeTakeFirst()
  return typeof found?.body === 'string' ? found.body : undefined
}
