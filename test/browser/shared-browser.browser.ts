/** A browser that several workers share keeps nobody's words readable, and loses none of them; nor do several browsers of one worker. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aCase, share } from '../case.ts'
import { agency, cast } from '../cast.ts'
import { behindTheRules } from '../database.ts'
import { signIn } from '../sign-in.ts'
import { expectAccessible } from './accessible.ts'
import { ownKith } from './kith.ts'

const kith = ownKith()
const words = 'Her sister keeps the spare key at number nine'

test('half a note is unreadable in the browser after signing out, comes back for its writer, and for nobody else', async () => {
  const { caseId, page } = await halfWritten()
  await page.getByText('Draft saved', { exact: true }).waitFor()
  await page.goto('/account')
  await page.locator('form[action="/sign-out"] button').last().click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await whatLiesIn(page)).not.toContain('spare key')
  expect((await whatLiesIn(page)).match(/kith-draft/g)).toHaveLength(1)

  await into(page.context(), cast.grace)
  await page.goto(`/cases/${caseId}`)
  await page.getByLabel('Write a note').waitFor()
  expect(await page.getByLabel('Write a note').inputValue()).toBe('')
  expect(await page.content()).not.toContain('spare key')

  await into(page.context(), cast.tom)
  await page.goto(`/cases/${caseId}`)
  await page.getByText('Brought back what you were writing').waitFor()
  expect(await page.getByLabel('Write a note').inputValue()).toBe(words)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save note' }).click()
  await page.locator('article', { hasText: words }).waitFor()
  await expect.poll(() => whatLiesIn(page)).not.toContain('kith-draft')
})

test('what never reached the server comes back from the browser alone, after the session has ended too', async () => {
  const { caseId, page } = await halfWritten()
  await page.getByText('Draft saved', { exact: true }).waitFor()
  await behindTheRules(kith.database, ['sessions', 'drafts'], async client => {
    await client.query(`delete from drafts where worker_id = $1`, [cast.tom])
    await client.query(`delete from sessions where user_id in (select id from users where worker_id = $1)`, [cast.tom])
  })
  await page.goto(`/cases/${caseId}`)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await whatLiesIn(page)).not.toContain('spare key')
  await into(page.context(), cast.tom)
  await page.goto(`/cases/${caseId}`)
  await page.getByText('Brought back what you were writing').waitFor()
  expect(await page.getByLabel('Write a note').inputValue()).toBe(words)
})

test('words that somebody lays in there under a colleague’s name, or under another form, are not taken for theirs', async () => {
  const { caseId, page } = await halfWritten()
  await page.getByText('Draft saved', { exact: true }).waitFor()
  const other = await aCase()
  await page.evaluate(
    ([from, to, colleague]) => {
      const kept = localStorage.getItem(Object.keys(localStorage).find(key => key.endsWith(from ?? '')) ?? '') ?? ''
      const mine = Object.keys(localStorage).find(key => key.endsWith(from ?? '')) ?? ''
      localStorage.setItem(mine.replace(from ?? '', to ?? ''), kept)
      localStorage.setItem(`kith-draft:${colleague}:entry:${from}`, kept)
    },
    [caseId, other, cast.grace],
  )
  await page.goto(`/cases/${other}`)
  await page.waitForFunction(() => customElements.get('kith-draft'))
  expect(await page.getByLabel('Write a note').inputValue()).toBe('')
  await into(page.context(), cast.grace)
  await page.goto(`/cases/${caseId}`)
  await page.waitForFunction(() => customElements.get('kith-draft'))
  expect(await page.getByLabel('Write a note').inputValue()).toBe('')
})

test('what was written on another device since comes back, and not the older words of this one', async () => {
  const { caseId, page } = await halfWritten()
  await page.getByText('Draft saved', { exact: true }).waitFor()
  const phone = await kith.as(cast.tom)
  await phone.goto(`/cases/${caseId}`)
  await phone.getByText('Brought back what you were writing').waitFor()
  await phone.getByLabel('Write a note').press('End')
  await phone.getByLabel('Write a note').pressSequentially(', and waters the plants')
  await phone.getByText('Draft saved', { exact: true }).waitFor()
  await page.reload()
  await page.getByText('Brought back what you were writing').waitFor()
  expect(await page.getByLabel('Write a note').inputValue()).toBe(`${words}, and waters the plants`)
})

async function halfWritten() {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'contribute' })
  const page = await kith.as(cast.tom)
  await page.goto(`/cases/${caseId}`)
  await page.getByLabel('Write a note').pressSequentially(words)
  return { caseId, page }
}

async function into(context: BrowserContext, worker: string): Promise<void> {
  const [name = '', ...value] = (await signIn(worker)).split('=')
  await context.addCookies([{ name, value: value.join('='), url: kith.address }])
}

/** Everything that the browser keeps of this address, as whoever looks through its profile would find it. */
const whatLiesIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const stores = await Promise.all((await indexedDB.databases()).map(({ name }) => name))
    const caches = await globalThis.caches.keys()
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, stores, caches, document.cookie])
  })
