/** Attempts to learn from what surrounds a page, or from how much is asked for it, what a worker may not know. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, agreement, cast, team } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { aSidedCase } from '../../../test/sided-case.ts'
import { asWorker, type Db, newId, transact } from '../../platform/db.ts'
import { findMyOpening, openInEmergency } from '../break-glass/index.ts'
import { declareConflict } from '../conflicts/index.ts'
import { sendMessage } from '../messages/index.ts'
import { askAgency } from '../requests/commands.ts'
import { shareCase } from '../sharing/commands.ts'
import { newShare } from '../sharing/inputs.ts'
import { type MayWait, mayWait } from './index.ts'

const database = ownDatabase()
const nothing: MayWait = { unread: 0, recalls: false, requests: false, searches: false, alerts: false, messages: false, emergencies: false }
const waitsFor = (who: string) => asWorker(who, mayWait)
const urgent = (caseId: string, to: string, more: { side?: string; category?: 'health' } = {}) =>
  asWorker(cast.tom, db => sendMessage(db, caseId, { body: 'He has her keys', to, answerWithin: '1', ...more }))
const question = { case: null, about: 'Ayo Adeyemi', question: 'Who works with him?', purpose: 'To visit', urgency: 'today' as const }
const named = (who: Record<string, boolean>) => Object.keys(who).filter(name => who[name])
/** For whom of the cast something of a kind waits. */
async function whom(kind: Exclude<keyof MayWait, 'unread'>): Promise<string[]> {
  const answers: Record<string, boolean> = {}
  for (const name of ['tom', 'ingrid', 'sam', 'grace', 'amir', 'noor', 'pat'] as const) answers[name] = (await waitsFor(cast[name]))[kind]
  return named(answers)
}

test('that a question waits for an answer moves no page of those who may not know of it, not even by the time it takes', async () => {
  const caseId = await aCase()
  await share(caseId, agency.health)
  await asWorker(cast.noor, db => askAgency(db, { ...question, to: `${agency.police}:${agreement.county}`, case: caseId }))
  expect(await whom('requests')).toEqual(['ingrid', 'noor'])
  await asWorker(cast.ingrid, db => declareConflict(db, { caseId, basis: 'My brother' }))
  expect(await whom('requests')).toEqual(['noor'])
  await behindTheRules(database, ['information_requests'], client =>
    client.query('update information_requests set handed_to = $1', [cast.sam]),
  )
  expect(await whom('requests')).toEqual(['sam', 'noor'])
})

test('nor that something was called back, or that somebody was searched for', async () => {
  const [ended, own] = [await aCase(), await aCase(cast.grace)]
  await behindTheRules(database, ['recalls', 'search_notices'], async client => {
    await client.query('delete from recalls')
    await client.query(
      `insert into recalls (kind, subject_id, case_id, reference, owner_agency_id, agency_id, ended_at) values ('share', $1, $2, 'X', $3, $4, now())`,
      [newId(), ended, agency.police, agency.housing],
    )
    await client.query(
      `insert into search_notices (case_id, reference, owner_agency_id, searcher_id, searcher_agency_id) values ($1, 'X', $2, $3, $4)`,
      [own, agency.housing, cast.noor, agency.health],
    )
  })
  expect([await whom('recalls'), await whom('searches')]).toEqual([['amir'], ['grace']])
  await asWorker(cast.grace, db => declareConflict(db, { caseId: own, basis: 'My brother' }))
  expect(await whom('searches')).toEqual([])
})

test('nothing waits any more once a category, a side, a share, a seat or an agreement has ended, or a conflict was found', async () => {
  const change = (table: string, statement: string, ...values: string[]) =>
    behindTheRules(database, [table], client => client.query(statement, values))
  const access = (to: string) => (caseId: string) =>
    change('case_access', `update case_access set ${to} where case_id = $1 and principal_id = $2`, caseId, agency.housing)
  const ends: [what: string, end: (caseId: string) => Promise<unknown>][] = [
    ['its category', access(`categories = '{}'`)],
    ['its side', access(`sides = '{subject}'`)],
    ['the share', access('ends_at = now()')],
    ['a conflict', caseId => asWorker(cast.grace, db => declareConflict(db, { caseId, basis: 'My brother' }))],
    ['the agreement', () => change('agreements', 'update agreements set suspended_at = now() where id = $1', agreement.county)],
  ]
  for (const [what, end] of ends) {
    const { caseId } = await aSidedCase()
    await urgent(caseId, agency.housing, { side: 'victim', category: 'health' })
    expect([what, ...(await urgentFor(cast.grace))]).toEqual([what, true, 1])
    await end(caseId)
    expect([what, ...(await urgentFor(cast.grace))]).toEqual([what, false, 0])
  }
  await change('agreements', 'update agreements set suspended_at = null where id = $1', agreement.county)
  const ofTeam = await aCase()
  await share(ofTeam, team.hub)
  await urgent(ofTeam, team.hub)
  expect(await urgentFor(cast.noor)).toEqual([true, 1])
  await change('team_members', 'update team_members set ends_on = current_date - 1 where worker_id = $1', cast.noor)
  expect(await urgentFor(cast.noor)).toEqual([false, 0])
  for (const gone of [cast.lena, cast.stefan]) await expect(waitsFor(gone)).rejects.toThrow('Sign in')
})

test('whoever looks through a share before it is made has nothing waiting: neither what is theirs nor what is the other agency’s', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing)
  await urgent(caseId, agency.housing)
  await asWorker(cast.noor, db => askAgency(db, { ...question, to: `${agency.police}:${agreement.county}` }))
  await open(cast.ingrid, await aCase(cast.grace))
  expect(await waitsFor(cast.ingrid)).toMatchObject({ requests: true, emergencies: true })
  expect(await waitsFor(cast.grace)).toMatchObject({ messages: true })
  const typed = { with: agency.housing, tier: 'lead', basis: 'vital', reason: 'Working on it', until: '1/1/2030' }
  const through = (db: Db) => shareCase(db, caseId, newShare.parse(typed)).then(id => sql`select see_through(${id})`.execute(db))
  const seen = await transact({ worker: cast.ingrid }, mayWait, async db => {
    // Asked before: what was found for the worker is not kept for those whose eyes they look through.
    await mayWait(db)
    await through(db)
    return { ...db.actor, nobody: true }
  })
  expect(seen).toEqual(nothing)
})

test('an emergency over a conflict of interest looks as any other while it lasts', async () => {
  const [plain, shut] = [await aCase(), await aCase()]
  await share(shut, agency.housing)
  await asWorker(cast.grace, db => declareConflict(db, { caseId: shut, basis: 'My brother' }))
  for (const caseId of [plain, shut]) await open(cast.grace, caseId)
  const bands = await asWorker(cast.grace, db => Promise.all([plain, shut].map(caseId => findMyOpening(db, caseId))))
  expect(bands.map(band => band?.caseId)).toEqual([plain, shut])
})

const urgentFor = async (who: string) => {
  const { messages, unread } = await waitsFor(who)
  return [messages, unread]
}

async function open(who: string, caseId: string) {
  const { rows } = await behindTheRules(database, ['cases'], client => client.query('select reference from cases where id = $1', [caseId]))
  return asWorker(who, db => openInEmergency(db, { reference: rows[0].reference, reason: 'She rang from the car', minutes: 30 }))
}
