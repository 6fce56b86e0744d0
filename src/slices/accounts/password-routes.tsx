// A forgotten password: a link by e-mail, and a new one. Whether an address has an account is never told.
import { type Context, Hono } from 'hono'
import { Invalid } from '../../platform/errors.ts'
import { parse } from '../../platform/input.ts'
import { errorFields, log } from '../../platform/log.ts'
import type { Kith } from '../../platform/requests.ts'
import { attempt } from './attempts.ts'
import { auth } from './auth.ts'
import { forgottenForm, newPasswordForm } from './inputs.ts'
import { forgottenLink } from './links.ts'
import { parseNewPassword } from './new-password.ts'
import { refusal, sayPublic } from './public.tsx'
import { passedOn } from './sign-in.ts'
import { ForgottenPage, LinkSentPage, PasswordChangedPage, ResetPage } from './views/password-pages.tsx'

export const passwordRoutes = new Hono<Kith>()

passwordRoutes.get(forgottenLink, c => sayPublic(c, <ForgottenPage />))

passwordRoutes.post(forgottenLink, async c => {
  try {
    const { email } = await parse(c, forgottenForm)
    await attempt(c, 'reset', email, async () => ask(c, email))
    return sayPublic(c, <LinkSentPage email={email} />)
  } catch (error) {
    return sayPublic(c, <ForgottenPage refused={refusal(error, 'email')} />, 422)
  }
})

passwordRoutes.get('/password/:token', c => sayPublic(c, <ResetPage token={c.req.param('token')} />))

passwordRoutes.post('/password/:token', async c => {
  const token = c.req.param('token')
  try {
    const { password } = await parseNewPassword(c, newPasswordForm)
    if (!(await attempt(c, 'reset', token, () => reset(c, token, password))))
      throw new Invalid({ password: 'This link has been used or is too old. Ask for a new one.' })
    return sayPublic(c, <PasswordChangedPage />)
  } catch (error) {
    return sayPublic(c, <ResetPage token={token} refused={refusal(error, 'password')} />, 422)
  }
})

/** Not waited for: an address with an account must not take longer to answer than one without. Always counted as a failure, which limits how many e-mails one can cause. */
function ask(c: Context, email: string): null {
  auth()
    .api.requestPasswordReset({ body: { email }, headers: passedOn(c) })
    .catch(error => log.warn('reset not sent', errorFields(error)))
  return null
}

async function reset(c: Context, token: string, newPassword: string): Promise<true | null> {
  const response = await auth().api.resetPassword({ body: { token, newPassword }, headers: passedOn(c), asResponse: true })
  return response.ok ? true : null
}
