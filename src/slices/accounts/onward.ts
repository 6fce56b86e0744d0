// What happens right after signing in: the page that was wanted, or the question what becomes of a form that waits.
import type { Context } from 'hono'
import type { Kith } from '../../platform/requests.ts'
import { findCarriedForm, waitsForAnother } from './carried-forms.ts'
import type { Onward } from './inputs.ts'
import { carriedFormLink } from './links.ts'
import { samePath } from './next.ts'
import type { Arrived } from './sign-in.ts'
import { tell } from './told.ts'

/**
 * Goes on to where a sign-in leads. A form is never sent by signing in: somebody else may have written it at a browser that was left alone.
 * @example return goOn(c, arrived, input)
 */
export async function goOn(c: Context<Kith>, { userId }: Arrived, { next, carried }: Onward): Promise<Response> {
  const kept = (carried && (await findCarriedForm(userId, carried))) || (await findCarriedForm(userId))
  if (kept) return c.redirect(carriedFormLink(kept.id, next), 303)
  if (!carried || !(await waitsForAnother(carried, userId))) return c.redirect(samePath(next), 303)
  tell(c, 'not-yours')
  // Not to the page that the other had open.
  return c.redirect('/', 303)
}
