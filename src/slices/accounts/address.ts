// Where a request comes from, for rate limits and for "where am I signed in".
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'

/**
 * The address of the browser. Behind a proxy on this machine or this network it is what that proxy says; from anywhere else such a claim is not believed.
 * @example addressOf(c) // 203.0.113.7
 */
export function addressOf(c: Context): string {
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
  const peer = incoming?.socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  // The nearest proxy writes last; what stands before it was sent by the browser and may be invented.
  const told = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return (told && isNear(peer) ? told : peer).slice(0, 64) || 'unknown'
}

function isNear(address: string): boolean {
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i.test(address)
}
