// Half-written work survives everything a live page does to it: tried in a real browser.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from './testing/chromium.ts'
import { startTrial, type Trial } from './testing/trial.tsx'

let browser: Browser
let trial: Trial
let page: Page
let problems: string[]

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

beforeEach(async () => {
  trial = await startTrial()
  const context = await browser.newContext({ viewport: { width: 1024, height: 500 } })
  context.setDefaultTimeout(60_000)
  page = await context.newPage()
  problems = []
  page.on('pageerror', error => problems.push(error.message))
  await page.goto(`${trial.address}/case`)
  await page.waitForSelector('[data-govuk-password-input-init]')
  await expect.poll(() => trial.state.listeners.size).toBe(1)
})

afterEach(async () => {
  await page.context().close()
  await trial.stop()
  expect(problems).toEqual([])
})

const body = () => page.locator('#note-body')
const writers = () => page.locator('tbody th').allTextContents()
const arrives = (text: string) => page.waitForSelector(`article:has-text("${text}")`)

describe('a colleague writes while I am writing', () => {
  it('keeps my words, caret, focus, open sections and place on the page', async () => {
    await page.click('#more summary')
    await body().pressSequentially('Half a note about the flat')
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft')
    await page.evaluate(() => scrollTo(0, 120))
    trial.say('Aisha Khan', 'Seen at the hub')
    await arrives('Seen at the hub')
    const at = await body().evaluate((field: HTMLTextAreaElement) => ({
      start: field.selectionStart,
      focused: field === document.activeElement,
    }))
    expect(at).toEqual({ start: 22, focused: true })
    expect(await body().inputValue()).toBe('Half a note about the flat')
    expect(await page.locator('#more').getAttribute('open')).not.toBeNull()
    expect(await page.textContent('#count')).toBe('1 notes')
    expect(await page.evaluate(() => scrollY)).toBe(120)
    await page.keyboard.type('X')
    expect(await body().inputValue()).toBe('Half a note about the Xflat')
  })

  it('shows whose news it is, briefly, and says it to a screen reader', async () => {
    trial.say('Aisha Khan', 'Seen at the hub')
    await page.waitForSelector('article.is-new:has-text("Seen at the hub")')
    await page.waitForSelector('.kith-live__news:has-text("New from Aisha Khan")', { state: 'attached' })
  })

  it('misses none of several that come at once', async () => {
    for (let note = 1; note <= 6; note++) trial.say('Tom Reed', `Note number ${note}`)
    await arrives('Note number 6')
    expect(await page.locator('article').count()).toBe(6)
  })

  it('keeps GOV.UK scripts started exactly once', async () => {
    await page.fill('#secret', 'abc')
    trial.say('Tom Reed', 'Anything at all')
    await arrives('Anything at all')
    await page.click('.govuk-password-input__toggle')
    expect(await page.getAttribute('#secret', 'type')).toBe('text')
    await body().fill('x'.repeat(390))
    await page.waitForSelector('.govuk-character-count__status:has-text("10 characters")', { state: 'attached' })
    expect(await page.locator('.govuk-character-count__status').count()).toBe(1)
  })

  it('brings a table that I have sorted up to date, in my order, and leaves my words alone', async () => {
    trial.say('Tom Reed', 'First of all')
    await arrives('First of all')
    trial.say('Aisha Khan', 'Second of all')
    await arrives('Second of all')
    await page.click('th button:has-text("Writer")')
    await body().pressSequentially('Half a note about the flat')
    trial.say('Nadia Bell', 'Third of all')
    await arrives('Third of all')
    await expect.poll(writers).toEqual(['Aisha Khan', 'Nadia Bell', 'Tom Reed'])
    expect(await body().inputValue()).toBe('Half a note about the flat')
    expect(await body().evaluate(field => field === document.activeElement)).toBe(true)
    await page.click('th button:has-text("Writer")')
    expect(await writers()).toEqual(['Tom Reed', 'Nadia Bell', 'Aisha Khan'])
    trial.say('Zoe Hart', 'Fourth of all')
    await arrives('Fourth of all')
    await expect.poll(writers).toEqual(['Zoe Hart', 'Tom Reed', 'Nadia Bell', 'Aisha Khan'])
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Writer')
  })

  it('brings forms that nobody is using up to date as a whole', async () => {
    trial.say('Tom Reed', 'Anything at all')
    await arrives('Anything at all')
    await expect.poll(() => page.inputValue('.kith-post-button input')).toBe('version 1 of this')
    await page.focus('.kith-post-button button')
    trial.say('Aisha Khan', 'Something else')
    await arrives('Something else')
    await expect.poll(() => page.inputValue('.kith-post-button input')).toBe('version 2 of this')
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Done')
    trial.retitle('Second title')
    await page.waitForSelector('h1:has-text("Second title")')
  })
})

