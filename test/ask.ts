/** Asks Kith for a page as a worker, the way a browser would, without a form to sign in. */
import { Hono } from 'hono'
import { sayFailure } from '../src/failures.tsx'
import type { Kith } from '../src/platform/requests.ts'

/**
 * One slice's own addresses, asked by one worker.
 * @example const page = await asking(documents, cast.tom)(`/cases/${id}/documents`)
 */
export function asking(slice: Hono<Kith>, worker: string) {
  const app = new Hono<Kith>()
  app.use(async (c, next) => {
    c.set('entry', { worker })
    c.set('reference', 'test')
    await next()
  })
  app.route('/', slice)
  app.onError(sayFailure)
  return async (address: string, init?: RequestInit): Promise<Response> => app.request(address, init)
}

/**
 * A form as a browser sends it; a list of files under one name becomes several parts.
 * @example ask(address, form({ title: 'Order', files: [new File(['…'], 'order.pdf')] }))
 */
export function form(fields: Record<string, string | string[] | File[]>): RequestInit {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one)
  }
  return { method: 'POST', body }
}
