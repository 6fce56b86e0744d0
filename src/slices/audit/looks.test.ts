/** The look log as it is read: filtered, in pages, and by those who answer for a case. */
import { beforeAll, expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createApp } from '../../app.tsx'
import { asWorker, newId } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { listTrail, type TrailFilter } from './queries.ts'

const database = ownDatabase()
let id: string
let kept: string

beforeAll(async () => {
  id = await aCase()
  kept = await aCase(cast.sam, { ownerTeamId: team.slaveryTeam })
  await share(id, agency.housing)
  for (let n = 0; n < 5; n++) await asWorker(cast.grace, db => seen(db, n % 2 ? 'brief' : 'case', id, { caseId: id }))
  await asWorker(cast.sam, db => seen(db, 'case', kept, { caseId: kept }))
  await asWorker(cast.tom, db => seen(db, 'search', null, { words: 'fern court' }))
})

const looks = (who: string, filter: TrailFilter, most?: number) => asWorker(who, db => listTrail(db, { looksOnly: true, ...filter }, most))
async function get(who: string, path: string): Promise<{ status: number; text: string }> {
  const answer = await createApp().request(path, { headers: { cookie: await signIn(who) } })
  return { status: answer.status, text: await answer.text() }
}

test('looks are filtered by worker, kind, case and day', async () => {
  expect(await looks(cast.tom, { caseId: id, who: 'grace' })).toHaveLength(5)
  expect(await looks(cast.tom, { caseId: id, kind: 'brief' })).toHaveLength(2)
  expect(await looks(cast.tom, { caseId: id, from: '2020-01-01', until: '2020-01-01' })).toHaveLength(0)
  const reference = (await looks(cast.ingrid, { caseId: kept }))[0]?.reference ?? ''
  expect(await looks(cast.ingrid, { reference })).toHaveLength(1)
})

test('a case that one worker opens for the first time in two windows at once is shown in both', async () => {
  const caseId = await aCase()
  const [looked, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const look = () =>
    asWorker(cast.tom, async db => {
      const by = { workerId: db.actor.workerId, agencyId: db.actor.agencyId }
      await db
        .insertInto('looks')
        .values({ id: newId(), kind: 'case', caseId, subjectId: caseId, ...by })
        .execute()
      looked.resolve()
      await end.promise
    })
  const one = look()
  await looked.promise
  let over = false
  const other = look().finally(() => {
    over = true
  })
  // Until the other waits for what the first has not kept yet.
  const waits = `select from pg_locks where not granted and locktype = 'transactionid'`
  await behindTheRules(database, [], async client => {
    while (!over && (await client.query(waits)).rowCount === 0);
  })
  end.resolve()
  await Promise.all([one, other])
  expect(await looks(cast.tom, { caseId })).toHaveLength(2)
  expect(await asWorker(cast.tom, db => db.selectFrom('lastLooks').select('beforeAt').where('caseId', '=', caseId).execute())).toEqual([
    { beforeAt: null },
  ])
})

test('pages follow one another without a look lost or shown twice', async () => {
  const first = await looks(cast.tom, { caseId: id, who: 'grace' }, 2)
  expect(first).toHaveLength(3)
  const last = first[1]
  const rest = await looks(cast.tom, { caseId: id, who: 'grace', after: { at: last?.cursor ?? '', id: last?.id ?? '' } }, 10)
  expect(new Set([...first.slice(0, 2), ...rest].map(look => look.id)).size).toBe(5)
})

test('those who lead a case read who looked; other readers are told that they may not; outsiders find nothing', async () => {
  expect(await get(cast.tom, `/cases/${id}/looks`)).toMatchObject({ status: 200, text: expect.stringContaining('Grace Penhale') })
  expect((await get(cast.grace, `/cases/${id}/looks`)).status).toBe(403)
  expect((await get(cast.owen, `/cases/${id}/looks`)).status).toBe(404)
})

test('an information-governance lead reads who looked at a case that they may not see themselves', async () => {
  const { status, text } = await get(cast.ingrid, `/cases/${kept}/looks`)
  expect(status).toBe(200)
  expect(text).toContain('Sam Okoro')
  expect(text).not.toContain('Noise at Fern Court')
  expect((await get(cast.ingrid, `/cases/${kept}/sharing`)).text).toContain('Slavery team')
})

test('everybody reads their own trail, and only information-governance leads read everybody’s', async () => {
  expect((await get(cast.tom, '/account/trail')).text).toContain('searched for “fern court”')
  expect((await get(cast.tom, '/looks')).status).toBe(403)
  expect((await get(cast.ingrid, '/looks')).text).toContain('searched for “fern court”')
})
