/** The live stream: tells an open page to look again, and never what there is to see. */
import { type Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { sql } from 'kysely'
import type { Entry } from '../../platform/actor.ts'
import { transact } from '../../platform/db.ts'
import { type News, watch } from '../../platform/live.ts'
import type { Kith } from '../../platform/requests.ts'
import { findCaseHead, listReadable } from './queries.ts'

/** After this long a stream ends; the browser opens another, and a worker who has lost access is refused. */
const longest = 10 * 60_000
/** Often enough that no proxy takes the line for dead. */
const heartbeat = 25_000

export const live = new Hono<Kith>()

live.get('/live', async c => {
  const begun = Date.now()
  const topics = await topicsFor(c, c.req.queries('case') ?? [])
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async stream => {
    const over = Promise.withResolvers<void>()
    // One after another: news stays in order, and one stream never holds more than one connection.
    let told = Promise.resolve()
    const leave = watch(topics, news => {
      told = told.then(() => tell(news)).catch(over.resolve)
    })
    const tell = async (news: News) => {
      const { sees, own, over: ended } = await standing(c, news)
      // A page that made a request itself has seen what it did. Told to others, its name could be used again, and a colleague's page would pass by what was done under it.
      if (sees || ended) await stream.writeSSE({ data: lookAgain(own ? news.request : '') })
      // What it may hear of is worked out again when the browser comes back.
      if (ended) over.resolve()
    }
    const lookBack = async () => {
      if (await missed(c, begun, c.req.queries('case') ?? [])) await stream.writeSSE({ data: lookAgain('') })
    }
    told = told.then(lookBack).catch(over.resolve)
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

/** Whether the reader of this stream may see the event: otherwise that a page stirs would tell that something happened; and whether they did it themselves. Or whether the case is closed to them by now. Throws when their session is over. */
const standing = (c: Context<Kith>, { event, at, case: caseId }: News): Promise<{ sees: boolean; own: boolean; over: boolean }> =>
  transact(quietly(c.get('entry')), async db => {
    if (!event || !at) return { sees: true, own: false, over: false }
    const events = db.selectFrom('events').select('workerId').where('id', '=', event)
    const seen = await events.where('at', '=', sql<Date>`${at}::timestamptz`).executeTakeFirst()
    const own = seen?.workerId === db.actor.workerId
    return { sees: seen !== undefined, own, over: !seen && Boolean(caseId) && (await listReadable(db, [caseId ?? ''])).length === 0 }
  })

/** How long before it is committed a deed may have been begun, and how long the way to the server may take, in seconds. */
const slack = 2

/**
 * Whether colleagues did something that its reader may see, or the clock told them of something urgent, while the page was being fetched and not yet listening: `deaf` says for how many milliseconds, up to the stream's beginning.
 * What they did themselves they were shown.
 */
async function missed(c: Context<Kith>, begun: number, caseIds: string[]): Promise<boolean> {
  const deaf = Number(c.req.query('deaf'))
  if (!(deaf >= 0)) return false
  return transact(quietly(c.get('entry')), async db => {
    // A busy server is deaf for longer than the browser could know.
    const seconds = (Math.min(deaf, longest) + Date.now() - begun) / 1000 + slack
    const since = sql<Date>`now() - make_interval(secs => ${seconds})`
    const mine = sql<boolean>`(case_id = any (${caseIds}::uuid[]) or detail ->> 'to' = any (${db.actor.principals}))`
    const events = db.selectFrom('events').select('id').where('at', '>', since).where('workerId', 'is distinct from', db.actor.workerId)
    // What the clock tells them leaves no event.
    const told = db.selectFrom('urgentAlerts').select('id').where('mailedAt', '>', since)
    return (await events.where(mine).unionAll(told).limit(1).executeTakeFirst()) !== undefined
  })
}

/** News that nobody clicked for does not keep a session alive. */
const quietly = (entry: Entry | null): Entry | null => (entry && 'session' in entry ? { ...entry, quiet: true } : entry)

/** A case's page hears of its case, once the worker has been found to see it, and of what is for them by name; other pages hear what is sent to the worker, and of the cases they list. */
const topicsFor = (c: Context<Kith>, caseIds: string[]): Promise<string[]> =>
  transact(c.get('entry'), async db => {
    const [only] = caseIds
    if (only && caseIds.length === 1) return [`case:${(await findCaseHead(db, only)).id}`, `to:${db.actor.workerId}`]
    const readable = caseIds.length === 0 ? [] : await listReadable(db, caseIds.slice(0, 100))
    return [...db.actor.principals.map(principal => `to:${principal}`), ...readable.map(id => `case:${id}`)]
  })

const lookAgain = (request: string): string =>
  `<turbo-stream action="refresh" request-id="${request.replaceAll(/[^\w-]/g, '')}"></turbo-stream>`
