// Beginning an account by invitation, and a forgotten password.
import { beforeAll, describe, expect, test } from 'vitest'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { signIn, withPassword } from '../../../test/sign-in.ts'
import { cookiesOf, linkInMailTo, mails, visitor } from '../../../test/visitor.ts'
import { createApp } from '../../app.tsx'
import { authDb } from '../../platform/auth-db.ts'
import { asWorker } from '../../platform/db.ts'
import { findInvitation, inviteWorker } from './invitations.ts'

ownDatabase()
const app = createApp()
const { post, page, alive } = visitor(app)
const emailOf = { tom: 'tom.ashdown@example.test', lena: 'lena.fisk@example.test' }

beforeAll(() => withPassword(cast.tom, 'copper lantern tide'))

describe('An invitation', () => {
  test('lets a new worker begin, once, and names nothing but the agency that sends it', async () => {
    const token = await asWorker(cast.pat, db => inviteWorker(db, cast.sam))
    const link = await linkInMailTo('sam.okoro@example.test', 'invitations')
    expect(link).toBe(`/invitations/${token}`)
    expect(await page(link)).toContain('Hello Sam Okoro')
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

  test('goes out with the form that adds a worker', async () => {
    const cookie = await signIn(cast.amir)
    const joiner = { agency: agency.housing, name: 'Jo New', email: 'jo.new@example.test', jobTitle: 'Officer', invite: 'yes' }
    expect((await post('/workers/new', joiner, cookie)).status).toBe(303)
    expect(await page(await linkInMailTo('jo.new@example.test', 'invitations'))).toContain('Hello Jo New')
  })

  test('stops working when it is too old or a newer one is sent', async () => {
    const first = await asWorker(cast.pat, db => inviteWorker(db, cast.owen))
    const second = await asWorker(cast.pat, db => inviteWorker(db, cast.owen))
    await expect(findInvitation(first)).rejects.toThrow('used or is too old')
    expect((await findInvitation(second)).name).toBe('Owen Marsh')
    await authDb()
      .updateTable('invitations')
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .execute()
    await expect(findInvitation(second)).rejects.toThrow('used or is too old')
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
    // A later request of somebody who has an account: once its e-mail is there, those before it have been dealt with.
    const before = (await mails()).length
    await post('/password', { email: emailOf.tom })
    await expect.poll(async () => (await mails()).length).toBeGreaterThan(before)
    expect((await mails()).filter(mail => mail.to !== emailOf.tom && mail.subject.includes('password'))).toEqual([])
  })
})
