// My account: what I sign in with, and where I am signed in.
import { type Context, Hono } from 'hono'
import { authDb } from '../../platform/auth-db.ts'
import type { Db } from '../../platform/db.ts'
import { type Invalid, NotFound } from '../../platform/errors.ts'
import { type Kith, read } from '../../platform/requests.ts'
import { auth } from './auth.ts'
import { hashOf } from './hashed-tokens.ts'
import { changePasswordForm } from './inputs.ts'
import { accountLink, passwordLink, sessionsLink } from './links.ts'
import { accountOf, confirm, findMe, listDevices, recordOwn } from './me.ts'
import { parseNewPassword } from './new-password.ts'
import { listPasskeys } from './passkeys.ts'
import { refusal } from './public.tsx'
import { tokenOf } from './session.ts'
import { passedOn } from './sign-in.ts'
import { AccountPage, ChangePasswordPage } from './views/account-page.tsx'

export const accountRoutes = new Hono<Kith>()

accountRoutes.get(accountLink, c => read(c, db => accountPage(c, db)))

accountRoutes.get(passwordLink, c => read(c, async () => <ChangePasswordPage />))

accountRoutes.post(passwordLink, async c => {
  const me = await findMe(c)
  try {
    const input = await parseNewPassword(c, changePasswordForm)
    await confirm(c, me, input.current)
    const body = { currentPassword: input.current, newPassword: input.password, revokeOtherSessions: true }
    const response = await auth().api.changePassword({ body, headers: passedOn(c), asResponse: true })
    if (!response.ok) throw new NotFound('This account has no password.')
    await recordOwn(c, me, 'password_changed', 'The password of your Kith account was changed.', response)
    return c.redirect(`${accountLink}?done=password`, 303)
  } catch (error) {
    return read(c, async () => <ChangePasswordPage refused={refusal(error, 'current')} />, 422)
  }
})

accountRoutes.post('/account/sessions/:id/end', async c => {
  const me = await findMe(c)
  const ended = await authDb().deleteFrom('sessions').where('id', '=', c.req.param('id')).where('userId', '=', me.userId).executeTakeFirst()
  if (!ended.numDeletedRows) throw new NotFound('You are not signed in there any more.')
  await recordOwn(c, me, 'session_ended', null).catch(() => {})
  return c.redirect(`${accountLink}?done=session`, 303)
})

accountRoutes.post(sessionsLink, async c => {
  const me = await findMe(c)
  const here = hashOf(tokenOf(c) ?? '')
  await authDb().deleteFrom('sessions').where('userId', '=', me.userId).where('token', '!=', here).execute()
  await recordOwn(c, me, 'sessions_ended', null)
  return c.redirect(`${accountLink}?done=sessions`, 303)
})

/** The page of one's own account, also when a form on it was refused. */
export async function accountPage(c: Context<Kith>, db: Db, refused?: Pick<Invalid, 'errors' | 'values'>) {
  const me = await accountOf(db.actor.workerId)
  const worker = await db
    .selectFrom('workers')
    .innerJoin('agencies', 'agencies.id', 'workers.agencyId')
    .select(['workers.jobTitle', 'agencies.name as agency'])
    .where('workers.id', '=', db.actor.workerId)
    .executeTakeFirstOrThrow()
  const [devices, passkeys] = await Promise.all([listDevices(me.userId, tokenOf(c) ?? ''), listPasskeys(me.userId)])
  const { done, welcome } = c.req.query()
  return (
    <AccountPage
      me={me}
      name={db.actor.name}
      worker={worker}
      devices={devices}
      passkeys={passkeys}
      done={done}
      welcome={welcome === '1'}
      refused={refused}
    />
  )
}
