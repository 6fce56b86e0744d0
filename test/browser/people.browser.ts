/** People as a caseworker meets them: added once, amended, related, warned about, and read about across cases. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCase, share } from '../case.ts'
import { agency, cast } from '../cast.ts'
import { expectAccessible } from './accessible.ts'
import { ownKith } from './kith.ts'

const kith = ownKith()
let tom: Page
let grace: Page
let noise = ''
let damp = ''
let marta = ''

describe('People', () => {
  beforeAll(async () => {
    noise = await aCase(cast.tom)
    damp = await aCase(cast.tom, { programme: 'general-support' })
    await share(noise, agency.housing, { tier: 'contribute' })
    ;[tom, grace] = [await kith.as(cast.tom), await kith.as(cast.grace)]
  })

  test('somebody new is looked for first, then added with a role and how we know', async () => {
    await tom.goto(`/cases/${noise}/people`)
    await tom.getByRole('link', { name: 'Add a person' }).first().click()
    await tom.getByLabel('Who is it?').fill('Marta Quellin')
    await tom.getByRole('button', { name: 'Look for them' }).click()
    await tom.getByRole('heading', { name: 'Nobody like that among the people you may see' }).waitFor()
    await expectAccessible(tom)
    await tom.getByLabel('Given name').fill('Marta')
    await tom.getByLabel('Family name').fill('Quellin')
    await tom.getByLabel('Date of birth').fill('about 1984')
    await tom.getByLabel('Complainant').check()
    await tom.getByLabel('How do we know?').fill('She rang on Monday')
    await tom.getByRole('button', { name: 'Add to this case' }).click()
    await tom.getByRole('link', { name: 'Marta Quellin' }).first().click()
    await tom.getByRole('heading', { level: 1, name: 'Marta Quellin' }).waitFor()
    marta = new URL(tom.url()).pathname
    await expectAccessible(tom)
  })

  test('in her second case she is found, misspelt, and not recorded twice', async () => {
    await tom.goto(`/cases/${damp}/people/new?q=Martha+Quelin`)
    await tom.getByRole('radio', { name: 'Marta Quellin' }).check()
    await tom.getByRole('checkbox').first().check()
    await tom.getByLabel('How do we know?').fill('Tenancy agreement')
    await tom.getByRole('button', { name: 'Add to this case' }).click()
    await tom.getByRole('link', { name: 'Marta Quellin' }).first().waitFor()
    await tom.goto(marta)
    expect(await tom.getByRole('list', { name: 'Cases' }).getByRole('listitem').count()).toBe(2)
  })

  test('of two who amend her details the second sees both versions and chooses', async () => {
    await Promise.all([tom, grace].map(page => page.goto(`${marta}/details`)))
    await tom.getByLabel('Family name').fill('Quellin-Rowe')
    await grace.getByLabel('Family name').fill('Quellyn')
    await tom.getByRole('button', { name: 'Save changes' }).click()
    await tom.getByRole('heading', { level: 1, name: 'Marta Quellin-Rowe' }).waitFor()
    await grace.getByRole('button', { name: 'Save changes' }).click()
    await grace.getByRole('heading', { name: 'Tom Ashdown’s version' }).waitFor()
    expect(await grace.locator('main').innerText()).toMatch(/Quellin-Rowe[\s\S]*Quellyn/)
    await expectAccessible(grace)
    await grace.getByRole('button', { name: 'Keep Tom Ashdown’s' }).click()
    await grace.getByRole('heading', { level: 1, name: 'Marta Quellin-Rowe' }).waitFor()
  })

  test('a warning is given and stands in front of every colleague who may see it', async () => {
    await tom.goto(`${marta}/warnings`)
    await tom.getByLabel('What must a worker do?').fill('Ring before you come: dog kept loose')
    await tom.getByLabel('When must this be looked at again?').fill('in 12 weeks')
    await tom.locator(`input[name=caseId][value="${noise}"]`).check()
    await tom.getByRole('button', { name: 'Give this warning' }).click()
    await tom.getByText('Ring before you come: dog kept loose').first().waitFor()
    await expectAccessible(tom)
  })

  test('who is related to her is said in a case they share', async () => {
    await tom.goto(`/cases/${noise}/people/new?q=Ines+Quellin`)
    await tom.getByRole('radio', { name: /omebody new/ }).check()
    await tom.getByLabel('Given name').fill('Ines')
    await tom.getByLabel('Family name').fill('Quellin')
    await tom.getByLabel('Witness').check()
    await tom.getByLabel('How do we know?').fill('Opened the door')
    await tom.getByRole('button', { name: 'Add to this case' }).click()
    await tom.getByRole('link', { name: 'Ines Quellin' }).first().waitFor()
    await tom.goto(`${marta}/relationships`)
    await tom.getByLabel('Who?').selectOption({ label: 'Ines Quellin' })
    await tom.getByLabel(/^They are Marta/).fill('daughter')
    await expectAccessible(tom)
    await tom.getByRole('button', { name: 'Add this relationship' }).click()
    await tom.getByRole('link', { name: 'Ines Quellin' }).first().waitFor()
    expect(await tom.locator('main').innerText()).toMatch(/Daughter: ?Ines Quellin/)
  })

  test('her chronology merges every case one may read, and no other', async () => {
    for (const [page, at, words] of [
      [grace, noise, 'Music until three; she was in tears.'],
      [tom, damp, 'The damp has reached her bedroom.'],
    ] as const) {
      await page.goto(`/cases/${at}`)
      await page.getByLabel('Write a note').fill(words)
      await page.getByRole('button', { name: 'Save note' }).click()
      await page.getByText(words).first().waitFor()
    }
    await tom.goto(`${marta}?only=all`)
    const merged = await tom.locator('#chronology').innerText()
    expect(merged).toMatch(/reached her bedroom[\s\S]*until three/)
    await grace.goto(`${marta}?only=all`)
    const hers = await grace.locator('main').innerText()
    expect([hers.includes('until three'), hers.includes('reached her bedroom'), hers.includes('dog kept loose')]).toEqual([
      true,
      false,
      true,
    ])
    await expectAccessible(grace)
  })
})
