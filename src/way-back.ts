/** Where somebody goes on who was refused: to what the page was about, or else to where they came from. */
import type { Context } from 'hono'
import type { Db } from './platform/db.ts'
import { ownAddresses } from './platform/origin.ts'

export type WayBack = { href: string; label: string }

const subjects = { cases: 'Go back to the case', people: 'Go back to the person', places: 'Go back to the place' }

/**
 * The way back from a refused request; nothing when none is known. What a page is about is named only to whoever the rules let see it.
 * @example <ErrorMessage status={403} back={await wayBack(c, db)} />
 */
export async function wayBack(c: Context, db: Db): Promise<WayBack | undefined> {
  const [, kind, id] = /^\/(cases|people|places)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/./.exec(c.req.path) ?? []
  const table = kind as keyof typeof subjects | undefined
  const seen = table && id && (await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst())
  return seen ? { href: `/${table}/${seen.id}`, label: subjects[table] } : cameFrom(c)
}

/** As the browser says it, which may be another site, or the page that was refused. */
function cameFrom(c: Context): WayBack | undefined {
  const page = URL.parse(c.req.header('referer') ?? '')
  // Two slashes would lead to another site.
  if (!page || !ownAddresses(c).includes(page.origin) || page.pathname.startsWith('//')) return undefined
  return page.pathname === c.req.path || page.pathname === '/' ? undefined : { href: `${page.pathname}${page.search}`, label: 'Go back' }
}
