/** Who reads a receipt, who says what on it, and who is told of something urgent: the tables `receipts` and `urgent_alerts`, and the deeds of both. */
import { type RawBuilder, sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { behindTheRules, beforeDrop, ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { testSecret } from '../../../test/secret.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { urlFor } from '../../platform/migrate.ts'
import { connectSystem, disconnectSystem } from '../../platform/system-db.ts'
import { completeTask, giveTask } from '../plan/index.ts'
import { endShare } from '../sharing/commands.ts'
import { sendMessage } from '../messages/index.ts'
import { confirmUnderstanding } from './commands.ts'
import { tellWholeTeams } from './jobs.ts'

const database = ownDatabase()
beforeAll(() => connectSystem({ connectionString: urlFor(database.ownerUrl, 'kith_clock', testSecret), max: 2 }))
beforeDrop(disconnectSystem)

const look = (worker: string, caseId: string) => asWorker(worker, db => seen(db, 'case', caseId, { caseId }))
const said =
  (grantId: string, step: 'understood' | 'answered' | 'acted', more: { words?: string; taskId?: string; workerId?: string } = {}) =>
  (db: Db) =>
    db
      .insertInto('receipts')
      .values({ grantId, step, workerId: db.actor.workerId, words: step === 'understood' ? '' : 'We changed the locks', ...more })
      .execute()
const readings = (grantId: string) => (db: Db) => db.selectFrom('receipts').selectAll().where('grantId', '=', grantId).execute()
const sqlOf = (statement: RawBuilder<unknown>) => (db: Db) => statement.execute(db)
const asks = async (answer: RawBuilder<{ is: boolean }>, worker: string) =>
  asWorker(worker, async db => (await answer.execute(db)).rows[0]?.is)

test('a receipt is read by those who have the share and those who lead the case, and by nobody else on it', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  await share(caseId, agency.health, { tier: 'contribute' })
  await look(cast.grace, caseId)
  await asWorker(cast.grace, said(shareId, 'understood'))
  expect(await whoMay(cast, readings(shareId))).toEqual(['tom', 'ingrid', 'sam', 'grace', 'amir', 'pat'])
})

test('only who has the share, and has looked, says that it is understood or acted upon', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  expect(await whoMay(cast, said(shareId, 'understood'))).toEqual([])
  for (const worker of [cast.grace, cast.tom, cast.sam]) await look(worker, caseId)
  for (const step of ['understood', 'acted'] as const) expect(await whoMay(cast, said(shareId, step))).toEqual(['grace'])
  expect(await may(cast.grace, said(shareId, 'understood', { workerId: cast.amir }))).toBe('no')
})

test('who opened a share first is told to nobody but by what its two ends read, and is written by nobody', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  for (const worker of [cast.grace, cast.amir]) await look(worker, caseId)
  const first = behindTheRules(database, ['first_looks'], client =>
    client.query('select worker_id, grant_id from first_looks where grant_id = $1', [shareId]),
  )
  expect((await first).rows).toEqual([{ worker_id: cast.grace, grant_id: shareId }])
  expect(await whoMay(cast, sqlOf(sql`select * from first_looks`))).toEqual([])
  expect(await whoMay(cast, sqlOf(sql`insert into first_looks (grant_id, worker_id, at) values (${shareId}, ${cast.tom}, now())`))).toEqual(
    [],
  )
})

test('whoever looks later waits for nobody: who opened a share first is not even locked', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  for (const worker of [cast.grace, cast.amir]) await look(worker, caseId)
  const { rows } = await behindTheRules(database, ['first_looks'], client =>
    client.query('select worker_id, xmax::text from first_looks where grant_id = $1', [shareId]),
  )
  expect(rows).toEqual([{ worker_id: cast.grace, xmax: '0' }])
})

test('a pointer is looked at and confirmed as any other share', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing, { tier: 'pointer' })
  await look(cast.grace, caseId)
  expect(await whoMay(cast, said(shareId, 'understood'))).toEqual(['grace'])
})

test('a question is answered by who leads the case, and once', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing, { tier: 'lead' })
  await look(cast.grace, caseId)
  expect(await whoMay(cast, said(shareId, 'answered'))).toEqual([])
  await asWorker(cast.grace, said(shareId, 'understood', { words: 'May we ring her?' }))
  expect(await whoMay(cast, said(shareId, 'answered'))).toEqual(['tom', 'ingrid', 'sam', 'pat'])
  await asWorker(cast.sam, said(shareId, 'answered'))
  expect(await whoMay(cast, said(shareId, 'answered'))).toEqual([])
})

test('a task counts when it is done, and of that case', async () => {
  const [caseId, other] = [await aCase(), await aCase()]
  const shareId = await share(caseId, agency.housing, { tier: 'contribute' })
  await look(cast.grace, caseId)
  const wanted = { title: 'Change the locks', due: '2030-01-01', aim: '', detail: '', to: cast.tom }
  const [waiting, elsewhere] = await asWorker(cast.tom, async db => [await giveTask(db, caseId, wanted), await giveTask(db, other, wanted)])
  await asWorker(cast.tom, db => completeTask(db, other, elsewhere, 'Done at ten'))
  for (const taskId of [waiting, elsewhere]) expect(await may(cast.grace, said(shareId, 'acted', { taskId }))).toBe('no')
  await asWorker(cast.tom, db => completeTask(db, caseId, waiting, 'Done at ten'))
  expect(await may(cast.grace, said(shareId, 'acted', { taskId: waiting }))).toBe('yes')
})

