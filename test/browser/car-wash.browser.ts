/** The main job: an operation against modern slavery at car washes, worked live by four agencies, from the order to the closure. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { agency, cast } from '../cast.ts'
import { behindTheRules } from '../database.ts'
import { expectAccessible } from './accessible.ts'
import { ownKith } from './kith.ts'
import { haveData, premises } from './premises.ts'

const kith = ownKith()
let lead: Page
let master = ''
const subCases: string[] = []

if (!haveData) console.warn('Skipped: the car-wash operation needs the public data beside the project (../shared/data).')

describe.skipIf(!haveData)('The car-wash operation', () => {
  beforeAll(async () => {
    lead = await kith.as(cast.sam)
  })

  test('the lead agency opens a master case, kept within its team', async () => {
    await lead.goto('/')
    await lead.getByRole('link', { name: 'Open a case' }).first().click()
    await lead.getByRole('radio', { name: 'Modern slavery operation' }).check()
    await lead.getByLabel('Title').fill('Operation Larkspur')
    await lead.getByLabel('What is the worry?').fill('Hand car washes where people may be held in debt and badly housed.')
    await lead.getByLabel('Keep it within one team?').selectOption({ label: 'Slavery team' })
    await lead.getByRole('button', { name: 'Open a case' }).click()
    await lead.getByRole('heading', { level: 1, name: 'Operation Larkspur' }).waitFor()
    master = new URL(lead.url()).pathname
    await expectAccessible(lead)
  })

  test('the operational order goes in as a document', async () => {
    await lead.goto(`${master}/documents`)
    const adding = lead.locator('details', { hasText: 'Add documents' }).first()
    if ((await adding.count()) > 0 && !(await adding.evaluate((one: HTMLDetailsElement) => one.open)))
      await adding.locator('summary').click()
    await lead.getByLabel('Title').fill('Operational order')
    await lead.getByLabel('Files').setInputFiles({
      name: 'order.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
    })
    await lead.getByRole('button', { name: 'Add documents' }).click()
    await lead.getByRole('link', { name: 'Operational order' }).first().waitFor()
  })

  test('a list of 63 premises is checked, then added; added twice it adds nobody twice', async () => {
    await importPremises()
    await lead.getByRole('button', { name: 'Add 63 places' }).click()
    await lead.waitForURL(/\/places\?added=63/)
    await lead.getByText('Premises 63 Hand Car Wash').first().waitFor()
    await importPremises()
    expect(await lead.getByRole('button', { name: /^Add \d+ place/ }).count()).toBe(0)
  })

  async function importPremises() {
    await lead.goto(`${master}/places/import`)
    await lead.getByLabel('CSV file').setInputFiles({ name: 'premises.csv', mimeType: 'text/csv', buffer: premises(63) })
    await lead.getByRole('button', { name: 'Check the list' }).click()
    await lead.getByText('Nothing is added yet').waitFor()
  }

  test('premises are graded, and four get a sub-case each', async () => {
    for (const number of [1, 2, 3, 4]) {
      const name = `Premises ${number} Hand Car Wash`
      await lead.goto(`${master}/places`)
      await lead.getByLabel(`Grade of ${name}`, { exact: true }).selectOption('A')
      await lead.getByLabel(`Reason for the grade of ${name}`, { exact: true }).fill('Workers sleep on site')
      const saved = lead.waitForResponse(answer => answer.request().method() === 'POST' && answer.status() === 303)
      await lead.getByRole('button', { name: `Save the grade of ${name}`, exact: true }).click()
      await saved
      await lead.goto(`${master}/places`)
      await lead.getByRole('link', { name: new RegExp(`^Open a sub-case for ${name}`) }).click()
      await lead.getByRole('button', { name: 'Open sub-case' }).click()
      await lead.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
      subCases.push(new URL(lead.url()).pathname.split('/').slice(0, 3).join('/'))
    }
    await lead.goto(`${master}/sub-cases`)
    expect(await lead.getByRole('list', { name: 'Sub-cases' }).getByRole('listitem').count()).toBe(4)
  })

  test('it is shared with three agencies under the agreement, sub-cases included', async () => {
    for (const [principal, name] of [
      [agency.housing, 'Housing'],
      [agency.health, 'Health'],
      [agency.charity, 'Harbour'],
    ] as const) {
      await lead.goto(`${master}/sharing/new?with=${principal}`)
      await lead
        .getByRole('radio', { name: /^Add to it|Read and add|Contribute|add/i })
        .first()
        .check()
      await lead.getByRole('radio', { name: 'County safety agreement' }).check()
      await lead.getByLabel('Why do they need it?').fill('They come with us on the day')
      await lead.getByLabel('Its sub-cases too').check()
      await lead.getByRole('button', { name: 'Check before sharing' }).click()
      await lead.getByRole('button', { name: /^Share/ }).click()
      await lead.getByRole('list', { name: 'Who can see this case' }).getByText(name).first().waitFor()
    }
    await expectAccessible(lead)
  })

  test('on the day each screen shows the others’ writing by itself, and no half-written note is lost', async () => {
    const [grace, noor] = [await kith.as(cast.grace, 'phone'), await kith.as(cast.noor, 'phone')]
    const scene = subCases[0] ?? ''
    for (const page of [grace, noor]) {
      const live = page.waitForResponse(answer => answer.url().includes('/live'))
      await page.goto(scene)
      await live
    }
    await noor.getByLabel('Write a note').fill('He says his passport is with the')
    await grace.getByLabel('Write a note').fill('Two men sleep in the storeroom; beds and a stove seen.')
    await grace.getByRole('button', { name: 'Save note' }).click()
    await noor.getByText('Two men sleep in the storeroom').waitFor()
    expect(await noor.getByLabel('Write a note').inputValue()).toBe('He says his passport is with the')
    await noor.getByLabel('Write a note').pressSequentially(' foreman.')
    await noor.getByRole('button', { name: 'Save note' }).click()
    await grace.getByText('He says his passport is with the foreman.').waitFor()
    await expectAccessible(grace)
  })

  test('people found are added in a few taps, with role and basis, and a scanned questionnaire stands beside them', async () => {
    const aisha = await kith.as(cast.aisha, 'phone')
    const scene = subCases[0] ?? ''
    await aisha.goto(`${scene}/people/found`)
    await aisha.getByRole('radio', { name: 'Man', exact: true }).check()
    await aisha.getByLabel(/Age or date of birth/).fill('about 30')
    await aisha.getByLabel('Where and how found').fill('In the storeroom, 06:40')
    await aisha.getByRole('button', { name: 'Add this person' }).click()
    await aisha.getByText(/added\. Add the next one/).waitFor()
    await aisha.goto(`${scene}/people`)
    expect(await aisha.locator('main').innerText()).toMatch(/Unknown man[\s\S]*Potential victim/i)
    await aisha.goto(`${scene}/documents`)
    await aisha
      .locator('summary', { hasText: /Add documents/ })
      .first()
      .click()
      .catch(() => {})
    await aisha.getByLabel('Title').fill('Questionnaire, scanned')
    await aisha.getByLabel('Files').setInputFiles({
      name: 'scan.png',
      mimeType: 'image/png',
      buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
    })
    await aisha.getByRole('button', { name: 'Add documents' }).click()
    await aisha.getByRole('link', { name: 'Questionnaire, scanned' }).first().waitFor()
    await expectAccessible(aisha)
  })

  test('an agency without a share finds nothing by list, search, address or guess', async () => {
    const owen = await kith.as(cast.owen)
    await owen.goto('/cases')
    expect(await owen.locator('main').innerText()).not.toContain('Larkspur')
    for (const words of ['Larkspur', 'Premises 1 Hand Car Wash', 'storeroom']) {
      await owen.goto(`/search?q=${encodeURIComponent(words)}`)
      await owen.getByText('Nothing found for').waitFor()
    }
    const nowhere = `/cases/${'0'.repeat(8)}-0000-7000-8000-000000000999`
    const absent = await owen.goto(nowhere)
    const bodyOf = async () => (await owen.locator('main').innerText()).replace(/quote \w+/, '')
    const [absentStatus, absentBody] = [absent?.status(), await bodyOf()]
    for (const path of [
      '',
      '/plan',
      '/people',
      '/places',
      '/documents',
      '/messages',
      '/sub-cases',
      '/outcomes',
      '/sharing',
      '/brief',
      '/looks',
      '/why',
      '/places/export',
      '/edit',
      '/closure',
    ]) {
      const answer = await owen.goto(`${master}${path}`)
      expect([path, answer?.status()]).toEqual([path, absentStatus])
      expect(await bodyOf()).toBe(absentBody)
    }
  })

  test('an expired share ends at its minute', async () => {
    const noor = await kith.as(cast.noor)
    expect((await noor.goto(master))?.status()).toBe(200)
    await behindTheRules(kith.database, ['grants'], client =>
      client.query(`update grants set starts_at = now() - interval '1 hour', ends_at = now() where principal_id = $1`, [agency.health]),
    )
    for (const path of [master, subCases[0] ?? '']) expect((await noor.goto(path))?.status()).toBe(404)
    await noor.goto('/cases')
    expect(await noor.locator('main').innerText()).not.toContain('Larkspur')
  })

  test('debrief and outcomes are recorded, and the operation is closed', async () => {
    await lead.goto(master)
    await lead.getByLabel('Write a note').fill('Debrief: three premises visited, five people found, two chose support.')
    await lead.getByLabel('Kind').first().selectOption({ label: 'Debrief' })
    await lead.getByRole('button', { name: 'Save note' }).click()
    await lead.getByText('Debrief: three premises visited').waitFor()
    await lead.goto(`${master}/outcomes`)
    await lead.locator('summary', { hasText: 'Record an outcome' }).click()
    await lead.getByLabel('What was achieved?').selectOption({ label: 'Potential victim identified' })
    await lead.getByLabel('How many?').fill('5')
    await lead.getByRole('button', { name: 'Record outcome' }).click()
    await lead.getByText('Potential victim identified × 5').waitFor()
    await lead.goto(`${master}/closure`)
    await lead.getByLabel('Why is it being closed?').selectOption({ label: 'Operation complete' })
    await lead.getByLabel('What came of it?').fill('Two people housed safely; one premises closed by notice.')
    await lead.getByRole('button', { name: 'Close the operation' }).click()
    await lead.getByText('Closed: Operation complete').waitFor()
    await expectAccessible(lead)
  })
})
