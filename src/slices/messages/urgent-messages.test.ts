/** Urgent messages: first on Today of those they are to, and on to the whole team when none of them opens it in time. */
import pg from 'pg'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { behindTheRules, beforeDrop, ownDatabase } from '../../../test/database.ts'
import { testSecret } from '../../../test/secret.ts'
import { asWorker } from '../../platform/db.ts'
import { urlFor } from '../../platform/migrate.ts'
import { connectSystem, disconnectSystem } from '../../platform/system-db.ts'
import { tellWholeTeams } from '../receipts/jobs.ts'
import { listUrgentAlerts } from '../receipts/today-queries.ts'
import { today } from '../today/index.ts'
import { chronology } from '../chronology/index.ts'
import { listUrgentMessages, messages, sendMessage } from './index.ts'

const database = ownDatabase()
beforeAll(() => connectSystem({ connectionString: urlFor(database.ownerUrl, 'kith_clock', testSecret), max: 2 }))
beforeDrop(disconnectSystem)
beforeEach(() => behindTheRules(database, ['messages', 'message_reads', 'urgent_alerts'], client => client.query('delete from messages')))

const urgent = (caseId: string, to: string, by: string = cast.tom) =>
  asWorker(by, db => sendMessage(db, caseId, { body: 'He has her keys', to, answerWithin: '1', side: 'all' }))
const anHourLate = () =>
  behindTheRules(database, ['messages'], client =>
    client.query(`update messages set sent_at = now() - interval '2 hours', answer_by = now() - interval '1 hour'`),
  )
const page = async (slice: Parameters<typeof asking>[0], worker: string, path: string) => (await asking(slice, worker)(path)).text()
const open = (worker: string, caseId: string) => page(messages, worker, `/cases/${caseId}/messages`)
const waits = async (worker: string) => (await asWorker(worker, db => listUrgentMessages(db, 5))).map(one => one.id)
const told = async () => {
  const found: string[] = []
  for (const [name, worker] of Object.entries(cast))
    if (name !== 'lena' && name !== 'stefan' && (await asWorker(worker, listUrgentAlerts)).length > 0) found.push(name)
  return found
}

/** What open pages hear while something is done. */
async function stirred(deed: () => Promise<unknown>): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const [heard, over] = [[] as unknown[], Promise.withResolvers<void>()]
  client.on('notification', ({ payload = '' }) => (payload === 'over' ? over.resolve() : heard.push(JSON.parse(payload))))
  await client.query('listen kith')
  await deed()
  await client.query(`notify kith, 'over'`)
  await over.promise
  await client.end()
  return heard
}

test('it stands first on Today of those it is to, with by when, until one of them opens it', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing)
  const send = form({ body: 'He has her keys', to: agency.housing, answerWithin: '4' })
  expect((await asking(messages, cast.tom)(`/cases/${caseId}/messages`, send)).status).toBe(303)
  const home = await page(today, cast.grace, '/')
  expect(home).toMatch(/Urgent messages.*Tom Ashdown.*Answer by.*To do/s)
  expect(home).not.toContain('He has her keys')
  expect(await waits(cast.tom)).toEqual([])
  expect(await open(cast.amir, caseId)).toMatch(/Answer by.*He has her keys/s)
  expect(await waits(cast.grace)).toEqual([])
})

test('it stands first on the case, for those it is to and while none of them has opened it, and does not say what it says', async () => {
  const [caseId, other] = [await aCase(), await aCase()]
  for (const id of [caseId, other]) await share(id, agency.housing)
  await urgent(caseId, agency.housing)
  const waiting = 'Urgent message for Housing from Tom Ashdown, Police'
  const home = await page(chronology, cast.grace, `/cases/${caseId}`)
  expect(home.indexOf(waiting)).toBeGreaterThan(0)
  expect(home.indexOf(waiting)).toBeLessThan(home.indexOf('Owner and lead'))
  expect(home).not.toContain('He has her keys')
  expect(await page(chronology, cast.grace, `/cases/${other}`)).not.toContain('Urgent message')
  expect(await page(chronology, cast.tom, `/cases/${caseId}`)).not.toContain('Urgent message')
  await open(cast.amir, caseId)
  expect(await page(chronology, cast.grace, `/cases/${caseId}`)).not.toContain('Urgent message')
})

