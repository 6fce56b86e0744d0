// My account: codes from an app, recovery codes, a changed password, and the devices I am signed in on.
import { createHmac } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { signIn, withPassword } from '../../../test/sign-in.ts'
import { cookiesOf, mails, visitor } from '../../../test/visitor.ts'
import { createApp } from '../../app.tsx'
import { authDb } from '../../platform/auth-db.ts'
import { asWorker } from '../../platform/db.ts'

ownDatabase()
const { post, page, alive } = visitor(createApp())
const password = 'copper lantern tide'

beforeAll(async () => {
  for (const worker of [cast.tom, cast.grace, cast.noor]) await withPassword(worker, password)
})

describe('Codes from an app', () => {
  let cookie = ''
  let secret = ''
  let recovery: string[] = []

  test('are turned on with the password and a right code, and recovery codes are shown', async () => {
    cookie = await signIn(cast.tom)
    expect((await post('/account/app', { current: 'not my password' }, cookie)).status).toBe(422)
    expect((await post('/account/app', { current: password }, cookie)).headers.get('location')).toBe('/account/app/code')
    const shown = await page('/account/app/code', cookie)
    expect(shown).toContain('<svg')
    secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(shown)?.[1]?.replaceAll(' ', '') ?? ''
    expect((await post('/account/app/code', { code: '000000' }, cookie)).status).toBe(422)
    const answer = await post('/account/app/code', { code: totp(secret) }, cookie)
    recovery = [...(await answer.text()).matchAll(/<li><code>([^<]+)/g)].map(match => match[1] ?? '')
    expect(recovery.length).toBeGreaterThan(7)
    expect(await alive(cookie)).toBe(401)
    cookie = cookiesOf(answer)
    expect(await alive(cookie)).toBe(200)
  })

  test('are asked for after the password, which alone opens nothing', async () => {
    const first = await post('/sign-in', { email: 'tom.ashdown@example.test', password, next: '/cases' })
    expect(first.headers.get('location')).toBe('/sign-in/code?next=%2Fcases')
    expect(await alive(cookiesOf(first))).toBe(401)
    expect((await post('/sign-in/code', { code: '111111' }, cookiesOf(first))).status).toBe(422)
    const second = await post('/sign-in/code', { code: totp(secret), next: '/cases' }, cookiesOf(first))
    expect([second.status, second.headers.get('location')]).toEqual([303, '/cases'])
    expect(await alive(cookiesOf(second))).toBe(200)
  })

  test('may be replaced by a recovery code, once', async () => {
    const steps = async () =>
      post('/sign-in/code', { code: recovery[0] ?? '' }, cookiesOf(await post('/sign-in', { email: 'tom.ashdown@example.test', password })))
    expect((await steps()).status).toBe(303)
    expect((await steps()).status).toBe(422)
  })

  test('lie encrypted in the database', async () => {
    const row = await authDb().selectFrom('twoFactors').selectAll().executeTakeFirstOrThrow()
    expect(row.backupCodes).not.toContain(recovery[1])
  })

  test('are turned off with the password', async () => {
    const answer = await post('/account/app/removal', { current: password }, cookie)
    expect(answer.headers.get('location')).toBe('/account?done=app')
    expect((await post('/sign-in', { email: 'tom.ashdown@example.test', password })).headers.get('location')).toBe('/')
  })
})

describe('My account', () => {
  test('shows where I am signed in, and signs out one or everywhere else', async () => {
    const [here, there, elsewhere] = [await signIn(cast.grace), await signIn(cast.grace), await signIn(cast.grace)]
    const shown = await page('/account', here)
    expect(shown).toContain('This one')
    const ends = [...shown.matchAll(/\/account\/sessions\/([\w-]+)\/end/g)].map(match => match[1] ?? '')
    expect(ends).toHaveLength(2)
    await post(`/account/sessions/${ends[0]}/end`, {}, here)
    expect([await alive(there), await alive(elsewhere)].sort()).toEqual([200, 401])
    await post('/account/sessions/end', {}, here)
    expect([await alive(there), await alive(elsewhere), await alive(here)]).toEqual([401, 401, 200])
  })

  test('lets nobody end the session of somebody else', async () => {
    const [mine, theirs] = [await signIn(cast.grace), await signIn(cast.noor)]
    const { id } = await authDb()
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.userId')
      .select('sessions.id')
      .where('workerId', '=', cast.noor)
      .executeTakeFirstOrThrow()
    expect((await post(`/account/sessions/${id}/end`, {}, mine)).status).toBe(404)
    expect(await alive(theirs)).toBe(200)
  })

  test('changes the password, which ends every other session', async () => {
    const [here, there] = [await signIn(cast.noor), await signIn(cast.noor)]
    expect((await post('/account/password', { current: 'wrong', password: 'harbour seven kites' }, here)).status).toBe(422)
    expect((await post('/account/password', { current: password, password: 'password1234' }, here)).status).toBe(422)
    const answer = await post('/account/password', { current: password, password: 'harbour seven kites' }, here)
    expect(answer.headers.get('location')).toBe('/account?done=password')
    expect([await alive(there), await alive(cookiesOf(answer))]).toEqual([401, 200])
    expect((await post('/sign-in', { email: 'noor.halabi@example.test', password })).status).toBe(422)
  })

  test('records each change, and writes to the worker that it was made', async () => {
    const events = await asWorker(cast.tom, db =>
      db.selectFrom('events').select('kind').where('kind', 'like', 'app%').orderBy('at').execute(),
    )
    expect(events.map(event => event.kind)).toEqual(['app_added', 'app_removed'])
    const told = (await mails()).filter(mail => mail.to === 'tom.ashdown@example.test' && mail.subject === 'Your Kith account has changed')
    expect(told.map(mail => /turned (on|off)/.exec(mail.text)?.[1])).toEqual(['on', 'off'])
  })

  test('records whose second step failed, though nobody was signed in', async () => {
    const failed = await asWorker(cast.tom, db =>
      db.selectFrom('events').select(['kind', 'workerId', 'detail']).where('kind', '=', 'sign_in_failed').orderBy('at').execute(),
    )
    expect(failed.filter(event => (event.detail as { way: string }).way === 'code')).toHaveLength(3)
  })
})

/** What an authenticator app shows (RFC 6238). */
function totp(secret: string): string {
  const bits = [...secret].map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  return String((digest.readUInt32BE((digest[19] ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
