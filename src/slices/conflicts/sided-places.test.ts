/** A conflict found by an address tells no governance lead of a place on a side which is not theirs, nor where a safe address lies. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aCase, type Share, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may } from '../../../test/may.ts'
import { joins } from '../../../test/sided-case.ts'
import { bringWards } from '../../../test/wards.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { declareInterest } from './commands.ts'
import { listConflicts } from './queries.ts'

const database = ownDatabase()
beforeAll(() =>
  asWorker(cast.sam, db => declareInterest(db, { kind: 'ward', name: 'Weir', bornOn: null, line1: '', postcode: '', phone: '', note: '' })),
)

/** Housing's case between two people, of which the police work the responsible person's side. Sam stands for the ward. */
async function aCaseIn(postcode: string, more: Share = {}): Promise<string> {
  await bringWards(database, [postcode, 'Weir'])
  const caseId = await aCase(cast.grace, { programme: 'restorative-justice' })
  const gateway = { agreementId: null, basis: 'statutory gateway', gateway: 'Crime and Disorder Act 1998, section 115' }
  await share(caseId, agency.police, { ...gateway, sides: ['responsible'], ...more }, cast.grace)
  return caseId
}
const comes = async (caseId: string, postcode: string, side: string) => {
  const [placeId, id] = [newId(), newId()]
  await asWorker(cast.grace, async db => {
    await db.insertInto('places').values({ id: placeId, line1: 'The refuge', postcode, createdBy: cast.grace }).execute()
    await db.insertInto('casePlaces').values({ id, caseId, placeId, role: 'Other', side, addedBy: cast.grace }).execute()
  })
  return id
}
const leaves = (id: string) =>
  asWorker(cast.grace, db => db.updateTable('casePlaces').set({ endedAt: new Date() }).where('id', '=', id).execute())
const listed = async (caseId: string) =>
  (await asWorker(cast.ingrid, listConflicts)).filter(one => one.caseId === caseId).map(one => one.placeHasLeft)
const hasLeft = async (caseId: string) =>
  asWorker(
    cast.ingrid,
    async db => (await sql<{ is: boolean }>`select place_has_left(${cast.sam}, ${caseId}) as is`.execute(db)).rows[0]?.is,
  )

test('the governance lead of one side hears of no place on the other: neither that it came nor that it left', async () => {
  const caseId = await aCaseIn('WX8 1AA')
  const placeId = await comes(caseId, 'WX8 1AA', 'harmed')
  expect([await listed(caseId), await hasLeft(caseId)]).toEqual([[], false])
  await leaves(placeId)
  expect([await listed(caseId), await hasLeft(caseId)]).toEqual([[], false])
})

test('of their own side they do', async () => {
  const caseId = await aCaseIn('WX8 2AA')
  const placeId = await comes(caseId, 'WX8 2AA', 'responsible')
  expect(await listed(caseId)).toEqual([false])
  await leaves(placeId)
  expect(await listed(caseId)).toEqual([true])
})

/** Somebody on the side that the police work, who lives there; with a category, so that not everybody may know. */
async function livesIn(caseId: string, postcode: string, category: string | null): Promise<string> {
  const personId = newId()
  const fact = { id: newId(), personId, caseId, kind: 'address', value: '9 Ferry Steps', postcode, source: 'Told us', side: null, category }
  await asWorker(cast.grace, async db => {
    await db.insertInto('people').values({ id: personId, givenName: 'Ros', familyName: 'Tennick', createdBy: cast.grace }).execute()
    await joins(db, caseId, personId, { side: 'responsible' })
    await db
      .insertInto('personContacts')
      .values({ ...fact, recordedBy: cast.grace })
      .execute()
  })
  return personId
}
const listedOf = async (personId: string) => (await asWorker(cast.ingrid, listConflicts)).filter(one => one.personId === personId).length

test('nor of a safe address, save who may know it: the case is shut all the same', async () => {
  const [barred, known, plain] = [
    await aCaseIn('WX8 3AA', { categories: [] }),
    await aCaseIn('WX8 4AA'),
    await aCaseIn('WX8 5AA', { categories: [] }),
  ]
  const hidden = await livesIn(barred, 'WX8 3AA', 'safe address')
  expect(await listedOf(hidden)).toBe(0)
  expect(await may(cast.sam, db => db.selectFrom('cases').select('id').where('id', '=', barred).execute())).toBe('no')
  expect(await listedOf(await livesIn(known, 'WX8 4AA', 'safe address'))).toBe(1)
  expect(await listedOf(await livesIn(plain, 'WX8 5AA', null))).toBe(1)
})
