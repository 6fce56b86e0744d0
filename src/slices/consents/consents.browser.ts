/** Consent as it happens: recorded, shared on, taken back, and gone at once; and what was printed accounted for. */
import { expect, test } from 'vitest'
import { expectAccessible } from '../../../test/browser/accessible.ts'
import { ownKith } from '../../../test/browser/kith.ts'
import { aCase } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'

const kith = ownKith()

test('a consent is recorded, shared on and taken back; the recipient loses the case at once, is told, and says what came of the copies', async () => {
  const [id, personId] = [await aCase(), newId()]
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id: personId, givenName: 'Ivy', familyName: 'Marsh', createdBy: cast.tom }).execute()
    await joins(db, id, personId)
  })
  const [tom, owen] = [await kith.as(cast.tom), await kith.as(cast.owen, 'phone')]
  await tom.goto(`/cases/${id}/consents`)
  await expectAccessible(tom)
  await tom.getByRole('link', { name: 'Record a consent' }).click()
  await tom.getByLabel('Whose consent is it?').selectOption({ label: 'Ivy Marsh' })
  await tom.getByLabel('What were they shown or told?').fill('May we tell them what you told us?')
  await tom.getByLabel('Outland Council').check()
  await tom.getByLabel('What for?').fill('To find her a home')
  await tom.getByLabel('When does it end?').fill('in 90 days')
  await expectAccessible(tom)
  await tom.getByRole('button', { name: 'Record the consent' }).click()
  await tom.getByText('Holds').waitFor()

  await tom.goto(`/cases/${id}/sharing/new?with=${agency.outside}`)
  await tom.getByLabel('Read everything').check()
  await tom.getByLabel('Consent of Ivy Marsh').check()
  await tom.getByLabel('Why do they need it?').fill('They have a room for her')
  await tom.getByLabel('Until when? (day)').fill('in 30 days')
  await tom.getByRole('button', { name: 'Check before sharing' }).click()
  await tom.getByText('It rests on the consent of Ivy Marsh').waitFor()
  await tom.getByRole('button', { name: 'Share with Outland' }).click()
  await tom.getByText('Outland can read everything in it.').waitFor()
  expect((await owen.goto(`/cases/${id}`))?.status()).toBe(200)
  await asWorker(cast.owen, db => seen(db, 'print', id, { caseId: id }))

  await tom.goto(`/cases/${id}/consents`)
  await tom.getByRole('link', { name: 'Withdraw' }).click()
  await tom.getByText('One share ends at once:').waitFor()
  await expectAccessible(tom)
  await tom.getByLabel('How was it withdrawn').fill('She rang and said no')
  await tom.getByRole('button', { name: 'Withdraw the consent' }).click()
  await tom.getByText('Withdrawn', { exact: true }).first().waitFor()
  expect((await owen.goto(`/cases/${id}`))?.status()).toBe(404)

  await owen.goto('/')
  await owen.getByText(/A consent in .* was taken back/).waitFor()
  await expectAccessible(owen)
  await owen.getByRole('link', { name: 'Say what you did' }).click()
  await owen.getByText('printed by Owen Marsh').waitFor()
  await expectAccessible(owen)
  await owen.getByLabel('What was destroyed or returned?').fill('The one print was shredded today')
  await owen.getByRole('button', { name: 'We have acted' }).click()
  await owen.getByText('The one print was shredded today').waitFor()
  await tom.goto(`/cases/${id}/recalls`)
  await tom.getByText('The one print was shredded today').waitFor()
  await expectAccessible(tom)
})
