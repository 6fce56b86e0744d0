/** Kith as one page: what every request passes through, in order, and the slices that answer. */
import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { sayFailure, sayNotFound } from './failures.tsx'
import { frame } from './frame.tsx'
import { config } from './platform/config.ts'
import { asking } from './platform/db.ts'
import { publicFiles } from './platform/public-files.ts'
import type { Kith } from './platform/requests.ts'
import { accounts, addressOf, deviceName, sendFormsOnTo, session } from './slices/accounts/index.ts'
import { agencies } from './slices/agencies/index.ts'
import { agreements } from './slices/agreements/index.ts'
import { audit } from './slices/audit/index.ts'
import { brief } from './slices/brief/index.ts'
import { cases, live } from './slices/cases/index.ts'
import { chronology } from './slices/chronology/index.ts'
import { documents } from './slices/documents/index.ts'
import { drafts } from './slices/drafts/index.ts'
import { merges } from './slices/merges/index.ts'
import { messages } from './slices/messages/index.ts'
import { casePeople, people } from './slices/people/index.ts'
import { places } from './slices/places/index.ts'
import { plan } from './slices/plan/index.ts'
import { reminders } from './slices/reminders/index.ts'
import { search } from './slices/search/index.ts'
import { sharing } from './slices/sharing/index.ts'
import { today } from './slices/today/index.ts'
import { theme } from './theme.ts'
import { gallery } from './ui/gallery.tsx'

/**
 * The whole application, ready to answer requests. Needs connect() first.
 * @example const response = await createApp().request('/cases')
 */
export function createApp(): Hono<Kith> {
  const app = new Hono<Kith>()
  app.route('/', publicFiles)
  app.use(named)
  app.use(headers())
  app.use(csrf({ origin: ownOrigin }))
  app.use(squeezed)
  if (config().env !== 'production') app.route('/gallery', gallery)
  app.route('/', theme)
  app.use(session)
  app.use(frame)
  for (const slice of [
    accounts(config()),
    agencies,
    agreements,
    audit,
    brief,
    casePeople,
    cases,
    chronology,
    documents,
    drafts,
    live,
    merges,
    messages,
    people,
    places,
    plan,
    reminders,
    search,
    sharing,
    today,
  ])
    app.route('/', slice)
  app.onError(sayFailure)
  app.notFound(sayNotFound)
  sendFormsOnTo(app)
  return app
}

/** Forms come from Kith's own pages: by the address that it is asked at, or, behind a proxy, the one that it is known by. */
const ownOrigin = (origin: string, c: Context): boolean =>
  origin === new URL(c.req.url).origin || origin === new URL(config().baseUrl).origin

/** Gives each request a reference to quote, and remembers its own id for the live refresh, and from where it came for the record. */
async function named(c: Context<Kith>, next: () => Promise<void>): Promise<void> {
  c.set('reference', randomUUID().slice(0, 8))
  c.header('Cache-Control', 'private, no-store')
  const request = c.req.header('x-turbo-request-id') ?? ''
  await asking.run({ request, address: addressOf(c), device: deviceName(c.req.header('user-agent') ?? '') }, next)
}

function headers() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      // The one style element that Turbo writes, for a progress bar we never show; everything else comes from the style sheet.
      styleSrc: ["'self'", "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='"],
    },
    // What a slice sets itself stands: files are sent under stricter headers than pages.
    overwrite: false,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    crossOriginResourcePolicy: 'same-origin',
  })
}

const compressing = compress({ threshold: 2048 })

/** The live stream is never compressed: it would sit in the compressor's buffer. */
const squeezed = (c: Context<Kith>, next: () => Promise<void>) => (c.req.path === '/live' ? next() : compressing(c, next))
