/** The hard stops of restorative justice by keyboard: what is refused says why and what to do, and nothing typed is lost. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCase } from '../case.ts'
import { cast } from '../cast.ts'
import { expectAccessibleFromTop } from './accessible.ts'
import { byKeyboard } from './keyboard.ts'
import { ownKith } from './kith.ts'

const kith = ownKith()

describe.each(['desk', 'phone'] as const)('At a %s', where => {
  let page: Page
  let tom: ReturnType<typeof byKeyboard>
  let caseId = ''

  beforeAll(async () => {
    caseId = await aCase(cast.tom, { programme: 'restorative-justice', programmeVersion: 2 })
    page = await kith.as(cast.tom, where)
    tom = byKeyboard(page)
  })

  test('a stage is refused with what stops it, and stays chosen', async () => {
    await page.goto(`/cases/${caseId}/edit`)
    expect(await page.getByText('Both must want to, and either may stop at any time.').count()).toBeGreaterThan(0)
    await expectAccessibleFromTop(page)
    await move('Letter, messages or meeting')
    await page.locator('.govuk-error-summary:focus').waitFor()
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('Write “Wants to take part” on each side first')
    expect(await page.getByRole('radio', { name: 'Letter, messages or meeting' }).isChecked()).toBe(true)
    await expectAccessibleFromTop(page)
  })

  test('a meeting is refused as well, and its words stay to be saved as a note', async () => {
    await page.goto(`/cases/${caseId}`)
    await tom.type('Write a note', 'They met by chance at the market.')
    await tom.choose('Kind', 'Meeting of both')
    await tom.press('Save note')
    await page.getByRole('link', { name: 'Choose who may see this.' }).waitFor()
    await expectAccessibleFromTop(page)
    await tom.pick('Everybody on the case')
    await tom.press('Save note')
    await page.getByRole('link', { name: /write it as a note/ }).waitFor()
    expect(await page.getByLabel('Write a note').inputValue()).toBe('They met by chance at the market.')
    await expectAccessibleFromTop(page)
    await tom.choose('Kind', 'Note')
    await tom.press('Save note')
    await page.locator('article', { hasText: 'They met by chance at the market.' }).waitFor()
  })

  test('what the sentence asks for opens the way, step by step', async () => {
    await write('Wants to take part', 'Harmed person’s side', 'She would like to hear why.')
    await write('Wants to take part', 'Responsible person’s side', 'He would like to explain.')
    await move('Letter, messages or meeting')
    await page.getByText('The risk must be assessed first.').first().waitFor()
    await write('Risk assessment', 'Everybody on the case', 'Low: they have no contact.')
    await move('Letter, messages or meeting')
    await page.waitForURL(`**/cases/${caseId}`)
    await expectAccessibleFromTop(page)
  })

  test('after the harmed person’s no, nobody goes back to them, not by letter', async () => {
    await write('Said no', 'Harmed person’s side', 'She has thought again.')
    await page.goto(`/cases/${caseId}/letters/new`)
    await tom.type(/^To$/, 'Halvard Moulds')
    await tom.type('About', 'Would you like to talk?')
    await tom.pick('Harmed person’s side')
    await tom.type('Greeting', 'Dear Halvard')
    await tom.type(/^Letter$/, 'Please ring me.')
    await tom.press('Look at it')
    await page.locator('.govuk-error-summary:focus', { hasText: 'nobody goes back to them' }).waitFor()
    expect(await page.getByLabel(/^Letter$/).inputValue()).toBe('Please ring me.')
    await expectAccessibleFromTop(page)
  })

  async function move(stage: string): Promise<void> {
    await page.goto(`/cases/${caseId}/edit`)
    await tom.pick(stage)
    await tom.press('Move to this stage')
  }

  async function write(kind: string, side: string, words: string): Promise<void> {
    await page.goto(`/cases/${caseId}`)
    await tom.type('Write a note', words)
    await tom.choose('Kind', kind)
    await tom.open('When, who, who may see it')
    await tom.pick(side)
    await tom.press('Save note')
  }
})
