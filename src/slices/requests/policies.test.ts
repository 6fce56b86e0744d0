/** Who sees, makes, hands on and answers requests for information (`information_requests`), and who is told of a search (`search_notices`). */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, agreement, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'
import { declareConflict } from '../conflicts/index.ts'

const database = ownDatabase()
const id = newId()
const row = (more = {}) => ({
  id: newId(),
  fromAgencyId: agency.police,
  toAgencyId: agency.housing,
  askedBy: cast.tom,
  agreementId: agreement.county,
  about: 'Ayo Adeyemi',
  purpose: 'To visit safely',
  question: 'Who works with him?',
  urgency: 'soon',
  dueOn: sql<string>`current_date`,
  ...more,
})
const ask =
  (more = {}) =>
  async (db: Db) => {
    await db.insertInto('informationRequests').values(row(more)).execute()
    return true
  }
const answer =
  (by: string, more = {}) =>
  (db: Db) =>
    db
      .updateTable('informationRequests')
      .set({ answer: 'nil', answeredBy: by, answeredAt: sql<Date>`now()`, ...more })
      .where('id', '=', id)
      .execute()
const hand = (to: string) => (db: Db) => db.updateTable('informationRequests').set({ handedTo: to }).where('id', '=', id).execute()
const whoThemselves = async (deed: (worker: string) => (db: Db) => Promise<unknown>) => {
  const able: string[] = []
  for (const [name, worker] of Object.entries(cast)) if ((await may(worker, deed(worker))) === 'yes') able.push(name)
  return able
}
const seeIt = (db: Db) => db.selectFrom('informationRequests').selectAll().where('id', '=', id).execute()

beforeAll(() => asWorker(cast.tom, ask({ id })))

test('the asker, their governance lead and those who answer for the other agency see a request, and nobody else', async () => {
  expect(await whoMay(cast, seeIt)).toEqual(['tom', 'ingrid', 'amir'])
  expect(await may(cast.grace, seeIt)).toBe('no')
})

test('a worker asks in their own name, for their own agency, on an agreement in force with the other', async () => {
  expect(await whoMay(cast, ask())).toEqual(['tom'])
  expect(await whoMay(cast, ask({ toAgencyId: agency.outside }))).toEqual([])
  expect(await whoMay(cast, ask({ toAgencyId: agency.ended, agreementId: agreement.over }))).toEqual([])
  expect(await may(cast.tom, ask({ dueOn: sql<string>`current_date - 1` }))).toBe('no')
  expect(await may(cast.tom, ask({ caseId: await aCase(cast.noor) }))).toBe('no')
  expect(await may(cast.owen, ask({ askedBy: cast.owen, fromAgencyId: agency.outside }))).toBe('no')
})

test('only the agency that is asked answers, once, now, and in the answerer’s name', async () => {
  expect(await whoThemselves(worker => answer(worker))).toEqual(['amir'])
  expect(await may(cast.amir, answer(cast.grace))).toBe('no')
  expect(await may(cast.amir, answer(cast.amir, { answeredAt: sql<Date>`now() - interval '1 day'` }))).toBe('no')
})

test('an answer may not point at a share that is not its own', async () => {
  const foreign = await share(await aCase(), agency.housing)
  expect(await may(cast.amir, answer(cast.amir, { answer: 'share', grantId: foreign }))).toBe('no')
  expect(await may(cast.amir, answer(cast.amir, { answer: 'share', grantId: null }))).toBe('no')
})

test('it is handed to a worker of the same agency, who may then answer', async () => {
  expect(await may(cast.amir, hand(cast.tom))).toBe('no')
  expect(await whoMay(cast, hand(cast.grace))).toEqual(['amir'])
  await asWorker(cast.amir, hand(cast.grace))
  expect(await whoMay(cast, seeIt)).toEqual(['tom', 'ingrid', 'grace', 'amir'])
  expect(await whoThemselves(worker => answer(worker))).toEqual(['grace', 'amir'])
})

test('nobody rewords or removes a request, and what is answered stays', async () => {
  await asWorker(cast.amir, answer(cast.amir))
  expect(await whoThemselves(worker => answer(worker))).toEqual([])
  for (const deed of [
    (db: Db) => db.updateTable('informationRequests').set({ question: 'Something else' }).execute(),
    (db: Db) => db.deleteFrom('informationRequests').execute(),
  ])
    expect(await whoMay(cast, deed)).toEqual([])
})

test('of a search, the case’s leader and its governance lead are told, and nobody makes a notice up', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'lead' })
  await behindTheRules(database, ['search_notices'], client =>
    client.query(
      `insert into search_notices (case_id, reference, owner_agency_id, searcher_id, searcher_agency_id) values ($1, 'X', $2, $3, $4)`,
      [caseId, agency.police, cast.noor, agency.health],
    ),
  )
  expect(await whoMay(cast, db => db.selectFrom('searchNotices').selectAll().execute())).toEqual(['tom', 'ingrid'])
  expect(await whoMay(cast, db => db.deleteFrom('searchNotices').execute())).toEqual([])
})

test('nobody in conflict with the case that a request is for reads it, nor answers it', async () => {
  const [caseId, forCase] = [await aCase(), newId()]
  await share(caseId, agency.housing)
  await asWorker(cast.tom, ask({ id: forCase, caseId }))
  const seeThis = (db: Db) => db.selectFrom('informationRequests').select('id').where('id', '=', forCase).execute()
  expect(await whoMay(cast, seeThis)).toEqual(['tom', 'ingrid', 'amir'])
  for (const worker of [cast.ingrid, cast.amir]) await asWorker(worker, db => declareConflict(db, { caseId, basis: 'My brother' }))
  expect(await whoMay(cast, seeThis)).toEqual(['tom'])
  const handThis = (db: Db) => db.updateTable('informationRequests').set({ handedTo: cast.grace }).where('id', '=', forCase).execute()
  expect(await whoMay(cast, handThis)).toEqual([])
})
