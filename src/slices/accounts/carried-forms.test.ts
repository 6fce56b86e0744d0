// What a request gets whose session has ended: the way back in, and nothing lost.
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { withPassword } from '../../../test/sign-in.ts'
import { cookiesOf, visitor } from '../../../test/visitor.ts'
import { createApp } from '../../app.tsx'
import { authDb } from '../../platform/auth-db.ts'
import { samePath } from './next.ts'

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

  test('is kept unreadable, and is sent on when its writer has signed in again', async () => {
    const { cookies, location } = await lateForm()
    expect(location).toMatch(/^\/sign-in\?.*carried=/)
    const kept = await authDb().selectFrom('carriedForms').selectAll().execute()
    expect(kept[0]?.sealed.toString('latin1')).not.toContain('must not be lost')
    const carried = new URL(location, 'http://localhost').searchParams.get('carried') ?? ''
    expect(await page(location, cookies)).toContain('What you wrote is kept')
    const answer = await post('/sign-in', { email: emailOf.tom, password, carried }, cookies)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/cases\//)])
    expect(await page(answer.headers.get('location') ?? '', cookiesOf(answer))).toContain('Words that must not be lost')
    expect(answer.headers.getSetCookie().join()).toContain('session_token')
    expect(await authDb().selectFrom('carriedForms').selectAll().execute()).toEqual([])
  })

  test('is never sent on as somebody else', async () => {
    const { cookies, location } = await lateForm()
    const carried = new URL(location, 'http://localhost').searchParams.get('carried') ?? ''
    await authDb().deleteFrom('signInAttempts').execute()
    const answer = await post('/sign-in', { email: emailOf.grace, password, carried, next: '/cases' }, cookies)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cases'])
    expect(await authDb().selectFrom('carriedForms').select('id').execute()).toHaveLength(1)
  })

  test('of a browser in which nobody has signed in is not kept', async () => {
    const answer = await post('/cases/new', typed)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in'])
  })

  async function lateForm() {
    const answer = await post('/sign-in', { email: emailOf.tom, password })
    const cookies = cookiesOf(answer)
    await age(60)
    const late = await post('/cases/new', typed, cookies)
    expect(late.status).toBe(303)
    return { cookies, location: late.headers.get('location') ?? '' }
  }
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
