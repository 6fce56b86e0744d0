/** Nobody learns who or what exists: the same words, the same status and the same work, whether it is there or not. */
import { beforeAll, expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { asWorker, newId } from '../../src/platform/db.ts'
import { auth } from '../../src/slices/accounts/auth.ts'
import { inviteWorker } from '../../src/slices/accounts/invitations.ts'
import { aCase } from '../case.ts'
import { cast } from '../cast.ts'
import { ownDatabase } from '../database.ts'
import { signIn, withPassword } from '../sign-in.ts'
import { visitor } from '../visitor.ts'

ownDatabase()
const app = createApp()
const { post } = visitor(app)
const password = 'copper lantern tide'

beforeAll(async () => {
  await withPassword(cast.tom, password)
  await asWorker(cast.pat, db => inviteWorker(db, cast.noor))
})

/** What was answered, without what the asker typed and the reference of the request. */
async function told(answer: Response | Promise<Response>, ...typed: string[]): Promise<[number, string]> {
  const { status } = await answer
  let text = await (await answer).text()
  for (const each of typed) text = text.replaceAll(each, 'TYPED')
  return [status, text.replaceAll(/\b[0-9a-f]{8}\b/g, 'REFERENCE')]
}

test('signing in computes one hash, whether the account is there, has no password, has ended or never was', async () => {
  const { password: hashing } = await auth().$context
  const [hash, verify] = [vi.spyOn(hashing, 'hash'), vi.spyOn(hashing, 'verify')]
  const emails = ['tom.ashdown@example.test', 'noor.halabi@example.test', 'lena.fisk@example.test', 'nobody.at.all@example.test']
  const answers: unknown[] = []
  for (const email of emails) {
    hash.mockClear()
    verify.mockClear()
    answers.push(await told(post('/sign-in', { email, password: 'wrong words here' }), email))
    expect([email, hash.mock.calls.length + verify.mock.calls.length]).toEqual([email, 1])
  }
  for (const answer of answers) expect(answer).toEqual(answers[0])
})

test('a forgotten password is answered alike, before anything is looked up', async () => {
  const known = await told(post('/password', { email: 'tom.ashdown@example.test' }), 'tom.ashdown@example.test')
  const unknown = await told(post('/password', { email: 'nobody@example.test' }), 'nobody@example.test')
  expect(known).toEqual(unknown)
  expect(known[0]).toBe(200)
})

test('a used, a replaced and an invented invitation or reset are one and the same', async () => {
  const first = await asWorker(cast.pat, db => inviteWorker(db, cast.sam))
  await asWorker(cast.pat, db => inviteWorker(db, cast.sam))
  expect(await told(app.request(`/invitations/${first}`), first)).toEqual(await told(app.request('/invitations/invented'), 'invented'))
  const fields = { password: 'marble window cloud' }
  expect(await told(post(`/invitations/${first}`, fields), first)).toEqual(await told(post('/invitations/invented', fields), 'invented'))
  const reset = (token: string) => told(post(`/password/${token}`, fields), token)
  expect((await reset('invented-token'))[0]).toBe(422)
  expect(await reset('invented-token')).toEqual(await reset('another-token'))
})

test('a hidden case, its parts and an invented one are the same page, for looking and for changing', async () => {
  const hidden = await aCase()
  const cookie = await signIn(cast.owen)
  const invented = newId()
  const get = (path: string) => app.request(path, { headers: { cookie } })
  for (const part of ['', '/chronology', '/people', '/places', '/plan', '/documents', '/sharing', '/looks', '/messages'])
    expect(await told(get(`/cases/${hidden}${part}`), hidden)).toEqual(await told(get(`/cases/${invented}${part}`), invented))
  for (const part of ['/closing', '/entries', '/documents', '/messages', '/places', '/reopening']) {
    const asked = (id: string) => told(post(`/cases/${id}${part}`, { reason: 'x', text: 'x' }, cookie), id)
    expect(await asked(hidden)).toEqual(await asked(invented))
  }
})

test('a reference that is taken and one that is not find the same nothing', async () => {
  const hidden = await aCase()
  const row = await asWorker(cast.tom, db => db.selectFrom('cases').select('reference').where('id', '=', hidden).executeTakeFirstOrThrow())
  const cookie = await signIn(cast.owen)
  const search = (words: string) => told(app.request(`/search?q=${words}`, { headers: { cookie } }), words)
  expect(await search(row.reference)).toEqual(await search('7777-7777'))
})
