/** A browser as far as forms and cookies go, for tests of signing in. */
import type { Hono } from 'hono'
import { vi } from 'vitest'
import type { Kith } from '../src/platform/requests.ts'
import { unseal } from '../src/platform/sealed.ts'
import { behindTheRules, currentDatabase } from './database.ts'
import { testSecret } from './secret.ts'

/**
 * Sends forms to an application, and asks it whether a session lives.
 * @example const { post, alive } = visitor(createApp())
 */
export function visitor(app: Hono<Kith>) {
  return {
    post: async (path: string, fields: Record<string, string>, cookie = ''): Promise<Response> =>
      app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie, 'sec-fetch-site': 'same-origin' } }),
    page: async (path: string, cookie = ''): Promise<string> => (await app.request(path, { headers: { cookie } })).text(),
    alive: async (cookie: string): Promise<number> => (await app.request('/session/alive', { headers: { cookie } })).status,
  }
}

/**
 * The Cookie header that a browser would send after an answer.
 * @example cookiesOf(answer) // "kith.session_token=…; kith.last_here=…"
 */
export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0] ?? '')
    .filter(cookie => !cookie.endsWith('='))
    .join('; ')

/** Every e-mail that was promised and not yet sent. */
export async function mails(): Promise<{ to: string; subject: string; text: string }[]> {
  const jobs = await behindTheRules(currentDatabase(), [], client =>
    client.query<{ data: { sealed: string } }>('select data from jobs.job order by created_on'),
  )
  return jobs.rows.map(({ data }) => JSON.parse(unseal(testSecret, 'mail', Buffer.from(data.sealed, 'base64')).toString()))
}

/**
 * The path of the newest link of a kind in somebody's e-mail, once it is there.
 * @example await post(await linkInMailTo('tom@example.test', 'password'), { password })
 */
export function linkInMailTo(to: string, kind: string): Promise<string> {
  return vi.waitFor(
    async () => {
      const mail = (await mails()).findLast(each => each.to === to && each.text.includes(`/${kind}/`))
      return new URL(/https?:\S+/.exec(mail?.text ?? '')?.[0] ?? '').pathname
    },
    { timeout: 60_000 },
  )
}
