/** "Who can read these, and why?" by keyboard alone, on a screen and on a phone. */
import { beforeAll, expect, test } from 'vitest'
import { asWorker } from '../../src/platform/db.ts'
import { record } from '../../src/platform/events.ts'
import { cast } from '../cast.ts'
import { aSidedCase } from '../sided-case.ts'
import { expectAccessible, standing } from './accessible.ts'
import { byKeyboard } from './keyboard.ts'
import { ownKith } from './kith.ts'

const kith = ownKith()
let made: Awaited<ReturnType<typeof aSidedCase>>
beforeAll(async () => {
  made = await aSidedCase()
  await asWorker(cast.tom, db => record(db, 'case_amended', { caseId: made.plainId, mark: { side: null, category: null } }))
})

const question = 'Who can read these, and why?'

test('a page is asked, a row answers, and the page is quiet again', async () => {
  const tom = await kith.as(cast.tom)
  await tom.goto('/people?whose=cases')
  const hands = byKeyboard(tom)
  await hands.follow(question)
  await tom.getByRole('link', { name: 'Hide who can read these' }).waitFor()
  expect(new URL(tom.url()).search).toBe('?whose=cases&readers=yes')
  await expectAccessible(tom)
  await hands.follow('Who can read this?')
  await tom.getByRole('heading', { name: 'Who can find Ayo Adeyemi?' }).waitFor()
  await expectAccessible(tom)
  await tom.goBack()
  await hands.follow('Hide who can read these')
  await tom.getByRole('link', { name: question }).waitFor()
  expect(await tom.getByRole('link', { name: 'Who can read this?' }).count()).toBe(0)
})

test('each page that is asked, and each kind of answer, can be used by everybody on a phone', async () => {
  const grace = await kith.as(cast.grace, 'phone')
  for (const path of ['/', '/cases', '/agencies', `/cases/${made.plainId}`, `/cases/${made.plainId}/brief`, `/people/${made.personId}`]) {
    expect((await grace.goto(`${path}?readers=yes`))?.status()).toBe(200)
    await expectAccessible(grace)
  }
  await grace.goto(`/cases/${made.plainId}?readers=yes`)
  await grace.locator('.kith-entry--system').getByRole('link', { name: 'Who can read this?' }).first().click()
  await grace.getByRole('heading', { name: 'Who can read this line?' }).waitFor()
  await expectAccessible(grace)
  await grace.goto(`/who/places/${made.placeId}`)
  await expectAccessible(grace)
})

test('what a colleague writes appears on a page that is asked, which stays so', async () => {
  const tom = await kith.as(cast.tom)
  await tom.goto(`/cases/${made.plainId}?readers=yes`)
  await standing(tom)
  const before = await tom.locator('.kith-entry--system .kith-ask').count()
  await asWorker(cast.grace, db => record(db, 'outcome_recorded', { caseId: made.plainId, mark: { side: null, category: null } }))
  await tom.getByText('Grace Penhale recorded an outcome').waitFor()
  expect(await tom.locator('.kith-entry--system .kith-ask').count()).toBe(before + 1)
})
