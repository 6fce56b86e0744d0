/** Who may see, add, grade and change places, read from the real database and through the real addresses. */
import { expect, test } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { bringWards } from '../../../test/wards.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { places } from './index.ts'

const database = ownDatabase()

/** A case of Tom's with one place: Grace reads it, Noor sees its headline, Aisha contributes, Owen is an outsider. */
async function aSharedPlace() {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'read' })
  await share(caseId, agency.health, { tier: 'headline' })
  await share(caseId, agency.charity, { tier: 'contribute' })
  const [placeId, id] = [newId(), newId()]
  await asWorker(cast.tom, async db => {
    await db.insertInto('places').values({ id: placeId, line1: '2 Mill Lane', postcode: 'LE1 1AA', createdBy: cast.tom }).execute()
    await db.insertInto('casePlaces').values({ id, caseId, placeId, role: 'Other', addedBy: cast.tom }).execute()
  })
  return { caseId, placeId, id }
}

const readers = ['aisha', 'amir', 'grace', 'ingrid', 'pat', 'sam', 'tom']
const writers = ['aisha', 'ingrid', 'pat', 'sam', 'tom']

test('whoever may read a case sees its places; a headline, a pointer and an outsider see none', async () => {
  const { placeId, caseId } = await aSharedPlace()
  expect((await whoMay(cast, db => db.selectFrom('places').select('id').where('id', '=', placeId).execute())).sort()).toEqual(readers)
  expect((await whoMay(cast, db => db.selectFrom('casePlaces').selectAll().where('caseId', '=', caseId).execute())).sort()).toEqual(readers)
})

test('a thing tied to a case is taken off it in one’s own name, by whoever contributes', async () => {
  const { caseId } = await aSharedPlace()
  const thing = newId()
  await asWorker(cast.tom, db =>
    db
      .insertInto('caseObjects')
      .values({ id: thing, caseId, kind: 'vehicle', name: 'White van', role: 'Seen there', addedBy: cast.tom })
      .execute(),
  )
  const takeOff = (who: string, as: string) =>
    may(who, db => db.updateTable('caseObjects').set({ endedAt: new Date(), endedBy: as }).where('id', '=', thing).execute())
  expect([await takeOff(cast.aisha, cast.aisha), await takeOff(cast.aisha, cast.tom), await takeOff(cast.grace, cast.grace)]).toEqual([
    'yes',
    'no',
    'no',
  ])
})

test('a place on an agency’s own list is seen by that agency without a case, and by nobody else', async () => {
  const id = newId()
  await asWorker(cast.grace, db =>
    db.insertInto('places').values({ id, heldBy: agency.housing, line1: '8 Own Road', createdBy: cast.grace }).execute(),
  )
  expect((await whoMay(cast, db => db.selectFrom('places').select('id').where('id', '=', id).execute())).sort()).toEqual(['amir', 'grace'])
  expect(
    await may(cast.grace, db =>
      db.insertInto('places').values({ id: newId(), heldBy: agency.police, line1: '9 Road', createdBy: cast.grace }).execute(),
    ),
  ).toBe('no')
  expect(await may(cast.grace, db => db.insertInto('places').values({ id: newId(), line1: '9 Road', createdBy: cast.tom }).execute())).toBe(
    'no',
  )
})

test('whoever contributes puts an address right, grades a place and takes it off; readers and others do not', async () => {
  const { placeId, id } = await aSharedPlace()
  expect(
    (await whoMay(cast, db => db.updateTable('places').set({ town: 'Leicester' }).where('id', '=', placeId).execute())).sort(),
  ).toEqual(writers)
  expect((await whoMay(cast, db => db.updateTable('casePlaces').set({ grade: 'A' }).where('id', '=', id).execute())).sort()).toEqual(
    writers,
  )
  expect(
    (await whoMay(cast, db => db.updateTable('casePlaces').set({ endedAt: new Date() }).where('id', '=', id).execute())).sort(),
  ).toEqual(writers)
  for (const worker of [cast.tom, cast.aisha])
    expect(await may(worker, db => db.deleteFrom('casePlaces').where('id', '=', id).execute())).toBe('no')
})

test('nobody adds to a case a place that they cannot see, nor in another’s name', async () => {
  const { placeId, caseId } = await aSharedPlace()
  const owens = await aCase(cast.owen)
  const add = (worker: string, values: { caseId: string; placeId: string; addedBy: string }) =>
    may(worker, async db => {
      await db
        .insertInto('casePlaces')
        .values({ id: newId(), role: 'Witness', ...values })
        .execute()
      return true
    })
  expect(await add(cast.owen, { caseId: owens, placeId, addedBy: cast.owen })).toBe('no')
  expect(await add(cast.owen, { caseId, placeId, addedBy: cast.owen })).toBe('no')
  expect(await add(cast.grace, { caseId, placeId, addedBy: cast.grace })).toBe('no')
  expect(await add(cast.aisha, { caseId, placeId, addedBy: cast.tom })).toBe('no')
  expect(await add(cast.aisha, { caseId, placeId, addedBy: cast.aisha })).toBe('yes')
})

