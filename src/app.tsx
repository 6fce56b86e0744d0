/** Kith as one page: what every request passes through, in order, and the slices that answer. */
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { sayFailure, sayNotFound } from './failures.tsx'
import { frame } from './frame.tsx'
import { limitedBody } from './platform/body-limit.ts'
import { config } from './platform/config.ts'
import { asking } from './platform/db.ts'
import { headers } from './platform/headers.ts'
import { ownPagesOnly } from './platform/origin.ts'
import { publicFiles } from './platform/public-files.ts'
import type { Kith } from './platform/requests.ts'
import { accounts, addressOf, deviceName, secondStep, sendFormsOnTo, session } from './slices/accounts/index.ts'
import { agencies } from './slices/agencies/index.ts'
import { agreements } from './slices/agreements/index.ts'
import { audit } from './slices/audit/index.ts'
import { breakGlass } from './slices/break-glass/index.ts'
import { brief } from './slices/brief/index.ts'
import { cases, live } from './slices/cases/index.ts'
import { chronology } from './slices/chronology/index.ts'
import { conflicts } from './slices/conflicts/index.ts'
import { consents } from './slices/consents/index.ts'
import { documents } from './slices/documents/index.ts'
import { drafts } from './slices/drafts/index.ts'
import { merges } from './slices/merges/index.ts'
import { messages } from './slices/messages/index.ts'
import { casePeople, people } from './slices/people/index.ts'
import { places } from './slices/places/index.ts'
import { plan } from './slices/plan/index.ts'
import { receipts } from './slices/receipts/index.ts'
import { recalls } from './slices/recalls/index.ts'
import { reminders } from './slices/reminders/index.ts'
import { requests } from './slices/requests/index.ts'
import { search } from './slices/search/index.ts'
import { previewsOf, sharing } from './slices/sharing/index.ts'
import { today } from './slices/today/index.ts'
import { theme } from './theme.ts'
import { gallery } from './ui/gallery.tsx'

/**
 * The whole application, ready to answer requests. Needs connect() first.
 * @example const response = await createApp().request('/cases')
 */
export function createApp(): Hono<Kith> {
  const app = new Hono<Kith>()
  app.use(headers)
  app.route('/', publicFiles)
  app.use(named)
  app.use(ownPagesOnly)
  app.use(session)
  if (config().secondStep === 'must') app.use(secondStep)
  app.use(frame)
  // Whoever sends too much is told so in the house, as of every other failure; none of what comes before reads what was sent.
  app.use(limitedBody)
  app.use(squeezed)
  if (config().env !== 'production') app.route('/gallery', gallery)
  app.route('/', theme)
  for (const slice of [
    accounts(config()),
    agencies,
    agreements,
    audit,
    breakGlass,
    brief,
    casePeople,
    cases,
    chronology,
    conflicts,
    consents,
    documents,
    drafts,
    live,
    merges,
    messages,
    people,
    places,
    plan,
    receipts,
    recalls,
    reminders,
    requests,
    search,
    previewsOf([casePeople, cases, chronology, consents, documents, messages, people, places, plan, sharing]),
    sharing,
    today,
  ])
    app.route('/', slice)
  app.onError(sayFailure)
  app.notFound(sayNotFound)
  sendFormsOnTo(app)
  return app
}

/** Gives each request a reference to quote, and remembers its own id for the live refresh, and from where it came for the record. */
async function named(c: Context<Kith>, next: () => Promise<void>): Promise<void> {
  c.set('reference', randomUUID().slice(0, 8))
  c.header('Cache-Control', 'private, no-store')
  const request = (c.req.header('x-turbo-request-id') ?? '').slice(0, 60)
  await asking.run({ request, address: addressOf(c), device: deviceName(c.req.header('user-agent') ?? '') }, next)
}

const compressing = compress({ threshold: 2048 })

/** The live stream is never compressed: it would sit in the compressor's buffer. */
const squeezed = (c: Context<Kith>, next: () => Promise<void>) => (c.req.path === '/live' ? next() : compressing(c, next))
