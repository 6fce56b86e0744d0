/** Asks the whole of Kith for a page, or sends it a form, as a worker who is signed in. */
import { createApp } from '../src/app.tsx'
import { signIn } from './sign-in.ts'

/**
 * What a browser would be shown, and where it would be led.
 * @example expect((await askAs(cast.grace, '/agencies/new')).status).toBe(403)
 */
export async function askAs(worker: string, path: string, fields?: Record<string, string>) {
  const headers = { cookie: await signIn(worker), 'sec-fetch-site': 'same-origin' }
  const answer = await createApp().request(path, { headers, ...(fields && { method: 'POST', body: new URLSearchParams(fields) }) })
  const { status, headers: sent } = answer
  return { status, headers: sent, to: sent.get('location') ?? '', text: await answer.text() }
}
