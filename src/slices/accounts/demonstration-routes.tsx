// POST /demonstration/sign-in: being one of the invented people, with one click. Mounted in a demonstration only.
import { Hono } from 'hono'
import { NotFound } from '../../platform/errors.ts'
import { parse } from '../../platform/input.ts'
import type { Kith } from '../../platform/requests.ts'
import { listDemonstrationPeople } from './demonstration.ts'
import { demonstrationForm } from './inputs.ts'
import { demonstrationSignInLink } from './links.ts'
import { goOn } from './onward.ts'
import { beginSession } from './session.ts'
import { arrive } from './sign-in.ts'

export const demonstrationRoutes = new Hono<Kith>()

demonstrationRoutes.post(demonstrationSignInLink, async c => {
  const input = await parse(c, demonstrationForm)
  const person = (await listDemonstrationPeople()).find(each => each.userId === input.user)
  const begun = person && (await beginSession(person.userId, c))
  if (!begun) throw new NotFound('Nobody of the demonstration has this account.')
  c.header('set-cookie', begun.cookie, { append: true })
  return goOn(c, await arrive(c, begun.token, 'demonstration'), input)
})
