// How sign-in is set up: better-auth with passwords, authenticator apps and passkeys, on its own database role.
import { createHmac } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { getAdapter } from 'better-auth/db/adapter'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { serializeSigned } from 'hono/utils/cookie'
import { sql } from 'kysely'
import { type AuthDb, authDb, connectAuth, disconnectAuth } from '../../platform/auth-db.ts'
import type { Config } from '../../platform/config.ts'
import { newId } from '../../platform/db.ts'
import { log } from '../../platform/log.ts'
import { unlock } from './attempts.ts'
import { hashedTokens } from './hashed-tokens.ts'
import { sendResetLink } from './letters.ts'
import { mustKnowItsHolder } from './passkeys.ts'

export type AccountSettings = Pick<Config, 'secret' | 'baseUrl' | 'idleMinutes' | 'sessionHours' | 'demonstration' | 'production' | 'uploadBytes'>
export type Auth = Awaited<ReturnType<typeof buildAuth>>

let opened: { auth: Auth; settings: AccountSettings } | undefined

/**
 * Opens sign-in: its connections and its settings. Called once, when Kith starts.
 * @example await openAccounts(config(), urlFor(database.url, 'kith_auth', secret))
 */
export async function openAccounts(settings: AccountSettings, connectionString: string): Promise<void> {
  opened = { settings, auth: await buildAuth(settings, connectAuth({ connectionString, max: 4 })) }
}

/** Closes sign-in. */
export async function closeAccounts(): Promise<void> {
  opened = undefined
  await disconnectAuth()
}

/** better-auth, once it is open. Its own addresses are not served: pages call it and pass its cookies on. */
export const auth = (): Auth => state().auth

/** The settings that sign-in was opened with. */
export const settings = (): AccountSettings => state().settings

/** A key for one purpose, derived from the one secret. */
export const keyFor = (purpose: string, secret = settings().secret): Buffer => createHmac('sha256', secret).update(purpose).digest()

/** What cookies are signed with. */
export const cookieSecret = (secret?: string): string => keyFor('cookies of sign-in', secret).toString('base64url')

/** The name of a cookie here: on https, one that no other host can set. */
export const cookieName = (name: string, { baseUrl } = settings()): string => `${prefix(baseUrl)}.${name}`

/** A Cookie header that carries a session. */
export const cookieHeader = async (token: string): Promise<string> =>
  (await serializeSigned(cookieName('session_token'), token, cookieSecret())).split(';')[0]!

const prefix = (baseUrl: string) => baseUrl.startsWith('https:') ? '__Host-kith' : 'kith'

function state() {
  if (!opened) throw new Error('openAccounts() first')
  return opened
}

async function buildAuth(own: AccountSettings, db: AuthDb) {
  const options = optionsFor(own)
  const adapter = await getAdapter({ ...options, database: { db, type: 'postgres', transaction: true } })
  return betterAuth({ ...options, database: () => hashedTokens(adapter) })
}

function optionsFor(own: AccountSettings) {
  return {
    appName: 'Kith',
    baseURL: own.baseUrl,
    basePath: '/sign-in/api',
    secret: cookieSecret(own.secret),
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log.error('sign-in', { said: message.slice(0, 80).replaceAll(/\S+@\S+/g, '') }) },
    user: { modelName: 'users', additionalFields: { workerId: { type: 'string', input: false }, demonstration: { type: 'boolean', input: false } } },
    session: {
      modelName: 'sessions',
      expiresIn: own.sessionHours * 3600,
      disableSessionRefresh: true,
      additionalFields: {
        idleMinutes: { type: 'number', input: false, defaultValue: own.idleMinutes },
        lastSeenAt: { type: 'date', input: false, defaultValue: () => new Date() },
      },
    },
    account: { modelName: 'credentials' },
    verification: { modelName: 'verifications', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3600,
      sendResetPassword: ({ user, token }) => sendResetLink(user, token),
      onPasswordReset: ({ user }) => unlock(user.email),
    },
    plugins: [
      twoFactor({ issuer: 'Kith', twoFactorTable: 'twoFactors' }),
      passkey({
        rpID: new URL(own.baseUrl).hostname,
        rpName: 'Kith',
        origin: new URL(own.baseUrl).origin,
        schema: { passkey: { modelName: 'passkeys', fields: { credentialID: 'credentialId' } } },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: { afterVerification: async given => mustKnowItsHolder(given) },
        authentication: { afterVerification: async given => mustKnowItsHolder(given) },
      }),
    ],
    databaseHooks: { session: { create: { before: async session => maySignIn(String(session.userId)) } } },
    advanced: {
      cookiePrefix: prefix(own.baseUrl),
      // The prefix __Host- is set above; the library would put __Secure- before it.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: own.baseUrl.startsWith('https:'), httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: ['x-kith-address'] },
    },
  } satisfies BetterAuthOptions
}

/** Those who have left, or are suspended, get no session by any road. */
async function maySignIn(userId: string): Promise<boolean> {
  const answer = await sql<{ may: boolean }>`select may_sign_in(${userId}) as may`.execute(authDb())
  return answer.rows[0]?.may === true
}
