// Signing in and out with a password and, where one is set up, a second step.
import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { Invalid } from '../../platform/errors.ts'
import { check, parse } from '../../platform/input.ts'
import type { Kith } from '../../platform/requests.ts'
import { attempt } from './attempts.ts'
import { auth } from './auth.ts'
import { cookieName, settings } from './settings.ts'
import { listDemonstrationPeople } from './demonstration.ts'
import { codeForm, type Onward, onward, signInForm } from './inputs.ts'
import { codeLink, signInLink, signOutLink } from './links.ts'
import { goOn } from './onward.ts'
import { refusal, sayPublic } from './public.tsx'
import { mustBringPasskey } from './second-step.ts'
import { arrive, begunIn, passedOn, signOut, takeCookies, whoWaits } from './sign-in.ts'
import { CodePage } from './views/code-page.tsx'
import { SignInPage } from './views/sign-in-page.tsx'

export const signInRoutes = new Hono<Kith>()

signInRoutes.get('/sign-in', async c => sayPublic(c, await signInPage(check(onward, c.req.query()))))

signInRoutes.post('/sign-in', async c => {
  try {
    const input = await parse(c, signInForm)
    const response = await attempt(c, 'password', input.email, () => checkPassword(c, input))
    if (!response) throw new Invalid({ email: 'The e-mail address or the password is not right.' }, { email: input.email })
    const token = begunIn(response)
    if (token) await mustBringPasskey(token, input.email)
    takeCookies(c, response)
    return token ? await goOn(c, await arrive(c, token, 'password'), input) : c.redirect(codeLink(input.next, input.carried), 303)
  } catch (error) {
    return sayPublic(c, await signInPage(await onwardOf(c), refusal(error, 'email')), 422)
  }
})

signInRoutes.get('/sign-in/code', c => {
  const asked = check(onward, c.req.query())
  return challenge(c) ? sayPublic(c, <CodePage onward={asked} />) : c.redirect(signInLink(asked.next, asked.carried), 303)
})

signInRoutes.post('/sign-in/code', async c => {
  const waiting = challenge(c)
  try {
    const input = await parse(c, codeForm)
    if (!waiting) return c.redirect(signInLink(input.next, input.carried), 303)
    const response = await attempt(
      c,
      'code',
      waiting,
      () => checkCode(c, input.code),
      () => whoWaits(waiting),
    )
    if (!response) throw new Invalid({ code: 'That code is not right, or it is too old. Enter the one that the app shows now.' })
    takeCookies(c, response)
    return await goOn(c, await arrive(c, begunIn(response) ?? '', isAppCode(input.code) ? 'code' : 'recovery_code'), input)
  } catch (error) {
    return sayPublic(c, <CodePage onward={await onwardOf(c)} refused={refusal(error, 'code')} />, 422)
  }
})

signInRoutes.post(signOutLink, async c => {
  await signOut(c)
  return c.redirect(signInLink(), 303)
})

/** The first step that was passed, waiting for its second. */
const challenge = (c: Context): string | undefined => getCookie(c, cookieName('two_factor'))

async function checkPassword(c: Context, { email, password }: { email: string; password: string }): Promise<Response | null> {
  const response = await auth().api.signInEmail({ body: { email, password }, headers: passedOn(c, 'signing in'), asResponse: true })
  return response.ok ? response : null
}

async function checkCode(c: Context, typed: string): Promise<Response | null> {
  const headers = passedOn(c, 'signing in')
  const code = typed.replaceAll(' ', '')
  const response = isAppCode(typed)
    ? await auth().api.verifyTOTP({ body: { code }, headers, asResponse: true })
    : await auth().api.verifyBackupCode({ body: { code }, headers, asResponse: true })
  return response.ok && begunIn(response) ? response : null
}

const isAppCode = (typed: string): boolean => /^\d{6}$/.test(typed.replaceAll(' ', ''))

const onwardOf = async (c: Context): Promise<Onward> => check(onward, await c.req.parseBody())

/** The sign-in page, also when something on it was refused. */
export async function signInPage(asked: Onward, refused?: ReturnType<typeof refusal>) {
  const people = settings().demonstration ? await listDemonstrationPeople() : undefined
  return <SignInPage onward={asked} refused={refused} people={people} />
}
