/** A receipt at both ends: shared urgently by one agency, opened, asked about, answered, acted upon by the other. */
import { expect, test } from 'vitest'
import { aCase } from '../case.ts'
import { agency, cast } from '../cast.ts'
import { expectAccessible } from './accessible.ts'
import { ownKith } from './kith.ts'

const kith = ownKith()

test('what was shared is sent, opened, understood and acted upon', async () => {
  const caseId = await aCase()
  const [tom, amir] = [await kith.as(cast.tom), await kith.as(cast.amir, 'phone')]
  await tom.goto(`/cases/${caseId}/sharing/new?with=${agency.housing}`)
  await tom.getByLabel('Read everything').check()
  await tom.getByLabel('Why do they need it?').fill('She is afraid to go home tonight')
  await tom.getByLabel('Within 4 hours').check()
  await tom.getByRole('button', { name: 'Check before sharing' }).click()
  await tom.getByText('To be opened by').waitFor()
  await tom.getByRole('button', { name: 'Share with Housing' }).click()
  await tom.getByText('Nobody has opened it yet.').waitFor()

  await amir.goto('/')
  await expectAccessible(amir)
  await amir.getByLabel('Shared with you').getByRole('link', { name: 'Noise at Fern Court' }).click()
  await amir.getByText('She is afraid to go home tonight').waitFor()
  await expectAccessible(amir)
  await tom.reload()
  await tom.getByText('Opened by Amir Sadiq, Housing').waitFor()
  await amir.getByRole('link', { name: 'Ask something back' }).click()
  await amir.getByLabel('Is there something you need to ask?').fill('Who has her key?')
  await amir.getByRole('button', { name: 'We have read and understood this' }).click()
  await amir.getByText('They ask: Who has her key?').waitFor()

  // By itself: the page is open, and hears of it.
  await tom.getByText('Understood by Amir Sadiq, Housing').waitFor()
  await tom.getByRole('link', { name: 'Receipt', exact: true }).click()
  await tom.getByLabel('Your answer').fill('Her sister at number 9.')
  await expectAccessible(tom)
  await tom.getByRole('button', { name: 'Send the answer' }).click()
  await amir.getByText('Her sister at number 9.').waitFor()
  await amir.getByLabel('What was done because of it?').fill('The locks are changed.')
  await amir.getByRole('button', { name: 'We have acted upon it' }).click()
  await amir.getByText('Acted upon').first().waitFor()
  await tom.getByText('The locks are changed.').waitFor()
  await tom.goto('/receipts')
  await expectAccessible(tom)
  expect(await tom.getByRole('main').textContent()).toContain('Acted upon')
})
