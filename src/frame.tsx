/** What surrounds every staff page: which parts of Kith this worker has, the theme, and the bell. */
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Child } from 'hono/jsx'
import type { Actor } from './platform/actor.ts'
import { config } from './platform/config.ts'
import type { Db } from './platform/db.ts'
import type { Kith } from './platform/requests.ts'
import { EmergencyBand, emergencyLink, findMyOpening } from './slices/break-glass/index.ts'
import { countUnread } from './slices/messages/index.ts'
import { type NavItem, Surroundings, type SurroundingsValue, type Theme } from './ui/index.ts'

/**
 * Middleware that puts the frame around whatever `read` answers with.
 * @example app.use(frame)
 */
export async function frame(c: Context<Kith>, next: () => Promise<void>): Promise<void> {
  c.set('dress', async (db, page) => (
    <Surroundings.Provider
      value={{ ...around(c), actor: db.actor, nav: navFor(db.actor), start, alerts: await countUnread(db), band: await bandOf(c, db) }}
    >
      {page}
    </Surroundings.Provider>
  ))
  await next()
}

/** What is known of a page even when nobody is signed in. */
export function around(c: Context): SurroundingsValue {
  const { demonstration, idleMinutes } = config()
  return {
    theme: themeOf(c),
    demonstration,
    idleSeconds: idleMinutes * 60,
    search: c.req.path === '/search' ? c.req.query('q') : undefined,
  }
}

function navFor({ roles }: Actor): NavItem[] {
  const governs = roles.includes('information_governance_lead')
  return [
    { label: 'Today', href: '/', icon: 'today' },
    { label: 'Cases', href: '/cases', icon: 'cases' },
    { label: 'People', href: '/people', icon: 'people' },
    { label: 'Tasks', href: '/tasks', icon: 'check' },
    { label: 'Agencies', href: '/agencies', icon: 'group' },
    { label: 'Agreements', href: '/agreements', icon: 'share' },
    ...(governs ? [{ label: 'Record', href: '/looks', icon: 'eye' } as const] : []),
  ]
}

const start = [
  { label: 'Open a case', href: '/cases/new' },
  { label: 'Ask another agency', href: '/requests/new' },
  { label: 'Open in an emergency', href: emergencyLink },
]

/** What stands above a case that is open in an emergency only. */
async function bandOf(c: Context, db: Db): Promise<Child> {
  const caseId = /^\/cases\/([0-9a-f-]{36})(?:\/|$)/.exec(c.req.path)?.[1]
  const opening = caseId ? await findMyOpening(db, caseId) : undefined
  return opening ? <EmergencyBand endsAt={opening.endsAt} now={new Date()} /> : null
}

function themeOf(c: Context): Theme | undefined {
  const kept = getCookie(c, 'kith-theme')
  return kept === 'light' || kept === 'dark' ? kept : undefined
}
