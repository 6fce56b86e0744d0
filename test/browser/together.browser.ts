/** Two colleagues of two agencies on one case: the plan, its tasks, messages between them, and what Today tells each. */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCase, share } from '../case.ts'
import { agency, cast } from '../cast.ts'
import { behindTheRules } from '../database.ts'
import { expectAccessible } from './accessible.ts'
import { ownKith } from './kith.ts'

const kith = ownKith()
let tom: Page
let noor: Page
let noise = ''

describe('Working a case together', () => {
  beforeAll(async () => {
    noise = await aCase(cast.tom)
    await share(noise, agency.health, { tier: 'contribute' })
    ;[tom, noor] = [await kith.as(cast.tom), await kith.as(cast.noor, 'phone')]
  })

  test('an aim is set, and a task for it given to a colleague of another agency', async () => {
    await tom.goto(`/cases/${noise}/plan`)
    await tom.getByLabel('What should be different?').fill('I sleep through the night')
    await tom.getByRole('button', { name: 'Add the aim' }).click()
    await tom.getByRole('heading', { name: 'I sleep through the night' }).waitFor()
    await tom.getByLabel('What is to be done?').fill('Ask the ward about earplugs')
    await tom.getByLabel('Who will do it?').selectOption({ label: 'Health (everybody there)' })
    await tom.getByLabel('By when?').fill('in 2 days')
    await tom.getByLabel('Which aim does it serve?').selectOption({ label: 'I sleep through the night' })
    await tom.getByRole('button', { name: 'Add the task' }).click()
    await tom.getByRole('link', { name: 'Ask the ward about earplugs' }).waitFor()
    await expectAccessible(tom)
  })

  test('a task that is late stands first on the page of whoever has it', async () => {
    await behindTheRules(kith.database, ['tasks'], client => client.query('update tasks set due_on = current_date - 3'))
    await noor.goto('/')
    const due = noor.getByRole('list', { name: 'To do' }).getByRole('listitem').first()
    expect(await due.innerText()).toMatch(/Ask the ward about earplugs[\s\S]*(late|overdue|3 days)/i)
    await expectAccessible(noor)
    await due.getByRole('link').first().click()
    await noor.getByRole('heading', { name: 'Ask the ward about earplugs' }).waitFor()
  })

  test('progress is written, and it is done with evidence; the giver sees both at once', async () => {
    await tom.goto(new URL(noor.url()).pathname)
    await noor.getByLabel('Write how it is going').fill('The ward rings back on Friday')
    await noor.getByRole('button', { name: 'Save progress' }).click()
    await tom.getByText('The ward rings back on Friday').waitFor()
    await noor.getByLabel('What was done, and what came of it?').fill('Earplugs fitted and shown, Friday')
    await expectAccessible(noor)
    await noor.getByRole('button', { name: 'Mark as done' }).click()
    await noor.getByText(/^Done by Noor Halabi, Health/).waitFor()
    await tom.getByText(/^Done by Noor Halabi, Health/).waitFor()
    await expectAccessible(tom)
  })

  test('a message goes to one colleague of another agency, who reads it and answers', async () => {
    await tom.goto(`/cases/${noise}/messages`)
    await tom.getByLabel('To', { exact: true }).selectOption({ label: 'Only Health (everybody there)' })
    await tom.getByLabel('Message', { exact: true }).fill('Could you visit with me on Thursday?')
    await tom.getByRole('button', { name: 'Send' }).click()
    await tom.getByText('Could you visit with me on Thursday?').waitFor()
    await expectAccessible(tom)
    await noor.goto('/alerts')
    await expectAccessible(noor)
    await noor.getByRole('list', { name: 'Not read yet' }).getByRole('link').first().click()
    await noor.getByText('Could you visit with me on Thursday?').waitFor()
    await noor.getByRole('link', { name: 'Reply to Tom Ashdown' }).click()
    await noor.locator('option:checked', { hasText: 'Tom Ashdown' }).waitFor({ state: 'attached' })
    await noor.getByLabel('Message', { exact: true }).fill('Yes, at two.')
    await noor.getByRole('button', { name: 'Send' }).click()
    await tom.getByText('Yes, at two.').waitFor()
    await tom.getByText('Read by Noor Halabi').first().waitFor()
  })

  test('Today says what has changed since one looked, and forgets it once one has', async () => {
    await tom.goto('/tasks')
    await noor.goto(`/cases/${noise}`)
    await noor.getByLabel('Write a note').fill('Quiet since the weekend.')
    await noor.getByRole('button', { name: 'Save note' }).click()
    await noor.getByText('Quiet since the weekend.').first().waitFor()
    await tom.goto('/')
    const changed = tom.getByRole('list', { name: 'Changed since you last looked' })
    await changed.getByRole('link', { name: 'Noise at Fern Court' }).waitFor()
    await expectAccessible(tom)
    await changed.getByRole('link', { name: 'Noise at Fern Court' }).click()
    await tom.getByText('Quiet since the weekend.').first().waitFor()
    await tom.goto('/')
    await tom.getByText('You have seen everything').waitFor()
    expect(await changed.count()).toBe(0)
  })
})
