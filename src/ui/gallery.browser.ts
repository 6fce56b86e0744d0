// The gallery in a real browser: axe finds nothing wrong in either theme, nothing is wider than the screen, it works by keyboard and zoomed.
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gallery } from './gallery.tsx'
import { asset, listening } from './testing/assets.ts'
import { openBrowser } from './testing/chromium.ts'

const widths = [1440, 1024, 390]
const themes = ['light', 'dark'] as const
const addresses = ['', '/pages/case', '/pages/today', '/pages/list', '/pages/form', '/pages/sign-in', '/pages/error', '/pages/mistake']

let browser: Browser
let at: { address: string; stop: () => Promise<unknown> }

beforeAll(async () => {
  browser = await openBrowser()
  const app = new Hono().get('/assets/:name', asset).route('/gallery', gallery)
  at = await listening(serve({ fetch: app.fetch, port: 0 }))
})

afterAll(async () => {
  await browser?.close()
  await at?.stop()
})

async function open(path: string, width: number, theme: 'light' | 'dark', height = 900): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce' })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  await page.goto(`${at.address}/gallery${path}`)
  await page.waitForSelector('body.js-enabled')
  return page
}

describe.each(themes)('in the %s theme', theme => {
  it.each(addresses)('axe finds nothing wrong on "%s"', async path => {
    const page = await open(path, 1440, theme)
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(node => node.html.slice(0, 160))
            .join(' | ')}`,
      ),
    ).toEqual([])
    await page.context().close()
  })
})

describe.each(widths)('at %i pixels', width => {
  it.each(addresses)('"%s" fits', async path => {
    for (const theme of themes) {
      const page = await open(path, width, theme, width < 500 ? 844 : 900)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      await page.context().close()
    }
  })
})

describe('for everybody', () => {
  it('fits at 400 % zoom, with nothing standing in front of the words', async () => {
    const page = await open('/pages/case', 320, 'light', 256)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.kith-bar') as Element).position)).toBe('static')
    await page.context().close()
  })

  it('keeps the time of an entry beside its first line on a phone, whatever else stands there', async () => {
    const page = await open('/timelines', 390, 'light')
    const below = await page.evaluate(() =>
      [...document.querySelectorAll('.kith-entry__head')].map(
        head => (head.querySelector('a')?.getBoundingClientRect().top ?? Number.NaN) - head.getBoundingClientRect().top,
      ),
    )
    expect(new Set(below)).toEqual(new Set([0]))
    await page.context().close()
  })

  it('keeps the tags of a head beside each other on a phone', async () => {
    const page = await open('/pages/case', 390, 'light')
    const tops = await page.evaluate(() =>
      [...document.querySelectorAll('.kith-head .kith-tag')].map(tag => tag.getBoundingClientRect().top),
    )
    expect(tops.length).toBeGreaterThan(1)
    expect(new Set(tops).size).toBe(1)
    await page.context().close()
  })

  it('gives what stands below a name the whole line on a phone, also where an action stands beside it', async () => {
    const page = await open('/pages/today', 390, 'light')
    const [row, words] = await page.evaluate(() =>
      ['.kith-head__row', '.kith-head__meta'].map(part => document.querySelector(part)?.getBoundingClientRect().width ?? Number.NaN),
    )
    expect((row ?? 0) - (words ?? 0)).toBeLessThan(40)
    await page.context().close()
  })

  it('goes to search with "/", and shows where the focus is', async () => {
    const page = await open('/pages/today', 1024, 'light')
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('kith-q')
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)
    expect(outline).toBe('solid')
    await page.context().close()
  })

  it('lets people turn the single key off', async () => {
    const page = await open('/pages/today', 1024, 'light')
    await page.click('[popovertarget=kith-me]')
    await page.click('text=Turn the / key off')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('kith-q')
    await page.context().close()
  })

  it('opens its menu and drawer without scripts', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${at.address}/gallery/pages/today`)
    expect(await page.locator('#kith-menu').isVisible()).toBe(false)
    await page.click('.kith-bottom button')
    await page.locator('#kith-menu').waitFor()
    await context.close()
  })

  it('changes the theme at once and keeps it', async () => {
    const page = await open('/pages/today', 1024, 'light')
    await page.click('[popovertarget=kith-me]')
    expect(await gapBelow(page, '[popovertarget=kith-me]', '#kith-me')).toBeLessThan(12)
    await page.click('#kith-me button[value=dark]')
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    expect((await page.context().cookies()).find(cookie => cookie.name === 'kith-theme')?.value).toBe('dark')
    await page.context().close()
  })
})

async function gapBelow(page: Page, button: string, sheet: string): Promise<number> {
  const [above, below] = [await page.locator(button).boundingBox(), await page.locator(sheet).boundingBox()]
  if (!above || !below) return Number.POSITIVE_INFINITY
  return Math.abs(below.y - above.y - above.height) + Math.abs(below.x + below.width - above.x - above.width)
}