test('nobody rewords or removes what was said', async () => {
  for (const deed of [
    (db: Db) => db.updateTable('receipts').set({ words: 'No' }).execute(),
    (db: Db) => db.deleteFrom('receipts').execute(),
    (db: Db) => db.deleteFrom('urgentAlerts').execute(),
    (db: Db) => db.insertInto('urgentAlerts').values({ grantId: newId(), workerId: db.actor.workerId }).execute(),
    (db: Db) => db.updateTable('grants').set({ openBy: new Date() }).execute(),
  ])
    expect(await whoMay(cast, deed)).toEqual([])
})

test('when the share ends, those who had it read and say no more; those who gave it keep the receipt', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  await look(cast.grace, caseId)
  await asWorker(cast.grace, said(shareId, 'understood'))
  await asWorker(cast.tom, db => endShare(db, caseId, shareId, 'It is done'))
  expect(await whoMay(cast, readings(shareId))).toEqual(['tom', 'ingrid', 'sam', 'pat'])
  expect(await whoMay(cast, said(shareId, 'acted'))).toEqual([])
})

test('a conflict of interest shuts the receipt with the case, at both ends', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  for (const worker of [cast.grace, cast.amir]) await look(worker, caseId)
  await asWorker(cast.amir, said(shareId, 'understood'))
  for (const workerId of [cast.grace, cast.sam])
    await behindTheRules(database, ['conflicts', 'shut_cases'], client =>
      client.query(`insert into conflicts (worker_id, case_id, kind, basis) values ($1, $2, 'declared by administrator', 'Cousin')`, [
        workerId,
        caseId,
      ]),
    )
  expect(await whoMay(cast, readings(shareId))).toEqual(['tom', 'ingrid', 'amir', 'pat'])
  expect(await whoMay(cast, said(shareId, 'acted'))).toEqual(['amir'])
})

test('what is said about all of a split case is not read by who leads one side of it', async () => {
  const caseId = await aCase(cast.tom, { programme: 'da-marac' })
  const whole = await share(caseId, agency.housing)
  const victim = await share(caseId, agency.charity, { sides: ['victim'] })
  await share(caseId, agency.health, { tier: 'lead', sides: ['subject'] })
  for (const worker of [cast.grace, cast.aisha]) await look(worker, caseId)
  await asWorker(cast.grace, said(whole, 'understood', { words: 'Is she safe?' }))
  await asWorker(cast.aisha, said(victim, 'understood', { words: 'Is she safe?' }))
  for (const shareId of [whole, victim]) {
    expect(await may(cast.noor, readings(shareId))).toBe('no')
    expect(
      await asks(sql`select exists (select from receipts_of(array[${shareId}::uuid]) where opened_by is not null) as is`, cast.noor),
    ).toBe(false)
    expect(
      await asks(sql`select exists (select from receipts_of(array[${shareId}::uuid]) where opened_by is not null) as is`, cast.tom),
    ).toBe(true)
  }
  expect(await may(cast.grace, readings(victim))).toBe('no')
})

test('what was said is told as a deed to both ends, and to nobody else on the case', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  await share(caseId, agency.health)
  await look(cast.grace, caseId)
  await asWorker(cast.grace, db => confirmUnderstanding(db, shareId, { question: '' }))
  const told = (db: Db) =>
    db.selectFrom('events').select('id').where('caseId', '=', caseId).where('kind', '=', 'share_understood').execute()
  expect(await whoMay(cast, told)).toEqual(['tom', 'ingrid', 'sam', 'grace', 'amir', 'pat'])
})

test('the clock tells each of a team of an urgent message too; who cannot read the message learns of no case', async () => {
  const caseId = await aCase()
  await share(caseId, team.hub)
  await asWorker(cast.tom, db => sendMessage(db, caseId, { body: 'Ring me', to: cast.noor, answerWithin: '1' }))
  await behindTheRules(database, ['messages'], client =>
    client.query(`update messages set sent_at = now() - interval '2 hours', answer_by = now() - interval '1 hour' where case_id = $1`, [
      caseId,
    ]),
  )
  await tellWholeTeams()
  const of = (worker: string) => asks(sql`select exists (select from urgent_for_me() where case_id = ${caseId}::uuid) as is`, worker)
  const any = (worker: string) => asks(sql`select exists (select from urgent_for_me()) as is`, worker)
  expect([await of(cast.noor), await of(cast.tom), await any(cast.tom), await any(cast.grace)]).toEqual([true, false, false, false])
  for (const worker of [cast.aisha, cast.owen]) expect(await of(worker)).toBe(false)
  await behindTheRules(database, ['urgent_alerts'], client => client.query('delete from urgent_alerts'))
})

test('the clock tells each of a team for themselves, and reads nothing', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, team.hub, { openBy: new Date(Date.now() + 60_000) })
  await behindTheRules(database, ['grants', 'case_access'], client =>
    client.query(`update grants set starts_at = now() - interval '2 hours', open_by = now() - interval '1 hour' where id = $1`, [shareId]),
  )
  await tellWholeTeams()
  const alerts = (db: Db) => db.selectFrom('urgentAlerts').select('id').execute()
  expect(await whoMay(cast, alerts)).toEqual(['noor', 'aisha'])
  const note = (db: Db) => db.updateTable('urgentAlerts').set({ mailedAt: sql<Date>`now()` }).execute()
  expect(await whoMay(cast, note)).toEqual(['noor', 'aisha'])
  expect(await whoMay(cast, db => db.updateTable('urgentAlerts').set({ mailedAt: sql<Date>`now() - interval '1 day'` }).execute())).toEqual(
    [],
  )
  await asWorker(cast.noor, note)
  expect(await whoMay(cast, note)).toEqual(['aisha'])
})
