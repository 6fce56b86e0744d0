/** Who reads a message, who may send one to whom, and who sees that it was read. */
import { expect, test } from 'vitest'
import { aCase, share, unshare } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { record, forEveryone } from '../../platform/events.ts'

ownDatabase()

const refusal = 'not change it in this way'

async function say(caseId: string, by: string, toId: string | null, authorId = by) {
  const id = newId()
  await asWorker(by, async db => {
    await db.insertInto('messages').values({ id, caseId, toId, body: 'Can you ring me?', authorId, agencyId: db.actor.agencyId }).execute()
    await record(db, 'message_sent', { caseId, subjectId: id, detail: toId ? { to: toId } : {}, mark: forEveryone })
  })
  return id
}

const sees = (worker: string, id: string) =>
  asWorker(worker, db => db.selectFrom('messages').select('id').where('id', '=', id).executeTakeFirst()).then(
    Boolean,
    error => error.name as string,
  )

test('a message to everyone is read by those who may read the case', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'read' })
  await share(caseId, agency.health, { tier: 'headline' })
  const id = await say(caseId, cast.tom, null)
  for (const [who, may] of [
    [cast.sam, true],
    [cast.grace, true],
    [cast.noor, false],
    [cast.aisha, false],
    [cast.owen, false],
    [cast.vera, false],
  ] as const) {
    expect([who, await sees(who, id)]).toEqual([who, may])
  }
  for (const who of [cast.lena, cast.stefan]) expect(await sees(who, id)).toBe('SignInNeeded')
})

test('a message to one agency is not seen, nor its sending, by the others on the case', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'read' })
  await share(caseId, agency.charity, { tier: 'contribute' })
  const id = await say(caseId, cast.tom, agency.housing)
  expect([await sees(cast.tom, id), await sees(cast.grace, id), await sees(cast.amir, id)]).toEqual([true, true, true])
  expect([await sees(cast.aisha, id), await sees(cast.sam, id)]).toEqual([false, false])
  const knows = (who: string) =>
    asWorker(who, db => db.selectFrom('events').select('id').where('subjectId', '=', id).executeTakeFirst()).then(Boolean)
  expect([await knows(cast.tom), await knows(cast.grace), await knows(cast.aisha), await knows(cast.sam)]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('a message goes only to somebody who may read the case', async () => {
  const caseId = await aCase()
  await share(caseId, agency.health, { tier: 'headline' })
  await share(caseId, team.hub, { tier: 'read' })
  for (const nobody of [agency.health, agency.housing, cast.grace, cast.owen, cast.lena])
    await expect(say(caseId, cast.tom, nobody)).rejects.toThrow(refusal)
  for (const somebody of [team.hub, cast.aisha, cast.sam, agency.police])
    expect(await sees(cast.tom, await say(caseId, cast.tom, somebody))).toBe(true)
  await expect(say(caseId, cast.owen, null)).rejects.toThrow(refusal)
})

test('an urgent message is to somebody, and by a time to come; nobody moves that time afterwards', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'read' })
  const urgent = (by: string, toId: string | null, hours: number) =>
    asWorker(by, db => {
      const message = { id: newId(), caseId, toId, body: 'Can you ring me?', authorId: by, agencyId: db.actor.agencyId }
      return db
        .insertInto('messages')
        .values({ ...message, answerBy: new Date(Date.now() + hours * 3_600_000) })
        .execute()
    })
  await urgent(cast.tom, agency.housing, 1)
  for (const [by, to, hours] of [
    [cast.tom, null, 1],
    [cast.tom, agency.housing, -1],
    [cast.tom, agency.health, 1],
    [cast.owen, agency.housing, 1],
  ] as const)
    await expect(urgent(by, to, hours)).rejects.toThrow()
  for (const by of [cast.tom, cast.grace])
    await expect(asWorker(by, db => db.updateTable('messages').set({ answerBy: null }).execute())).rejects.toThrow()
})

test('nobody writes in another’s name', async () => {
  const caseId = await aCase()
  await expect(say(caseId, cast.tom, null, cast.sam)).rejects.toThrow(refusal)
})

test('a message goes with the share, also for those it was to', async () => {
  const caseId = await aCase()
  const grant = await share(caseId, agency.housing, { tier: 'read' })
  const id = await say(caseId, cast.tom, cast.grace)
  expect(await sees(cast.grace, id)).toBe(true)
  await unshare(grant)
  expect(await sees(cast.grace, id)).toBe(false)
})

test('a worker marks as read for themself alone, and only what they can see', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'read' })
  const id = await say(caseId, cast.tom, agency.housing)
  const mark = (by: string, workerId: string) =>
    asWorker(by, db => db.insertInto('messageReads').values({ messageId: id, workerId }).execute())
  await mark(cast.grace, cast.grace)
  await expect(mark(cast.grace, cast.amir)).rejects.toThrow(refusal)
  await expect(mark(cast.sam, cast.sam)).rejects.toThrow(refusal)
  const readers = (who: string) =>
    asWorker(who, async db =>
      (await db.selectFrom('messageReads').select('workerId').where('messageId', '=', id).execute()).map(row => row.workerId),
    )
  expect(await readers(cast.tom)).toEqual([cast.grace])
  expect(await readers(cast.sam)).toEqual([])
})
