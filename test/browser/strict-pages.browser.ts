/** Real pages under the strict content security policy: a browser that is asked to do what Kith does complains of nothing. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, test, vi } from 'vitest'
import { asWorker } from '../../src/platform/db.ts'
import { addDocument } from '../../src/slices/documents/commands.ts'
import { storeFile } from '../../src/platform/files.ts'
import { aCase } from '../case.ts'
import { cast } from '../cast.ts'
import { newFolder } from '../runtime/processes.ts'
import { ownKith } from './kith.ts'

const kith = ownKith()
let id: string

beforeAll(async () => {
  id = await aCase()
})

/** A worker's browser, and everything that it refused for the policy's sake, in every frame. */
async function watched(worker: string): Promise<{ page: Page; refused: string[] }> {
  const page = await kith.as(worker)
  const refused: string[] = []
  await page.exposeFunction('refusedHere', (what: string) => refused.push(what))
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', event =>
      (globalThis as unknown as { refusedHere(what: string): void }).refusedHere(
        `${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
      ),
    ),
  )
  page.on('console', message => {
    if (/content security policy|refused to/i.test(message.text())) refused.push(message.text())
  })
  page.on('pageerror', error => refused.push(error.message))
  return { page, refused }
}

test('a case, its tabs, search, forms and the gallery', async () => {
  const { page, refused } = await watched(cast.tom)
  const tabs = ['', '/chronology', '/people', '/places', '/plan', '/documents', '/messages', '/sharing']
  const pages = [
    '/',
    '/cases',
    '/tasks',
    '/people',
    '/account',
    '/search?q=fern',
    '/cases/new',
    '/no-such-page',
    '/gallery',
    '/gallery/pages/case',
    '/gallery/pages/form',
  ]
  for (const path of [...tabs.map(tab => `/cases/${id}${tab}`), ...pages]) {
    await page.goto(path)
    await page.waitForSelector('body.js-enabled')
  }
  expect(refused).toEqual([])
})

test('Turbo writes no style of its own: the style sheet draws that a page is on its way', async () => {
  const { page, refused } = await watched(cast.tom)
  await page.goto('/cases')
  await page.waitForSelector('body.js-enabled')
  const drawn = await page.evaluate(() => {
    document.documentElement.setAttribute('aria-busy', 'true')
    return getComputedStyle(document.querySelector('.kith-bar') as Element, '::after').content
  })
  expect([drawn, await page.locator('style').count(), refused]).toEqual(['""', 0, []])
})

test('a script or a style that somebody smuggles in does nothing', async () => {
  const { page, refused } = await watched(cast.tom)
  await page.goto(`/cases/${id}`)
  await page.waitForSelector('body.js-enabled')
  const done = await page.evaluate(async () => {
    const add = (html: string) => document.body.append(document.createRange().createContextualFragment(html))
    add('<script>document.title = "taken"</script>')
    add('<img src="/none.png" onerror="document.title = \'taken\'">')
    add('<style>h1 { position: fixed }</style>')
    add('<p id="smuggled" style="position: fixed">x</p>')
    await new Promise(resolve => document.addEventListener('securitypolicyviolation', resolve, { once: true }))
    return [
      document.title.includes('taken'),
      getComputedStyle(document.querySelector('h1') as Element).position,
      getComputedStyle(document.querySelector('#smuggled') as Element).position,
    ]
  })
  expect(done).toEqual([false, 'static', 'static'])
  await expect.poll(() => refused.length).toBeGreaterThan(2)
})

test.each([
  ['a text', 'note.txt', Buffer.from('Rang her: <script>parent.document.title = "taken"</script>')],
  ['a PDF', 'order.pdf', Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n')],
  [
    'a picture',
    'mark.png',
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  ],
])('%s is shown beside its page, and reaches nothing of it', async (_, name, bytes) => {
  vi.stubEnv('KITH_DATA_DIR', newFolder())
  const { page, refused } = await watched(cast.tom)
  const stored = await storeFile([bytes], { limit: 1_000_000, name })
  const document = await asWorker(cast.tom, db => addDocument(db, id, { title: name, kind: 'Letter' }, { ...stored, name }))
  await page.goto(`/documents/${document}`)
  await page.waitForSelector('body.js-enabled')
  await page.waitForLoadState('networkidle')
  expect([await page.title(), refused]).toEqual([expect.not.stringContaining('taken'), []])
})
