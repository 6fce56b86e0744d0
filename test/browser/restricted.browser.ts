/** A note that only a named reader may open: written on one side of a case, opened after the logged step, unknown to everybody else. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../cast.ts'
import { aSidedCase } from '../sided-case.ts'
import { expectAccessible } from './accessible.ts'
import { ownKith } from './kith.ts'

const kith = ownKith()
const secret = 'The neighbour will speak if nobody hears her name'
let [tom, grace, amir] = [] as unknown as [Page, Page, Page]
let here = ''

describe('A note for named readers only', () => {
  beforeAll(async () => {
    here = `/cases/${(await aSidedCase()).caseId}`
    ;[tom, grace, amir] = [await kith.as(cast.tom), await kith.as(cast.grace, 'phone'), await kith.as(cast.amir)]
    await amir.goto(here)
  })

  test('is written by a worker of both sides, who is asked whom they mean', async () => {
    await tom.goto(here)
    await tom.getByLabel('Write a note').fill(secret)
    await tom.getByText('When, who, who may see it').click()
    await tom.getByLabel('Victim side').check()
    await tom.getByLabel('Only named readers').check()
    await tom.getByLabel('Who else may read it?').fill('grace')
    await tom.getByRole('button', { name: 'Save note' }).click()
    await tom.getByText('Tick whom you mean by “grace”.').first().waitFor()
    await expectAccessible(tom)
    expect(await tom.getByLabel('Write a note').inputValue()).toBe(secret)
    await tom.getByLabel('Grace Penhale (Housing)').check()
    await tom.getByRole('button', { name: 'Save note' }).click()
    await tom.getByText('Restricted: opening this is logged').waitFor()
    expect(await tom.getByRole('article').getByText('Victim side').count()).toBe(1)
    expect(await tom.getByText(secret).count()).toBe(0)
    await expectAccessible(tom)
  })

  test('is opened by the reader, and by nobody else found', async () => {
    await grace.goto(here)
    await expectAccessible(grace)
    await grace.getByRole('link', { name: 'Open it' }).click()
    await grace.getByText(secret).waitFor()
    await expectAccessible(grace)
    const address = grace.url()
    await amir.reload()
    await amir.getByText('Nothing written yet').waitFor()
    expect((await amir.goto(address))?.status()).toBe(404)
  })

  test('its readers see who they are, its author who opened it, and when', async () => {
    await grace.getByRole('link', { name: 'Who can read this?' }).click()
    await grace.getByText('Because Tom Ashdown named you.').waitFor()
    await expectAccessible(grace)
    await tom.getByRole('link', { name: 'Who can read this?' }).click()
    await tom.getByRole('list', { name: 'Who opened it' }).getByText('Grace Penhale, Housing').waitFor()
    await expectAccessible(tom)
    const answer = tom.url()
    await tom.goto(`${here}/looks`)
    await tom.getByText('Grace Penhale, Housing, opened an entry').waitFor()
    await tom.goto(answer)
  })

  test('the author takes a reader off, and they find it no more', async () => {
    await tom.getByRole('button', { name: 'Take off Grace Penhale' }).click()
    await tom.getByText('Grace Penhale (Housing)').waitFor({ state: 'detached' })
    await grace.goto(here)
    await grace.getByText('Nothing written yet').waitFor()
  })
})
