// Signing in and out: what each way of doing it has in common.
import type { Context } from 'hono'
import { authDb } from '../../platform/auth-db.ts'
import { transact } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import type { Kith } from '../../platform/requests.ts'
import { addressOf } from './address.ts'
import { auth } from './auth.ts'
import { cookieName } from './settings.ts'
import { hashOf } from './hashed-tokens.ts'
import { rememberWhose } from './last-here.ts'
import { tokenOf } from './session.ts'

export type Way = 'password' | 'code' | 'recovery_code' | 'passkey' | 'demonstration' | 'invitation'

/** The session that a sign-in began, and whose it is. */
export interface Arrived {
  token: string
  userId: string
}

/**
 * The headers that better-auth is called with: the cookies, the device and its address, and nothing else.
 * A sign-in leaves the session cookie out: the library would take a session that has been idle too long for a live one.
 * @example await auth().api.signInEmail({ body, headers: passedOn(c, 'signing in'), asResponse: true })
 */
export function passedOn(c: Context, when?: 'signing in'): Headers {
  const cookies = (c.req.header('cookie') ?? '').split(/;\s*/).filter(each => !when || !each.startsWith(`${cookieName('session_token')}=`))
  return new Headers({ cookie: cookies.join('; '), 'user-agent': c.req.header('user-agent') ?? '', 'x-kith-address': addressOf(c) })
}

/**
 * Sends on the cookies that better-auth set. The session's own ends with the browser; the database knows when it ends before.
 * @example takeCookies(c, response)
 */
export function takeCookies(c: Context, response: Response): void {
  for (const cookie of response.headers.getSetCookie()) {
    const lasting = cookie.startsWith(`${cookieName('session_token')}=`) && !/max-age=0/i.test(cookie)
    c.header('set-cookie', lasting ? cookie.replace(/;\s*max-age=\d+/i, '') : cookie, { append: true })
  }
}

/**
 * The token of the session that an answer of better-auth begins, if it begins one.
 * @example const token = begunIn(response)
 */
export function begunIn(response: Response): string | undefined {
  const start = `${cookieName('session_token')}=`
  const cookie = response.headers.getSetCookie().find(each => each.startsWith(start) && !/max-age=0/i.test(each))
  return cookie && decodeURIComponent(cookie.slice(start.length).split(';')[0] ?? '').split('.')[0]
}

/**
 * Completes a sign-in: ends whatever session the browser had, records it, and remembers whose browser this is.
 * @example const arrived = await arrive(c, token, 'password')
 */
export async function arrive(c: Context<Kith>, token: string, way: Way): Promise<Arrived> {
  const before = tokenOf(c)
  if (before && before !== token) await authDb().deleteFrom('sessions').where('token', '=', hashOf(before)).execute()
  await transact({ session: token }, db => record(db, 'signed_in', { detail: { way } }))
  if (way === 'passkey') await authDb().updateTable('sessions').set({ byPasskey: true }).where('token', '=', hashOf(token)).execute()
  const { userId } = await authDb().selectFrom('sessions').select('userId').where('token', '=', hashOf(token)).executeTakeFirstOrThrow()
  c.set('entry', { session: token })
  await rememberWhose(c, userId)
  return { token, userId }
}

/**
 * Ends the session of this browser.
 * @example await signOut(c)
 */
export async function signOut(c: Context<Kith>): Promise<void> {
  const entry = c.get('entry')
  if (entry) await transact(entry, db => record(db, 'signed_out')).catch(() => {})
  takeCookies(c, await auth().api.signOut({ headers: passedOn(c), asResponse: true }))
  c.set('entry', null)
}

/**
 * The account whose password was right, and whose second step is awaited under this challenge.
 * @example await attempt(c, 'code', waiting, () => checkCode(c, code), () => whoWaits(waiting))
 */
export async function whoWaits(challenge: string): Promise<string | null> {
  const { internalAdapter } = await auth().$context
  return (await internalAdapter.findVerificationValue(challenge.split('.')[0] ?? ''))?.value ?? null
}
