// What a request gets whose session has ended: the way back in, with nothing lost.
import type { Context } from 'hono'
import type { Kith } from '../../platform/requests.ts'
import { carryForm } from './carried-forms.ts'
import { signInLink } from './links.ts'
import { samePath } from './next.ts'

/**
 * Answers a request of nobody: a page leads to sign-in and back, a form is kept until then, a script is told 401.
 * @example if (error instanceof SignInNeeded) return signInAgain(c)
 */
export async function signInAgain(c: Context<Kith>): Promise<Response> {
  if (isScript(c)) return c.body(null, 401)
  if (c.req.method === 'GET' && !c.req.header('turbo-frame'))
    return c.redirect(signInLink(samePath(c.req.path + new URL(c.req.url).search)), 303)
  const carried = c.req.method === 'POST' ? await carryForm(c) : undefined
  return c.redirect(signInLink(pageBehind(c), carried), 303)
}

function isScript(c: Context): boolean {
  const accepts = c.req.header('accept') ?? ''
  return (
    accepts.startsWith('text/event-stream') ||
    accepts.startsWith('application/json') ||
    c.req.header('content-type')?.startsWith('application/json') === true
  )
}

/** A frame, or the address a form is sent to, is no page: one goes back to the page it stood on. */
function pageBehind(c: Context): string {
  const from = c.req.header('referer')
  if (!from || !URL.canParse(from)) return '/'
  const { pathname, search } = new URL(from)
  return samePath(pathname + search)
}
