/** Today as workers read it: what is due, what changed, what waits, what is about to run out. */
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../app.tsx'
import { aCase, share, unshare } from '../../../test/case.ts'
import { agency, agreement, cast, team } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { openSignIn, signIn } from '../../../test/sign-in.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { record, seen, forEveryone } from '../../platform/events.ts'
import { isoDay } from '../../ui/index.ts'
import { askAgency } from '../requests/commands.ts'
import { endShare } from '../sharing/commands.ts'
import { sendMessage } from '../messages/index.ts'
import { giveTask } from '../plan/index.ts'
import { mayWait } from '../waits/index.ts'
import { findToday } from './queries.ts'
import { changedCases } from './views/changed-rows.ts'
import { greeting } from './views/today-page.tsx'

const database = ownDatabase()
beforeAll(() => openSignIn())

const todayOf = (who: string) => asWorker(who, db => findToday(db))
const soon = (days: number) => isoDay(new Date(Date.now() + days * 86_400_000))
const lookAt = (who: string, caseId: string) => asWorker(who, db => seen(db, 'case', caseId, { caseId }))

async function page(who: string) {
  const answer = await createApp().request('/', { headers: { cookie: await signIn(who) } })
  return { status: answer.status, text: await answer.text() }
}

const write = (caseId: string, by: string, kind = 'note', daysAgo = 0) =>
  asWorker(by, async db => {
    const id = newId()
    await db
      .insertInto('entries')
      .values({
        id,
        caseId,
        kind,
        occurredAt: new Date(Date.now() - daysAgo * 86_400_000),
        body: 'She is at her sister’s',
        authorId: by,
        agencyId: db.actor.agencyId,
      })
      .execute()
    await record(db, 'entry_added', { caseId, subjectId: id, mark: forEveryone })
  })

test('a newcomer is told that nothing waits, and how to begin', async () => {
  const { status, text } = await page(cast.vera)
  expect(status).toBe(200)
  for (const words of [', Vera', 'Nothing waits for you', 'Open a case']) expect(text).toContain(words)
})

test('what is due is listed with one click to where it is done', async () => {
  const caseId = await aCase()
  const due = await asWorker(cast.tom, db =>
    giveTask(db, caseId, { title: 'Ring Mrs Lee back', to: cast.sam, due: soon(0), aim: '', detail: '' }),
  )
  await asWorker(cast.tom, db => giveTask(db, caseId, { title: 'Write the review', to: cast.sam, due: soon(20), aim: '', detail: '' }))
  const { text } = await page(cast.sam)
  expect([
    text.includes('Ring Mrs Lee back'),
    text.includes(`/cases/${caseId}/tasks/${due}#done`),
    text.includes('Due today'),
    text.includes('Write the review'),
  ]).toEqual([true, true, true, false])
  expect((await page(cast.grace)).text).not.toContain('Ring Mrs Lee back')
})

test('what is late stands first, also when it is the agency’s; then one’s own before the agency’s', async () => {
  const caseId = await aCase()
  const give = (title: string, to: string, due: number) =>
    asWorker(cast.tom, db => giveTask(db, caseId, { title, to, due: soon(due), aim: '', detail: '' }))
  await give('Agency tomorrow', agency.police, 1)
  await give('Agency late', agency.police, 0)
  await give('Mine in two days', cast.sam, 2)
  await behindTheRules(database, ['tasks'], client =>
    client.query(`update tasks set due_on = $2 where case_id = $1 and title = 'Agency late'`, [caseId, soon(-3)]),
  )
  const { text } = await page(cast.sam)
  const titles = ['Agency late', 'Mine in two days', 'Agency tomorrow']
  expect([...titles].sort((one, other) => text.indexOf(one) - text.indexOf(other))).toEqual(titles)
  expect(titles.every(title => text.includes(title))).toBe(true)
})