test('that it is opened is told to open pages of its writer, and to nobody once the case is closed to them', async () => {
  const [caseId, ended] = [await aCase(), await aCase()]
  await share(caseId, agency.housing)
  const shareId = await share(ended, agency.housing)
  await urgent(caseId, agency.police, cast.grace)
  await urgent(ended, cast.tom, cast.grace)
  await behindTheRules(database, ['grants', 'case_access', 'recalls'], client =>
    client.query('update grants set revoked_at = now() where id = $1', [shareId]),
  )
  expect(await stirred(() => open(cast.tom, ended))).toEqual([])
  expect(await stirred(() => open(cast.sam, caseId))).toEqual([{ to: cast.grace }])
})

test('it must be to somebody; what was typed comes back', async () => {
  const caseId = await aCase()
  const answer = await asking(messages, cast.tom)(
    `/cases/${caseId}/messages`,
    form({ body: 'He has <her> keys', to: '', answerWithin: '4' }),
  )
  const text = await answer.text()
  expect([answer.status, text.includes('Choose who is to answer.'), text.includes('He has &lt;her&gt; keys')]).toEqual([422, true, true])
  expect(text).toMatch(/<option value="4" selected/)
})

test('when none of them opened it in time, the whole team is told, once', async () => {
  const caseId = await aCase()
  await share(caseId, team.hub)
  await urgent(caseId, team.hub)
  await tellWholeTeams()
  expect(await told()).toEqual([])
  await anHourLate()
  await tellWholeTeams()
  await tellWholeTeams()
  expect(await told()).toEqual(['noor', 'aisha'])
  expect(await open(cast.tom, caseId)).toContain('Their whole team is told: ring them.')
  expect((await page(today, cast.noor, '/')).match(/messages#message-/g)).toHaveLength(2)
  await open(cast.noor, caseId)
  expect(await told()).toEqual([])
  expect(await open(cast.tom, caseId)).toContain('Read by Noor Halabi')
})

test('a colleague of the one it is to reads for whom it is, and nothing of the case or of what it says', async () => {
  const caseId = await aCase(cast.grace, { programme: 'da-marac' })
  await share(caseId, cast.sam, {}, cast.grace)
  const id = await urgent(caseId, cast.sam, cast.grace)
  await behindTheRules(database, ['team_members'], client =>
    client.query('insert into team_members (team_id, worker_id, starts_on) values ($1, $2, current_date)', [team.slaveryTeam, cast.ingrid]),
  )
  await anHourLate()
  await tellWholeTeams()
  expect(await told()).toEqual(['ingrid', 'sam'])
  const home = await page(today, cast.ingrid, '/')
  expect(home).toContain('Something for Sam Okoro')
  for (const hidden of ['Fern Court', 'her keys', caseId, id]) expect(home).not.toContain(hidden)
  expect(await page(today, cast.sam, '/')).toContain(`/cases/${caseId}/messages#message-${id}`)
  await behindTheRules(database, ['team_members'], client => client.query('delete from team_members where worker_id = $1', [cast.ingrid]))
  // Who has left the team is no colleague any more.
  expect(await told()).toEqual(['sam'])
})

test('nobody is told whom a conflict of interest keeps out, nor when those it is to may no longer read it', async () => {
  const [caseId, ended] = [await aCase(), await aCase()]
  await share(caseId, team.hub)
  const shareId = await share(ended, agency.housing)
  await urgent(caseId, team.hub)
  await urgent(ended, agency.housing)
  await behindTheRules(database, ['conflicts', 'shut_cases', 'grants', 'case_access', 'recalls'], async client => {
    const shut = `insert into conflicts (worker_id, case_id, kind, basis) values ($1, $2, 'declared by administrator', 'Cousin')`
    await client.query(shut, [cast.noor, caseId])
    await client.query(`update grants set revoked_at = now() where id = $1`, [shareId])
  })
  await anHourLate()
  await tellWholeTeams()
  expect(await told()).toEqual(['aisha'])
})

test('that its author looks at it again is no opening, nor that all is marked as read', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing)
  const id = await urgent(caseId, cast.grace)
  await asWorker(cast.tom, db => db.insertInto('messageReads').values({ messageId: id, workerId: cast.tom }).execute())
  expect((await asking(messages, cast.grace)('/alerts/reads', form({}))).status).toBe(303)
  expect(await waits(cast.grace)).toEqual([id])
  await anHourLate()
  await tellWholeTeams()
  expect(await told()).toEqual(['grace', 'amir'])
})
