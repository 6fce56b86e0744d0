/** An emergency as it happens: a page that finds nothing, the case opened, the band on all that is in it, and the review. */
import { expect, test } from 'vitest'
import { expectAccessible } from '../../../test/browser/accessible.ts'
import { ownKith } from '../../../test/browser/kith.ts'
import { aCase } from '../../../test/case.ts'
import { cast } from '../../../test/cast.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'

const kith = ownKith()

test('a case that is not found is opened in an emergency, shows how long it is open, and is reviewed', async () => {
  const [id, personId] = [await aCase(), newId()]
  const { reference } = await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id: personId, givenName: 'Ivy', familyName: 'Marsh', createdBy: cast.tom }).execute()
    await joins(db, id, personId)
    return db.selectFrom('cases').select('reference').where('id', '=', id).executeTakeFirstOrThrow()
  })
  const [noor, ingrid] = [await kith.as(cast.noor, 'phone'), await kith.as(cast.ingrid)]
  expect((await noor.goto(`/cases/${id}`))?.status()).toBe(404)
  await expectAccessible(noor)
  await noor.getByRole('link', { name: 'Open a case in an emergency' }).click()
  await noor.getByRole('heading', { name: 'Open a case in an emergency' }).waitFor()
  await expectAccessible(noor)
  await noor.getByLabel('Reference of the case').fill(reference)
  await noor.getByLabel('Who is in danger').fill('She rang from the car, he is following her')
  await noor.getByRole('button', { name: 'Open the case' }).click()
  const band = noor.getByText(/Open in an emergency: 1\d minutes left/)
  await band.waitFor()
  await expectAccessible(noor)
  for (const path of [`/cases/${id}/brief`, `/people/${personId}`]) {
    await noor.goto(path)
    await band.waitFor()
  }
  await expectAccessible(noor)
  await noor.getByRole('link', { name: reference }).click()
  await noor.waitForURL(`**/cases/${id}`)

  await ingrid.goto('/')
  await ingrid.getByRole('link', { name: new RegExp(`Noor Halabi .* opened ${reference}`) }).click()
  await ingrid.getByRole('heading', { name: `Emergency opening of ${reference}` }).waitFor()
  expect(await ingrid.getByRole('main').textContent()).toContain('he is following her')
  expect(await ingrid.getByRole('list', { name: 'Looked at meanwhile' }).textContent()).toContain('Ivy Marsh')
  await expectAccessible(ingrid)
  await ingrid.getByLabel('Yes, it was justified').check()
  await ingrid.getByLabel('Why?').fill('The call is on record')
  await ingrid.getByRole('button', { name: 'Record the review' }).click()
  await ingrid.getByText('Nothing waits for a review').waitFor()
  await expectAccessible(ingrid)
  await noor.goto('/')
  await noor.getByText(`Your emergency opening of ${reference} was reviewed`).waitFor()
  await expectAccessible(noor)
})
