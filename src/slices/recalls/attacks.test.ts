/** An emergency is no share: nothing that ends or is put right meanwhile tells of it, nor passes by whoever has to give back what they hold. */
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { openInEmergency } from '../break-glass/index.ts'
import { correctEntry } from '../chronology/commands.ts'
import { endShare } from '../sharing/commands.ts'
import { listRecallsOf } from './queries.ts'

const database = ownDatabase()

async function open(who: string, caseId: string): Promise<void> {
  const { rows } = await behindTheRules(database, ['cases'], client => client.query('select reference from cases where id = $1', [caseId]))
  await asWorker(who, db => openInEmergency(db, { reference: rows[0].reference, reason: 'She rang from the car', minutes: 30 }))
}
const recalled = (who: string, caseId: string) =>
  asWorker(who, db => db.selectFrom('recalls').select('kind').where('caseId', '=', caseId).execute())

test('that an entry is put right or a person leaves tells nobody who else looked in an emergency, nor their agency at which case', async () => {
  const [caseId, entryId, personId] = [await aCase(), newId(), newId()]
  await share(caseId, agency.health, { tier: 'lead' })
  const entry = {
    id: entryId,
    caseId,
    kind: 'note',
    occurredAt: new Date(),
    body: 'He has keys',
    authorId: cast.tom,
    agencyId: agency.police,
  }
  await asWorker(cast.tom, async db => {
    await db.insertInto('entries').values(entry).execute()
    await db.insertInto('people').values({ id: personId, givenName: 'Ayo', familyName: 'Adeyemi', createdBy: cast.tom }).execute()
    await joins(db, caseId, personId)
  })
  await open(cast.grace, caseId)
  for (const who of [cast.grace, cast.noor]) await asWorker(who, db => seen(db, 'case', caseId, { caseId }))
  await asWorker(cast.tom, db => correctEntry(db, caseId, entryId, { body: 'He has no keys', correctionReason: 'Asked again' }))
  await asWorker(cast.tom, db =>
    db
      .updateTable('casePeople')
      .set({ endedAt: new Date(), endedBy: cast.tom, endReason: 'Not them' })
      .where('caseId', '=', caseId)
      .execute(),
  )
  expect(await recalled(cast.amir, caseId)).toEqual([])
  const told = await asWorker(cast.tom, db => listRecallsOf(db, caseId))
  expect(told.map(one => one.agencyName)).toEqual(['Health', 'Health'])
})

test('whoever opens a case in an emergency as its share ends is asked all the same for what they took by it', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  await asWorker(cast.grace, async db => {
    await seen(db, 'print', caseId, { caseId })
    await db
      .insertInto('drafts')
      .values({ workerId: cast.grace, key: `entry:${caseId}`, body: '"half"' })
      .execute()
  })
  await open(cast.grace, caseId)
  await asWorker(cast.tom, db => endShare(db, caseId, shareId, 'It is done'))
  const [recall] = await asWorker(cast.tom, db => listRecallsOf(db, caseId))
  expect(recall?.copies).toMatchObject([{ kind: 'print', workerName: 'Grace Penhale' }])
  expect(await asWorker(cast.grace, db => db.selectFrom('drafts').selectAll().execute())).toEqual([])
})
