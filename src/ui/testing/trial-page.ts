/** A browser at the trial page, fresh for each test. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { openBrowser } from './chromium.ts'
import { startTrial, type Trial } from './trial.tsx'

/** What a test works with; `page` may be another one from some moment on. */
export interface TrialPage {
  trial: Trial
  page: Page
  /** The box that a note is written in. */
  body: () => ReturnType<Page['locator']>
  /** Waits for a note in the timeline. */
  arrives: (text: string) => Promise<unknown>
}

/**
 * Call once at the top of a file of journeys: before each test the page stands and listens, after it no script has failed.
 * @example const at = trialPage()
 */
export function trialPage(): TrialPage {
  let browser: Browser
  let problems: string[]
  const at = {
    body: () => at.page.locator('#note-body'),
    arrives: (text: string) => at.page.waitForSelector(`article:has-text("${text}")`),
  } as TrialPage
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    at.trial = await startTrial()
    const context = await browser.newContext({ viewport: { width: 1024, height: 500 } })
    context.setDefaultTimeout(60_000)
    at.page = await context.newPage()
    problems = []
    at.page.on('pageerror', error => problems.push(error.message))
    await at.page.goto(`${at.trial.address}/case`)
    await at.page.waitForSelector('[data-govuk-password-input-init]')
    await expect.poll(() => at.trial.state.listeners.size).toBe(1)
  })
  afterEach(async () => {
    await at.page.context().close()
    await at.trial.stop()
    expect(problems).toEqual([])
  })
  return at
}
