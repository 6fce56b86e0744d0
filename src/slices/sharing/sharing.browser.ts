/** Sharing as people do it: by keyboard, checked before it is sent, seen by the other side at once, ended with a reason. */
import { expect, test } from 'vitest'
import { expectAccessible } from '../../../test/browser/accessible.ts'
import { ownKith } from '../../../test/browser/kith.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, agreement, cast, team } from '../../../test/cast.ts'

const kith = ownKith()

test('a case is found for, shared, checked, explained and taken back', async () => {
  const id = await aCase()
  const [tom, grace] = [await kith.as(cast.tom), await kith.as(cast.grace, 'phone')]
  expect((await grace.goto(`/cases/${id}`))?.status()).toBe(404)

  await tom.goto(`/cases/${id}/sharing`)
  await expectAccessible(tom)
  await tom.getByLabel('An agency, a team or a worker').fill('homes')
  await tom.keyboard.press('Enter')
  await tom.getByRole('link', { name: 'Wexmoor Homes' }).press('Enter')
  await tom.getByRole('heading', { name: 'Share with Housing' }).waitFor()
  await expectAccessible(tom)
  await tom.getByRole('button', { name: 'Check before sharing' }).press('Enter')
  await tom.getByRole('heading', { name: /There is a problem/ }).waitFor()
  await expectAccessible(tom)
  await tom.getByLabel('Read everything').check()
  await tom.getByLabel('Why do they need it?').fill('They let the flat')
  await tom.getByRole('button', { name: 'See what they will see' }).press('Enter')
  await tom.getByRole('heading', { name: 'What Housing will see if you share this' }).waitFor()
  await expectAccessible(tom)
  await tom.locator('.kith-preview').getByRole('link', { name: 'Plan', exact: true }).press('Enter')
  await tom.locator('.kith-preview [aria-current]', { hasText: 'Plan' }).waitFor()
  await tom.getByRole('link', { name: 'Change it first' }).press('Enter')
  await tom.getByRole('heading', { name: 'Share with Housing' }).waitFor()
  expect(await tom.getByLabel('Why do they need it?').inputValue()).toBe('They let the flat')
  await tom.getByRole('button', { name: 'Check before sharing' }).press('Enter')
  await tom.getByText('Housing will be able to read everything in it until').waitFor()
  await expectAccessible(tom)
  await tom.getByRole('button', { name: 'Share with Housing' }).press('Enter')
  await tom.getByText('Housing can read everything in it.').waitFor()

  expect((await grace.goto(`/cases/${id}`))?.status()).toBe(200)
  await grace.goto(`/cases/${id}/why`)
  expect(await grace.getByRole('main').textContent()).toContain('They let the flat')
  await expectAccessible(grace)

  await tom.getByRole('link', { name: 'End', exact: true }).press('Enter')
  await tom.getByLabel('Why does it end?').fill('The tenancy is over')
  await expectAccessible(tom)
  await tom.getByRole('button', { name: 'End Housing’s share' }).press('Enter')
  await tom.getByText('What has ended (1)').waitFor()
  expect((await grace.goto(`/cases/${id}`))?.status()).toBe(404)
})

test('a pointer and a headline show a page of their own', async () => {
  const id = await aCase()
  await share(id, agency.housing, { tier: 'pointer' })
  await share(id, agency.health, { tier: 'headline' })
  const [grace, noor] = [await kith.as(cast.grace, 'phone'), await kith.as(cast.noor)]
  await grace.goto(`/cases/${id}`)
  expect(await grace.getByRole('main').textContent()).toContain('Police holds something about this')
  expect(await grace.getByRole('main').textContent()).not.toContain('Fern Court')
  await expectAccessible(grace)
  await noor.goto(`/cases/${id}`)
  expect(await noor.getByRole('main').textContent()).toContain('Tom Ashdown')
  expect(await noor.getByRole('link', { name: 'Documents' }).count()).toBe(0)
  await expectAccessible(noor)
})

test('an administrator lets a worker go; that worker’s open page shows nothing at the next click', async () => {
  const id = await aCase(cast.grace)
  const [grace, amir] = [await kith.as(cast.grace), await kith.as(cast.amir)]
  await grace.goto(`/cases/${id}`)
  await amir.goto(`/workers/${cast.grace}/leaving`)
  await expectAccessible(amir)
  await amir.getByRole('button', { name: 'End Grace Penhale’s access now' }).press('Enter')
  await amir.getByText('does not work here any more').waitFor()
  await grace.goto(`/cases/${id}`)
  expect(new URL(grace.url()).pathname).toBe('/sign-in')
})

test('the pages of who is who, of agreements and of looks can be used by everybody', async () => {
  const pat = await kith.as(cast.pat)
  for (const path of [
    '/agencies',
    `/agencies/${agency.housing}`,
    '/agencies/new',
    '/teams',
    `/teams/${team.hub}`,
    `/workers/${cast.noor}`,
    `/workers/new?agency=${agency.health}`,
    `/workers/${cast.noor}/move`,
    '/agreements',
    `/agreements/${agreement.county}`,
    '/agreements/new',
    `/agreements/${agreement.county}/suspension`,
  ]) {
    expect((await pat.goto(path))?.status()).toBe(200)
    await expectAccessible(pat)
  }
  const ingrid = await kith.as(cast.ingrid, 'phone')
  for (const path of ['/looks', '/account/trail', `/agreements/${agreement.county}`]) {
    expect((await ingrid.goto(path))?.status()).toBe(200)
    await expectAccessible(ingrid)
  }
})
