// What a request gets whose session has ended: the way back in, and nothing lost.
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { withPassword } from '../../../test/sign-in.ts'
import { cookiesOf, visitor } from '../../../test/visitor.ts'
import { createApp } from '../../app.tsx'
import { authDb } from '../../platform/auth-db.ts'
import { newId } from '../../platform/db.ts'
import { samePath } from './next.ts'
import { settings } from './settings.ts'

ownDatabase()
const app = createApp()
const { post, page } = visitor(app)
const password = 'copper lantern tide'
const emailOf = { tom: 'tom.ashdown@example.test', grace: 'grace.penhale@example.test' }

beforeAll(async () => {
  for (const worker of [cast.tom, cast.grace]) await withPassword(worker, password)
})

describe('A form that arrives after its session has ended', () => {
  const typed = { programme: 'general-support', title: 'Words that must not be lost' }

  test('is kept unreadable, and is sent on when its writer has signed in again, has seen it and says so', async () => {
    const { cookies, location, carried } = await lateForm()
    expect(location).toMatch(/^\/sign-in\?.*carried=/)
    const kept = await authDb().selectFrom('carriedForms').selectAll().execute()
    expect(kept[0]?.sealed.toString('latin1')).not.toContain('must not be lost')
    const door = await page(location, cookies)
    expect(door).toContain('What was written here has not been sent')
    expect(door).not.toContain('must not be lost')
    const back = await post('/sign-in', { email: emailOf.tom, password, carried }, cookies)
    expect([back.status, back.headers.get('location')]).toEqual([303, `/carried-forms/${carried}`])
    const asked = await page(`/carried-forms/${carried}`, cookiesOf(back))
    for (const words of ['Nothing has been sent yet', 'Words that must not be lost', 'Send it as Tom Ashdown'])
      expect(asked).toContain(words)
    const answer = await post(`/carried-forms/${carried}`, { choice: 'send' }, cookiesOf(back))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/cases\//)])
    const opened = await page(answer.headers.get('location') ?? '', `${cookiesOf(back)}; ${cookiesOf(answer)}`)
    expect(opened).toContain('What you wrote before you were signed out has been sent, as Tom Ashdown.')
    expect(await waiting()).toEqual([])
  })

  test('is not sent when its writer does not want it, such as words that somebody else wrote at their browser', async () => {
    const { cookies, carried } = await lateForm()
    const back = await post('/sign-in', { email: emailOf.tom, password, carried }, cookies)
    const before = await page('/cases', cookiesOf(back))
    const answer = await post(`/carried-forms/${carried}`, { choice: 'drop', next: '/cases' }, cookiesOf(back))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cases'])
    const after = await page('/cases', `${cookiesOf(back)}; ${cookiesOf(answer)}`)
    expect(after).toContain('was not sent, and is gone')
    expect(after.split('must not be lost').length).toBe(before.split('must not be lost').length)
    expect(await waiting()).toEqual([])
  })

  test('is never sent on as somebody else, nor shown to them; they are told, and its writer finds it again', async () => {
    const { cookies, carried } = await lateForm()
    const other = await post('/sign-in', { email: emailOf.grace, password, carried, next: '/cases' }, cookies)
    expect([other.status, other.headers.get('location')]).toEqual([303, '/'])
    const grace = cookiesOf(other)
    expect(await page('/', grace)).toContain('Somebody else left a form in this browser')
    expect(await page(`/carried-forms/${carried}`, grace)).not.toContain('must not be lost')
    expect((await post(`/carried-forms/${carried}`, { choice: 'send' }, grace)).status).toBe(404)
    await post(`/carried-forms/${carried}`, { choice: 'drop' }, grace)
    expect(await waiting()).toHaveLength(1)
    const back = await post('/sign-in', { email: emailOf.tom, password })
    expect(back.headers.get('location')).toBe(`/carried-forms/${carried}`)
  })

  test('of a browser in which nobody has signed in is not kept', async () => {
    const answer = await post('/cases/new', typed)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in'])
  })

  test('that a page sent by script is not kept here: the page keeps it, and sends it again itself', async () => {
    const { cookies } = await lateForm()
    const headers = { cookie: cookies, 'sec-fetch-site': 'same-origin', 'x-turbo-request-id': 'one' }
    const answer = await app.request('/cases/new', { method: 'POST', body: new URLSearchParams(typed), headers })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in'])
  })

  test('that does not end is read no further than would be kept, and is not kept', async () => {
    const { cookies } = await lateForm()
    const before = await waiting()
    let sent = 0
    const endless = new ReadableStream({
      pull: sends => {
        sent += 65_536
        if (sent > 200_000_000) sends.close()
        else sends.enqueue(new Uint8Array(65_536))
      },
    })
    const headers = { cookie: cookies, 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=kith' }
    const answer = await app.request(`/cases/${newId()}/documents`, {
      method: 'POST',
      body: endless,
      headers,
      duplex: 'half',
    } as RequestInit)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/sign-in/)])
    expect(sent).toBeLessThan(settings().uploadBytes + 2_000_000)
    expect(await waiting()).toEqual(before)
  })

  const waiting = () => authDb().selectFrom('carriedForms').select('id').execute()

  async function lateForm() {
    await authDb().deleteFrom('carriedForms').execute()
    await authDb().deleteFrom('signInAttempts').execute()
    const answer = await post('/sign-in', { email: emailOf.tom, password })
    const cookies = cookiesOf(answer)
    await age(60)
    const late = await post('/cases/new', typed, cookies)
    expect(late.status).toBe(303)
    const location = late.headers.get('location') ?? ''
    return { cookies, location, carried: new URL(location, 'http://localhost').searchParams.get('carried') ?? '' }
  }
})

test('What was written on a page of one worker is not sent as another who signed in meanwhile, in another tab', async () => {
  await authDb().deleteFrom('signInAttempts').execute()
  const cookie = cookiesOf(await post('/sign-in', { email: emailOf.grace, password }))
  const send = (worker: string) =>
    app.request('/cases/new', {
      method: 'POST',
      body: new URLSearchParams({ programme: 'general-support', title: 'Written in the other tab' }),
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'x-kith-worker': worker },
    })
  const refused = await send(cast.tom)
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('so nothing was sent')])
  expect((await send(cast.grace)).status).toBe(303)
})

describe('A page that nobody is signed in for', () => {
  test('leads to sign-in and back', async () => {
    const answer = await app.request('/cases?show=open')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fcases%3Fshow%3Dopen'])
  })

  test('tells a script 401', async () => {
    expect((await app.request('/live', { headers: { accept: 'text/event-stream' } })).status).toBe(401)
  })

  test.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/sign-in',
    '',
  ])('never leads to %j', asked => {
    expect(samePath(asked)).toBe('/')
  })
})

const age = (minutes: number) => sql`update sessions set last_seen_at = last_seen_at - make_interval(mins => ${minutes})`.execute(authDb())
