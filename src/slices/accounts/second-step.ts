// Where nobody may work with a password alone: until there is a second step, every page leads to where one is set up.
import type { MiddlewareHandler } from 'hono'
import { Invalid } from '../../platform/errors.ts'
import { authDb } from '../../platform/auth-db.ts'
import type { Kith } from '../../platform/requests.ts'
import { hashOf } from './hashed-tokens.ts'
import { accountLink } from './links.ts'
import { settings } from './settings.ts'

/** What is needed to sign in and out, and to set up a second step. */
const open = /^\/(account|sign-in|sign-out|session|password|invitations)(\/|$)/

/** Sessions that were found to have one lately, so that not every page asks: when each is to be asked about again. */
const known = new Map<string, number>()
const lately = 60_000

/**
 * Middleware after `session`: turns away whoever signed in with a password alone and has no app that asks for codes.
 * @example if (config().secondStep === 'must') app.use(secondStep)
 */
export const secondStep: MiddlewareHandler<Kith> = async (c, next) => {
  const entry = c.get('entry')
  if (!entry || !('session' in entry) || open.test(c.req.path) || (await hasSecondStep(hashOf(entry.session)))) return next()
  return c.redirect(`${accountLink}?done=second-step`, 303)
}

/**
 * Ends the session that a password alone began for an account that has a passkey: whoever learnt the password must not set up an app in the worker's place.
 * @example if (token) await mustBringPasskey(token, email)
 */
export async function mustBringPasskey(token: string, email: string): Promise<void> {
  if (settings().secondStep !== 'must') return
  const ended = await authDb()
    .deleteFrom('sessions')
    .where('token', '=', hashOf(token))
    .where(({ exists, selectFrom }) => exists(selectFrom('passkeys').select('id').whereRef('passkeys.userId', '=', 'sessions.userId')))
    .executeTakeFirst()
  if (ended.numDeletedRows === 0n) return
  const sentence = 'You have a passkey: sign in with it. If you have lost it, ask your administrator to invite you again.'
  throw new Invalid({ password: sentence }, { email })
}

/** Forgets who has one, when somebody's has changed. */
export const forgetSecondSteps = (): void => known.clear()

async function hasSecondStep(token: string): Promise<boolean> {
  if ((known.get(token) ?? 0) > Date.now()) return true
  const found = await authDb()
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .select(['sessions.byPasskey', 'users.twoFactorEnabled'])
    .where('token', '=', token)
    .executeTakeFirst()
  // Of a session that has ended, the page itself tells.
  if (!found) return true
  if (!found.byPasskey && !found.twoFactorEnabled) return false
  if (known.size > 10_000) known.clear()
  known.set(token, Date.now() + lately)
  return true
}
