/** What a person sees when a request fails: a sentence, what to do, and a reference to quote. */
import type { Context } from 'hono'
import type { Child } from '#jsx/element'
import { around } from './frame.tsx'
import { Conflict, Forbidden, Invalid, NotFound, SignInNeeded, Unavailable } from './platform/errors.ts'
import { errorFields, log } from './platform/log.ts'
import { typedWords } from './platform/input.ts'
import { type Kith, read } from './platform/requests.ts'
import { signInAgain } from './slices/accounts/index.ts'
import { noteRefusal } from './slices/audit/index.ts'
import { emergencyLink } from './slices/break-glass/index.ts'
import { type WayBack, wayBack } from './way-back.ts'
import { Card, ErrorMessage, type ErrorStatus, errorTitle, Page, Prose, PublicPage, Surroundings } from './ui/index.ts'

/** For app.onError: an error becomes a page; nobody is signed out by it, and nothing typed is lost with it. */
export async function sayFailure(error: Error, c: Context<Kith>): Promise<Response> {
  if (error instanceof SignInNeeded) return signInAgain(c)
  const status = statusOf(error)
  if (status >= 500) log.error('request failed', { ...errorFields(error), status, reference: c.get('reference'), route: c.req.routePath })
  if (error instanceof NotFound || error instanceof Forbidden) await noteRefusal(c)
  const text = error instanceof Forbidden || error instanceof Conflict || error instanceof Invalid ? error.message : undefined
  const ours = [Conflict, Forbidden, Invalid, NotFound].some(kind => error instanceof kind)
  return failurePage(c, status, text, ours ? await writtenIn(c) : [])
}

/** For app.notFound: hidden and absent are the same page. */
export const sayNotFound = (c: Context<Kith>): Promise<Response> => failurePage(c, 404)

/** Whoever is signed in stays in the house: search, rail and menu are where they were. */
async function failurePage(c: Context<Kith>, status: ErrorStatus, text?: string, written: string[] = []): Promise<Response> {
  const title = errorTitle(status)
  const said = (back?: WayBack) => (
    <ErrorMessage
      back={back}
      status={status}
      reference={c.get('reference')}
      text={text}
      again={status >= 500 || status === 413 ? again(c) : undefined}
    >
      <Unsaved written={written} />
      {status === 404 && c.get('entry') ? <InDanger /> : null}
    </ErrorMessage>
  )
  if (status === 503 || !c.get('entry')) return outside(c, status, <PublicPage title={title}>{said()}</PublicPage>)
  try {
    return await read(c, async db => <Page title={title}>{said(status === 403 ? await wayBack(c, db) : undefined)}</Page>, status)
  } catch {
    // The session has ended, or the frame is what failed.
    return outside(c, status, <PublicPage title={title}>{said()}</PublicPage>)
  }
}

/** The same words and the same link whether there is nothing, or something that is kept from the reader. */
function InDanger() {
  return (
    <p>
      Is somebody in danger, and no time to ask? <a href={emergencyLink}>Open a case in an emergency</a>. You need its reference.
    </p>
  )
}

/** Right below the sentence that says why, and before the ways out: whoever leaves the page leaves these words. */
function Unsaved({ written }: { written: string[] }) {
  if (written.length === 0) return null
  return (
    <Card title="What you had written">
      <Prose>
        <p>It was not saved. Copy what you need.</p>
        {written.map(words => (
          <p class="kith-written">{words}</p>
        ))}
      </Prose>
    </Card>
  )
}

/** The same page once more, or the one with the form on it: what was typed there is still in the browser. */
function again(c: Context): string {
  // Whoever wrote the request wrote its referrer, and it may be no address at all.
  const page = URL.parse(c.req.method === 'GET' ? c.req.url : (c.req.header('referer') ?? '/'), c.req.url) ?? new URL('/', c.req.url)
  // Two slashes would lead to another site.
  return `${page.pathname.replace(/^\/+/, '/')}${page.search}`
}

function outside(c: Context<Kith>, status: ErrorStatus, page: Child): Response | Promise<Response> {
  return c.html(String(<Surroundings.Provider value={around(c)}>{page}</Surroundings.Provider>), status)
}

/** The sentences of a form that cannot be shown again, such as a note on a case that was closed to the worker meanwhile. */
async function writtenIn(c: Context<Kith>): Promise<string[]> {
  if (c.req.method !== 'POST') return []
  const typed = Object.entries(await typedWords(c).catch(() => ({})))
  return typed.filter(([name, words]) => /\s/.test(words.trim()) && !/password|code|token/i.test(name)).map(([, words]) => words)
}

function statusOf(error: Error): ErrorStatus {
  if (error instanceof NotFound) return 404
  if (error instanceof Forbidden) return 403
  if (error instanceof Conflict) return 409
  if (error instanceof Invalid) return 422
  if (error instanceof Unavailable) return 503
  // Hono's own refusals (a forged origin, a body over the limit) carry a status.
  const status = 'status' in error ? error.status : 500
  return status === 403 || status === 413 ? status : 500
}
