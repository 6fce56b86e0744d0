// Serves the built scripts and styles to a test's browser, and starts a server on a free port.
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import type { ServerType } from '@hono/node-server'
import type { Context } from 'hono'

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' }

/**
 * A route that serves dist/public.
 * @example app.get('/assets/:name', asset)
 */
export async function asset(c: Context) {
  const name = c.req.param('name') ?? ''
  const file = await readFile(`dist/public/${name}`).catch(() => undefined)
  if (!file) return c.notFound()
  return c.body(new Uint8Array(file), 200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' })
}

/**
 * Waits until a server listens; gives its address and how to stop it.
 * @example const { address, stop } = await listening(serve({ fetch: app.fetch, port: 0 }))
 */
export async function listening(server: ServerType) {
  if (!server.listening) await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, stop: () => new Promise(resolve => end(server, resolve)) }
}

// Open event streams would keep a closing server waiting for ever.
function end(server: ServerType, done: (value: unknown) => void): void {
  if ('closeAllConnections' in server) server.closeAllConnections()
  server.close(() => done(undefined))
}
