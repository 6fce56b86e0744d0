// In production there is no way in but a password, a passkey or an invitation: every address is tried.
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { behindTheRules, currentDatabase, ownDatabase } from '../../../test/database.ts'
import { makeDemonstrationAccounts } from '../../../test/demonstration.ts'
import { openSignIn, signIn, withPassword } from '../../../test/sign-in.ts'
import { cookiesOf, visitor } from '../../../test/visitor.ts'
import { createApp } from '../../app.tsx'
import { listDemonstrationPeople } from './demonstration.ts'

const production = vi.hoisted(() => {
  const env = {
    KITH_ENV: 'production',
    KITH_BASE_URL: 'https://kith.example.org',
    KITH_SECRET: 'u8Qk2vX9pL4mZr7TnB1sHd6WyE3gJc5f',
    KITH_FILE_KEY: 'Rz3Nf8Lw1Kp6Vt9Xb4Ys7Qm2Hd5Gc0Ja',
    KITH_AUDIT_KEY: 'Wq5Gt2Jb9Xs6Lm1Rc8Vh3Zk7Np4Df0Ye',
    KITH_SMTP_URL: 'smtp://127.0.0.1:2525',
    KITH_MAIL_FROM: 'Kith <kith@example.org>',
  }
  Object.assign(process.env, env)
  return env
})

ownDatabase()
const app = createApp()
const addresses = app.routes.filter(route => !route.path.includes('*'))

beforeAll(async () => {
  await withPassword(cast.tom, 'copper lantern tide')
  await openSignIn(production)
  await makeDemonstrationAccounts([cast.grace])
})

describe('In production', () => {
  test('no address belongs to the demonstration, to e-mails or to the gallery', () => {
    expect(addresses.map(route => route.path).filter(path => /demonstration|\/dev\b|gallery/.test(path))).toEqual([])
  })

  test('no address signs anybody in who brings nothing', async () => {
    const [person] = await listDemonstrationPeople()
    const paths = [...new Set([...addresses.map(route => route.path), '/demonstration/sign-in', '/dev/mail', '/sign-in/api/sign-in/email'])]
    const fields = { user: person?.userId ?? '', worker: cast.grace, email: 'grace.penhale@example.test', next: '/' }
    for (const path of paths) {
      const address = path.replaceAll(/:\w+(\{[^}]*\})?/g, person?.userId ?? '')
      const post = { method: 'POST', body: new URLSearchParams(fields), headers: { 'sec-fetch-site': 'same-origin' } }
      for (const answer of [await app.request(address), await app.request(address, post)]) {
        expect([path, answer.headers.getSetCookie().filter(cookie => /session_token=[^;]/.test(cookie))]).toEqual([path, []])
        await answer.body?.cancel()
      }
    }
  })

  test('the doors of the demonstration are not there', async () => {
    const { post } = visitor(app)
    expect((await post('/demonstration/sign-in', { user: cast.grace })).status).toBe(404)
    expect((await app.request('/dev/mail')).status).toBe(404)
    expect(await (await app.request('/sign-in')).text()).not.toContain('Grace Penhale')
  })

  test('the session cookie travels encrypted only, and belongs to this host alone', async () => {
    const answer = await visitor(app).post('/sign-in', { email: 'tom.ashdown@example.test', password: 'copper lantern tide' })
    const cookies = answer.headers.getSetCookie()
    expect(cookies.length).toBeGreaterThan(1)
    for (const cookie of cookies)
      expect(cookie).toMatch(/^__Host-kith\.[^;]+(?=.*; Path=\/)(?=.*; HttpOnly)(?=.*; Secure)(?=.*; SameSite=Lax)/i)
    for (const cookie of cookies) expect(cookie).not.toMatch(/domain=/i)
  })

  test('nobody works with a password alone: each page leads to where a second step is set up', async () => {
    const { post } = visitor(app)
    const signedIn = cookiesOf(await post('/sign-in', { email: 'tom.ashdown@example.test', password: 'copper lantern tide' }))
    const asked = async (path: string, cookie: string) => {
      const answer = await app.request(path, { headers: { cookie } })
      await answer.text()
      return [answer.status, answer.headers.get('location')]
    }
    const toSetUp = [303, '/account?done=second-step']
    for (const path of ['/', '/cases', '/search?q=Tom', '/people', '/live', '/tasks', '/looks', '/no-such-page'])
      expect([path, await asked(path, signedIn)]).toEqual([path, toSetUp])
    expect((await post('/cases/new', { programme: 'asb', title: 'Noise' }, signedIn)).headers.get('location')).toBe(toSetUp[1])
    for (const path of ['/account?done=second-step', '/account/app']) expect(await asked(path, signedIn)).toEqual([200, null])
    expect(await visitor(app).page('/account?done=second-step', signedIn)).toContain('One more step before you can work')
    const rows = async (statement: string) => behindTheRules(currentDatabase(), ['users', 'sessions'], client => client.query(statement))
    await rows(`update sessions set by_passkey = true`)
    expect(await asked('/cases', signedIn)).toEqual([200, null])
  })

  test('whoever has a passkey comes with it: a password that was learnt sets up no app in their place', async () => {
    const { post } = visitor(app)
    const enter = () => post('/sign-in', { email: 'tom.ashdown@example.test', password: 'copper lantern tide' })
    const withoutPasskey = cookiesOf(await enter())
    const rows = async (statement: string) => behindTheRules(currentDatabase(), ['users', 'passkeys'], client => client.query(statement))
    await rows(`insert into passkeys (user_id, name, public_key, credential_id, counter, device_type, backed_up)
      select id, 'My phone', 'key', 'credential', 0, 'multiDevice', true from users where worker_id = '${cast.tom}'`)
    const refused = await enter()
    expect([refused.status, refused.headers.getSetCookie().filter(cookie => /session_token=[^;]/.test(cookie))]).toEqual([422, []])
    expect(await refused.text()).toContain('You have a passkey: sign in with it')
    const cases = async () => (await app.request('/cases', { headers: { cookie: withoutPasskey } })).status
    expect(await cases()).toBe(303)
    await rows(`update users set two_factor_enabled = true where worker_id = '${cast.tom}'`)
    expect(await cases()).toBe(200)
  })

  test('an invented person gets no session by any road', async () => {
    await expect(signIn(cast.grace)).rejects.toThrow('may not sign in')
  })
})
