// The settings that sign-in was opened with, and what follows from them: keys and the names of cookies.
import { createHmac } from 'node:crypto'
import { serializeSigned } from 'hono/utils/cookie'
import type { Config } from '../../platform/config.ts'

export type AccountSettings = Pick<
  Config,
  'secret' | 'baseUrl' | 'idleMinutes' | 'sessionHours' | 'demonstration' | 'production' | 'uploadBytes' | 'secondStep' | 'stolenPasswords'
>

let applied: AccountSettings | undefined

/** The settings that sign-in was opened with. */
export function settings(): AccountSettings {
  if (!applied) throw new Error('openAccounts() first')
  return applied
}

/**
 * Keeps the settings, when sign-in is opened.
 * @example applySettings(config())
 */
export function applySettings(given: AccountSettings): void {
  applied = given
}

/** A key for one purpose, derived from the one secret. */
export const keyFor = (purpose: string, secret = settings().secret): Buffer => createHmac('sha256', secret).update(purpose).digest()

/** What cookies are signed with. */
export const cookieSecret = (secret?: string): string => keyFor('cookies of sign-in', secret).toString('base64url')

/** What every name of a cookie begins with: on https, what no other host can set. */
export const cookiePrefix = (baseUrl: string): string => (baseUrl.startsWith('https:') ? '__Host-kith' : 'kith')

/**
 * The name of a cookie here.
 * @example cookieName('session_token') // "__Host-kith.session_token"
 */
export const cookieName = (name: string): string => `${cookiePrefix(settings().baseUrl)}.${name}`

/** A Cookie header that carries a session. */
export async function cookieHeader(token: string): Promise<string> {
  const cookie = await serializeSigned(cookieName('session_token'), token, cookieSecret())
  return cookie.split(';')[0] ?? ''
}
