/** What was given to a worker by name does not follow them to another agency, though that one has the case too: not even what they alone wrote to be read. */
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { newWorker } from '../../../test/new-worker.ts'
import { may } from '../../../test/may.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { correctEntry } from '../chronology/commands.ts'
import { mayWait } from '../waits/index.ts'
import { moveWorker } from './workers/commands.ts'

const database = ownDatabase()

const moves = (worker: string) => asWorker(cast.pat, db => moveWorker(db, worker, { agency: agency.health, jobTitle: '', heir: '' }))
const here = { side: null, category: null }

test('a task given to them as a colleague of the other agency', async () => {
  const [mover, caseId] = [await newWorker('Mo One'), await aCase()]
  await share(caseId, agency.housing, { tier: 'contribute' })
  await share(caseId, agency.health, { tier: 'headline' })
  const gives = (id: string, to: string) =>
    asWorker(cast.tom, db =>
      db
        .insertInto('tasks')
        .values({
          id,
          caseId,
          title: 'Visit her',
          detail: 'At her sister’s',
          assignedTo: to,
          dueOn: '2099-01-01',
          ...here,
          createdBy: cast.tom,
        })
        .execute(),
    )
  const [before, later] = [newId(), newId()]
  await gives(before, mover)
  const tasks = () => asWorker(mover, async db => (await db.selectFrom('tasks').select('id').execute()).map(row => row.id))
  const amends = () => may(mover, db => db.updateTable('tasks').set({ detail: 'Mine still' }).where('id', '=', before).execute())
  const notes = () =>
    may(mover, async db => {
      const note = { id: newId(), taskId: before, caseId, body: 'Rang', authorId: mover, agencyId: db.actor.agencyId }
      return [await db.insertInto('taskNotes').values(note).executeTakeFirst()]
    })
  expect([await tasks(), await amends(), await notes()]).toEqual([[before], 'yes', 'yes'])
  await moves(mover)
  expect([await tasks(), await amends(), await notes()]).toEqual([[], 'no', 'no'])
  await gives(later, mover)
  expect(await tasks()).toEqual([later])
  expect(await may(cast.tom, db => db.selectFrom('tasks').select('id').where('id', '=', before).execute())).toBe('yes')
})

test('a message to them by name, also when it is urgent', async () => {
  const [mover, caseId, id] = [await newWorker('Mo Two'), await aCase(), newId()]
  for (const other of [agency.housing, agency.health]) await share(caseId, other, { tier: 'read' })
  const message = { id, caseId, toId: mover, body: 'As her housing officer', ...here, authorId: cast.tom, agencyId: agency.police }
  await asWorker(cast.tom, db =>
    db
      .insertInto('messages')
      .values({ ...message, answerBy: new Date(Date.now() + 60_000) })
      .execute(),
  )
  const sees = () =>
    asWorker(mover, async db => ({
      messages: (await db.selectFrom('messages').select('id').execute()).length,
      unread: (await mayWait(db)).unread,
      waits: (await mayWait(db)).messages,
    }))
  expect(await sees()).toEqual({ messages: 1, unread: 1, waits: true })
  await moves(mover)
  expect(await sees()).toEqual({ messages: 0, unread: 0, waits: false })
  // Nor is a team of their new agency told that nobody opened it.
  const told = await behindTheRules(database, ['messages', 'urgent_alerts'], async client => {
    await client.query(`update messages set sent_at = now() - interval '2 hours', answer_by = now() - interval '1 hour' where id = $1`, [
      id,
    ])
    await client.query('select tell_whole_teams()')
    return (await client.query('select worker_id from urgent_alerts where message_id = $1', [id])).rows
  })
  expect(told).toEqual([])
})

test('what they let nobody or few others read, nor how it was put right since', async () => {
  const [mover, caseId] = [await newWorker('Mo Three'), await aCase()]
  for (const other of [agency.housing, agency.health]) await share(caseId, other, { tier: 'contribute' })
  const [entry, document] = [newId(), newId()]
  await asWorker(mover, async db => {
    const row = { caseId, ...here, restricted: true, agencyId: agency.housing }
    await db
      .insertInto('entries')
      .values({ ...row, id: entry, kind: 'note', occurredAt: new Date(), body: 'Her brother told us', authorId: mover })
      .execute()
    await db
      .insertInto('documents')
      .values({ ...row, id: document, title: 'His letter', kind: 'Letter', createdBy: mover })
      .execute()
    await db.insertInto('namedReaders').values({ recordId: entry, caseId, workerId: cast.grace, namedBy: mover }).execute()
  })
  const reads = (who: string) =>
    asWorker(who, async db => [
      (await db.selectFrom('entries').select('id').where('caseId', '=', caseId).execute()).length,
      (await db.selectFrom('documents').select('id').where('caseId', '=', caseId).execute()).length,
    ])
  const names = (reader: string) =>
    may(mover, async db => [
      await db.insertInto('namedReaders').values({ recordId: entry, caseId, workerId: reader, namedBy: mover }).executeTakeFirst(),
    ])
  expect([await reads(mover), await names(cast.noor)]).toEqual([[1, 1], 'yes'])
  await moves(mover)
  expect([await reads(mover), await names(cast.noor)]).toEqual([[0, 0], 'no'])
  await asWorker(cast.grace, db => correctEntry(db, caseId, entry, { body: 'Her cousin told us', correctionReason: 'Asked again' }))
  expect([await reads(mover), await reads(cast.grace)]).toEqual([
    [0, 0],
    [2, 0],
  ])
})
