// Half-written words outlive a crash, the end of a session and a server in trouble, and stay away once they are cleared.
import { describe, expect, it } from 'vitest'
import { trialPage } from './testing/trial-page.ts'

const at = trialPage()

describe('the machine lets me down', () => {
  it('brings a note back after a crash, says so, and lets me clear it', async () => {
    await at.body().pressSequentially('Written just before the battery died')
    const again = await at.page.context().newPage()
    await at.page.close({ runBeforeUnload: false })
    at.page = again
    await at.page.goto(`${at.trial.address}/case`)
    await at.page.waitForSelector('text=Brought back what you were writing')
    expect(await at.body().inputValue()).toBe('Written just before the battery died')
    await at.page.click('text=Clear it')
    expect(await at.body().inputValue()).toBe('')
    await at.page.reload()
    await at.page.waitForSelector('[data-govuk-password-input-init]')
    expect(await at.body().inputValue()).toBe('')
  })

  it('clears on the server too what came back from this browser, and does not bring it back', async () => {
    // The server has had none of it as far as anybody here can know.
    await at.page.route('**/drafts', route => route.abort())
    await at.body().pressSequentially('Cleared in another page')
    const again = await at.page.context().newPage()
    await again.goto(`${at.trial.address}/case`)
    await again.click('text=Clear it')
    await expect.poll(() => at.trial.state.drafts.get('entry:1')).toBe('')
    await again.reload()
    await again.waitForSelector('[data-govuk-password-input-init]')
    expect(await again.locator('#note-body').inputValue()).toBe('')
    expect(await again.locator('text=Brought back').count()).toBe(0)
  })

  it('brings nothing back over what was typed before the scripts had come', async () => {
    await at.body().pressSequentially('Written yesterday')
    const held = Promise.withResolvers<void>()
    const again = await at.page.context().newPage()
    await again.route(/assets\/kith\..*js/, route => held.promise.then(() => route.continue()))
    await again.goto(`${at.trial.address}/case`, { waitUntil: 'commit' })
    await again.locator('#note-body').pressSequentially('Written today')
    held.resolve()
    await again.waitForSelector('body.js-enabled')
    expect(await again.locator('#note-body').inputValue()).toBe('Written today')
  })

  it('keeps the draft on the server too, and never shows it to the next worker', async () => {
    await at.body().pressSequentially('Mine alone')
    await expect.poll(() => at.trial.state.drafts.get('entry:1') ?? '').toContain('Mine alone')
    const keys = await at.page.evaluate(() => Object.keys(localStorage))
    expect(keys).toEqual(['kith-draft:w1:entry:1'])
  })

  it('brings back nothing of a note that was saved while its draft was on its way', async () => {
    const answer = Promise.withResolvers<void>()
    at.trial.state.drafting = answer.promise
    await at.body().pressSequentially('Saved before its draft was')
    await expect.poll(() => at.trial.state.drafts.get('entry:1') ?? '').toContain('Saved before')
    await at.page.click('text=Save note')
    await at.arrives('Saved before its draft was')
    answer.resolve()
    await expect.poll(() => at.trial.state.drafts.get('entry:1')).toBe('')
  })

  it('keeps the page when the session ends, and sends the note after signing in again', async () => {
    await at.body().pressSequentially('Typed while the session ran out')
    at.trial.state.signedIn = false
    at.trial.say('Aisha Khan', 'News that I may not fetch now')
    await at.page.waitForSelector('dialog:has-text("You have been signed out")')
    expect(await at.body().inputValue()).toBe('Typed while the session ran out')
    at.trial.state.signedIn = true
    await at.page.evaluate(() => dispatchEvent(new Event('focus')))
    await at.page.waitForSelector('dialog[open]', { state: 'detached' })
    await at.page.click('text=Save note')
    await at.arrives('Typed while the session ran out')
  })

  it('keeps the words when they were sent after the session ended', async () => {
    await at.body().pressSequentially('Sent a moment too late')
    at.trial.state.signedIn = false
    await at.page.click('text=Save note')
    await at.page.waitForSelector('dialog:has-text("You have been signed out")')
    expect(await at.body().inputValue()).toBe('Sent a moment too late')
    expect(await at.page.evaluate(() => localStorage.length)).toBe(1)
  })
})

describe('the server is in trouble', () => {
  it.each([
    ['while the records are away', 'broken', 'could not be saved just now'],
    ['that are too many', 'tooBig', 'too much to send at once'],
  ] as const)('keeps words %s on the page, says so, and saves them once they can be', async (_, trouble, sentence) => {
    await at.body().pressSequentially('Written in trouble')
    at.trial.state[trouble] = true
    await at.page.click('text=Save note')
    await at.page.waitForSelector(`text=${sentence}`)
    expect(await at.body().inputValue()).toBe('Written in trouble')
    at.trial.state[trouble] = false
    await at.page.click('text=Save note')
    await at.arrives('Written in trouble')
  })

  it('stays on the page when news cannot be fetched, and fetches it afterwards', async () => {
    await at.body().pressSequentially('Half a note')
    at.trial.state.broken = true
    const refused = at.page.waitForResponse(answer => answer.status() === 503)
    at.trial.say('Aisha Khan', 'News from before the records went')
    await refused
    expect(await at.body().inputValue()).toBe('Half a note')
    at.trial.state.broken = false
    await at.page.waitForSelector('article:has-text("News from before the records went")')
    expect(await at.body().inputValue()).toBe('Half a note')
  })
})
