// The demonstration's one-click door, and that production has none.
import { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { makeDemonstrationAccounts } from '../../../test/demonstration.ts'
import { openSignIn, signIn } from '../../../test/sign-in.ts'
import { asWorker, transact } from '../../platform/db.ts'
import { type Kith, read } from '../../platform/requests.ts'
import { listDemonstrationPeople, refuseDemonstrationPeople } from './demonstration.ts'
import { accounts, session } from './index.ts'

ownDatabase()

const app = (kind: { demonstration: boolean; production: boolean }) =>
  new Hono<Kith>()
    .use(session)
    .route('/', accounts({ ...kind, dataDir: '/nowhere' }))
    .get('/me', c => read(c, async db => c.json(db.actor)))
const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map(each => each.split(';')[0])
    .join('; ')

beforeAll(() => openSignIn())

describe('A demonstration', () => {
  beforeAll(() => makeDemonstrationAccounts([cast.tom, cast.grace]))

  test('signs one of its people in with one click', async () => {
    const [grace] = (await listDemonstrationPeople()).filter(person => person.workerId === cast.grace)
    const demonstration = app({ demonstration: true, production: false })
    const answer = await demonstration.request('/demonstration/sign-in', form({ user: grace?.userId ?? '', next: '/me' }))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/me'])
    const me = await demonstration.request('/me', { headers: { cookie: cookieOf(answer) } })
    expect(await me.json()).toMatchObject({ workerId: cast.grace, name: 'Grace Penhale' })
    const events = await asWorker(cast.grace, db => db.selectFrom('events').select('kind').where('kind', '=', 'signed_in').execute())
    expect(events).toHaveLength(1)
  })

  test('has no such door in production', async () => {
    const production = app({ demonstration: true, production: true })
    expect(production.routes.filter(route => route.path.includes('demonstration'))).toEqual([])
    const [person] = await listDemonstrationPeople()
    const answer = await production.request('/demonstration/sign-in', form({ user: person?.userId ?? '' }))
    expect(answer.status).toBe(404)
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  test('is refused when production finds its people in the database', async () => {
    await expect(refuseDemonstrationPeople()).rejects.toThrow('invented people')
  })
})

describe('A test', () => {
  test('signs a worker in with a real cookie', async () => {
    const cookie = await signIn(cast.tom)
    const me = await app({ demonstration: false, production: false }).request('/me', { headers: { cookie } })
    expect(await me.json()).toMatchObject({ workerId: cast.tom })
  })

  test('cannot sign in somebody who has left, or whose agency is suspended', async () => {
    await expect(signIn(cast.lena)).rejects.toThrow('may not sign in')
    await expect(signIn(cast.stefan)).rejects.toThrow('may not sign in')
  })

  test('does not get in with a token that was made up or changed', async () => {
    await expect(transact({ session: 'made up' }, async () => 0)).rejects.toThrow('Sign in')
    const cookie = (await signIn(cast.tom)).replace(/=./, first => (first === '=Z' ? '=Y' : '=Z'))
    const me = app({ demonstration: false, production: false }).onError((error, c) => c.text(error.name, 401))
    expect((await me.request('/me', { headers: { cookie } })).status).toBe(401)
  })
})
