// Signing in with a password, being locked out, forgetting it, and coming back to a form that waited.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { testSecret } from '../../../test/secret.ts'
import { openSignIn, signIn } from '../../../test/sign-in.ts'
import { createApp } from '../../app.tsx'
import { authDb } from '../../platform/auth-db.ts'
import { asWorker } from '../../platform/db.ts'
import { unseal } from '../../platform/sealed.ts'
import { acceptInvitation, findInvitation, inviteWorker } from './invitations.ts'
import { samePath } from './next.ts'

const database = ownDatabase()
const app = createApp()
const password = 'copper lantern tide'
const emailOf = { tom: 'tom.ashdown@example.test', lena: 'lena.fisk@example.test', grace: 'grace.penhale@example.test' }

beforeAll(async () => {
  await openSignIn()
  for (const worker of [cast.tom, cast.grace]) await begin(worker)
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
    const events = await asWorker(cast.tom, db => db.selectFrom('events').select('kind').where('kind', 'in', ['signed_in', 'signed_out']).execute())
    expect(events.map(event => event.kind)).toEqual(['signed_in', 'signed_out'])
  })

  test('gets a cookie that scripts cannot read and that ends with the browser', async () => {
    const answer = await post('/sign-in', { email: emailOf.tom, password })
    const cookie = answer.headers.getSetCookie().find(each => each.includes('session_token'))!
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).not.toMatch(/Max-Age/i)
  })

  test('leaves no token in the database that could be used', async () => {
    const cookie = await signIn(cast.tom)
    const token = decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!
    const kept = await authDb().selectFrom('sessions').select('token').execute()
    expect(kept.map(each => each.token)).toContain(createHash('sha256').update(token).digest('hex'))
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  test('is told the same for a wrong password, an unknown address and an account that has ended', async () => {
    const answers = await Promise.all([post('/sign-in', { email: emailOf.tom, password: 'wrong words here' }), post('/sign-in', { email: 'nobody@example.test', password }), post('/sign-in', { email: emailOf.lena, password })])
    const said = await Promise.all(answers.map(async answer => (await answer.text()).replaceAll(/[\w.]+@example\.test/g, 'ADDRESS')))
    expect(answers.map(answer => answer.status)).toEqual([422, 422, 422])
    expect(said[0]).toContain('The e-mail address or the password is not right')
    expect(said[1]).toBe(said[0])
    expect(said[2]).toBe(said[0])
  })

  test('loses every session at once when they leave', async () => {
    const cookie = await signIn(cast.aisha)
    expect(await alive(cookie)).toBe(200)
    await behindTheRules(database, ['workers'], client => client.query('update workers set suspended_at = now() where id = $1', [cast.aisha]))
    expect(await alive(cookie)).toBe(401)
    await expect(signIn(cast.aisha)).rejects.toThrow('may not sign in')
    await behindTheRules(database, ['workers'], client => client.query('update workers set suspended_at = null where id = $1', [cast.aisha]))
    expect(await alive(cookie)).toBe(401)
  })
})

describe('Too many tries', () => {
  test.each(['grace.penhale@example.test', 'nobody.at.all@example.test'])('lock %s out for a while, whether it has an account or not', async email => {
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
    expect((await app.request('/session/alive', { method: 'POST', headers: { cookie, 'sec-fetch-site': 'same-origin' } })).status).toBe(200)
    await age(10)
    expect(await alive(cookie)).toBe(200)
  })

  test('ends at its last hour however busy it is', async () => {
    const cookie = await signIn(cast.noor)
    await authDb().updateTable('sessions').set({ expiresAt: new Date(Date.now() - 1000) }).execute()
    expect(await alive(cookie)).toBe(401)
  })
})

describe('A form that arrives after its session has ended', () => {
  const typed = { programme: 'general-support', title: 'Words that must not be lost', ownerAgencyId: '', leadWorkerId: cast.tom }

  test('is kept unreadable, and is sent on when its writer has signed in again', async () => {
    const { cookies, location } = await lateForm()
    expect(location).toMatch(/^\/sign-in\?.*carried=/)
    const kept = await authDb().selectFrom('carriedForms').selectAll().execute()
    expect(kept[0]!.sealed.toString('latin1')).not.toContain('must not be lost')
    const carried = new URL(location, 'http://localhost').searchParams.get('carried')!
    expect(await (await app.request(location, { headers: { cookie: cookies } })).text()).toContain('What you wrote is kept')
    const answer = await post('/sign-in', { email: emailOf.tom, password, carried }, cookies)
    expect([303, 422]).toContain(answer.status)
    if (answer.status === 422) expect(await answer.text()).toContain('Words that must not be lost')
    else expect(answer.headers.get('location')).toMatch(/^\/cases\//)
    expect(answer.headers.getSetCookie().join()).toContain('session_token')
    expect(await authDb().selectFrom('carriedForms').selectAll().execute()).toEqual([])
  })

  test('is never sent on as somebody else', async () => {
    const { cookies, location } = await lateForm()
    const carried = new URL(location, 'http://localhost').searchParams.get('carried')!
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
    return { cookies, location: late.headers.get('location')! }
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

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)', '/sign-in', ''])('never leads to %j', asked => {
    expect(samePath(asked)).toBe('/')
  })
})

