// Signing in with a password, sessions that end, and being locked out.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { signIn, withPassword } from '../../../test/sign-in.ts'
import { cookiesOf, visitor } from '../../../test/visitor.ts'
import { createApp } from '../../app.tsx'
import { authDb } from '../../platform/auth-db.ts'
import { asWorker } from '../../platform/db.ts'

const database = ownDatabase()
const { post, alive } = visitor(createApp())
const password = 'copper lantern tide'
const emailOf = { tom: 'tom.ashdown@example.test', lena: 'lena.fisk@example.test', grace: 'grace.penhale@example.test' }

beforeAll(async () => {
  for (const worker of [cast.tom, cast.grace]) await withPassword(worker, password)
})

describe('Somebody with an account', () => {
  test('signs in with a password, in a new session, and out again', async () => {
    const before = await signIn(cast.tom)
    const answer = await post('/sign-in', { email: emailOf.tom, password, next: '/cases?show=open' }, before)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cases?show=open'])
    const cookies = cookiesOf(answer)
    expect(cookies).not.toContain(before)
    expect(await alive(cookies)).toBe(200)
    expect(await alive(before)).toBe(401)
    const out = await post('/sign-out', {}, cookies)
    expect(out.headers.get('location')).toBe('/sign-in')
    expect(await alive(cookies)).toBe(401)
    const events = await asWorker(cast.tom, db =>
      db.selectFrom('events').select('kind').where('kind', 'in', ['signed_in', 'signed_out']).execute(),
    )
    expect(events.map(event => event.kind)).toEqual(['signed_in', 'signed_out'])
  })

  test('gets a cookie that scripts cannot read and that ends with the browser', async () => {
    const answer = await post('/sign-in', { email: emailOf.tom, password })
    const cookie = answer.headers.getSetCookie().find(each => each.includes('session_token'))
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).not.toMatch(/Max-Age/i)
  })

  test('leaves no token in the database that could be used', async () => {
    const cookie = await signIn(cast.tom)
    const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? ''
    const kept = await authDb().selectFrom('sessions').select('token').execute()
    expect(kept.map(each => each.token)).toContain(createHash('sha256').update(token).digest('hex'))
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  test('is told the same for a wrong password, an unknown address and an account that has ended', async () => {
    const answers = await Promise.all([
      post('/sign-in', { email: emailOf.tom, password: 'wrong words here' }),
      post('/sign-in', { email: 'nobody@example.test', password }),
      post('/sign-in', { email: emailOf.lena, password }),
    ])
    const said = await Promise.all(answers.map(async answer => (await answer.text()).replaceAll(/[\w.]+@example\.test/g, 'ADDRESS')))
    expect(answers.map(answer => answer.status)).toEqual([422, 422, 422])
    expect(said[0]).toContain('The e-mail address or the password is not right')
    expect(said[1]).toBe(said[0])
    expect(said[2]).toBe(said[0])
  })

  test('loses every session at once when they leave', async () => {
    const cookie = await signIn(cast.aisha)
    expect(await alive(cookie)).toBe(200)
    await behindTheRules(database, ['workers'], client =>
      client.query('update workers set suspended_at = now() where id = $1', [cast.aisha]),
    )
    expect(await alive(cookie)).toBe(401)
    await expect(signIn(cast.aisha)).rejects.toThrow('may not sign in')
    await behindTheRules(database, ['workers'], client =>
      client.query('update workers set suspended_at = null where id = $1', [cast.aisha]),
    )
    expect(await alive(cookie)).toBe(401)
  })
})

describe('Too many tries', () => {
  test.each([
    'grace.penhale@example.test',
    'nobody.at.all@example.test',
  ])('lock %s out for a while, whether it has an account or not', async email => {
    for (let tries = 0; tries < 10; tries++) await post('/sign-in', { email, password: `wrong ${tries}` })
    const answer = await post('/sign-in', { email, password })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('too many tries')
  })

  test('at the same moment are all counted', async () => {
    const email = 'hasty@example.test'
    const answers = await Promise.all(Array.from({ length: 16 }, (_, n) => post('/sign-in', { email, password: `guess ${n}` })))
    const said = await Promise.all(answers.map(answer => answer.text()))
    expect(said.filter(text => text.includes('not right')).length).toBeLessThanOrEqual(10)
  })
})

describe('A session', () => {
  test('ends when nothing was clicked for long enough, and asking whether it lives does not keep it alive', async () => {
    const cookie = await signIn(cast.noor)
    await age(25)
    expect(await alive(cookie)).toBe(200)
    await age(10)
    expect(await alive(cookie)).toBe(401)
  })

  test('goes on when somebody clicks', async () => {
    const cookie = await signIn(cast.noor)
    await age(25)
    expect((await post('/session/alive', {}, cookie)).status).toBe(200)
    await age(10)
    expect(await alive(cookie)).toBe(200)
  })

  test('is kept alive by its own clicks alone, noted at most once a minute', async () => {
    const [cookie] = [await signIn(cast.noor), await signIn(cast.noor)]
    await age(2)
    const seen = async () =>
      (await authDb().selectFrom('sessions').select('lastSeenAt').orderBy('lastSeenAt', 'desc').execute()).map(({ lastSeenAt }) =>
        lastSeenAt.getTime(),
      )
    const before = await seen()
    await post('/session/alive', {}, cookie)
    const [mine = 0, ...others] = await seen()
    expect(mine).toBeGreaterThan(before[0] ?? 0)
    expect(others.every(at => before.includes(at))).toBe(true)
    await post('/session/alive', {}, cookie)
    expect((await seen())[0]).toBe(mine)
  })

  test('ends at its last hour however busy it is', async () => {
    const cookie = await signIn(cast.noor)
    await authDb()
      .updateTable('sessions')
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .execute()
    expect(await alive(cookie)).toBe(401)
  })
})

const age = (minutes: number) => sql`update sessions set last_seen_at = last_seen_at - make_interval(mins => ${minutes})`.execute(authDb())
