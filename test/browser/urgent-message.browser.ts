/** An urgent message at both ends: sent by keyboard, first on the other agency's Today, opened by name; and what the clock does when nobody opens one. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectSystem, disconnectSystem } from '../../src/platform/system-db.ts'
import { urlFor } from '../../src/platform/migrate.ts'
import { tellWholeTeams } from '../../src/slices/receipts/jobs.ts'
import { aCase, share } from '../case.ts'
import { agency, cast } from '../cast.ts'
import { behindTheRules } from '../database.ts'
import { testSecret } from '../secret.ts'
import { writeToAll } from '../urgent.ts'
import { expectAccessible } from './accessible.ts'
import { byKeyboard } from './keyboard.ts'
import { ownKith } from './kith.ts'

const kith = ownKith()
const words = 'He has her keys'
let caseId = ''

beforeAll(async () => {
  connectSystem({ connectionString: urlFor(kith.database.ownerUrl, 'kith_clock', testSecret), max: 2 })
  caseId = await aCase()
  await share(caseId, agency.housing)
})
afterAll(disconnectSystem)

test.each(['desk', 'phone'] as const)('sent and opened at a %s: its sender reads who opened it, and when', async where => {
  const [tom, grace] = [await kith.as(cast.tom, where), await kith.as(cast.grace, where)]
  await grace.goto('/')
  await send(tom)
  await tom.getByText('Nobody has read this yet').first().waitFor()
  await expectAccessible(tom)

  await grace.reload()
  const waiting = grace.getByRole('list', { name: 'Urgent messages' })
  expect(await waiting.textContent()).toMatch(/Tom Ashdown.*Answer by/s)
  expect(await grace.content()).not.toContain(words)
  await expectAccessible(grace)
  await grace.goto(`/cases/${caseId}`)
  expect(await heightOf(grace, 'Urgent message for Housing from Tom Ashdown, Police')).toBeLessThan(grace.viewportSize()?.height ?? 0)
  expect(await grace.content()).not.toContain(words)
  await expectAccessible(grace)
  if (where === 'desk') await grace.goto('/')
  await byKeyboard(grace).follow(where === 'desk' ? 'Open' : 'Read the message')
  await grace.getByText(words).first().waitFor()
  await expectAccessible(grace)
  // By itself: the page is open, and hears of it.
  await tom
    .getByText(/Read by Grace Penhale, first .*\d\d:\d\d/)
    .first()
    .waitFor()
  await grace.goto('/')
  expect(await grace.getByRole('list', { name: 'Urgent messages' }).count()).toBe(0)
  // A page of messages that stands open would read the next one too.
  await grace.context().close()
})

test('when nobody opens it in time their whole team is told, on a Today that stands open, and its sender that they are', async () => {
  const [tom, amir] = [await kith.as(cast.tom), await kith.as(cast.amir, 'phone')]
  await send(tom)
  await tom.getByText('Nobody has read this yet').first().waitFor()
  await anHourLate()
  await amir.goto('/')
  await amir.getByRole('list', { name: 'Urgent messages' }).waitFor()
  await tellWholeTeams()
  await writeToAll(kith.database)
  await amir.getByRole('list', { name: 'Urgent, and nobody has opened it' }).waitFor()
  expect(await amir.content()).not.toContain(words)
  await expectAccessible(amir)
  await tom.reload()
  await tom.getByText('Nobody has opened this in time. Their whole team is told: ring them.').waitFor()
  await expectAccessible(tom)
})

async function send(page: Page): Promise<void> {
  const tom = byKeyboard(page)
  await page.goto(`/cases/${caseId}/messages`)
  await tom.choose(/^To$/, 'Only Housing')
  await tom.type(/^Message$/, words)
  await tom.choose('How soon must they answer?', 'Urgent: within 1')
  await tom.press('Send')
}

/** How far below the top of the page words end, in pixels. */
async function heightOf(page: Page, words: string): Promise<number> {
  const box = await page.getByText(words).boundingBox()
  return box ? box.y + box.height : Number.POSITIVE_INFINITY
}

const anHourLate = () =>
  behindTheRules(kith.database, ['messages'], client =>
    client.query(`update messages set sent_at = now() - interval '2 hours', answer_by = now() - interval '1 hour' where answer_by > now()`),
  )
