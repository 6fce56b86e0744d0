/** What surrounds every staff page: which parts of Kith this worker has, the theme, and the bell. */
import type { Context } from 'hono'
import { raw } from 'hono/html'
import { type Child, write } from '#jsx/element'
import { type Actor, leadsGovernance } from './platform/actor.ts'
import { config } from './platform/config.ts'
import type { Db } from './platform/db.ts'
import { Forbidden } from './platform/errors.ts'
import type { Kith } from './platform/requests.ts'
import { themeOf } from './platform/theme-cookie.ts'
import { whoSees } from './rules.ts'
import { toldOnce } from './slices/accounts/index.ts'
import { EmergencyBand, emergencyLink, findMyOpening } from './slices/break-glass/index.ts'
import { draftKey } from './slices/drafts/index.ts'
import { countWaitingRequests } from './slices/requests/index.ts'
import { isWhoPage, whoPageOf } from './slices/sharing/index.ts'
import { mayWait } from './slices/waits/index.ts'
import { type NavItem, SentBack, Surroundings, type SurroundingsValue, type WhoValue } from './ui/index.ts'

/**
 * Middleware that puts the frame around whatever `read` answers with.
 * @example app.use(frame)
 */
export async function frame(c: Context<Kith>, next: () => Promise<void>): Promise<void> {
  c.set('dress', db => {
    const waiting = mayWait(db)
    // Told where it is waited for, if the page gets that far.
    waiting.catch(() => {})
    return async (page, status) => {
      const waits = await waiting
      const [requests, band] = await Promise.all([waits.requests ? countWaitingRequests(db) : 0, waits.emergencies ? bandOf(c, db) : null])
      const own = {
        actor: db.actor,
        refused: status === 422,
        flash: toldOnce(c, db.actor.name),
        draftKey: keyOf(db.actor),
        nav: navFor(db.actor, requests),
        alerts: waits.unread,
      }
      const surroundings = { ...around(c), ...own, start, band, nothingLeaves: Boolean(band) }
      const framed = <Surroundings.Provider value={surroundings}>{page}</Surroundings.Provider>
      return status === 422 && c.get('sentBack') ? <WithItsForm>{framed}</WithItsForm> : framed
    }
  })
  await next()
}

/** What was typed is in the form and nowhere else on the page: where the form has gone meanwhile, as in a case that somebody has closed, the words would go with it. */
function WithItsForm({ children }: { children: Child }) {
  const form = { stands: false }
  const written = write(<SentBack.Provider value={form}>{children}</SentBack.Provider>)
  if (!form.stands) throw new Forbidden(formHasGone)
  return raw(written)
}

const formHasGone =
  'The form that you wrote this in is not there any more, as when a case was closed meanwhile; and something in it has to be put right first.'

/** What is known of a page even when nobody is signed in. */
export function around(c: Context): SurroundingsValue {
  const { demonstration, idleMinutes } = config()
  return {
    theme: themeOf(c),
    demonstration,
    idleSeconds: idleMinutes * 60,
    who: whoMode(c),
  }
}

/** Asked for in the address, so that it holds for this page alone and needs no script. */
function whoMode(c: Context): WhoValue {
  const told = { here: c.req.path, of: whoPageOf, rule: whoSees, answers: false, told: new Set<string>() }
  if (c.req.method !== 'GET' || isWhoPage(c.req.path)) return { on: false, ...told }
  const query = new URL(c.req.url).searchParams
  const on = query.get('readers') === 'yes'
  if (on) query.delete('readers')
  else query.set('readers', 'yes')
  return { on, href: query.size > 0 ? `?${query}` : c.req.path, ...told }
}

/** Whoever looks through the eyes of another must not get their key. */
const keyOf = ({ nobody, workerId }: Actor): string | undefined => (nobody ? undefined : draftKey(config().secret, workerId))

function navFor(actor: Actor, requests: number): NavItem[] {
  return [
    { label: 'Today', href: '/', icon: 'today' },
    { label: 'Cases', href: '/cases', icon: 'cases' },
    { label: 'People', href: '/people', icon: 'people' },
    { label: 'Tasks', href: '/tasks', icon: 'check' },
    { label: 'Requests', href: '/requests', icon: 'message', count: requests },
    { label: 'Agencies', href: '/agencies', icon: 'group' },
    { label: 'Agreements', href: '/agreements', icon: 'share' },
    ...(leadsGovernance(actor) ? [{ label: 'Record', href: '/looks', icon: 'eye' } as const] : []),
  ]
}

const start = [
  { label: 'Open a case', href: '/cases/new' },
  { label: 'Ask another agency', href: '/requests/new' },
  { label: 'Open in an emergency', href: emergencyLink },
]

/** What stands above each page of a case that is open in an emergency only, and of the people, places and documents in it. */
async function bandOf(c: Context, db: Db): Promise<Child> {
  const subject = /^\/(?:cases|people|places|documents)\/([0-9a-f-]{36})(?:\/|$)/.exec(c.req.path)?.[1]
  const opening = subject ? await findMyOpening(db, subject) : undefined
  return opening ? <EmergencyBand opening={opening} subject={subject} now={new Date()} /> : null
}
