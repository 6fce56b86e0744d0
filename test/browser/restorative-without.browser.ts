/** A partnership that does without a hard stop of good practice: it is not shown and not asked for, and those of published rules still hold. */
import { expect, test, vi } from 'vitest'
import { asWorker, newId } from '../../src/platform/db.ts'
import { aCase } from '../case.ts'
import { agency, cast } from '../cast.ts'
import { expectAccessibleFromTop } from './accessible.ts'
import { byKeyboard } from './keyboard.ts'
import { ownKith } from './kith.ts'

vi.stubEnv('KITH_HARD_STOPS_OFF', 'specialist-in-domestic-abuse')
const kith = ownKith()

test('a specialist need not agree where the partnership has said so; both must still want to', async () => {
  const caseId = await aCase(cast.tom, { programme: 'restorative-justice', programmeVersion: 2 })
  await asWorker(cast.tom, db =>
    db
      .insertInto('entries')
      .values({
        id: newId(),
        caseId,
        kind: 'domestic_abuse',
        occurredAt: new Date(),
        body: 'He was her partner.',
        side: null,
        authorId: cast.tom,
        agencyId: agency.police,
      })
      .execute(),
  )
  const page = await kith.as(cast.tom)
  const tom = byKeyboard(page)
  await page.goto(`/cases/${caseId}/edit`)
  expect(await page.getByRole('main').textContent()).not.toContain('A specialist must agree first')
  await tom.pick('Preparing')
  await tom.press('Move to this stage')
  await page.waitForURL(`**/cases/${caseId}`)
  await page.goto(`/cases/${caseId}/edit`)
  await tom.pick('Letter, messages or meeting')
  await tom.press('Move to this stage')
  await page.locator('.govuk-error-summary:focus', { hasText: 'Both must want to' }).waitFor()
  await expectAccessibleFromTop(page)
})