describe('saving', () => {
  it('gives an empty box after a saved note, and the note is in the timeline', async () => {
    await body().pressSequentially('Visited, all well today')
    await page.keyboard.press('Control+Enter')
    await arrives('Visited, all well today')
    await expect.poll(() => body().inputValue()).toBe('')
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await body().pressSequentially('A second note, written after')
    await page.click('text=Save note')
    await arrives('A second note, written after')
    await expect.poll(() => body().inputValue()).toBe('')
  })

  it('goes on while a colleague writes, and shows both notes', async () => {
    const answer = Promise.withResolvers<void>()
    trial.state.posting = answer.promise
    await body().pressSequentially('Sent over a slow line')
    await page.click('text=Save note')
    await page.waitForSelector('form[aria-busy=true]')
    const told = page.evaluate(() => new Promise<void>(heard => new EventSource('/live').addEventListener('message', () => heard())))
    await expect.poll(() => trial.state.listeners.size).toBe(2)
    trial.say('Aisha Khan', 'Written at the same moment')
    await told
    answer.resolve()
    await arrives('Sent over a slow line')
    await arrives('Written at the same moment')
    await expect.poll(() => body().inputValue()).toBe('')
  })

  it('may overtake a page that is half here, and then misses nothing', async () => {
    const rest = Promise.withResolvers<void>()
    trial.state.slow = rest.promise
    trial.say('Aisha Khan', 'Half of this is on its way')
    await expect.poll(() => trial.state.halves).toBe(1)
    trial.state.slow = undefined
    await body().pressSequentially('Sent while it came')
    await page.click('text=Save note')
    await arrives('Sent while it came')
    await arrives('Half of this is on its way')
    rest.resolve()
  })

  it('leads to what is wrong at once, and leaves whoever mends it alone when a script comes late', async () => {
    const held = Promise.withResolvers<void>()
    await page.route(/assets\/part\./, route => held.promise.then(() => route.continue()))
    await body().fill('Too short')
    await page.click('text=Save note')
    await page.waitForSelector('.govuk-error-summary:focus')
    await body().pressSequentially(' no more')
    held.resolve()
    await page.waitForSelector('[data-govuk-error-summary-init]')
    expect(await body().evaluate(field => field === document.activeElement)).toBe(true)
  })

  it('carries words over to the page that comes next, also before they could be kept', async () => {
    const held = Promise.withResolvers<void>()
    await page.route(/assets\/part\./, route => held.promise.then(() => route.continue()))
    await body().fill('Typed while the next page was on its way')
    await page.evaluate(() => {
      document.body.dataset.old = 'yes'
      ;(window as unknown as { Turbo: { visit(to: string): void } }).Turbo.visit(location.href)
    })
    await page.waitForSelector('body:not([data-old])')
    expect(await body().inputValue()).toBe('Typed while the next page was on its way')
    held.resolve()
  })

  it('keeps what was typed when the server refuses it, also when a colleague writes next', async () => {
    await page.fill('#note-where', 'Mill Lane')
    await body().fill('Too short')
    await page.click('text=Save note')
    await page.waitForSelector('.govuk-error-summary:focus')
    expect(await body().inputValue()).toBe('Too short')
    trial.say('Aisha Khan', 'Meanwhile at the hub')
    await arrives('Meanwhile at the hub')
    expect(await body().inputValue()).toBe('Too short')
    expect(await page.inputValue('#note-where')).toBe('Mill Lane')
    await body().fill('Long enough this time')
    await page.click('text=Save note')
    await arrives('Long enough this time')
    await expect.poll(() => body().inputValue()).toBe('')
    expect(await page.locator('.govuk-error-summary').count()).toBe(0)
  })
})

