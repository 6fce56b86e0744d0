/** What those who administer read of the record: what was done to agencies, teams, workers and agreements, and at the door; nothing that tells who works with whom, or of what somebody was kept out. */
import { expect, test } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { declareConflict, reviewConflict } from '../conflicts/commands.ts'
import { mergeRecords } from '../merges/commands.ts'
import { audit } from './index.ts'

ownDatabase()

const record = async (who: string, asked = '') => (await asking(audit, who)(`/looks${asked}`)).text()

test('the record does not tell the partnership’s administrator who works with somebody whom they meet elsewhere', async () => {
  const [shared, own] = [await aCase(), await aCase(cast.tom, { programme: 'da-marac' })]
  await share(own, agency.charity, { tier: 'contribute', sides: ['victim'] })
  const ids = await asWorker(cast.aisha, async db => {
    const both = [newId(), newId()]
    for (const id of both) {
      await db.insertInto('people').values({ id, givenName: 'Ayo', familyName: 'Bright', createdBy: cast.aisha }).execute()
      await joins(db, own, id, { side: 'victim' })
    }
    return both
  })
  await asWorker(cast.tom, async db => {
    for (const id of ids) await joins(db, shared, id)
  })
  await asWorker(cast.aisha, db => mergeRecords(db, ids[0] ?? '', ids[1] ?? '', 'She told me at the refuge'))
  // Pat is of the police, whose case it is: she meets them there.
  const seen = await asWorker(cast.pat, db => db.selectFrom('people').select('id').where('id', 'in', ids).execute())
  expect(seen).toHaveLength(2)
  expect(await record(cast.pat, `?subject=${ids[0]}`)).not.toContain('Aisha Bello')
  for (const who of [cast.pat, cast.amir, cast.ingrid])
    expect(
      await asWorker(who, db => db.selectFrom('events').select('kind').where('subjectId', 'in', ids).where('caseId', 'is', null).execute()),
    ).toEqual([])
})

test('nobody finds in the record a conflict that was declared of them, whatever they administer', async () => {
  const caseId = await aCase()
  await asWorker(cast.pat, db =>
    db.insertInto('workerRoles').values({ workerId: cast.sam, role: 'information_governance_lead', givenBy: cast.pat }).execute(),
  )
  for (const worker of [cast.pat, cast.sam])
    await asWorker(cast.ingrid, db => declareConflict(db, { worker, caseId, basis: 'His neighbour' }))
  const mine = await asWorker(cast.ingrid, db => db.selectFrom('conflicts').select(['id', 'workerId']).execute())
  for (const one of mine) await asWorker(cast.ingrid, db => reviewConflict(db, one.id, { stands: true, words: 'It stands' }))
  const told = (who: string) =>
    asWorker(who, async db =>
      (await db.selectFrom('events').select('subjectId').where('kind', 'in', ['conflict_declared', 'conflict_confirmed']).execute())
        .map(row => row.subjectId)
        .sort(),
    )
  const about = (worker: string) => mine.filter(one => one.workerId !== worker).flatMap(one => [one.id, one.id])
  expect(await told(cast.ingrid)).toHaveLength(4)
  expect(await told(cast.sam)).toEqual(about(cast.sam))
  expect(await told(cast.pat)).toEqual([])
  for (const who of [cast.pat, cast.sam])
    expect(await record(who, '?kind=conflict_declared')).not.toMatch(/(Pat Conway|Sam Okoro).*declared/)
})

test('an information-governance lead finds nobody’s looks at, nor deeds about, somebody with whom they stand in conflict', async () => {
  const [id, other] = [newId(), newId()]
  await asWorker(cast.tom, async db => {
    for (const one of [id, other])
      await db.insertInto('people').values({ id: one, heldBy: agency.police, givenName: 'Ayo', createdBy: cast.tom }).execute()
    for (const one of [id, other]) await seen(db, 'person', one)
  })
  const found = (who: string) =>
    asWorker(who, async db =>
      (await db.selectFrom('looks').select('subjectId').where('subjectId', 'in', [id, other]).execute()).map(row => row.subjectId),
    )
  expect((await found(cast.ingrid)).sort()).toEqual([id, other].sort())
  await asWorker(cast.ingrid, db => declareConflict(db, { worker: undefined, person: id, caseId: undefined, basis: 'My brother' }))
  expect(await found(cast.ingrid)).toEqual([other])
  expect(await record(cast.ingrid, `?subject=${id}`)).not.toContain('looked at a person')
  // Nor under another record of his, nor that the two were found to be one.
  await asWorker(cast.tom, db => mergeRecords(db, id, other, 'One and the same'))
  expect(await found(cast.ingrid)).toEqual([])
  expect(await record(cast.ingrid, `?subject=${id}`)).not.toContain('Tom Ashdown')
  expect((await found(cast.tom)).sort()).toEqual([id, other].sort())
})

test('nor that somebody was refused a case that is shut to them', async () => {
  const caseId = await aCase(cast.grace)
  await share(caseId, cast.ingrid, {}, cast.grace)
  await asWorker(cast.sam, async db => {
    await db.insertInto('looks').values({ kind: 'refused', subjectId: caseId, workerId: cast.sam, agencyId: agency.police }).execute()
  })
  const found = () => asWorker(cast.ingrid, db => db.selectFrom('looks').select('id').where('subjectId', '=', caseId).execute())
  expect(await found()).toHaveLength(1)
  await asWorker(cast.ingrid, db => declareConflict(db, { worker: undefined, person: undefined, caseId, basis: 'My own' }))
  expect(await found()).toEqual([])
})
