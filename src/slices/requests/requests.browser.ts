/** A request for information as it happens: asked of another agency, counted in their menu, answered with a share. */
import { expect, test } from 'vitest'
import { expectAccessible } from '../../../test/browser/accessible.ts'
import { ownKith } from '../../../test/browser/kith.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'

const kith = ownKith()

test('one agency asks another, which shares a case and answers with it', async () => {
  const id = await aCase()
  const [grace, ingrid] = [await kith.as(cast.grace, 'phone'), await kith.as(cast.ingrid)]
  await grace.goto('/requests')
  await expectAccessible(grace)
  await grace.getByRole('link', { name: 'Ask another agency' }).click()
  await grace.getByLabel('Whom do you ask, on which agreement?').selectOption({ label: 'Wexmoor Police: County safety agreement' })
  await grace.getByLabel('Whom or what is it about?').fill('4 Fern Court')
  await grace.getByLabel('What do you need to know?').fill('Who has complained about the noise there?')
  await grace.getByLabel('What do you need it for?').fill('To warn our tenant')
  await grace.getByRole('radio').first().check()
  await expectAccessible(grace)
  await grace.getByRole('button', { name: 'Ask', exact: true }).click()
  await grace.getByRole('heading', { name: 'Housing asks Police' }).waitFor()

  await ingrid.goto('/')
  await ingrid
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Requests\s*1$/ })
    .click()
  await expectAccessible(ingrid)
  await share(id, agency.housing)
  await ingrid.getByRole('list', { name: 'To us' }).getByRole('link', { name: '4 Fern Court' }).click()
  await ingrid.getByLabel('We have shared a case with them').check()
  await ingrid.getByLabel('Which share?').selectOption({ index: 1 })
  await expectAccessible(ingrid)
  await ingrid.getByRole('button', { name: 'Send the answer' }).click()
  await ingrid.getByRole('heading', { name: 'The answer' }).waitFor()
  expect(await ingrid.getByRole('link', { name: /^Requests\s*1$/ }).count()).toBe(0)

  await grace.reload()
  await expectAccessible(grace)
  await grace.getByRole('link', { name: 'Open what was shared' }).click()
  await grace.getByRole('heading', { name: 'Noise at Fern Court' }).first().waitFor()
})
