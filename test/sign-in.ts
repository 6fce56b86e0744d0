/** Signs a worker of the cast in without a form: a real session, with a real cookie. */
import { sql } from 'kysely'
import { authDb } from '../src/platform/auth-db.ts'
import { loadConfig } from '../src/platform/config.ts'
import { asWorker } from '../src/platform/db.ts'
import { urlFor } from '../src/platform/migrate.ts'
import { beginSession, closeAccounts, inviteWorker, openAccounts } from '../src/slices/accounts/index.ts'
import { acceptInvitation, findInvitation } from '../src/slices/accounts/invitations.ts'
import { cast } from './cast.ts'
import { beforeDrop, currentDatabase } from './database.ts'
import { testSecret } from './secret.ts'

let openFor = ''

/**
 * Begins a session and gives the Cookie header that carries it.
 * @example const answer = await app.request('/cases', { headers: { cookie: await signIn(cast.tom) } })
 */
export async function signIn(workerId: string): Promise<string> {
  await openSignIn()
  const made = await sql<{ id: string }>`select begin_account(${workerId}) as id`.execute(authDb())
  const begun = await beginSession(made.rows[0]?.id ?? '')
  if (!begun) throw new Error('This worker may not sign in.')
  return begun.cookie.split(';')[0] ?? ''
}

/**
 * Opens sign-in on the test file's own database; signIn does so by itself.
 * @example beforeAll(() => openSignIn())
 */
export async function openSignIn(env: Record<string, string> = {}): Promise<void> {
  const database = currentDatabase()
  if (openFor === database.ownerUrl && Object.keys(env).length === 0) return
  openFor = database.ownerUrl
  await closeAccounts()
  await openAccounts(
    loadConfig({ KITH_ENV: 'test', KITH_SECRET: testSecret, KITH_FILE_KEY: `${testSecret}, files`, ...env }),
    urlFor(database.ownerUrl, 'kith_auth', testSecret),
  )
}

beforeDrop(closeAccounts)

/**
 * Gives a worker a password, as if they had taken up an invitation.
 * @example await withPassword(cast.tom, 'copper lantern tide')
 */
export async function withPassword(workerId: string, password: string): Promise<void> {
  await openSignIn()
  const token = await asWorker(cast.pat, db => inviteWorker(db, workerId))
  await acceptInvitation(await findInvitation(token), password)
}
