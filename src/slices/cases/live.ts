/** The live stream: tells an open page to look again, and never what there is to see. */
import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { transact } from '../../platform/db.ts'
import { watch } from '../../platform/live.ts'
import type { Kith } from '../../platform/requests.ts'
import { findCaseHead, listReadable } from './queries.ts'

/** After this long a stream ends; the browser opens another, and a worker who has lost access is refused. */
const longest = 10 * 60_000
/** Often enough that no proxy takes the line for dead. */
const heartbeat = 25_000

export const live = new Hono<Kith>()

live.get('/live', async c => {
  const topics = await topicsFor(c, c.req.queries('case') ?? [])
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async stream => {
    const over = Promise.withResolvers<void>()
    const leave = watch(topics, request => {
      stream.writeSSE({ data: lookAgain(request) }).catch(over.resolve)
    })
    const beat = setInterval(() => {
      stream.write(': still here\n\n').catch(over.resolve)
    }, heartbeat)
    const end = setTimeout(over.resolve, longest)
    stream.onAbort(over.resolve)
    await stream.writeSSE({ event: 'open', data: '' })
    await over.promise
    leave()
    clearInterval(beat)
    clearTimeout(end)
  })
})

/** A case's page hears of its case, once the worker has been found to see it; other pages hear what is sent to the worker, and of the cases they list. */
const topicsFor = (c: Context<Kith>, caseIds: string[]): Promise<string[]> =>
  transact(c.get('entry'), async db => {
    const [only] = caseIds
    if (only && caseIds.length === 1) return [`case:${(await findCaseHead(db, only)).id}`]
    const readable = caseIds.length === 0 ? [] : await listReadable(db, caseIds.slice(0, 100))
    return [...db.actor.principals.map(principal => `to:${principal}`), ...readable.map(id => `case:${id}`)]
  })

const lookAgain = (request: string): string =>
  `<turbo-stream action="refresh" request-id="${request.replaceAll(/[^\w-]/g, '')}"></turbo-stream>`
