/** What was refused is recorded, with from where; and so is whoever failed at the door. */
import { beforeAll, expect, test } from 'vitest'
import { aCase } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { signIn, withPassword } from '../../../test/sign-in.ts'
import { createApp } from '../../app.tsx'
import { asWorker } from '../../platform/db.ts'

ownDatabase()
const absent = '0198f000-0000-7000-8000-0000000000ff'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
let id: string

beforeAll(async () => {
  id = await aCase()
})

async function ask(who: string, path: string, form?: Record<string, string>): Promise<{ status: number; text: string }> {
  const answer = await createApp().request(path, {
    headers: { cookie: await signIn(who), 'user-agent': firefox, 'sec-fetch-site': 'same-origin' },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  return { status: answer.status, text: await answer.text() }
}

const refusals = (who: string) =>
  asWorker(who, db => db.selectFrom('looks').selectAll().where('kind', '=', 'refused').orderBy('at').orderBy('id').execute())

test('hidden and absent are refused alike, and leave the same row, which the asker does not see', async () => {
  const hidden = await ask(cast.owen, `/cases/${id}`)
  const nothing = await ask(cast.owen, `/cases/${absent}`)
  expect([hidden.status, nothing.status]).toEqual([404, 404])
  expect(await refusals(cast.owen)).toEqual([])
  const [seen, ...more] = await refusals(cast.ingrid)
  expect(more).toEqual([])
  expect(seen).toMatchObject({
    subjectId: id,
    caseId: null,
    words: `GET /cases/${id}`,
    workerId: cast.owen,
    agencyId: agency.outside,
    device: 'Firefox on Windows',
    address: 'unknown',
  })
})

test('the governance lead of the asker’s own agency sees both, and whoever leads the case is not told who knocked', async () => {
  await ask(cast.sam, `/cases/${absent}`)
  expect((await refusals(cast.ingrid)).map(row => row.subjectId)).toContain(absent)
  expect(await refusals(cast.tom)).toEqual([])
  expect(await refusals(cast.sam)).toEqual([])
})

test('a null character in the address keeps nobody out of the record', async () => {
  expect((await ask(cast.owen, `/documents/${id}/versions/1%00/file`)).status).toBe(404)
  expect((await refusals(cast.ingrid)).map(row => row.words)).toContain(`GET /documents/${id}/versions/1/file`)
})

test('a change that is refused is recorded, though all else of its transaction was undone', async () => {
  const answer = await ask(cast.owen, `/cases/${id}/reopening`, { reason: 'It began again' })
  expect([403, 404]).toContain(answer.status)
  expect((await refusals(cast.ingrid)).map(row => row.words)).toContain(`POST /cases/${id}/reopening`)
})

test('a governance lead does not see their own refusals', async () => {
  await ask(cast.ingrid, `/cases/${absent}/people`)
  expect((await refusals(cast.ingrid)).filter(row => row.workerId === cast.ingrid)).toEqual([])
})

test('an ordinary look says from where', async () => {
  await ask(cast.tom, `/cases/${id}`)
  const looks = await asWorker(cast.tom, db => db.selectFrom('looks').selectAll().where('caseId', '=', id).execute())
  expect(looks.at(-1)).toMatchObject({ kind: 'case', device: 'Firefox on Windows', address: 'unknown' })
})

test('failed tries at the door are recorded: by name where the account is known, and by nobody where it is not', async () => {
  await withPassword(cast.tom, 'copper lantern tide')
  const knock = (email: string) =>
    createApp().request('/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ email, password: 'not the right one' }),
      headers: { 'user-agent': firefox, 'sec-fetch-site': 'same-origin' },
    })
  expect((await knock('tom.ashdown@example.test')).status).toBe(422)
  expect((await knock('nobody@example.test')).status).toBe(422)
  const tries = (who: string) =>
    asWorker(who, db => db.selectFrom('events').selectAll().where('kind', '=', 'sign_in_failed').orderBy('at').execute())
  expect(await tries(cast.tom)).toMatchObject([{ workerId: cast.tom, agencyId: agency.police, device: 'Firefox on Windows' }])
  expect((await tries(cast.pat)).map(row => row.workerId)).toEqual([cast.tom, null])
  expect(await tries(cast.grace)).toEqual([])
})
