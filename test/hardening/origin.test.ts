/** No other site can change anything: every address that takes a form is tried as other sites, and as nobody, would. */
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { cast } from '../cast.ts'
import { aCase } from '../case.ts'
import { behindTheRules, ownDatabase } from '../database.ts'
import { signIn } from '../sign-in.ts'

const database = ownDatabase()
const app = createApp()
const changing = app.routes.filter(route => !['GET', 'ALL'].includes(route.method) && !route.path.includes('*'))
let cookie: string

beforeAll(async () => {
  cookie = await signIn(cast.tom)
})

const bodies: [string, () => { body?: BodyInit; type?: string }][] = [
  ['a form', () => ({ body: new URLSearchParams({ reason: 'forged' }) })],
  ['a form with files', () => ({ body: formWithFile() })],
  ['plain text', () => ({ body: 'reason=forged', type: 'text/plain' })],
  ['JSON', () => ({ body: '{"reason":"forged"}', type: 'application/json' })],
  ['bytes of no kind', () => ({ body: new Uint8Array([1, 2, 3]) })],
  ['nothing', () => ({})],
]

function formWithFile(): FormData {
  const form = new FormData()
  form.append('files', new File(['x'], 'x.txt'))
  return form
}

const askers: [string, Record<string, string>][] = [
  ['another site', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }],
  ['another site that an old browser names', { origin: 'https://elsewhere.example' }],
  ['a neighbour under the same domain', { origin: 'http://other.localhost', 'sec-fetch-site': 'same-site' }],
  ['a page that hides where it comes from', { origin: 'null' }],
  ['an address typed by hand', { 'sec-fetch-site': 'none' }],
  ['somebody who says nothing', {}],
  ['another site that says it is ours', { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }],
  ['a name that begins like ours', { origin: 'http://localhost.elsewhere.example' }],
  ['a referer alone', { referer: 'http://localhost/cases' }],
]

test('there are addresses to try', () => {
  expect(changing.length).toBeGreaterThan(60)
})

describe.each(askers)('from %s', (_, headers) => {
  test.each(bodies)('%s changes nothing at any address', async (__, make) => {
    for (const { method, path } of changing) {
      const { body, type } = make()
      const address = path.replaceAll(/:\w+(\{[^}]*\})?/g, '0198f000-0000-7000-8000-0000000000ff')
      const answer = await app.request(address, {
        method,
        headers: { cookie, ...headers, ...(type && { 'content-type': type }) },
        ...(body !== undefined && { body }),
      })
      await answer.body?.cancel()
      expect([method, path, answer.status]).toEqual([method, path, 403])
      expect(answer.headers.getSetCookie()).toEqual([])
    }
  })
})

test('a page of Kith’s own is listened to, by either sign', async () => {
  for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://localhost' }] as Record<string, string>[]) {
    const answer = await app.request('/session/alive', { method: 'POST', headers: { cookie, ...headers } })
    expect(answer.status).toBe(200)
  }
})

test('looking changes nothing, at any address: it leaves looks in the record, and of deeds only that a pack was made', async () => {
  const id = await aCase()
  const deeds = () =>
    behindTheRules(database, ['events'], async client => {
      const { rows } = await client.query<{ kind: string }>('select kind from events order by at')
      return rows.map(row => row.kind)
    })
  const looking = app.routes.filter(route => route.method === 'GET' && !/[*]|^\/(live|gallery|assets)/.test(route.path))
  expect(looking.length).toBeGreaterThan(60)
  for (const { path } of looking) {
    const answer = await app.request(path.replaceAll(/:\w+(\{[^}]*\})?/g, id), { headers: { cookie, 'sec-fetch-site': 'cross-site' } })
    await answer.body?.cancel()
    expect([path, answer.status >= 500]).toEqual([path, false])
  }
  // What leaves Kith is told in the case's own timeline too.
  expect(await deeds()).toEqual(['pack_made'])
})

test('looking changes nothing, so it may be asked for from anywhere; other methods are not there', async () => {
  expect((await app.request('/session/alive', { headers: { cookie, 'sec-fetch-site': 'cross-site' } })).status).toBe(200)
  for (const method of ['PUT', 'PATCH', 'DELETE'])
    expect((await app.request('/cases', { method, headers: { cookie, origin: 'https://elsewhere.example' } })).status).toBe(403)
})
