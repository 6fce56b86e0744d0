/** Addresses of previews: below a case's own, the address of whichever page of it is looked at. HTTP only. */
import { type Context, Hono } from 'hono'
import type { Entry } from '../../../platform/actor.ts'
import type { Lens } from '../../../platform/db.ts'
import { Invalid, NotFound } from '../../../platform/errors.ts'
import { seen } from '../../../platform/events.ts'
import { type Kith, read } from '../../../platform/requests.ts'
import { previewLink } from '../links.ts'
import { formPage } from '../form-page.tsx'
import { inside, previewable } from './inside.ts'
import { lookThrough, proposedShare } from './lens.ts'
import { PreviewPage } from './preview-page.tsx'

/** What a page is asked for with: who asks, and as whom they look. */
type Seen = { Bindings: { entry: Entry | null; lens: Lens; reference: string } }

/**
 * Previews of these slices' pages, rendered by their own routes.
 * @example app.route('/', previewsOf([chronology, plan, documents]))
 */
export function previewsOf(slices: Hono<Kith>[]): Hono<Kith> {
  const pages = new Hono<Kith & Seen>()
  pages.use(async (c, next) => {
    c.set('entry', c.env.entry)
    c.set('lens', c.env.lens)
    c.set('reference', c.env.reference)
    await next()
  })
  for (const slice of slices) pages.route('/', slice)
  pages.onError(error => {
    throw error
  })
  return new Hono<Kith>().get('/cases/:id/sharing/preview/:page{.+}', c =>
    previewPage(c, pages).catch(error => {
      if (error instanceof Invalid) return read(c, db => formPage(c, db, error), 422)
      throw error
    }),
  )
}

async function previewPage(c: Context<Kith>, pages: Hono<Kith & Seen>): Promise<Response> {
  const caseId = c.req.param('id') ?? ''
  const found = await pageFor(c, caseId, pages)
  return read(c, async db => {
    await seen(db, 'case', caseId, { caseId, words: 'preview before sharing' })
    return <PreviewPage {...(await proposedShare(db, caseId))} found={found} />
  })
}

/** What they would find at an address; nothing where they would find nothing. */
async function pageFor(c: Context<Kith>, caseId: string, pages: Hono<Kith & Seen>): Promise<string | undefined> {
  const base = previewLink(caseId, '')
  const { pathname, search } = new URL(c.req.url)
  const asked = pathname.slice(base.length)
  if (!previewable.test(asked)) throw new NotFound('Not found.')
  let looking = false
  const lens: Lens = async db => {
    const actor = await lookThrough(db, caseId)
    looking = true
    return actor
  }
  try {
    const answer = await pages.request(`${asked}${search}`, undefined, { entry: c.get('entry'), reference: c.get('reference'), lens })
    return inside(await answer.text(), base)
  } catch (error) {
    if (looking && error instanceof NotFound) return undefined
    throw error
  }
}
