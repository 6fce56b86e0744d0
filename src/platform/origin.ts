/** Requests that change something come from Kith's own pages: told by what browsers say about a request and no page can alter. */
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { config } from './config.ts'

/**
 * Middleware: refuses with 403 every request but GET, HEAD and OPTIONS that was not sent by a page of this Kith, whatever its body is.
 * One that says nothing about where it comes from is refused too.
 * @example app.use(ownPagesOnly)
 */
export async function ownPagesOnly(c: Context, next: () => Promise<void>): Promise<void> {
  if (!/^(GET|HEAD|OPTIONS)$/.test(c.req.method) && !isOwn(c)) throw new HTTPException(403)
  await next()
}

function isOwn(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site') return false
  return site === 'same-origin' || ownAddresses(c).includes(c.req.header('origin') ?? 'none')
}

/**
 * In production the address that people type, and no other; else also the one that this very request was sent to.
 * @example ownAddresses(c) // ['https://kith.agency.example']
 */
export function ownAddresses(c: Context): string[] {
  const { baseUrl, production } = config()
  return [new URL(baseUrl).origin, ...(production ? [] : [new URL(c.req.url).origin])]
}
