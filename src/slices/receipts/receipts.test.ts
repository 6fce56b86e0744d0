/** How far a share got, as both ends find it on their pages, and what happens when something urgent lies unread. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { behindTheRules, beforeDrop, ownDatabase } from '../../../test/database.ts'
import { testSecret } from '../../../test/secret.ts'
import { asWorker } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { urlFor } from '../../platform/migrate.ts'
import { unseal } from '../../platform/sealed.ts'
import { connectSystem, disconnectSystem } from '../../platform/system-db.ts'
import { chronology } from '../chronology/index.ts'
import { sharing } from '../sharing/index.ts'
import { today as todayPages } from '../today/index.ts'
import { tellWholeTeams, writeAboutUrgent } from './jobs.ts'
import { receiptLink } from './links.ts'
import { findReceipt, findUnconfirmed } from './queries.ts'
import { receipts } from './routes.tsx'
import { findReceiptsToday, listUrgentAlerts } from './today-queries.ts'

const database = ownDatabase()
beforeAll(() => connectSystem({ connectionString: urlFor(database.ownerUrl, 'kith_clock', testSecret), max: 2 }))
beforeDrop(disconnectSystem)
beforeEach(() =>
  behindTheRules(database, ['grants', 'receipts', 'urgent_alerts', 'first_looks'], client =>
    client.query(`delete from first_looks; delete from grants where basis <> 'owner'`),
  ),
)

const settings = { secret: testSecret, baseUrl: 'https://kith.example' }
const look = (worker: string, caseId: string) => asWorker(worker, db => seen(db, 'case', caseId, { caseId }))
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const urgently = (caseId: string, to: string) => share(caseId, to, { openBy: inHours(1) })
const anHourLate = (shareId: string) =>
  behindTheRules(database, ['grants', 'case_access'], client =>
    client.query(
      `update grants set starts_at = now() - interval '2 hours', granted_at = now() - interval '2 hours', open_by = now() - interval '1 hour' where id = $1`,
      [shareId],
    ),
  )
const today = (worker: string) => asWorker(worker, db => findReceiptsToday(db, 5))
const alertsOf = (worker: string) => asWorker(worker, listUrgentAlerts)
const told = async () => {
  const found: string[] = []
  for (const [name, worker] of Object.entries(cast))
    if (name !== 'lena' && name !== 'stefan' && (await alertsOf(worker)).length > 0) found.push(name)
  return found
}
const page = async (worker: string, shareId: string) => (await asking(receipts, worker)(receiptLink(shareId))).text()
const tab = async (worker: string, caseId: string) => (await asking(sharing, worker)(`/cases/${caseId}/sharing`)).text()

test('a share is sent, opened, understood and acted upon, each with who and when', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  expect(await tab(cast.tom, caseId)).toContain('Nobody has opened it yet.')
  await look(cast.grace, caseId)
  await look(cast.amir, caseId)
  expect(await tab(cast.tom, caseId)).toMatch(/Opened by Grace Penhale, Housing, .*not yet confirmed/s)
  const grace = asking(receipts, cast.grace)
  expect((await grace(receiptLink(shareId, 'understanding'), form({ question: '' }))).headers.get('location')).toBe(receiptLink(shareId))
  expect(await tab(cast.tom, caseId)).toContain('Understood by Grace Penhale, Housing')
  expect((await grace(receiptLink(shareId, 'action'), form({ done: '' }))).status).toBe(422)
  expect((await grace(receiptLink(shareId, 'action'), form({ done: 'The locks are changed.' }))).status).toBe(303)
  expect(await tab(cast.tom, caseId)).toContain('Acted upon by Grace Penhale, Housing')
  expect(await page(cast.tom, shareId)).toContain('The locks are changed.')
})

test('the sharer learns who opened it first and who spoke, and of nobody else who looked', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  await look(cast.grace, caseId)
  await look(cast.amir, caseId)
  expect(await page(cast.tom, shareId)).not.toContain('Amir Sadiq')
})

test('a look by somebody else, or from before the share, opens nothing', async () => {
  const caseId = await aCase()
  await share(caseId, agency.health)
  for (const worker of [cast.noor, cast.tom, cast.sam]) await look(worker, caseId)
  const shareId = await share(caseId, agency.housing)
  expect(await asWorker(cast.tom, db => findReceipt(db, shareId))).toMatchObject({ openedAt: null })
  const again = await share(caseId, agency.health)
  expect(await asWorker(cast.tom, db => findReceipt(db, again))).toMatchObject({ openedAt: null })
})

test('a question goes back and is answered', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing, { tier: 'headline' })
  await look(cast.grace, caseId)
  await asking(receipts, cast.grace)(receiptLink(shareId, 'understanding'), form({ question: 'May we ring her?' }))
  expect((await today(cast.tom)).unopened.map(one => one.id)).toEqual([shareId])
  const tom = asking(receipts, cast.tom)
  expect((await tom(receiptLink(shareId, 'answer'), form({ answer: '' }))).status).toBe(422)
  expect((await tom(receiptLink(shareId, 'answer'), form({ answer: 'After six, on her own number.' }))).status).toBe(303)
  expect((await today(cast.tom)).unopened).toEqual([])
  expect(await page(cast.grace, shareId)).toContain('After six, on her own number.')
})

test('only one of the agency confirms, and only after looking', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  const press = (worker: string) => asking(receipts, worker)(receiptLink(shareId, 'understanding'), form({ from: 'case' }))
  expect((await press(cast.grace)).status).toBe(403)
  await look(cast.grace, caseId)
  await look(cast.amir, caseId)
  expect((await press(cast.grace)).headers.get('location')).toBe(`/cases/${caseId}`)
  expect((await press(cast.amir)).status).toBe(409)
})

test('hidden and absent are the same', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  await share(caseId, agency.health)
  for (const worker of [cast.noor, cast.owen, cast.vera]) {
    const ask = asking(receipts, worker)
    expect((await ask(receiptLink(shareId))).status).toBe(404)
    expect((await ask(receiptLink(shareId, 'understanding'), form({}))).status).toBe(404)
    expect((await ask(receiptLink(caseId))).status).toBe(404)
  }
})

test('another agency on the case sees the share, and not how far it got', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing)
  await share(caseId, agency.health)
  await look(cast.grace, caseId)
  const seenByNoor = await tab(cast.noor, caseId)
  expect(seenByNoor).toContain('Housing can')
  expect(seenByNoor).not.toMatch(/Opened by|Nobody has opened/)
})

test('the case itself asks whoever has it for the one press, until somebody has pressed', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing)
  const timeline = async (worker: string) => (await asking(chronology, worker)(`/cases/${caseId}`)).text()
  expect(await timeline(cast.grace)).toContain('We have read and understood this')
  expect(await timeline(cast.tom)).not.toContain('We have read and understood this')
  const waiting = await asWorker(cast.amir, db => findUnconfirmed(db, caseId))
  await asking(receipts, cast.grace)(receiptLink(waiting?.id ?? '', 'understanding'), form({}))
  expect(await timeline(cast.grace)).not.toContain('We have read and understood this')
})

test.each([
  ['pointer', 'We know whom to ask'],
  ['headline', 'We have read and understood this'],
] as const)('so does the page of a %s, which leads back to itself', async (tier, words) => {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier })
  const page = async (worker: string) => (await asking(chronology, worker)(`/cases/${caseId}`)).text()
  const waiting = await page(cast.grace)
  expect(waiting).toContain(words)
  const [press] = /\/receipts\/[0-9a-f-]+\/understanding/.exec(waiting) ?? ['']
  const answer = await asking(receipts, cast.grace)(press, form({ from: 'case' }))
  expect(answer.headers.get('location')).toBe(`/cases/${caseId}`)
  for (const worker of [cast.grace, cast.amir]) expect(await page(worker)).not.toContain(words)
})

test('what is shared with a whole agency waits for those who take it in; with a team, for its members', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing)
  await share(caseId, team.hub)
  const waits = async (worker: string) => (await today(worker)).waiting.map(one => one.toName)
  expect([await waits(cast.amir), await waits(cast.grace), await waits(cast.noor), await waits(cast.aisha), await waits(cast.tom)]).toEqual(
    [['Housing'], [], ['Community hub'], ['Community hub'], []],
  )
})

test('something urgent that nobody opened goes to the whole team, once, when its time has come', async () => {
  const caseId = await aCase()
  const shareId = await urgently(caseId, team.hub)
  await tellWholeTeams()
  expect(await told()).toEqual([])
  await anHourLate(shareId)
  await tellWholeTeams()
  await tellWholeTeams()
  expect(await told()).toEqual(['noor', 'aisha'])
  expect(await jobs('urgent')).toHaveLength(2)
  expect(await tab(cast.tom, caseId)).toContain('Their whole team is told.')
  await look(cast.noor, caseId)
  expect(await told()).toEqual([])
})

test('with one worker, it goes to their colleagues too, who read for whom it is and not what', async () => {
  const caseId = await aCase(cast.grace, { programme: 'da-marac' })
  const shareId = await share(caseId, cast.sam, { openBy: inHours(1) }, cast.grace)
  await anHourLate(shareId)
  await behindTheRules(database, ['team_members'], client =>
    client.query('insert into team_members (team_id, worker_id, starts_on) values ($1, $2, current_date)', [team.slaveryTeam, cast.ingrid]),
  )
  await tellWholeTeams()
  expect(await told()).toEqual(['ingrid', 'sam'])
  const [colleague] = await alertsOf(cast.ingrid)
  expect(colleague).toMatchObject({ caseId: null, title: null, reference: null, toName: 'Sam Okoro', sentByName: 'Grace Penhale' })
  expect((await alertsOf(cast.sam))[0]).toMatchObject({ caseId, title: 'Noise at Fern Court' })
  const home = async (worker: string) => (await asking(todayPages, worker)('/')).text()
  expect(await home(cast.sam)).toContain('Noise at Fern Court')
  const read = await home(cast.ingrid)
  expect(read).toContain('Something for Sam Okoro')
  for (const hidden of ['Fern Court', caseId, shareId]) expect(read).not.toContain(hidden)
  await behindTheRules(database, ['team_members'], client => client.query('delete from team_members where worker_id = $1', [cast.ingrid]))
})

test('with a whole agency, it goes to its coordinators and administrators; where there are none, to everybody', async () => {
  for (const [to, everybody] of [
    [agency.housing, ['amir']],
    [agency.charity, ['aisha']],
  ] as const) {
    await anHourLate(await urgently(await aCase(), to))
    await tellWholeTeams()
    expect(await told()).toEqual(everybody)
    await behindTheRules(database, ['grants', 'urgent_alerts'], client => client.query(`delete from grants where basis <> 'owner'`))
  }
})

test('nobody is told whom a conflict of interest keeps out, nor about a share that has ended', async () => {
  const caseId = await aCase()
  const [shareId, ended] = [await urgently(caseId, team.hub), await urgently(await aCase(), agency.housing)]
  for (const one of [shareId, ended]) await anHourLate(one)
  const shut = `insert into conflicts (worker_id, case_id, kind, basis) values ($1, $2, 'declared by administrator', 'Cousin')`
  await behindTheRules(database, ['conflicts', 'shut_cases', 'grants', 'case_access', 'recalls'], async client => {
    await client.query(shut, [cast.noor, caseId])
    await client.query(`update grants set revoked_at = now() where id = $1`, [ended])
  })
  await tellWholeTeams()
  expect(await told()).toEqual(['aisha'])
})

test('each is written to once, without content, and not after somebody opened it', async () => {
  const caseId = await aCase()
  await anHourLate(await urgently(caseId, team.hub))
  await tellWholeTeams()
  const [[noors], [aishas]] = [await alertsOf(cast.noor), await alertsOf(cast.aisha)]
  const write = (worker: string, alert = '') => writeAboutUrgent({ worker, alert }, settings)
  await write(cast.noor, noors?.id)
  await write(cast.noor, noors?.id)
  await write(cast.aisha, noors?.id)
  const letters = await mails()
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([['noor.halabi@example.test', 'Kith: something urgent waits']])
  expect(letters[0]?.text).not.toMatch(/Fern|Tom|Police|[0-9A-Z]{4}-[0-9A-Z]{4}/)
  await look(cast.noor, caseId)
  await write(cast.aisha, aishas?.id)
  expect(await mails()).toHaveLength(1)
})

const jobs = (name: string) =>
  behindTheRules(
    database,
    [],
    async client => (await client.query<{ data: { sealed: string } }>('select data from jobs.job where name = $1', [name])).rows,
  )
const mails = async () =>
  (await jobs('mail')).map(
    ({ data }) =>
      JSON.parse(unseal(testSecret, 'mail', Buffer.from(data.sealed, 'base64')).toString()) as {
        to: string
        subject: string
        text: string
      },
  )
