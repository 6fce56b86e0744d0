// From a cookie to who is asking: the signature is checked here, the session itself inside the request's own transaction.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { serializeSigned } from 'hono/utils/cookie'
import type { Kith } from '../../platform/requests.ts'
import { addressOf } from './address.ts'
import { auth } from './auth.ts'
import { cookieName, cookieSecret } from './settings.ts'

/**
 * Middleware: sets `entry` to the session that the cookie names, or to null. Reads no database.
 * @example app.use(session)
 */
export const session = createMiddleware<Kith>(async (c, next) => {
  const token = tokenOf(c)
  const quiet = isQuiet(c)
  c.set('entry', token ? { session: token, quiet } : null)
  await next()
  // So that the page's own clock goes on towards the end as the server's does.
  if (quiet) c.header('x-kith-quiet', '1')
})

/**
 * The token in a request's cookie, when its signature is ours.
 * @example const token = tokenOf(c)
 */
export function tokenOf(c: Context): string | undefined {
  const [, token = '', signature = ''] = /^(.+)\.([^.]+)$/.exec(getCookie(c, cookieName('session_token')) ?? '') ?? []
  // Checked at once: asking a thread for it, as the web's own functions do, takes longer than a whole query.
  const [ours, theirs] = [createHmac('sha256', cookieSecret()).update(token).digest(), Buffer.from(signature, 'base64')]
  return token && theirs.length === ours.length && timingSafeEqual(ours, theirs) ? token : undefined
}

/**
 * Begins a new session for an account, or gives null when its worker may not sign in; the cookie is ready for Set-Cookie.
 * @example const begun = await beginSession(userId, c)
 */
export async function beginSession(userId: string, c?: Context): Promise<{ token: string; cookie: string } | null> {
  const { internalAdapter, authCookies } = await auth().$context
  const device = { ipAddress: c ? addressOf(c) : '', userAgent: c?.req.header('user-agent') ?? '' }
  const begun = await internalAdapter.createSession(userId, false, device).catch(() => null)
  if (!begun) return null
  const { name, attributes } = authCookies.sessionToken
  return {
    token: begun.token,
    cookie: await serializeSigned(name, begun.token, cookieSecret(), { ...attributes, sameSite: 'Lax', maxAge: undefined } as Parameters<
      typeof serializeSigned
    >[3]),
  }
}

/** Live streams and pages that look again by themselves go on when nobody is there: they must not keep anybody signed in. */
function isQuiet(c: Context): boolean {
  return (
    c.req.path === '/live' ||
    c.req.path === '/session/alive' ||
    c.req.header('x-kith-quiet') !== undefined ||
    c.req.header('x-sec-purpose') === 'prefetch'
  )
}
