// Signing in and out with a password and, where one is set up, a second step.
import { type Context, Hono } from 'hono'
import { transact } from '../../platform/db.ts'
import { Invalid, SignInNeeded } from '../../platform/errors.ts'
import { check, parse } from '../../platform/input.ts'
import type { Kith } from '../../platform/requests.ts'
import { attempt, Locked } from './attempts.ts'
import { auth, settings } from './auth.ts'
import { listDemonstrationPeople } from './demonstration.ts'
import { onward, signInForm } from './inputs.ts'
import { codeLink, signInLink, signOutLink } from './links.ts'
import { goOn } from './onward.ts'
import { arrive, begunIn, passedOn, signOut, takeCookies } from './sign-in.ts'
import { SignInPage } from './views/sign-in-page.tsx'

export const signInRoutes = new Hono<Kith>()

signInRoutes.get('/sign-in', async c => {
  const asked = check(onward, c.req.query())
  return c.html(await signInPage(asked))
})

signInRoutes.post('/sign-in', async c => {
  try {
    const input = await parse(c, signInForm)
    const response = await attempt(c, 'password', input.email, () => checkPassword(c, input))
    if (!response) throw new Invalid({ email: 'The e-mail address or the password is not right.' }, { email: input.email })
    takeCookies(c, response)
    const token = begunIn(response)
    if (!token) return c.redirect(`${codeLink}${signInLink(input.next, input.carried).slice('/sign-in'.length)}`, 303)
    await arrive(c, token, 'password')
    return await goOn(c, input)
  } catch (error) {
    return again(c, error)
  }
})

signInRoutes.post(signOutLink, async c => {
  await signOut(c)
  return c.redirect(signInLink(), 303)
})

signInRoutes.get('/session/alive', alive)
signInRoutes.post('/session/alive', alive)

/** Tells a page whether its reader is still signed in. Only the POST, which somebody clicked, keeps the session alive. */
async function alive(c: Context<Kith>): Promise<Response> {
  const entry = c.get('entry')
  const clicked = c.req.method === 'POST'
  return transact(entry && 'session' in entry ? { ...entry, quiet: !clicked } : entry, async () => c.body(null, 204)).catch(error => {
    if (error instanceof SignInNeeded) return c.body(null, 401)
    throw error
  })
}

async function checkPassword(c: Context, { email, password }: { email: string; password: string }): Promise<Response | null> {
  const response = await auth().api.signInEmail({ body: { email, password }, headers: passedOn(c), asResponse: true })
  return response.ok ? response : null
}

async function again(c: Context<Kith>, error: unknown): Promise<Response> {
  const refused = error instanceof Locked ? new Invalid({ email: 'There were too many tries. Wait 15 minutes and try again, or choose a new password.' }) : error
  if (!(refused instanceof Invalid)) throw refused
  const { password: _, ...values } = refused.values
  const asked = check(onward, await c.req.parseBody())
  return c.html(await signInPage(asked, { errors: refused.errors, values }), 422)
}

async function signInPage(asked: { next?: string | undefined; carried?: string | undefined }, refused?: { errors: Invalid['errors']; values: Invalid['values'] }) {
  const { demonstration } = settings()
  const people = demonstration ? await listDemonstrationPeople() : undefined
  return <SignInPage onward={asked} refused={refused} people={people} demonstration={demonstration} />
}
