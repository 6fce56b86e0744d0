// Signing in with a passkey; adding, naming and removing one.
import { type Context, Hono } from 'hono'
import { authDb } from '../../platform/auth-db.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import { check, parse } from '../../platform/input.ts'
import { type Kith, read } from '../../platform/requests.ts'
import { accountPage } from './account-routes.tsx'
import { attempt, Locked } from './attempts.ts'
import { addPasskeyForm, onward, passkeyForm, passkeyNameForm, passkeyOptionsForm } from './inputs.ts'
import { accountLink, passkeysLink } from './links.ts'
import { confirm, findMe, type Me, recordOwn } from './me.ts'
import { goOn } from './onward.ts'
import { addPasskey, checkPasskey, newPasskeyOptions, passkeyIn, signInOptions } from './passkeys.ts'
import { refusal, sayPublic } from './public.tsx'
import { signInPage } from './sign-in-routes.tsx'
import { arrive, begunIn, takeCookies } from './sign-in.ts'

export const passkeyRoutes = new Hono<Kith>()

passkeyRoutes.post('/sign-in/passkey/options', async c => c.json(await signInOptions(c)))

passkeyRoutes.post('/sign-in/passkey', async c => {
  try {
    const input = await parse(c, passkeyForm)
    const response = await attempt(c, 'passkey', passkeyIn(input.response), () => checkPasskey(c, input.response))
    const token = response && begunIn(response)
    if (!token) throw new Invalid({ email: 'That passkey does not open an account here. Sign in with your password.' })
    takeCookies(c, response)
    return await goOn(c, await arrive(c, token, 'passkey'), input)
  } catch (error) {
    return sayPublic(c, await signInPage(check(onward, await c.req.parseBody()), refusal(error, 'email')), 422)
  }
})

passkeyRoutes.post('/account/passkeys/options', async c => {
  const me = await findMe(c)
  try {
    const input = await parse(c, passkeyOptionsForm)
    await confirm(c, me, input.current)
    return c.json(await newPasskeyOptions(c))
  } catch (error) {
    if (error instanceof Locked || error instanceof Invalid) return c.json({ errors: refusal(error, 'current').errors }, 422)
    throw error
  }
})

passkeyRoutes.post(passkeysLink, async c => {
  const me = await findMe(c)
  try {
    const input = await parse(c, addPasskeyForm)
    if (!(await addPasskey(c, input.response, input.name)))
      throw new Invalid({ name: 'The passkey could not be added. Try again.' }, { name: input.name })
    await recordOwn(c, me, 'passkey_added', 'A passkey was added to your Kith account.')
    return c.redirect(`${accountLink}?done=passkey`, 303)
  } catch (error) {
    const refused = refusal(error, 'name')
    return read(c, db => accountPage(c, db, refused), 422)
  }
})

passkeyRoutes.post('/account/passkeys/:id/name', async c => {
  const me = await findMe(c)
  const { name } = await parse(c, passkeyNameForm)
  const changed = await authDb()
    .updateTable('passkeys')
    .set({ name })
    .where('id', '=', c.req.param('id'))
    .where('userId', '=', me.userId)
    .executeTakeFirst()
  return after(c, me, changed.numUpdatedRows, 'passkey_named', null)
})

passkeyRoutes.post('/account/passkeys/:id/removal', async c => {
  const me = await findMe(c)
  const removed = await authDb()
    .deleteFrom('passkeys')
    .where('id', '=', c.req.param('id'))
    .where('userId', '=', me.userId)
    .executeTakeFirst()
  return after(c, me, removed.numDeletedRows, 'passkey_removed', 'A passkey was removed from your Kith account.')
})

async function after(c: Context<Kith>, me: Me, rows: bigint, kind: string, words: string | null): Promise<Response> {
  if (!rows) throw new NotFound('This passkey is not there.')
  await recordOwn(c, me, kind, words)
  return c.redirect(`${accountLink}?done=passkey`, 303)
}
