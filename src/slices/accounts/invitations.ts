// Invitations: a link that lets a worker begin their account, once.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { authDb } from '../../platform/auth-db.ts'
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { auth } from './auth.ts'
import { hashOf } from './hashed-tokens.ts'
import { sendInvitation } from './letters.ts'
import { invitationLink } from './links.ts'
import { settings } from './settings.ts'

const days = 7

export interface Invitation {
  id: string
  userId: string
  name: string
  email: string
}

/**
 * Sends a worker the link with which they begin their account, or begin it anew when everything to sign in with is lost.
 * For an administrator of the worker's agency. Older links stop working. Gives the token of the link.
 * @example await inviteWorker(db, workerId)
 */
export async function inviteWorker(db: Db, workerId: string): Promise<string> {
  const token = newToken()
  const made = await sql<{
    email: string | null
  }>`select invite_worker(${workerId}, ${hashOf(token)}, now() + make_interval(days => ${days})) as email`.execute(db)
  const to = made.rows[0]?.email
  if (!to) throw new NotFound('This worker is not there, or has left.')
  await sendInvitation(db, { to, token, from: db.actor.agencyName })
  await record(db, 'worker_invited', { subjectId: workerId, detail: { principal: workerId } })
  return token
}

/**
 * Invites a worker whom nobody signed in can invite, from the command line; gives the whole link.
 * @example const link = await inviteFromCommandLine(workerId)
 */
export async function inviteFromCommandLine(workerId: string): Promise<string> {
  const token = newToken()
  await authDb()
    .transaction()
    .execute(async trx => {
      const made = await sql<{ id: string }>`select begin_account(${workerId}) as id`.execute(trx)
      const userId = made.rows[0]?.id ?? ''
      const { email } = await trx.selectFrom('users').select('email').where('id', '=', userId).executeTakeFirstOrThrow()
      await trx.updateTable('invitations').set({ usedAt: new Date() }).where('userId', '=', userId).where('usedAt', 'is', null).execute()
      const expiresAt = new Date(Date.now() + days * 86_400_000)
      await trx
        .insertInto('invitations')
        .values({ userId, token: hashOf(token), expiresAt })
        .execute()
      await sendInvitation(trx, { to: email, token, from: 'Your partnership' })
    })
  return settings().baseUrl + invitationLink(token)
}

/** A token that nobody guesses. */
const newToken = (): string => randomBytes(32).toString('base64url')

/**
 * The invitation that a link stands for; NotFound when it was used, is too old, or its worker has left.
 * @example const invitation = await findInvitation(token)
 */
export async function findInvitation(token: string): Promise<Invitation> {
  const found = await authDb()
    .selectFrom('invitations')
    .innerJoin('users', 'users.id', 'invitations.userId')
    .select(['invitations.id', 'users.id as userId', 'users.name', 'users.email'])
    .where('invitations.token', '=', hashOf(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', new Date())
    .where(sql<boolean>`may_sign_in(users.id)`)
    .executeTakeFirst()
  if (!found) throw new NotFound('This invitation has been used or is too old.')
  return found
}

/**
 * Takes an invitation up with a password. Whatever let anybody in before ends: passwords, apps, passkeys and sessions.
 * @example const userId = await acceptInvitation(invitation, password)
 */
export async function acceptInvitation({ id, userId }: Invitation, password: string): Promise<void> {
  const hash = await (await auth().$context).password.hash(password)
  await authDb()
    .transaction()
    .execute(async trx => {
      const taken = await trx
        .updateTable('invitations')
        .set({ usedAt: new Date() })
        .where('id', '=', id)
        .where('usedAt', 'is', null)
        .executeTakeFirst()
      if (!taken.numUpdatedRows) throw new NotFound('This invitation has been used.')
      for (const table of ['sessions', 'twoFactors', 'passkeys', 'credentials'] as const)
        await trx.deleteFrom(table).where('userId', '=', userId).execute()
      await trx
        .updateTable('users')
        .set({ twoFactorEnabled: false, emailVerified: true, updatedAt: new Date() })
        .where('id', '=', userId)
        .execute()
      await trx.insertInto('credentials').values({ userId, accountId: userId, providerId: 'credential', password: hash }).execute()
    })
}
