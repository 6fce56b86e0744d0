// What is told once, on the next page, after something that was done on no page of its own.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { FlashMessage } from '../../ui/index.ts'
import { cookieName, settings } from './settings.ts'

const sentences = {
  sent: (name: string): FlashMessage => ({ text: `What you wrote before you were signed out has been sent, as ${name}.` }),
  dropped: (): FlashMessage => ({ text: 'What was written before you were signed out was not sent, and is gone.' }),
  'not-yours': (): FlashMessage => ({
    kind: 'info',
    text: 'Somebody else left a form in this browser. It was not sent. Only they can see it or send it, when they sign in again.',
  }),
}

/**
 * Has something told on the next page of this browser.
 * @example tell(c, 'sent')
 */
export const tell = (c: Context, what: keyof typeof sentences): void => setCookie(c, name(), what, { ...ours(), maxAge: 300 })

/**
 * What there is to tell this worker, and tells it no second time.
 * @example const flash = toldOnce(c, actor.name)
 */
export function toldOnce(c: Context, worker: string): FlashMessage | undefined {
  const what = getCookie(c, name())
  if (!what) return undefined
  deleteCookie(c, name(), ours())
  return Object.hasOwn(sentences, what) ? sentences[what as keyof typeof sentences](worker) : undefined
}

const name = (): string => cookieName('told')
const ours = () => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: settings().baseUrl.startsWith('https:') }) as const
