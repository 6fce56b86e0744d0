// What happens right after signing in: the page that was wanted, or the form that was waiting.
import type { Context } from 'hono'
import type { Kith } from '../../platform/requests.ts'
import type { Onward } from './inputs.ts'
import { samePath } from './next.ts'

/**
 * Goes on to where a sign-in leads.
 * @example return goOn(c, input)
 */
export async function goOn(c: Context<Kith>, { next }: Onward): Promise<Response> {
  return c.redirect(samePath(next), 303)
}
