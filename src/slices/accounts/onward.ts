// What happens right after signing in: the page that was wanted, or the form that was waiting.
import type { Context } from 'hono'
import type { Kith } from '../../platform/requests.ts'
import { sendFormOn } from './carried-forms.ts'
import type { Onward } from './inputs.ts'
import { samePath } from './next.ts'
import type { Arrived } from './sign-in.ts'

/**
 * Goes on to where a sign-in leads. A form that somebody else left waiting in this browser is not theirs to send.
 * @example return goOn(c, arrived, input)
 */
export async function goOn(c: Context<Kith>, { userId, token }: Arrived, { next, carried }: Onward): Promise<Response> {
  const answer = carried && (await sendFormOn(c, carried, userId, token))
  if (!answer) return c.redirect(samePath(next), 303)
  // The cookies of this sign-in go out with the answer to the form.
  for (const cookie of c.res.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
  return new Response(answer.body, answer)
}