describe('A forgotten password', () => {
  test('is replaced through an e-mail, once, and ends every session', async () => {
    const cookie = await signIn(cast.tom)
    expect((await post('/password', { email: emailOf.tom })).status).toBe(200)
    const link = await linkInMailTo(emailOf.tom, 'password')
    expect((await post(link, { password: 'short' })).status).toBe(422)
    expect((await post(link, { password: 'quiet harbour brick' })).status).toBe(200)
    expect(await alive(cookie)).toBe(401)
    expect((await post(link, { password: 'another quiet brick' })).status).toBe(422)
    expect((await post('/sign-in', { email: emailOf.tom, password: 'quiet harbour brick' })).status).toBe(303)
  })

  test('is answered alike for an address that has no account, which gets no e-mail', async () => {
    const answer = await post('/password', { email: 'nobody@example.test' })
    expect(await answer.text()).toContain('a link is on its way')
    await post('/password', { email: emailOf.lena })
    await new Promise(resolve => setTimeout(resolve, 200))
    expect((await mails()).filter(mail => mail.to !== emailOf.tom && mail.subject.includes('password'))).toEqual([])
  })
})

describe('An invitation', () => {
  test('lets a new worker begin, once, and names nothing but the agency that sends it', async () => {
    const token = await asWorker(cast.pat, db => inviteWorker(db, cast.sam))
    const link = await linkInMailTo('sam.okoro@example.test', 'invitations')
    expect(link).toBe(`/invitations/${token}`)
    expect(await (await app.request(link)).text()).toContain('Hello Sam Okoro')
    const answer = await post(link, { password: 'marble window cloud' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account?welcome=1'])
    expect(await alive(cookiesOf(answer))).toBe(200)
    expect((await app.request(link)).status).toBe(404)
    expect((await post(link, { password: 'marble window cloud' })).status).toBe(404)
  })

  test('is made only by an administrator of the worker’s agency', async () => {
    await expect(asWorker(cast.tom, db => inviteWorker(db, cast.sam))).rejects.toThrow('may see this')
    await expect(asWorker(cast.amir, db => inviteWorker(db, cast.sam))).rejects.toThrow('may see this')
    await expect(asWorker(cast.pat, db => inviteWorker(db, cast.lena))).rejects.toThrow('not there')
  })

  test('stops working when it is too old or a newer one is sent', async () => {
    const first = await asWorker(cast.pat, db => inviteWorker(db, cast.owen))
    const second = await asWorker(cast.pat, db => inviteWorker(db, cast.owen))
    await expect(findInvitation(first)).rejects.toThrow('used or is too old')
    expect((await findInvitation(second)).name).toBe('Owen Marsh')
    await authDb().updateTable('invitations').set({ expiresAt: new Date(Date.now() - 1000) }).execute()
    await expect(findInvitation(second)).rejects.toThrow('used or is too old')
  })
})

async function begin(worker: string) {
  const token = await asWorker(cast.pat, db => inviteWorker(db, worker))
  await acceptInvitation(await findInvitation(token), password)
}

function post(path: string, fields: Record<string, string>, cookie = '') {
  return app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie, 'sec-fetch-site': 'same-origin' } })
}

const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map(each => each.split(';')[0]).filter(each => !each?.endsWith('=')).join('; ')

const alive = async (cookie: string) => (await app.request('/session/alive', { headers: { cookie } })).status

const age = (minutes: number) => sql`update sessions set last_seen_at = last_seen_at - make_interval(mins => ${minutes})`.execute(authDb())

async function mails(): Promise<{ to: string; subject: string; text: string }[]> {
  const jobs = await behindTheRules(database, [], client => client.query<{ data: { sealed: string } }>('select data from jobs.job order by created_on'))
  return jobs.rows.map(({ data }) => JSON.parse(unseal(testSecret, 'mail', Buffer.from(data.sealed, 'base64')).toString()))
}

function linkInMailTo(to: string, kind: string): Promise<string> {
  return vi.waitFor(async () => {
    const mail = (await mails()).findLast(each => each.to === to && each.text.includes(`/${kind}/`))
    return new URL(/https?:\S+/.exec(mail!.text)![0]).pathname
  })
}
