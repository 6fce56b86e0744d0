// Half-written work survives everything a live page does to it: tried in a real browser.
import { describe, expect, it } from 'vitest'
import { trialPage } from './testing/trial-page.ts'

const at = trialPage()
const writers = () => at.page.locator('tbody th').allTextContents()

describe('a colleague writes while I am writing', () => {
  it('keeps my words, caret, focus, open sections and place on the page', async () => {
    await at.page.click('#more summary')
    await at.body().pressSequentially('Half a note about the flat')
    for (let step = 0; step < 4; step++) await at.page.keyboard.press('ArrowLeft')
    await at.page.evaluate(() => scrollTo(0, 120))
    at.trial.say('Aisha Khan', 'Seen at the hub')
    await at.arrives('Seen at the hub')
    const caret = await at.body().evaluate((field: HTMLTextAreaElement) => ({
      start: field.selectionStart,
      focused: field === document.activeElement,
    }))
    expect(caret).toEqual({ start: 22, focused: true })
    expect(await at.body().inputValue()).toBe('Half a note about the flat')
    expect(await at.page.locator('#more').getAttribute('open')).not.toBeNull()
    expect(await at.page.textContent('#count')).toBe('1 notes')
    expect(await at.page.evaluate(() => scrollY)).toBe(120)
    await at.page.keyboard.type('X')
    expect(await at.body().inputValue()).toBe('Half a note about the Xflat')
  })

  it('shows whose news it is, briefly, and says it to a screen reader', async () => {
    at.trial.say('Aisha Khan', 'Seen at the hub')
    await at.page.waitForSelector('article.is-new:has-text("Seen at the hub")')
    await at.page.waitForSelector('.kith-live__news:has-text("New from Aisha Khan")', { state: 'attached' })
  })

  it('misses none of several that come at once', async () => {
    for (let note = 1; note <= 6; note++) at.trial.say('Tom Reed', `Note number ${note}`)
    await at.arrives('Note number 6')
    expect(await at.page.locator('article').count()).toBe(6)
  })

  it('keeps GOV.UK scripts started exactly once', async () => {
    await at.page.fill('#secret', 'abc')
    at.trial.say('Tom Reed', 'Anything at all')
    await at.arrives('Anything at all')
    await at.page.click('.govuk-password-input__toggle')
    expect(await at.page.getAttribute('#secret', 'type')).toBe('text')
    await at.body().fill('x'.repeat(390))
    await at.page.waitForSelector('.govuk-character-count__status:has-text("10 characters")', { state: 'attached' })
    expect(await at.page.locator('.govuk-character-count__status').count()).toBe(1)
  })

  it('brings a table that I have sorted up to date, in my order, and leaves my words alone', async () => {
    at.trial.say('Tom Reed', 'First of all')
    await at.arrives('First of all')
    at.trial.say('Aisha Khan', 'Second of all')
    await at.arrives('Second of all')
    await at.page.click('th button:has-text("Writer")')
    await at.body().pressSequentially('Half a note about the flat')
    at.trial.say('Nadia Bell', 'Third of all')
    await at.arrives('Third of all')
    await expect.poll(writers).toEqual(['Aisha Khan', 'Nadia Bell', 'Tom Reed'])
    expect(await at.body().inputValue()).toBe('Half a note about the flat')
    expect(await at.body().evaluate(field => field === document.activeElement)).toBe(true)
    await at.page.click('th button:has-text("Writer")')
    expect(await writers()).toEqual(['Tom Reed', 'Nadia Bell', 'Aisha Khan'])
    at.trial.say('Zoe Hart', 'Fourth of all')
    await at.arrives('Fourth of all')
    await expect.poll(writers).toEqual(['Zoe Hart', 'Tom Reed', 'Nadia Bell', 'Aisha Khan'])
    expect(await at.page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Writer')
  })

  it('brings forms that nobody is using up to date as a whole', async () => {
    at.trial.say('Tom Reed', 'Anything at all')
    await at.arrives('Anything at all')
    await expect.poll(() => at.page.inputValue('.kith-post-button input')).toBe('version 1 of this')
    await at.page.focus('.kith-post-button button')
    at.trial.say('Aisha Khan', 'Something else')
    await at.arrives('Something else')
    await expect.poll(() => at.page.inputValue('.kith-post-button input')).toBe('version 2 of this')
    expect(await at.page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Done')
    at.trial.retitle('Second title')
    await at.page.waitForSelector('h1:has-text("Second title")')
  })
})

describe('saving', () => {
  it('gives an empty box after a saved note, and the note is in the timeline', async () => {
    await at.body().pressSequentially('Visited, all well today')
    await at.page.keyboard.press('Control+Enter')
    await at.arrives('Visited, all well today')
    await expect.poll(() => at.body().inputValue()).toBe('')
    expect(await at.page.evaluate(() => Object.keys(localStorage))).toEqual([])
    await at.body().pressSequentially('A second note, written after')
    await at.page.click('text=Save note')
    await at.arrives('A second note, written after')
    await expect.poll(() => at.body().inputValue()).toBe('')
  })

  it('goes on while a colleague writes, and shows both notes', async () => {
    const answer = Promise.withResolvers<void>()
    at.trial.state.posting = answer.promise
    await at.body().pressSequentially('Sent over a slow line')
    await at.page.click('text=Save note')
    await at.page.waitForSelector('form[aria-busy=true]')
    const told = at.page.evaluate(() => new Promise<void>(heard => new EventSource('/live').addEventListener('message', () => heard())))
    await expect.poll(() => at.trial.state.listeners.size).toBe(2)
    at.trial.say('Aisha Khan', 'Written at the same moment')
    await told
    answer.resolve()
    await at.arrives('Sent over a slow line')
    await at.arrives('Written at the same moment')
    await expect.poll(() => at.body().inputValue()).toBe('')
  })

  it('may overtake a page that is half here, and then misses nothing', async () => {
    const rest = Promise.withResolvers<void>()
    at.trial.state.slow = rest.promise
    at.trial.say('Aisha Khan', 'Half of this is on its way')
    await expect.poll(() => at.trial.state.halves).toBe(1)
    at.trial.state.slow = undefined
    await at.body().pressSequentially('Sent while it came')
    await at.page.click('text=Save note')
    await at.arrives('Sent while it came')
    await at.arrives('Half of this is on its way')
    rest.resolve()
  })

  it('leads to what is wrong at once, and leaves whoever mends it alone when a script comes late', async () => {
    const held = Promise.withResolvers<void>()
    await at.page.route(/assets\/part\./, route => held.promise.then(() => route.continue()))
    await at.body().fill('Too short')
    await at.page.click('text=Save note')
    await at.page.waitForSelector('.govuk-error-summary:focus')
    await at.body().pressSequentially(' no more')
    held.resolve()
    await at.page.waitForSelector('[data-govuk-error-summary-init]')
    expect(await at.body().evaluate(field => field === document.activeElement)).toBe(true)
  })

  it('carries words over to the page that comes next, also before they could be kept', async () => {
    const held = Promise.withResolvers<void>()
    await at.page.route(/assets\/part\./, route => held.promise.then(() => route.continue()))
    await at.body().fill('Typed while the next page was on its way')
    await at.page.evaluate(() => {
      document.body.dataset.old = 'yes'
      ;(window as unknown as { Turbo: { visit(to: string): void } }).Turbo.visit(location.href)
    })
    await at.page.waitForSelector('body:not([data-old])')
    expect(await at.body().inputValue()).toBe('Typed while the next page was on its way')
    held.resolve()
  })

  it('keeps what was typed when the server refuses it, also when a colleague writes next', async () => {
    await at.page.fill('#note-where', 'Mill Lane')
    await at.body().fill('Too short')
    await at.page.click('text=Save note')
    await at.page.waitForSelector('.govuk-error-summary:focus')
    expect(await at.body().inputValue()).toBe('Too short')
    at.trial.say('Aisha Khan', 'Meanwhile at the hub')
    await at.arrives('Meanwhile at the hub')
    expect(await at.body().inputValue()).toBe('Too short')
    expect(await at.page.inputValue('#note-where')).toBe('Mill Lane')
    await at.body().fill('Long enough this time')
    await at.page.click('text=Save note')
    await at.arrives('Long enough this time')
    await expect.poll(() => at.body().inputValue()).toBe('')
    expect(await at.page.locator('.govuk-error-summary').count()).toBe(0)
  })
})
