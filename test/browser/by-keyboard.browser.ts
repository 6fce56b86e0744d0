/** A small operation worked by keyboard alone: opened, brought a list, shared, written in, closed; the focus always seen and never lost. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../cast.ts'
import { expectAccessible } from './accessible.ts'
import { byKeyboard } from './keyboard.ts'
import { ownKith } from './kith.ts'

const kith = ownKith()
const list =
  'Name,Address,Town,Postcode\r\nQuayside Hand Car Wash,4 Mill Lane,Wexmoor,LE1 1AA\r\nFern Hand Car Wash,9 Fern Road,Wexmoor,LE1 1AB\r\n'
const scan = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
let page: Page
let sam: ReturnType<typeof byKeyboard>
let operation = ''

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const focused = () => page.evaluate(() => document.activeElement?.tagName ?? 'BODY')

describe('An operation by keyboard alone', () => {
  beforeAll(async () => {
    page = await kith.as(cast.sam)
    sam = byKeyboard(page)
  })

  test('it is opened, and the reader goes on at its heading', async () => {
    await page.goto('/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to main content')
    await sam.follow('Open a case')
    await page.locator('h1:focus', { hasText: 'Open a case' }).waitFor()
    await sam.pick('Modern slavery operation')
    await sam.type('Title', 'Operation Teasel')
    await sam.type('What is the worry?', 'Men sleep where they work.')
    await sam.choose('Keep it within one team?', 'Slavery team')
    await sam.press('Open a case')
    await heading('Operation Teasel')
    operation = new URL(page.url()).pathname
    await expectAccessible(page)
  })

  test('a list of premises is brought in, and one gets a sub-case', async () => {
    await page.goto(`${operation}/places/import`)
    await sam.attach('CSV file', { name: 'premises.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await sam.press('Check the list')
    await page.getByText('Nothing is added yet').waitFor()
    await expectAccessible(page)
    await sam.press('Add 2 places')
    // The checked list names it as well: only the places of the case can grade it.
    await page.getByRole('button', { name: 'Save the grade of Fern Hand Car Wash' }).waitFor()
    await sam.choose('Grade of Fern Hand Car Wash', 'A')
    await sam.type('Reason for the grade of Fern Hand Car Wash', 'Beds seen')
    const saved = page.waitForResponse(answer => answer.request().method() === 'POST' && answer.status() === 303)
    await sam.press('Save the grade of Fern Hand Car Wash')
    await saved
    await sam.follow(/^Open a sub-case for Fern Hand Car Wash/)
    await sam.press('Open sub-case')
    await heading(/Fern Hand Car Wash/)
    await expectAccessible(page)
  })

  test('it is shared after a look at what will be seen', async () => {
    await page.goto(`${operation}/sharing`)
    await sam.type('An agency, a team or a worker', 'Homes')
    await sam.press('Find')
    await sam.follow(/^Wexmoor Homes/)
    await sam.pick(/^Add to it|^Read and add/i)
    await sam.pick(/^County safety agreement/)
    await sam.type('Why do they need it?', 'They house whoever is found')
    await sam.tick(/^Its sub-cases too/)
    await sam.press('Check before sharing')
    await page.getByRole('button', { name: /^Share/ }).waitFor()
    await expectAccessible(page)
    await sam.press(/^Share/)
    await page.getByRole('list', { name: 'Who can see this case' }).getByText('Housing').first().waitFor()
  })

  test('a person found is added, ready at once for the next', async () => {
    await page.goto(`${operation}/people/found`)
    await sam.pick('Man')
    await sam.type(/Age or date of birth/, 'about 30')
    await sam.type('Where and how found', 'In the storeroom, 06:40')
    await sam.press('Add this person')
    await page.getByText(/added\. Add the next one/).waitFor()
    await expect.poll(focused).not.toBe('BODY')
    await expectAccessible(page)
  })

  test('a note is written and saved, and a colleague’s arrives without taking the focus', async () => {
    await page.goto(operation)
    await sam.type('Write a note', 'Debrief: two premises visited.')
    await page.keyboard.press('ControlOrMeta+Enter')
    await page.getByText('Debrief: two premises visited.').first().waitFor()
    await expect.poll(focused).not.toBe('BODY')
    await sam.type('Write a note', 'He asked for')
    const live = page.getByText('A room is ready tonight.')
    await fromGrace('A room is ready tonight.')
    await live.waitFor()
    await page.keyboard.type(' a doctor.')
    expect(await page.getByLabel('Write a note').inputValue()).toBe('He asked for a doctor.')
    await sam.press('Save note')
    await page.getByText('He asked for a doctor.').first().waitFor()
  })

  async function fromGrace(words: string) {
    const grace = await kith.as(cast.grace)
    await grace.goto(operation)
    const typing = byKeyboard(grace)
    await typing.type('Write a note', words)
    await typing.press('Save note')
    await grace.getByText(words).first().waitFor()
  }

  test('a scanned questionnaire stands beside it', async () => {
    await page.goto(`${operation}/documents`)
    await sam.open('Add documents')
    await sam.type('Title', 'Questionnaire, scanned')
    await sam.attach('Files', { name: 'scan.png', mimeType: 'image/png', buffer: Buffer.from(scan, 'base64') })
    await sam.press('Add documents')
    await page.getByRole('link', { name: 'Questionnaire, scanned' }).first().waitFor()
    await expectAccessible(page)
  })

  test('outcomes are recorded and it is closed; what is missing is said where the focus then is', async () => {
    await page.goto(`${operation}/outcomes`)
    await sam.open('Record an outcome')
    await sam.choose('What was achieved?', 'Potential victim identified')
    await sam.type('How many?', '2')
    await sam.press('Record outcome')
    await page.getByText('Potential victim identified × 2').waitFor()
    await page.goto(`${operation}/closure`)
    await sam.press('Close the operation')
    await page.locator('.govuk-error-summary:focus').waitFor()
    await sam.choose('Why is it being closed?', 'Operation complete')
    await sam.type('What came of it?', 'One man housed safely.')
    await sam.press('Close the operation')
    await page.getByText('Closed: Operation complete').waitFor()
    await expectAccessible(page)
  })
})
