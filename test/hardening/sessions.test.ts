/** A session that somebody else planted or kept is worth nothing: its name changes at each sign-in, each step and each change of role. */
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { asWorker } from '../../src/platform/db.ts'
import { cast } from '../cast.ts'
import { ownDatabase } from '../database.ts'
import { signIn, withPassword } from '../sign-in.ts'
import { cookiesOf, visitor } from '../visitor.ts'

ownDatabase()
const { post, alive } = visitor(createApp())
const password = 'copper lantern tide'
const tom = { email: 'tom.ashdown@example.test', password }

beforeAll(() => withPassword(cast.tom, password))

test('a session planted before signing in is not the one that is signed in, and ends', async () => {
  const planted = await signIn(cast.owen)
  const answer = await post('/sign-in', tom, planted)
  expect(cookiesOf(answer)).not.toContain(planted.split('=')[1])
  expect(await alive(planted)).toBe(401)
  expect(await alive(cookiesOf(answer))).toBe(200)
})

test.each([
  'kith.session_token=chosen-by-somebody.AAAA',
  'kith.session_token=',
  'kith.session_token=a.b.c; kith.session_token=d',
  `kith.session_token=${'x'.repeat(4000)}`,
])('a session that nobody began (%s) is nobody, before and after', async made => {
  expect(await alive(made)).toBe(401)
  const answer = await post('/sign-in', tom, made)
  expect(answer.status).toBe(303)
  expect(cookiesOf(answer)).not.toContain('chosen-by-somebody')
  expect(await alive(made)).toBe(401)
})

test('signing in twice gives two names', async () => {
  const [one, two] = [cookiesOf(await post('/sign-in', tom)), cookiesOf(await post('/sign-in', tom))]
  expect(one).not.toBe(two)
})

test('whoever gains or loses a role signs in anew, and a colleague does not', async () => {
  const role = { workerId: cast.grace, role: 'information_governance_lead', givenBy: cast.amir }
  const colleague = await signIn(cast.amir)
  const before = await signIn(cast.grace)
  await asWorker(cast.amir, db => db.insertInto('workerRoles').values(role).execute())
  expect(await alive(before)).toBe(401)
  const during = await signIn(cast.grace)
  await asWorker(cast.amir, db => db.deleteFrom('workerRoles').where('workerId', '=', cast.grace).execute())
  expect(await alive(during)).toBe(401)
  expect(await alive(colleague)).toBe(200)
})

test('a session is never taken from an address', async () => {
  const value = (await signIn(cast.tom)).split('=')[1] ?? ''
  const answer = await createApp().request(`/session/alive?session_token=${value}&kith.session_token=${value}`)
  expect(answer.status).toBe(401)
})
