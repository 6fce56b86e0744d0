// Whoever is signed in, as the owner of their account.
import type { Context } from 'hono'
import { authDb } from '../../platform/auth-db.ts'
import { type Db, transact } from '../../platform/db.ts'
import { Invalid } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import type { Kith } from '../../platform/requests.ts'
import { attempt } from './attempts.ts'
import { auth } from './auth.ts'
import { deviceName } from './device.ts'
import { hashOf } from './hashed-tokens.ts'
import { sendNotice } from './letters.ts'
import { begunIn, takeCookies } from './sign-in.ts'

export interface Me {
  userId: string
  email: string
  appOn: boolean
  /** People of the demonstration have none. */
  hasPassword: boolean
}

/**
 * The account of whoever is signed in. Its own transaction is over when it answers: what follows may end this very session.
 * @example const me = await findMe(c)
 */
export async function findMe(c: Context<Kith>): Promise<Me> {
  return accountOf(await transact(c.get('entry'), async db => db.actor.workerId))
}

/**
 * The account of a worker.
 * @example const account = await accountOf(db.actor.workerId)
 */
export async function accountOf(workerId: string): Promise<Me> {
  const found = await authDb()
    .selectFrom('users')
    .leftJoin('credentials', 'credentials.userId', 'users.id')
    .select(['users.id as userId', 'users.email', 'users.twoFactorEnabled as appOn', 'credentials.password'])
    .where('workerId', '=', workerId)
    .executeTakeFirstOrThrow()
  return { userId: found.userId, email: found.email, appOn: found.appOn, hasPassword: Boolean(found.password) }
}

/**
 * Asks for the password once more before something that a stolen session must not do. Wrong ones count towards lock-out.
 * @example await confirm(c, me, input.current)
 */
export async function confirm(c: Context<Kith>, me: Me, password: string | undefined): Promise<void> {
  if (!me.hasPassword) return
  const found = await authDb().selectFrom('credentials').select('password').where('userId', '=', me.userId).executeTakeFirstOrThrow()
  const { verify } = (await auth().$context).password
  const right = await attempt(
    c,
    'password',
    me.email,
    async () => (await verify({ hash: found.password ?? '', password: password ?? '' })) || null,
  )
  if (!right) throw new Invalid({ current: 'That is not your password.' })
}

/**
 * Records what somebody did to their own account and tells them by e-mail, once better-auth has done it. Its answer may begin a new session.
 * @example await recordOwn(c, me, 'password_changed', 'Your password was changed.', response)
 */
export async function recordOwn(c: Context<Kith>, me: Me, kind: string, words: string | null, response?: Response): Promise<void> {
  if (response) takeCookies(c, response)
  const token = response && begunIn(response)
  if (token) c.set('entry', { session: token })
  await transact(c.get('entry'), async (db: Db) => {
    await record(db, kind)
    if (words) await sendNotice(db, me.email, words)
  })
}

export interface Device {
  id: string
  device: string
  address: string
  lastSeenAt: Date
  begunAt: Date
  here: boolean
}

/**
 * Where somebody is signed in, this device first.
 * @example const devices = await listDevices(me.userId, token)
 */
export async function listDevices(userId: string, token: string): Promise<Device[]> {
  const found = await authDb()
    .selectFrom('sessions')
    .selectAll()
    .where('userId', '=', userId)
    .where('expiresAt', '>', new Date())
    .orderBy('lastSeenAt', 'desc')
    .execute()
  const live = found.filter(each => each.lastSeenAt.getTime() > Date.now() - each.idleMinutes * 60_000)
  return live
    .map(each => ({
      id: each.id,
      device: deviceName(each.userAgent ?? '') || 'A browser',
      address: each.ipAddress ?? '',
      lastSeenAt: each.lastSeenAt,
      begunAt: each.createdAt,
      here: each.token === hashOf(token),
    }))
    .sort((a, b) => Number(b.here) - Number(a.here))
}
