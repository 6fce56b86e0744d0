/** A conflict of interest as it happens: declared, the case gone without a word, the governance lead who confirms it. */
import { expect, test } from 'vitest'
import { expectAccessible } from '../../../test/browser/accessible.ts'
import { ownKith } from '../../../test/browser/kith.ts'
import { aCase } from '../../../test/case.ts'
import { cast } from '../../../test/cast.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'

const kith = ownKith()

test('a worker declares a relative; the case is gone for them, silently, and their governance lead confirms it', async () => {
  const [id, personId] = [await aCase(), newId()]
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id: personId, givenName: 'Ivy', familyName: 'Marsh', createdBy: cast.tom }).execute()
    await joins(db, id, personId)
  })
  const [sam, ingrid] = [await kith.as(cast.sam, 'phone'), await kith.as(cast.ingrid)]
  expect((await sam.goto(`/cases/${id}`))?.status()).toBe(200)

  await sam.goto('/account/interests')
  await expectAccessible(sam)
  await sam.getByLabel('Somebody in my family').check()
  await sam.getByLabel('Their name').fill('Ivy Marsh')
  await sam.getByRole('button', { name: 'Add it' }).click()
  await sam.getByText('Somebody in my family: Ivy Marsh').waitFor()
  expect(await sam.getByRole('main').textContent()).not.toMatch(/conflict/i)
  expect((await sam.goto(`/cases/${id}`))?.status()).toBe(404)
  expect((await sam.goto(`/people/${personId}`))?.status()).toBe(404)
  await sam.goto('/cases')
  expect(await sam.getByRole('main').textContent()).not.toContain('Fern Court')

  await ingrid.goto(`/cases/${id}/sharing`)
  await ingrid.getByText('Sam Okoro (Police) cannot open this case.').waitFor()
  await expectAccessible(ingrid)
  await ingrid.goto('/conflicts')
  await expectAccessible(ingrid)
  await ingrid.getByRole('link', { name: 'Sam Okoro and Ivy Marsh' }).click()
  await ingrid.getByRole('heading', { name: 'Your review' }).waitFor()
  await expectAccessible(ingrid)
  await ingrid.getByLabel('It stands', { exact: true }).check()
  await ingrid.getByLabel('Why?').fill('She is his aunt')
  await ingrid.getByRole('button', { name: 'Save the review' }).click()
  await ingrid.getByText('Confirmed', { exact: true }).waitFor()
  expect((await sam.goto(`/cases/${id}`))?.status()).toBe(404)
})
