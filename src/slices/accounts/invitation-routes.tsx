// Taking up an invitation: choosing a password, and being signed in with it.
import { Hono } from 'hono'
import { NotFound } from '../../platform/errors.ts'
import type { Kith } from '../../platform/requests.ts'
import { attempt } from './attempts.ts'
import { newPasswordForm } from './inputs.ts'
import { acceptInvitation, findInvitation, type Invitation } from './invitations.ts'
import { accountLink } from './links.ts'
import { parseNewPassword } from './new-password.ts'
import { refusal, sayPublic } from './public.tsx'
import { beginSession } from './session.ts'
import { arrive } from './sign-in.ts'
import { InvitationPage, SpentInvitationPage } from './views/invitation-pages.tsx'

export const invitationRoutes = new Hono<Kith>()

invitationRoutes.get('/invitations/:token', async c => {
  const invitation = await find(c.req.param('token'))
  return invitation
    ? sayPublic(c, <InvitationPage invitation={invitation} token={c.req.param('token')} />)
    : sayPublic(c, <SpentInvitationPage />, 404)
})

invitationRoutes.post('/invitations/:token', async c => {
  const token = c.req.param('token')
  const invitation = await attempt(c, 'invitation', token, () => find(token)).catch(() => null)
  if (!invitation) return sayPublic(c, <SpentInvitationPage />, 404)
  try {
    await acceptInvitation(invitation, (await parseNewPassword(c, newPasswordForm)).password)
    const begun = await beginSession(invitation.userId, c)
    if (!begun) throw new NotFound('This worker may not sign in.')
    c.header('set-cookie', begun.cookie, { append: true })
    await arrive(c, begun.token, 'invitation')
    return c.redirect(`${accountLink}?welcome=1`, 303)
  } catch (error) {
    return sayPublic(c, <InvitationPage invitation={invitation} token={token} refused={refusal(error, 'password')} />, 422)
  }
})

async function find(token: string): Promise<Invitation | null> {
  return findInvitation(token).catch(error => {
    if (error instanceof NotFound) return null
    throw error
  })
}
