/** The headers that every answer carries, whatever it is: what a browser may load, run, frame and tell of it. */
import type { Context } from 'hono'

/**
 * A content security policy in which nothing runs, loads or frames but Kith's own files.
 * @example policy("'self'") // style sheets of our own, and no others
 */
export const policy = (style: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${style}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** For answers of every kind. A slice that sets one of them itself is stricter, and stands. */
export const everyAnswer: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy("'self'"),
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), hid=(), display-capture=(), browsing-topics=()',
}

/** For the built scripts, styles and fonts: files that show nothing by themselves, and of which every page needs several. */
export const everyFile: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

const [all, few] = [Object.entries(everyAnswer), Object.entries(everyFile)]

/**
 * Middleware: puts them on whatever is answered, errors and streams too.
 * @example app.use(headers)
 */
export async function headers(c: Context, next: () => Promise<void>): Promise<void> {
  await next()
  const isFile = c.res.status === 200 && c.req.path.startsWith('/assets/')
  for (const [name, value] of isFile ? few : all) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
}
