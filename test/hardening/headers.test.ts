/** Every kind of answer carries the strict headers: pages, refusals, errors, fragments, redirects, assets, streams, downloads, and what is said before Kith is ready. */
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { everyAnswer, everyFile } from '../../src/platform/headers.ts'
import { serve } from '../../src/platform/serve.ts'
import { assetPath } from '../../src/ui/index.ts'
import { fileHeaders } from '../../src/slices/documents/headers.ts'
import { aCase } from '../case.ts'
import { cast } from '../cast.ts'
import { ownDatabase } from '../database.ts'
import { signIn } from '../sign-in.ts'

ownDatabase()
const app = createApp()
let cookie: string
let id: string

beforeAll(async () => {
  cookie = await signIn(cast.tom)
  id = await aCase()
})

const strict = Object.entries(everyAnswer).map(([name, value]) => [name.toLowerCase(), value] as const)

async function headersOf(path: string, init: RequestInit = {}): Promise<Headers> {
  const { headers, body } = await app.request(path, { headers: { cookie, 'sec-fetch-site': 'same-origin' }, ...init })
  await body?.cancel()
  return headers
}

test('no script and no style runs that is not a file of Kith', () => {
  const lines = Object.fromEntries((everyAnswer['Content-Security-Policy'] ?? '').split('; ').map(line => line.split(/ (.*)/s)))
  expect(lines['default-src']).toBe("'none'")
  expect(lines['script-src']).toBe("'self'")
  expect(lines['style-src']).toBe("'self'")
  expect(JSON.stringify(lines)).not.toMatch(/unsafe|https?:|\*/)
  expect([lines['frame-ancestors'], lines['base-uri'], lines['form-action']]).toEqual(["'none'", "'none'", "'self'"])
})

test.each<[string, () => string, RequestInit?]>([
  ['a page', () => '/cases'],
  ['a page of one case', () => `/cases/${id}`],
  ['a page for nobody', () => '/sign-in', { headers: {} }],
  ['a way to sign in', () => '/cases', { headers: {} }],
  ['a refusal to a script', () => '/live', { headers: { accept: 'text/event-stream' } }],
  ['a page that is not there', () => '/no-such-page'],
  [
    'a form that is refused',
    () => '/sign-in',
    { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams() },
  ],
  ['a forged request', () => '/cases', { method: 'POST', headers: { origin: 'https://elsewhere.example' } }],
  [
    'a body that is too large',
    () => '/cases',
    { method: 'POST', body: 'x'.repeat(3_000_000), headers: { 'sec-fetch-site': 'same-origin' } },
  ],
  ['a fragment', () => '/search/suggestions?q=no'],
  ['what a script asks', () => '/session/alive'],
  ['a missing asset', () => '/assets/none.js'],
  ['the live stream', () => '/live'],
  ['an exported list', () => `/cases/${id}/places/export`],
  ['a choice of light or dark', () => '/account/theme', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }],
])('%s carries every one of them', async (_, path, init) => {
  const headers = await headersOf(path(), init)
  for (const [name, value] of strict) expect([name, headers.get(name)]).toEqual([name, value])
})

test('a built script, style or font loads nothing, is not guessed at, and is nobody else’s', async () => {
  for (const path of ['kith.js', 'kith.css', 'icon.svg'].map(assetPath)) {
    const answer = await app.request(path)
    expect([path, answer.status]).toEqual([path, 200])
    for (const [name, value] of Object.entries(everyFile)) expect([path, name, answer.headers.get(name)]).toEqual([path, name, value])
  }
})

test('nothing that is about anybody is kept by a cache', async () => {
  for (const path of [
    '/cases',
    `/cases/${id}`,
    '/session/alive',
    '/search/suggestions?q=no',
    `/cases/${id}/places/export`,
    '/no-such-page',
  ])
    expect([path, (await headersOf(path)).get('cache-control')]).toEqual([path, expect.stringContaining('no-store')])
})

test('before Kith is ready, and for those who watch over it, the same holds', async () => {
  const serving = await serve({ host: '127.0.0.1', port: 0, ready: async () => false })
  try {
    for (const path of ['/', '/healthz', '/readyz']) {
      const { headers } = await fetch(`http://127.0.0.1:${serving.port}${path}`)
      for (const [name, value] of strict.filter(([name]) => name !== 'content-security-policy'))
        expect([path, name, headers.get(name)]).toEqual([path, name, value])
      expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
    }
  } finally {
    await serving.stop()
  }
})

test.each([
  'text/html',
  'image/svg+xml',
  'application/xhtml+xml',
  'text/xml',
  'application/octet-stream',
])('a file of type %s is never shown as what it is', type => {
  const headers = fileHeaders({ type, name: 'page.html', save: false })
  const shown = headers['Content-Disposition']?.startsWith('inline')
  expect(shown ? headers['Content-Type'] : 'saved').toMatch(/^(text\/plain|saved)/)
  expect(headers['Content-Security-Policy']).toMatch(/^sandbox; default-src 'none'/)
  expect(headers['X-Content-Type-Options']).toBe('nosniff')
})

test('a PDF may show itself and nothing else: no script, no form, no connection', () => {
  const { 'Content-Security-Policy': said = '' } = fileHeaders({ type: 'application/pdf', name: 'order.pdf', save: false })
  expect(said).toMatch(/^default-src 'none'/)
  expect(said).not.toMatch(/script-src|connect-src|form-action [^']/)
  expect(said).toContain("frame-ancestors 'self'")
})
