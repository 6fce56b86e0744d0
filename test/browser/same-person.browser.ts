/** Somebody who is there already, under another spelling: found before they are recorded twice, and what another agency knows. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCase } from '../case.ts'
import { cast } from '../cast.ts'
import { expectAccessible } from './accessible.ts'
import { ownKith } from './kith.ts'

const kith = ownKith()
let grace: Page
let tom: Page
let caseId = ''

async function add(page: Page, given: string, family: string) {
  await page.goto('/people/new')
  await page.getByLabel('Given name').fill(given)
  await page.getByLabel('Family name').fill(family)
  await page.getByLabel('Date of birth').fill('12 March 1984')
  await page.getByRole('button', { name: 'Add this person' }).click()
}

describe('The same person', () => {
  beforeAll(async () => {
    caseId = await aCase(cast.tom)
    ;[grace, tom] = [await kith.as(cast.grace), await kith.as(cast.tom)]
  })

  test('is found under a short form and a slip, with what agrees; a second press adds somebody new', async () => {
    await add(grace, 'Elizabeth', 'Quillfeather')
    await grace.getByRole('heading', { level: 1, name: 'Elizabeth Quillfeather' }).waitFor()
    await add(grace, 'Betty', 'Quilfeather')
    await grace.getByRole('heading', { name: 'Is it one of these?' }).waitFor()
    expect(await grace.locator('main').innerText()).toMatch(/Date of birth: the same/)
    await expectAccessible(grace)
    await grace.getByRole('button', { name: 'Add this person' }).click()
    await grace.getByRole('heading', { level: 1, name: 'Betty Quilfeather' }).waitFor()
  })

  test('of another agency’s list is not shown, but whom to ask', async () => {
    await tom.goto(`/cases/${caseId}/people/new?q=${encodeURIComponent('Liz Quillfeather 12/3/1984')}`)
    await tom.getByText('Wexmoor Homes may know this person').waitFor()
    expect(await tom.locator('main').innerText()).not.toContain('Elizabeth')
    await expectAccessible(tom)
  })
})