test('what colleagues did since the worker last looked is listed, without what they wrote', async () => {
  const caseId = await aCase()
  await share(caseId, team.hub, { tier: 'contribute' })
  await write(caseId, cast.tom)
  expect((await todayOf(cast.aisha)).changes.some(change => change.caseId === caseId && change.lookedAt === null)).toBe(true)
  await lookAt(cast.aisha, caseId)
  expect((await todayOf(cast.aisha)).changes.filter(change => change.caseId === caseId)).toEqual([])
  await write(caseId, cast.tom)
  await write(caseId, cast.tom)
  await write(caseId, cast.aisha)
  const { text } = await page(cast.aisha)
  expect([text.includes('Tom Ashdown, Police, wrote in the timeline 2 times'), text.includes('her sister')]).toEqual([true, false])
  await lookAt(cast.aisha, caseId)
  expect((await todayOf(cast.aisha)).changes.filter(change => change.caseId === caseId)).toEqual([])
})

test('a message to somebody else is not among what changed', async () => {
  const caseId = await aCase()
  await share(caseId, team.hub, { tier: 'read' })
  await share(caseId, cast.grace, { tier: 'read' })
  await lookAt(cast.aisha, caseId)
  await asWorker(cast.tom, db => sendMessage(db, caseId, { body: 'Only for Grace', to: cast.grace }))
  expect((await todayOf(cast.aisha)).changes.filter(change => change.caseId === caseId)).toEqual([])
  expect((await todayOf(cast.grace)).waiting.map(message => message.caseId)).toContain(caseId)
  expect((await page(cast.grace)).text).not.toContain('Only for Grace')
})

test('what changed on a case ends with the share', async () => {
  const caseId = await aCase()
  const grant = await share(caseId, cast.noor, { tier: 'read' })
  await write(caseId, cast.tom)
  expect((await todayOf(cast.noor)).changes.some(change => change.caseId === caseId)).toBe(true)
  await lookAt(cast.noor, caseId)
  await unshare(grant)
  await write(caseId, cast.tom)
  const { changes, recent } = await todayOf(cast.noor)
  expect([changes.some(change => change.caseId === caseId), recent.some(one => one.id === caseId)]).toEqual([false, false])
})

test('a case without contact for longer than its programme allows has gone quiet, for whoever leads it', async () => {
  const caseId = await aCase()
  const age = (days: number) =>
    behindTheRules(database, ['cases'], client =>
      client.query(`update cases set opened_at = now() - $2::int * interval '1 day' where id = $1`, [caseId, days]),
    )
  const quiet = async (who: string) => (await todayOf(who)).clocks.quiet.some(one => one.id === caseId)
  expect(await quiet(cast.tom)).toBe(false)
  await age(40)
  expect([await quiet(cast.tom), await quiet(cast.sam)]).toEqual([true, false])
  await write(caseId, cast.tom, 'note')
  expect(await quiet(cast.tom)).toBe(true)
  await write(caseId, cast.tom, 'visit', 2)
  expect(await quiet(cast.tom)).toBe(false)
})

test('a share that ends within a fortnight is shown to whoever gave it and to those it is to', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'read', endsAt: new Date(Date.now() + 5 * 86_400_000) })
  await share(caseId, agency.health, { tier: 'read', endsAt: new Date(Date.now() + 50 * 86_400_000) })
  const ending = async (who: string) => (await todayOf(who)).shares.filter(one => one.caseId === caseId).map(one => [one.toName, one.given])
  expect(await ending(cast.tom)).toEqual([['Housing', true]])
  expect(await ending(cast.grace)).toEqual([['Housing', false]])
  expect([await ending(cast.noor), await ending(cast.owen)]).toEqual([[], []])
})

test('the cases looked at last are there to go on with, until they are closed', async () => {
  const [one, other] = [await aCase(cast.grace), await aCase(cast.grace)]
  await lookAt(cast.grace, one)
  await lookAt(cast.grace, other)
  const recent = async () => (await todayOf(cast.grace)).recent.map(found => found.id).slice(0, 2)
  expect(await recent()).toEqual([other, one])
  await asWorker(cast.grace, db => db.updateTable('cases').set({ closedAt: new Date() }).where('id', '=', other).execute())
  expect((await recent())[0]).toBe(one)
})

