// Asking the writer of a form that came too late whether it is to be sent, and sending it as nobody else.
import { Hono } from 'hono'
import { NotFound } from '../../platform/errors.ts'
import { check, parse } from '../../platform/input.ts'
import { type Kith, read } from '../../platform/requests.ts'
import { dropCarriedForm, findCarriedForm, sendFormOn } from './carried-forms.ts'
import { carriedFormChoice, onward } from './inputs.ts'
import { findMe } from './me.ts'
import { samePath } from './next.ts'
import { tokenOf } from './session.ts'
import { tell } from './told.ts'
import { CarriedFormPage } from './views/carried-form-page.tsx'

export const carriedFormRoutes = new Hono<Kith>()

carriedFormRoutes.get('/carried-forms/:id', async c => {
  const { userId } = await findMe(c)
  const kept = await findCarriedForm(userId, c.req.param('id'))
  if (!kept) throw new NotFound('This form does not wait for them.')
  const { next } = check(onward, c.req.query())
  return read(c, async ({ actor }) => <CarriedFormPage kept={kept} next={next && samePath(next)} actor={actor} now={new Date()} />)
})

carriedFormRoutes.post('/carried-forms/:id', async c => {
  const { userId } = await findMe(c)
  const { choice, next } = await parse(c, carriedFormChoice)
  const id = c.req.param('id')
  if (choice === 'drop') {
    await dropCarriedForm(id, userId)
    tell(c, 'dropped')
    return c.redirect(samePath(next), 303)
  }
  const answer = await sendFormOn(c, id, userId, tokenOf(c) ?? '')
  if (!answer) throw new NotFound('This form does not wait for them.')
  // One that was refused says so itself, on its own page.
  if (answer.status === 303) tell(c, 'sent')
  for (const cookie of c.res.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
  return new Response(answer.body, answer)
})