test('who graded is whoever does it: nobody puts another’s name there', async () => {
  const { id } = await aSharedPlace()
  expect(
    await may(cast.aisha, db => db.updateTable('casePlaces').set({ grade: 'A', gradedBy: cast.tom }).where('id', '=', id).execute()),
  ).toBe('no')
  await asWorker(cast.aisha, db => db.updateTable('casePlaces').set({ grade: 'A' }).where('id', '=', id).execute())
  await asWorker(cast.tom, db => db.updateTable('casePlaces').set({ version: 2 }).where('id', '=', id).execute())
  expect(await asWorker(cast.tom, db => db.selectFrom('casePlaces').select('gradedBy').where('id', '=', id).executeTakeFirst())).toEqual({
    gradedBy: cast.aisha,
  })
})

test('the sub-case of a place is a sub-case of the same case, and one that the worker can see', async () => {
  const { id, caseId } = await aSharedPlace()
  const link = (worker: string, subCaseId: string) =>
    may(worker, db => db.updateTable('casePlaces').set({ subCaseId }).where('id', '=', id).execute())
  const [own, elsewhere] = [await aCase(cast.tom, { parentId: caseId }), await aCase(cast.tom)]
  expect(await link(cast.tom, own)).toBe('yes')
  expect(await link(cast.tom, elsewhere)).toBe('no')
  expect(await link(cast.aisha, own)).toBe('no')
  expect(await link(cast.aisha, newId())).toBe('no')
})

test('organisations, vehicles and groups are seen by readers and added by whoever contributes, in their own name', async () => {
  const { caseId } = await aSharedPlace()
  const id = newId()
  await asWorker(cast.aisha, db =>
    db.insertInto('caseObjects').values({ id, caseId, kind: 'vehicle', name: 'White van', role: 'Vehicle', addedBy: cast.aisha }).execute(),
  )
  expect((await whoMay(cast, db => db.selectFrom('caseObjects').selectAll().where('id', '=', id).execute())).sort()).toEqual(readers)
  expect(
    (
      await whoMay(cast, db =>
        db.updateTable('caseObjects').set({ endedAt: new Date(), endedBy: db.actor.workerId }).where('id', '=', id).execute(),
      )
    ).sort(),
  ).toEqual(writers)
  expect(
    await may(cast.grace, db =>
      db
        .insertInto('caseObjects')
        .values({ id: newId(), caseId, kind: 'vehicle', name: 'Van', role: 'Vehicle', addedBy: cast.grace })
        .execute(),
    ),
  ).toBe('no')
  expect(
    await may(cast.aisha, db =>
      db
        .insertInto('caseObjects')
        .values({ id: newId(), caseId, kind: 'vehicle', name: 'Van', role: 'Vehicle', addedBy: cast.tom })
        .execute(),
    ),
  ).toBe('no')
})

test('an outsider cannot tell a hidden place from one that does not exist, by list, search, address or guess', async () => {
  const { placeId, caseId, id } = await aSharedPlace()
  for (const worker of [cast.owen, cast.noor]) {
    const ask = asking(places, worker)
    const tell = async (address: string, init?: RequestInit) => {
      const answer = await ask(address, init)
      return [answer.status, (await answer.text()).replaceAll(/[0-9a-f-]{36}/g, 'ID')]
    }
    const nowhere = newId()
    for (const [address, real] of [
      ['/places/ID', placeId],
      ['/places/ID/edit', placeId],
      ['/cases/ID/places', caseId],
      ['/cases/ID/places/new', caseId],
      ['/cases/ID/places/export', caseId],
      ['/cases/ID/places/import', caseId],
      [`/cases/ID/places/${id}/sub-case`, caseId],
    ] as const) {
      const hidden = await tell(address.replace('ID', real))
      expect(hidden[0], address).toBe(404)
      expect(hidden, address).toEqual(await tell(address.replace('ID', nowhere)))
    }
    const grade = { method: 'POST', body: new URLSearchParams({ grade: 'A', reason: 'Beds seen', version: '1' }) }
    expect((await tell(`/cases/${caseId}/places/${id}/grade`, grade))[0]).toBe(404)
    const own = await aCase(worker)
    expect((await tell(`/cases/${own}/places/${id}/grade`, grade))[0]).toBe(404)
    expect((await tell(`/cases/${own}/places/new?q=LE1+1AA`))[1]).not.toContain('Mill Lane')
    expect(
      (await tell(`/cases/${own}/places`, { method: 'POST', body: new URLSearchParams({ place: placeId, role: 'Other' }) }))[0],
    ).not.toBe(303)
  }
})

test('whoever only reads a case exports its places and changes none', async () => {
  const { caseId, id } = await aSharedPlace()
  const grace = asking(places, cast.grace)
  expect(await (await grace(`/cases/${caseId}/places/export`)).text()).toContain('2 Mill Lane')
  expect(await (await grace(`/cases/${caseId}/places`)).text()).not.toContain('Add a place')
  expect((await grace(`/cases/${caseId}/places/${id}/ending`, { method: 'POST' })).status).toBe(403)
})

test('postcodeWards: read by everybody signed in, and written by no worker', async () => {
  await bringWards(database, ['LE1 1AA', 'Castle'])
  expect(await whoMay(cast, db => db.selectFrom('postcodeWards').selectAll().execute())).toEqual(expect.arrayContaining(['tom', 'owen']))
  expect(await whoMay(cast, db => db.insertInto('postcodeWards').values({ postcode: 'LE1 1AB', ward: 'Mine' }).execute())).toEqual([])
})

test('who added a place is told to nobody: it would tell who works with those who live there', async () => {
  await expect(asWorker(cast.tom, db => db.selectFrom('places').select('createdBy').execute())).rejects.toThrow()
})
