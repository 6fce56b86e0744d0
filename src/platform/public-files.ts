// Serves the built scripts, styles and fonts from memory, compressed beforehand, to be kept by browsers for good.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { Hono } from 'hono'
import { root } from './root.ts'

const folder = join(root, 'dist', 'public')
const kinds: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
}
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

let kept: Map<string, Buffer<ArrayBuffer>> | undefined

/**
 * Answers /assets/NAME. A name changes with its content, so nothing here is ever asked for twice.
 * @example app.route('/', publicFiles)
 */
export const publicFiles = new Hono().get('/assets/:name', c => {
  const name = c.req.param('name')
  const kind = kinds[extname(name)]
  const plain = files().get(name)
  if (!kind || !plain) return c.text('Not found', 404)
  const [encoding, body] = smallest(name, plain, c.req.header('accept-encoding') ?? '')
  return c.body(body, 200, {
    'content-type': kind,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    ...(encoding && { 'content-encoding': encoding }),
  })
})

function smallest(name: string, plain: Buffer<ArrayBuffer>, accepted: string): [encoding: string | undefined, body: Buffer<ArrayBuffer>] {
  for (const [encoding, ending] of encodings) {
    const body = files().get(name + ending)
    if (body && accepted.includes(encoding)) return [encoding, body]
  }
  return [undefined, plain]
}

// Read once: a later build must not change what this process serves.
function files(): Map<string, Buffer<ArrayBuffer>> {
  kept ??= new Map(
    existsSync(folder) ? readdirSync(folder).map(name => [name, readFileSync(join(folder, name)) as Buffer<ArrayBuffer>]) : [],
  )
  return kept
}
