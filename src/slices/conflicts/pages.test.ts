/** The pages of interests and conflicts: who × page, and that they stay silent to the worker they are about. */
import { expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase } from '../../../test/case.ts'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { joins } from '../../../test/sided-case.ts'
import { bringWards } from '../../../test/wards.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { declareInterest } from './commands.ts'
import { listConflicts } from './queries.ts'
import { conflicts } from './routes.tsx'

const database = ownDatabase()

test('what a worker tells of themselves stands on their own page alone, and what follows from it does not', async () => {
  const caseId = await aCase(cast.tom)
  const personId = newId()
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id: personId, givenName: 'Ada', familyName: 'Okoro', createdBy: cast.tom }).execute()
    await joins(db, caseId, personId)
  })
  const sam = asking(conflicts, cast.sam)
  expect((await sam('/account/interests', form({ kind: 'home', line1: '1 Fern Court' }))).status).toBe(422)
  const before = (await (await sam('/account/interests')).text()).length
  expect((await sam('/account/interests', form({ kind: 'relative', name: 'Ada Okoro' }))).status).toBe(303)
  const own = await (await sam('/account/interests')).text()
  expect(own).toContain('Ada Okoro')
  expect(own).not.toContain('Found')
  expect(before).toBeLessThan(own.length)
  expect(await (await asking(conflicts, cast.tom)('/account/interests')).text()).not.toContain('Ada Okoro')
  await bringWards(database, ['WX9 9AA', 'Abbey'])
  for (const ward of ['Abbey ward', 'Nowhere']) await sam('/account/interests', form({ kind: 'ward', ward }))
  expect(await (await sam('/account/interests')).text()).toMatch(/One postcode lies in it.*Kith knows no postcode in it/s)
  const [found] = await asWorker(cast.ingrid, listConflicts)
  const statuses = async (who: string) =>
    Promise.all(['/conflicts', '/conflicts/new', `/conflicts/${found?.id}`].map(async path => (await asking(conflicts, who)(path)).status))
  expect(await statuses(cast.ingrid)).toEqual([200, 200, 200])
  for (const who of [cast.sam, cast.tom, cast.amir, cast.grace]) expect(await statuses(who)).toEqual([403, 403, 403])
  const sees = () => asWorker(cast.sam, db => db.selectFrom('cases').select('id').where('id', '=', caseId).execute())
  expect(await sees()).toEqual([])
  const ingrid = asking(conflicts, cast.ingrid)
  expect((await ingrid(`/conflicts/${found?.id}`, form({ stands: 'no' }))).status).toBe(422)
  expect((await ingrid(`/conflicts/${found?.id}`, form({ stands: 'no', words: 'Another Ada' }))).status).toBe(303)
  expect((await sees()).length).toBe(1)
})

test('the page of a conflict by a place says when the place has left, and how to lift it', async () => {
  const [caseId, placeId] = [await aCase(cast.tom), newId()]
  await bringWards(database, ['WX9 8AA', 'Friary'])
  await asWorker(cast.sam, db =>
    declareInterest(db, { kind: 'ward', name: 'Friary', bornOn: null, line1: '', postcode: '', phone: '', note: '' }),
  )
  await asWorker(cast.tom, async db => {
    await db.insertInto('places').values({ id: placeId, line1: 'The green', postcode: 'WX9 8AA', createdBy: cast.tom }).execute()
    await db.insertInto('casePlaces').values({ id: newId(), caseId, placeId, role: 'Other', addedBy: cast.tom }).execute()
  })
  const conflict = (await asWorker(cast.ingrid, listConflicts)).find(one => one.caseId === caseId)
  const page = async () => (await asking(conflicts, cast.ingrid)(`/conflicts/${conflict?.id}`)).text()
  expect(await page()).not.toContain('stays closed to them until you lift this')
  await asWorker(cast.tom, db => db.updateTable('casePlaces').set({ endedAt: new Date() }).where('caseId', '=', caseId).execute())
  expect(await page()).toMatch(/stays closed to them until you lift this.*It does not stand/s)
  expect(await (await asking(conflicts, cast.ingrid)('/conflicts')).text()).toContain('Place has left')
})

test('an information-governance lead declares one for a worker, for a case that they see', async () => {
  const caseId = await aCase(cast.tom)
  const { reference } = await asWorker(cast.tom, db =>
    db.selectFrom('cases').select('reference').where('id', '=', caseId).executeTakeFirstOrThrow(),
  )
  const declare = (said: string) =>
    asking(conflicts, cast.ingrid)('/conflicts/new', form({ worker: cast.sam, reference: said, basis: 'His sister' }))
  expect([(await declare('ZZZZ-2222')).status, (await declare(reference)).status]).toEqual([422, 303])
  expect(await asWorker(cast.sam, db => db.selectFrom('cases').select('id').where('id', '=', caseId).execute())).toEqual([])
})
