// How sign-in is set up: better-auth with passwords, authenticator apps and passkeys, on its own database role.
import { passkey } from '@better-auth/passkey'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { getAdapter } from 'better-auth/db/adapter'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { sql } from 'kysely'
import { type AuthDb, authDb, connectAuth, disconnectAuth } from '../../platform/auth-db.ts'
import { newId } from '../../platform/db.ts'
import { log } from '../../platform/log.ts'
import { noteAtDoor, unlock } from './attempts.ts'
import { hashedTokens } from './hashed-tokens.ts'
import { sendResetLink } from './letters.ts'
import { type AccountSettings, applySettings, cookiePrefix, cookieSecret } from './settings.ts'
import { mustKnowItsHolder } from './user-verified.ts'

export type Auth = Awaited<ReturnType<typeof buildAuth>>

let opened: Auth | undefined

/**
 * Opens sign-in: its connections and its settings. Called once, when Kith starts.
 * @example await openAccounts(config(), urlFor(database.url, 'kith_auth', secret))
 */
export async function openAccounts(settings: AccountSettings, connectionString: string): Promise<void> {
  applySettings(settings)
  opened = await buildAuth(settings, connectAuth({ connectionString, max: 4 }))
}

/** Closes sign-in. */
export async function closeAccounts(): Promise<void> {
  opened = undefined
  await disconnectAuth()
}

/** better-auth, once it is open. Its own addresses are not served: pages call it and pass its cookies on. */
export function auth(): Auth {
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
    logger: { level: 'error', log: (_level, message) => log.error('sign-in', { said: withoutAddresses(message) }) },
    user: {
      modelName: 'users',
      additionalFields: { workerId: { type: 'string', input: false }, demonstration: { type: 'boolean', input: false } },
    },
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
      onPasswordReset: async ({ user }) => {
        await unlock(user.email)
        await noteAtDoor('password_reset', user.email, { way: 'reset' })
      },
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
    databaseHooks: { session: { create: { before: async session => maySignIn(String(session.userId), own.production) } } },
    advanced: {
      cookiePrefix: cookiePrefix(own.baseUrl),
      // The prefix __Host- is set above; the library would put __Secure- before it.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: own.baseUrl.startsWith('https:'), httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: ['x-kith-address'] },
    },
  } satisfies BetterAuthOptions
}

const withoutAddresses = (message: string): string => message.slice(0, 80).replaceAll(/(?<![^\s@])[^\s@]*@\S+/g, '')

/** Those who have left, or are suspended, get no session by any road; in production the invented neither. */
async function maySignIn(userId: string, production: boolean): Promise<boolean> {
  const answer = await sql<{ may: boolean; demonstration: boolean }>`
    select may_sign_in(id) as may, demonstration from users where id = ${userId}`.execute(authDb())
  const found = answer.rows[0]
  return found?.may === true && !(production && found.demonstration)
}