describe('the machine lets me down', () => {
  it('brings a note back after a crash, says so, and lets me clear it', async () => {
    await body().pressSequentially('Written just before the battery died')
    const again = await page.context().newPage()
    await page.close({ runBeforeUnload: false })
    page = again
    await page.goto(`${trial.address}/case`)
    await page.waitForSelector('text=Brought back what you were writing')
    expect(await body().inputValue()).toBe('Written just before the battery died')
    await page.click('text=Clear it')
    expect(await body().inputValue()).toBe('')
    await page.reload()
    await page.waitForSelector('[data-govuk-password-input-init]')
    expect(await body().inputValue()).toBe('')
  })

  it('does not bring back what was cleared while it was on its way to the server', async () => {
    const held = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    await page.route('**/drafts', route => {
      asked.resolve()
      return held.promise.then(() => route.continue())
    })
    await body().pressSequentially('Cleared before it had arrived')
    await asked.promise
    const first = page
    page = await page.context().newPage()
    await page.goto(`${trial.address}/case`)
    await page.click('text=Clear it')
    await expect.poll(() => trial.state.drafts.get('entry:1')).toBe('')
    held.resolve()
    await expect.poll(() => trial.state.drafts.get('entry:1')).toContain('Cleared before')
    await first.close()
    await page.reload()
    await expect.poll(() => trial.state.drafts.get('entry:1')).toBe('')
    expect(await body().inputValue()).toBe('')
    expect(await page.locator('text=Brought back').count()).toBe(0)
  })

  it('brings nothing back over what was typed before the scripts had come', async () => {
    await body().pressSequentially('Written yesterday')
    const held = Promise.withResolvers<void>()
    const again = await page.context().newPage()
    await again.route(/assets\/kith\..*js/, route => held.promise.then(() => route.continue()))
    await again.goto(`${trial.address}/case`, { waitUntil: 'commit' })
    await again.locator('#note-body').pressSequentially('Written today')
    held.resolve()
    await again.waitForSelector('body.js-enabled')
    expect(await again.locator('#note-body').inputValue()).toBe('Written today')
  })

  it('keeps the draft on the server too, and never shows it to the next worker', async () => {
    await body().pressSequentially('Mine alone')
    await expect.poll(() => trial.state.drafts.get('entry:1') ?? '').toContain('Mine alone')
    const keys = await page.evaluate(() => Object.keys(localStorage))
    expect(keys).toEqual(['kith-draft:w1:entry:1'])
  })

  it('brings back nothing of a note that was saved while its draft was on its way', async () => {
    const answer = Promise.withResolvers<void>()
    trial.state.drafting = answer.promise
    await body().pressSequentially('Saved before its draft was')
    await expect.poll(() => trial.state.drafts.get('entry:1') ?? '').toContain('Saved before')
    await page.click('text=Save note')
    await arrives('Saved before its draft was')
    answer.resolve()
    await expect.poll(() => trial.state.drafts.get('entry:1')).toBe('')
  })

  it('keeps the page when the session ends, and sends the note after signing in again', async () => {
    await body().pressSequentially('Typed while the session ran out')
    trial.state.signedIn = false
    trial.say('Aisha Khan', 'News that I may not fetch now')
    await page.waitForSelector('dialog:has-text("You have been signed out")')
    expect(await body().inputValue()).toBe('Typed while the session ran out')
    trial.state.signedIn = true
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await page.waitForSelector('dialog[open]', { state: 'detached' })
    await page.click('text=Save note')
    await arrives('Typed while the session ran out')
  })

  it('keeps the words when they were sent after the session ended', async () => {
    await body().pressSequentially('Sent a moment too late')
    trial.state.signedIn = false
    await page.click('text=Save note')
    await page.waitForSelector('dialog:has-text("You have been signed out")')
    expect(await body().inputValue()).toBe('Sent a moment too late')
    expect(await page.evaluate(() => localStorage.length)).toBe(1)
  })
})

describe('the server is in trouble', () => {
  it('keeps the words on the page and says that they are not saved yet', async () => {
    await body().pressSequentially('Written while the records were away')
    trial.state.broken = true
    await page.click('text=Save note')
    await page.waitForSelector('text=could not be saved just now')
    expect(await body().inputValue()).toBe('Written while the records were away')
    trial.state.broken = false
    await page.click('text=Save note')
    await arrives('Written while the records were away')
  })

  it('stays on the page when news cannot be fetched, and fetches it afterwards', async () => {
    await body().pressSequentially('Half a note')
    trial.state.broken = true
    const refused = page.waitForResponse(answer => answer.status() === 503)
    trial.say('Aisha Khan', 'News from before the records went')
    await refused
    expect(await body().inputValue()).toBe('Half a note')
    trial.state.broken = false
    await page.waitForSelector('article:has-text("News from before the records went")')
    expect(await body().inputValue()).toBe('Half a note')
  })
})