test('Today asks for what may wait, and for nothing else', async () => {
  const holds = async (who: string) => {
    const { recalls, requests, searches, receipts, urgent } = await todayOf(who)
    return [recalls, requests, searches, receipts.urgent, urgent].map(rows => rows.length)
  }
  const asksFor = (who: string) =>
    asWorker(who, async db => {
      const { recalls, requests, searches, alerts, messages } = await mayWait(db)
      return [recalls, requests, searches, alerts, messages]
    })
  await behindTheRules(database, ['recalls'], client => client.query('delete from recalls'))
  expect([await holds(cast.noor), await asksFor(cast.noor)]).toEqual([Array(5).fill(0), Array(5).fill(false)])
  await everythingWaitsFor(cast.noor)
  // What is urgent and was not opened in time stands once, among the alerts.
  expect([await holds(cast.noor), await asksFor(cast.noor)]).toEqual([[1, 1, 1, 1, 0], Array(5).fill(true)])
  expect(await asksFor(cast.grace)).toEqual(Array(5).fill(false))
  await behindTheRules(database, ['search_notices'], client => client.query('update search_notices set day = current_date - 14'))
  expect([(await holds(cast.noor))[2], (await asksFor(cast.noor))[2]]).toEqual([0, false])
})

/** A share that ended after she printed the case, a question handed to her, a search for somebody of hers, and an urgent message that nobody of her agency opened in time. */
async function everythingWaitsFor(noor: string) {
  const [ended, shared, own] = [await aCase(), await aCase(), await aCase(noor)]
  const gone = await share(ended, agency.health)
  await asWorker(noor, db => seen(db, 'print', ended, { caseId: ended }))
  await asWorker(cast.tom, db => endShare(db, ended, gone, 'It is done'))
  await share(shared, agency.health)
  await asWorker(cast.tom, db => sendMessage(db, shared, { body: 'He has her keys', to: agency.health, answerWithin: '1' }))
  await asWorker(cast.tom, db => askAgency(db, question))
  await behindTheRules(database, ['information_requests', 'search_notices', 'urgent_alerts', 'messages', 'cases'], async client => {
    await client.query('update information_requests set handed_to = $1', [noor])
    await client.query(
      `insert into search_notices (case_id, reference, owner_agency_id, searcher_id, searcher_agency_id) values ($1, 'X', $2, $3, $4)`,
      [own, agency.health, cast.tom, agency.police],
    )
    await client.query('insert into urgent_alerts (message_id, worker_id) select id, $2 from messages where case_id = $1', [shared, noor])
  })
}

const question = {
  to: `${agency.health}:${agreement.county}`,
  case: null,
  about: 'Ayo Adeyemi',
  question: 'Who works with him?',
  purpose: 'To visit',
  urgency: 'soon' as const,
}

test('what happened is told as who did what', () => {
  const change = {
    caseId: 'c',
    title: 'Fern Court',
    reference: 'AAAA-BBBB',
    lookedAt: new Date(),
    at: new Date(),
    workerName: 'Tom Ashdown',
    agencyName: 'Police',
  }
  expect(
    changedCases([
      { ...change, kind: 'case_closed' },
      { ...change, kind: 'entry_added' },
    ])[0]?.words,
  ).toEqual(['Tom Ashdown, Police, closed the case and wrote in the timeline'])
  expect(changedCases([{ ...change, kind: 'unheard_of' }])).toEqual([])
})

test('the greeting follows the clock in London', () => {
  expect(['2026-11-22T03:00Z', '2026-11-22T08:00Z', '2026-07-22T11:30Z', '2026-11-22T19:00Z'].map(at => greeting(new Date(at)))).toEqual([
    'Good evening',
    'Good morning',
    'Good afternoon',
    'Good evening',
  ])
})
