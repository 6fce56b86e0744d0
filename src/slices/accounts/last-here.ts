// Whose browser this is: the account that signed in here last, after its session has ended too.
import type { Context } from 'hono'
import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import { cookieName, cookieSecret, settings } from './settings.ts'

/**
 * The account that signed in here last: only that one may send on a form that was typed here.
 * @example const userId = await lastHere(c)
 */
export async function lastHere(c: Context): Promise<string | undefined> {
  return (await getSignedCookie(c, cookieSecret(), cookieName('last_here'))) || undefined
}

/**
 * Remembers, until the browser is closed, who signed in.
 * @example await rememberWhose(c, userId)
 */
export async function rememberWhose(c: Context, userId: string): Promise<void> {
  const secure = settings().baseUrl.startsWith('https:')
  await setSignedCookie(c, cookieName('last_here'), userId, cookieSecret(), { path: '/', httpOnly: true, sameSite: 'Lax', secure })
}
