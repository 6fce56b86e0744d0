/** Messages as workers use them: to everyone or to some, read and unread, and the number on the bell. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { askAs } from '../../../test/ask-as.ts'
import { aCase, share, unshare } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { openSignIn } from '../../../test/sign-in.ts'
import { asWorker } from '../../platform/db.ts'
import { mayWait } from '../waits/index.ts'
import { listWaiting, sendMessage } from './index.ts'

const database = ownDatabase()
beforeAll(() => openSignIn())

const say = (caseId: string, by: string, to: string, body = 'Can you ring me?') => asWorker(by, db => sendMessage(db, caseId, { body, to }))
const unread = (who: string) => asWorker(who, async db => (await mayWait(db)).unread)
const waiting = (who: string) =>
  asWorker(who, async db => (await listWaiting(db, { most: 50 })).filter(one => !one.read).map(one => one.id))

async function sharedCase() {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'read' })
  await share(caseId, team.hub, { tier: 'contribute' })
  return caseId
}

test('a message waits for those it is to until they read it, and the writer sees who has', async () => {
  const caseId = await sharedCase()
  const id = await say(caseId, cast.tom, agency.housing)
  expect([
    await waiting(cast.grace),
    await waiting(cast.amir),
    await waiting(cast.noor),
    await waiting(cast.tom),
    await waiting(cast.owen),
  ]).toEqual([[id], [id], [], [], []])
  expect((await askAs(cast.grace, `/cases/${caseId}/messages`)).text).toContain('Can you ring me?')
  expect([await unread(cast.grace), await unread(cast.amir)]).toEqual([0, 1])
  expect((await askAs(cast.tom, `/cases/${caseId}/messages`)).text).toContain('Read by Grace Penhale')
  expect((await askAs(cast.noor, `/cases/${caseId}/messages`)).text).not.toContain('Can you ring me?')
})

test('a message to everyone waits for those who work the case by name', async () => {
  const caseId = await sharedCase()
  await share(caseId, cast.grace, { tier: 'contribute' })
  const id = await say(caseId, cast.aisha, '')
  expect([await waiting(cast.tom), await waiting(cast.grace)]).toEqual([[id], [id]])
  expect(await waiting(cast.sam)).toEqual([])
  expect((await askAs(cast.sam, `/cases/${caseId}/messages`)).text).toContain('Can you ring me?')
  const before = await unread(cast.grace)
  expect((await askAs(cast.grace, `/cases/${caseId}/messages`)).text).toContain('Can you ring me?')
  expect([await unread(cast.grace), await unread(cast.tom)]).toEqual([before - 1, 1])
})

test('the list of what waits says who wrote about which case, and not what', async () => {
  const caseId = await sharedCase()
  await say(caseId, cast.tom, cast.noor, 'She is at her sister’s')
  const { text } = await askAs(cast.noor, '/alerts')
  expect([text.includes('Tom Ashdown, Police'), text.includes('Noise at Fern Court'), text.includes('her sister')]).toEqual([
    true,
    true,
    false,
  ])
  expect(await unread(cast.noor)).toBe(1)
  await askAs(cast.noor, '/alerts/reads', {})
  expect(await unread(cast.noor)).toBe(0)
})

test('an old message to a whole agency no longer waits; one to a worker by name does', async () => {
  const caseId = await sharedCase()
  await say(caseId, cast.tom, team.hub)
  const named = await say(caseId, cast.tom, cast.aisha)
  await behindTheRules(database, ['messages'], client =>
    client.query(`update messages set sent_at = now() - interval '40 days' where case_id = $1`, [caseId]),
  )
  expect(await waiting(cast.aisha)).toEqual([named])
})

test('nor does an old one to everyone on a case', async () => {
  const caseId = await sharedCase()
  const [old, fresh] = [await say(caseId, cast.aisha, ''), await say(caseId, cast.aisha, '')]
  await behindTheRules(database, ['messages'], client =>
    client.query(`update messages set sent_at = now() - interval '40 days' where id = $1`, [old]),
  )
  const both = await waiting(cast.tom)
  expect([both.includes(old), both.includes(fresh)]).toEqual([false, true])
})

test('what a worker writes to their own agency waits for their colleagues, and not for them', async () => {
  const caseId = await sharedCase()
  const id = await say(caseId, cast.grace, agency.housing)
  expect([(await waiting(cast.grace)).includes(id), (await waiting(cast.amir)).includes(id)]).toEqual([false, true])
})

test('a message to everyone does not wait for whoever works the case by a headline in their name, and reads it through their agency', async () => {
  const caseId = await sharedCase()
  await share(caseId, cast.grace, { tier: 'headline' })
  const id = await say(caseId, cast.tom, '')
  expect((await waiting(cast.grace)).includes(id)).toBe(false)
  await share(caseId, cast.grace, { tier: 'read' })
  expect((await waiting(cast.grace)).includes(id)).toBe(true)
})

test('a message that cannot be sent comes back as it was typed', async () => {
  const caseId = await sharedCase()
  await share(caseId, agency.charity, { tier: 'headline' })
  const toStranger = await askAs(cast.tom, `/cases/${caseId}/messages`, { body: 'Is <she> safe & well?', to: cast.owen })
  expect([
    toStranger.status,
    toStranger.text.includes('share the case first'),
    toStranger.text.includes('Is &lt;she&gt; safe &amp; well?'),
  ]).toEqual([422, true, true])
  expect((await askAs(cast.tom, `/cases/${caseId}/messages`, { body: ' ', to: '' })).status).toBe(422)
  expect((await askAs(cast.tom, `/cases/${caseId}/messages`, { body: 'x'.repeat(8001), to: '' })).text).toContain('Shorten the message')
  expect((await askAs(cast.owen, `/cases/${caseId}/messages`, { body: 'Hello', to: '' })).status).toBe(404)
})

test('what waits goes with the share at once, also from the number on the bell', async () => {
  const caseId = await aCase()
  const grant = await share(caseId, cast.noor, { tier: 'read' })
  const before = await unread(cast.noor)
  await say(caseId, cast.tom, cast.noor)
  await say(caseId, cast.tom, '')
  expect(await unread(cast.noor)).toBe(before + 2)
  await unshare(grant)
  expect([await unread(cast.noor), (await waiting(cast.noor)).length]).toEqual([before, before])
})

test('the bell never counts more than the rules on messages let the worker read', async () => {
  for (const who of [cast.tom, cast.sam, cast.grace, cast.amir, cast.noor, cast.aisha, cast.owen, cast.vera]) {
    const [found, readable] = await asWorker(who, async db => {
      const ids = (await sql<{ id: string }>`select id from messages_for_me(1000, false)`.execute(db)).rows.map(row => row.id)
      return [ids, new Set((await db.selectFrom('messages').select('id').execute()).map(row => row.id))] as const
    })
    expect(found.filter(id => !readable.has(id))).toEqual([])
  }
})
