/** When a request fails: where to try again, and what had been written. */
import { expect, test } from 'vitest'
import { aCase, share } from '../test/case.ts'
import { agency, cast } from '../test/cast.ts'
import { behindTheRules, ownDatabase } from '../test/database.ts'
import { signIn } from '../test/sign-in.ts'
import { createApp } from './app.tsx'

const database = ownDatabase()
const origin = 'http://localhost'

test('what was written and refused stands right below the sentence that says why, before every way out', async () => {
  const [path, headers] = [`/cases/${await aCase(cast.tom)}`, { cookie: await signIn(cast.noor), origin }]
  const body = 'Nobody came to the door.\nThe bins were out.'
  for (const [address, fields] of [
    ['entries', { body }],
    ['places/0/grade', { grade: 'A', reason: body, version: '1' }],
  ] as const) {
    const answer = await createApp().request(`${path}/${address}`, { method: 'POST', headers, body: new URLSearchParams(fields) })
    const page = await answer.text()
    const inOrder = [
      'There is nothing at this address',
      'What you had written',
      body,
      'Is somebody in danger',
      'Go to Today',
      'If you ask for help',
    ]
    expect([address, answer.status]).toEqual([address, 404])
    const at = inOrder.map(words => page.indexOf(words))
    expect(at).toEqual(at.filter(one => one > 0).toSorted((one, other) => one - other))
  }
})

test('words that have to be put right are shown even where their form has gone, as in a case that was closed meanwhile', async () => {
  const [id, headers] = [await aCase(cast.tom), { cookie: await signIn(cast.tom), origin }]
  const body = `Nobody came to the door. ${'The bins were out. '.repeat(2000)}`.trim()
  const send = async () => {
    const answer = await createApp().request(`/cases/${id}/entries`, { method: 'POST', headers, body: new URLSearchParams({ body }) })
    return [answer.status, (await answer.text()).includes(body)]
  }
  expect(await send()).toEqual([422, true])
  await behindTheRules(database, ['cases'], client => client.query('update cases set closed_at = now() where id = $1', [id]))
  expect(await send()).toEqual([403, true])
})

test('whoever is refused is led back to what the page was about, or to where they came from, and never to what they may not see', async () => {
  const [read, hidden] = [await aCase(cast.tom), await aCase(cast.tom)]
  await share(read, agency.housing, { tier: 'read' })
  const cookie = await signIn(cast.grace)
  const ways = async (path: string, referer = '') => {
    const answer = await createApp().request(path, { headers: { cookie, referer } })
    return [answer.status, /<a[^>]*href="([^"]*)"[^>]*>Go back/.exec(await answer.text())?.[1]]
  }
  expect(await ways(`/cases/${read}/edit`)).toEqual([403, `/cases/${read}`])
  expect(await ways(`/cases/${read}/edit`, `${origin}/teams`)).toEqual([403, `/cases/${read}`])
  expect(await ways(`/cases/${hidden}/edit`, `${origin}/teams`)).toEqual([404, undefined])
  const refused = '/agencies/new'
  expect(await ways(refused, `${origin}/teams?q=x`)).toEqual([403, '/teams?q=x'])
  for (const elsewhere of ['', 'no address', 'https://elsewhere.example/teams', `${origin}//elsewhere.example`, `${origin}${refused}`])
    expect([elsewhere, ...(await ways(refused, elsewhere))]).toEqual([elsewhere, 403, undefined])
})

test('whoever sends too much stays in the house, is told what to do, and is led back to the form', async () => {
  const referer = `${origin}/teams/new?from=here`
  const send = async (headers: Record<string, string>) => {
    const body = new URLSearchParams({ name: 'Ours', purpose: 'To meet. '.repeat(400_000) })
    const answer = await createApp().request('/teams/new', { method: 'POST', headers: { origin, referer, ...headers }, body })
    expect(answer.status).toBe(413)
    return answer.text()
  }
  const page = await send({ cookie: await signIn(cast.amir) })
  for (const words of ['kith-rail', 'That is too big', 'nothing of it was saved', 'href="/teams/new?from=here"'])
    expect(page).toContain(words)
  const stranger = await send({})
  expect([stranger.includes('That is too big'), stranger.includes('kith-rail')]).toEqual([true, false])
})

test('a page that failed leads to itself, a form to the page that it stands on, and neither to another site', async () => {
  const headers = { cookie: await signIn(cast.amir), origin, referer: `${origin}/teams/new?from=here` }
  await behindTheRules(database, [], client => client.query('alter table teams rename to elsewhere'))
  const failed = async (path: string, more: RequestInit = {}) => {
    const answer = await createApp().request(path, { headers, ...more })
    expect(answer.status).toBe(500)
    return /<a[^>]*href="([^"]*)"[^>]*>Try again/.exec(await answer.text())?.[1]
  }
  expect(await failed('/teams?q=x')).toBe('/teams?q=x')
  expect(await failed('/teams/new', { method: 'POST', body: new URLSearchParams({ name: 'Ours', purpose: 'To meet' }) })).toBe(
    '/teams/new?from=here',
  )
  headers.referer = 'http://['
  expect(await failed('/teams/new', { method: 'POST', body: new URLSearchParams({ name: 'Ours', purpose: 'To meet' }) })).toBe('/')
})
