// Lock-out: counts tries at each account and from each address, known accounts and unknown ones alike.
import { createHmac } from 'node:crypto'
import type { Context } from 'hono'
import { sql } from 'kysely'
import { authDb } from '../../platform/auth-db.ts'
import { asked, newId } from '../../platform/db.ts'
import { addressOf, networkOf } from './address.ts'
import { keyFor } from './settings.ts'

const minutes = 15
const perAccount = 10
const perAddress = 100

export type AttemptKind = 'password' | 'code' | 'passkey' | 'reset' | 'invitation'

/** Too many tries: from here on, even the right password is refused for a while. */
export class Locked extends Error {
  override name = 'Locked'
}

/**
 * Runs one try. It is written down as failed before it runs, so that many tries at once are all counted; throws Locked when there were too many.
 * `whose` finds the account when `email` is not one.
 * @example const response = await attempt(c, 'password', email, () => check(email, password))
 */
export async function attempt<T>(
  c: Context,
  kind: AttemptKind,
  email: string,
  run: () => Promise<T | null>,
  whose?: () => Promise<string | null>,
): Promise<T | null> {
  const id = newId()
  const account = accountKey(email)
  const address = networkOf(addressOf(c))
  await authDb().insertInto('signInAttempts').values({ id, kind, account, address }).execute()
  if (await tooMany(kind, account, address)) {
    await noteAtDoor('sign_in_locked', email, { way: kind, account })
    throw new Locked('Too many tries.')
  }
  const outcome = await run()
  if (outcome === null)
    await noteAtDoor(kind === 'reset' ? 'reset_asked' : 'sign_in_failed', email, { way: kind, account }, await whose?.())
  else await authDb().updateTable('signInAttempts').set({ succeeded: true }).where('id', '=', id).execute()
  return outcome
}

/**
 * Forgets the failed tries at an account, after its password was reset.
 * @example await unlock(email)
 */
export async function unlock(email: string): Promise<void> {
  await authDb().updateTable('signInAttempts').set({ succeeded: true }).where('account', '=', accountKey(email)).execute()
}

/**
 * Records what happened before anybody was signed in. Names the worker whose e-mail address was typed, or whose account it is.
 * @example await noteAtDoor('password_reset', user.email, { way: 'reset' })
 */
export async function noteAtDoor(what: string, typed: string, detail: Record<string, string>, user: string | null = null): Promise<void> {
  const { address, device } = asked()
  await sql`select record_unsigned(${what}, ${JSON.stringify(detail)}::jsonb, ${typed}, ${user}, ${address}, ${device})`.execute(authDb())
}

const accountKey = (email: string): string =>
  createHmac('sha256', keyFor('tries at an account')).update(email.trim().toLowerCase()).digest('base64url')

async function tooMany(kind: AttemptKind, account: string, address: string): Promise<boolean> {
  const counted = await sql<{ account: number; address: number }>`
    select count(*) filter (where account = ${account} and id > coalesce(
        (select max(g.id::text)::uuid from sign_in_attempts g where g.account = ${account} and g.succeeded and g.kind = ${kind}), '00000000-0000-0000-0000-000000000000'))::int as account,
      count(*) filter (where address = ${address})::int as address
    from sign_in_attempts
    where not succeeded and kind = ${kind} and (account = ${account} or address = ${address}) and at > now() - make_interval(mins => ${minutes})`.execute(
    authDb(),
  )
  const tries = counted.rows[0] ?? { account: 0, address: 0 }
  return tries.account > perAccount || tries.address > perAddress
}
