/** Who sees that something was called back, and who says that they acted: the tables `recalls` and `recall_copies`. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { asWorker, type Db } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { endShare } from '../sharing/commands.ts'

const database = ownDatabase()
let caseId = ''
beforeAll(async () => {
  caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  await asWorker(cast.grace, db => seen(db, 'print', caseId, { caseId }))
  await asWorker(cast.tom, db => endShare(db, caseId, shareId, 'It is done'))
})

const recallsOf = (db: Db) => db.selectFrom('recalls').selectAll().where('caseId', '=', caseId).execute()
const answer =
  (by: string, at = sql<Date>`now()`) =>
  (db: Db) =>
    db.updateTable('recalls').set({ confirmedAt: at, confirmedBy: by, confirmedWords: 'Shredded' }).where('caseId', '=', caseId).execute()

test('the case’s own agency, the administrators of the other and the holder of a copy see a recall', async () => {
  expect(await whoMay(cast, recallsOf)).toEqual(['tom', 'ingrid', 'sam', 'grace', 'amir', 'pat'])
  expect(await whoMay(cast, db => db.selectFrom('recallCopies').selectAll().where('caseId', '=', caseId).execute())).toEqual([
    'tom',
    'ingrid',
    'sam',
    'grace',
    'amir',
    'pat',
  ])
})

test('only the agency it was called back from says that it acted, in the speaker’s own name and now', async () => {
  const able: string[] = []
  for (const [name, worker] of Object.entries(cast)) if ((await may(worker, answer(worker))) === 'yes') able.push(name)
  expect(able).toEqual(['grace', 'amir'])
  expect(await may(cast.grace, answer(cast.amir))).toBe('no')
  expect(await may(cast.grace, answer(cast.grace, sql<Date>`now() - interval '1 day'`))).toBe('no')
})

test('nobody makes, rewords or removes a recall by hand', async () => {
  const whole = {
    caseId,
    reference: 'X',
    ownerAgencyId: agency.police,
    agencyId: agency.housing,
    kind: 'share',
    subjectId: caseId,
    endedAt: new Date(),
  }
  for (const deed of [
    (db: Db) => db.insertInto('recalls').values(whole).execute(),
    (db: Db) => db.updateTable('recalls').set({ reference: 'Y' }).execute(),
    (db: Db) => db.deleteFrom('recalls').execute(),
    (db: Db) => db.deleteFrom('recallCopies').execute(),
  ])
    expect(await whoMay(cast, deed)).toEqual([])
})

test('what was answered is answered', async () => {
  await asWorker(cast.amir, answer(cast.amir))
  expect(await may(cast.grace, answer(cast.grace))).toBe('no')
  const { rows } = await behindTheRules(database, ['recalls'], client => client.query('select confirmed_by from recalls'))
  expect(rows).toEqual([{ confirmed_by: cast.amir }])
})
