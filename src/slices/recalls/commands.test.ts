/** What goes when something ends: by hand, by the clock, for a worker, for a person and for an entry. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { behindTheRules, beforeDrop, ownDatabase } from '../../../test/database.ts'
import { testSecret } from '../../../test/secret.ts'
import { aSidedCase, joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { urlFor } from '../../platform/migrate.ts'
import { connectSystem, disconnectSystem } from '../../platform/system-db.ts'
import { addAim, giveTask } from '../plan/index.ts'
import { endShare } from '../sharing/commands.ts'
import { recallWhatEnded } from './jobs.ts'
import { listOurRecalls, listRecallsOf, listWaitingRecalls } from './queries.ts'
import { recalls } from './routes.tsx'

const database = ownDatabase()
beforeAll(() => connectSystem({ connectionString: urlFor(database.ownerUrl, 'kith_clock', testSecret), max: 2 }))
beforeDrop(disconnectSystem)
beforeEach(() => behindTheRules(database, ['recalls', 'drafts'], client => client.query('delete from recalls; delete from drafts')))

const drafted = (worker: string, ...keys: string[]) =>
  asWorker(worker, db =>
    db
      .insertInto('drafts')
      .values(keys.map(key => ({ workerId: worker, key, body: '"half"' })))
      .execute(),
  )
const draftsOf = (worker: string) =>
  asWorker(worker, async db => (await db.selectFrom('drafts').select('key').orderBy('key').execute()).map(row => row.key))
const printed = (worker: string, caseId: string) => asWorker(worker, db => seen(db, 'print', caseId, { caseId }))
const looked = (worker: string, caseId: string) => asWorker(worker, db => seen(db, 'case', caseId, { caseId }))
const found = (caseId: string) => asWorker(cast.tom, db => listRecallsOf(db, caseId))
const entry = async (caseId: string, more = {}) => {
  const id = newId()
  const row = { id, caseId, kind: 'note', occurredAt: new Date(), body: 'She rang', authorId: cast.tom, agencyId: agency.police, ...more }
  await asWorker(cast.tom, db => db.insertInto('entries').values(row).execute())
  return id
}
const end = (caseId: string, shareId: string) => asWorker(cast.tom, db => endShare(db, caseId, shareId, 'It is done'))

test('a share that is ended takes the drafts about its case along, and nobody else’s', async () => {
  const [caseId, other] = [await aCase(), await aCase()]
  const shareId = await share(caseId, agency.housing, { tier: 'contribute' })
  const entryId = await entry(caseId)
  const [aimId, taskId] = await asWorker(cast.tom, async db => {
    const task = { title: 'Change the locks', due: '2030-01-01', aim: '', detail: '', to: cast.tom }
    return [await addAim(db, caseId, { title: 'She feels safe' }), await giveTask(db, caseId, task)]
  })
  const [keys, others] = [
    [`entry:${caseId}`, `correction:${entryId}`, `aim:${aimId}`, `task-note:${taskId}`],
    [`entry:${other}`, 'new-person'],
  ]
  await drafted(cast.grace, ...keys, ...others)
  await drafted(cast.sam, `entry:${caseId}`)
  await printed(cast.grace, caseId)
  await end(caseId, shareId)
  expect(await draftsOf(cast.grace)).toEqual(others)
  expect(await draftsOf(cast.sam)).toEqual([`entry:${caseId}`])
  const [recall, ...more] = await found(caseId)
  expect(more).toEqual([])
  expect(recall).toMatchObject({ agencyName: 'Housing', kind: 'share', drafts: keys.length, confirmedAt: null })
  expect(recall?.copies).toMatchObject([{ kind: 'print', workerName: 'Grace Penhale' }])
})

test('an agency that another share still reaches is not told to destroy anything', async () => {
  const caseId = await aCase()
  const [first] = [await share(caseId, agency.housing), await share(caseId, agency.housing)]
  await printed(cast.grace, caseId)
  await drafted(cast.grace, `entry:${caseId}`)
  await end(caseId, first)
  expect(await found(caseId)).toEqual([])
  expect(await draftsOf(cast.grace)).toHaveLength(1)
})

test('a share with a team of several agencies is called back from each', async () => {
  const caseId = await aCase()
  await end(caseId, await share(caseId, team.hub))
  expect((await found(caseId)).map(one => one.agencyName).sort()).toEqual(['Harbour', 'Health'])
})

test('what ends by the clock is called back once, by the clock', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  await drafted(cast.grace, `message:${caseId}`)
  await recallWhatEnded()
  expect(await found(caseId)).toEqual([])
  await behindTheRules(database, ['grants', 'case_access'], client =>
    client.query(`update grants set starts_at = now() - interval '2 days', ends_at = now() - interval '1 minute' where id = $1`, [shareId]),
  )
  await recallWhatEnded()
  await recallWhatEnded()
  expect(await found(caseId)).toMatchObject([{ kind: 'share', drafts: 1 }])
  expect(await draftsOf(cast.grace)).toEqual([])
})

test('the prints of a worker who left are asked for', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing)
  await printed(cast.grace, caseId)
  await behindTheRules(database, ['workers'], client =>
    client.query('update workers set left_on = current_date where id = $1', [cast.grace]),
  )
  await recallWhatEnded()
  expect(await found(caseId)).toMatchObject([{ kind: 'worker', copies: [{ workerName: 'Grace Penhale' }] }])
  await behindTheRules(database, ['workers'], client => client.query('update workers set left_on = null where id = $1', [cast.grace]))
})

test('a corrected entry is told to whoever had looked since it was written, and may see it', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing)
  await share(caseId, agency.health, { categories: [] })
  const [plain, marked] = [await entry(caseId), await entry(caseId, { category: 'health' })]
  await looked(cast.grace, caseId)
  await looked(cast.noor, caseId)
  await entry(caseId, { correctsId: marked, correctionReason: 'Wrong day', category: 'health' })
  expect((await found(caseId)).map(one => one.agencyName)).toEqual(['Housing'])
  await entry(caseId, { correctsId: plain, correctionReason: 'Wrong day' })
  expect((await found(caseId)).map(one => one.agencyName).sort()).toEqual(['Health', 'Housing', 'Housing'])
  expect(await asWorker(cast.amir, db => listWaitingRecalls(db, 5))).toEqual([])
})

test('a restricted entry that is put right is told to nobody', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing)
  const hidden = await entry(caseId, { restricted: true })
  await looked(cast.grace, caseId)
  await entry(caseId, { correctsId: hidden, correctionReason: 'Wrong day', restricted: true })
  expect(await asWorker(cast.amir, db => listOurRecalls(db))).toEqual([])
})

test('a person who leaves one side is told to nobody of the other', async () => {
  const { caseId, otherId } = await aSidedCase()
  const row = await asWorker(cast.tom, db =>
    joins(db, caseId, otherId, { side: 'victim', role: 'Witness' }).then(() =>
      db
        .selectFrom('casePeople')
        .select('id')
        .where('caseId', '=', caseId)
        .where('personId', '=', otherId)
        .where('role', '=', 'Witness')
        .executeTakeFirstOrThrow(),
    ),
  )
  await looked(cast.noor, caseId)
  await looked(cast.grace, caseId)
  await asWorker(cast.tom, db =>
    db.updateTable('casePeople').set({ endedAt: new Date(), endedBy: cast.tom, endReason: 'A mistake' }).where('id', '=', row.id).execute(),
  )
  const told = await behindTheRules(database, ['recalls'], client => client.query('select agency_id, kind from recalls'))
  expect(told.rows).toEqual([{ agency_id: agency.housing, kind: 'person' }])
})

test('the agency says on its page what it did, and the case’s own page shows it', async () => {
  const caseId = await aCase()
  await end(caseId, await share(caseId, agency.housing))
  const [waiting] = await asWorker(cast.amir, db => listWaitingRecalls(db, 5))
  const ask = asking(recalls, cast.amir)
  expect(await (await ask('/recalls')).text()).toContain(waiting?.reference)
  const at = `/recalls/${waiting?.id}/confirmation`
  expect((await ask(at, form({ words: '' }))).status).toBe(422)
  expect((await ask(at, form({ words: 'Shredded both prints.' }))).status).toBe(303)
  expect((await ask(at, form({ words: 'Again.' }))).status).toBe(409)
  expect(await (await asking(recalls, cast.tom)(`/cases/${caseId}/recalls`)).text()).toContain('Shredded both prints.')
  expect((await asking(recalls, cast.owen)(`/cases/${caseId}/recalls`)).status).toBe(404)
  expect((await asking(recalls, cast.owen)(at)).status).toBe(404)
})
