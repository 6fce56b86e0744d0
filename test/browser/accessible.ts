/** Asks axe whether a page can be used by everybody. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Waits until the page stands: Turbo marks one that is still on its way, a form that is being sent, and what it only shows from memory meanwhile.
 * @example await standing(page)
 */
export async function standing(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.readyState === 'complete' && !document.querySelector('[aria-busy=true], html[data-turbo-preview]'),
  )
}

/**
 * Fails with what axe found on the page, once it stands whole (WCAG 2.2 AA).
 * @example await expectAccessible(page)
 */
export async function expectAccessible(page: Page): Promise<void> {
  const said = (await violationsOn(page)).map(
    one =>
      `${new URL(page.url()).pathname}: ${one.id}: ${one.help}: ${one.nodes
        .slice(0, 3)
        .map(node => node.html.slice(0, 160))
        .join(' | ')}`,
  )
  expect(said).toEqual([])
}

/**
 * The same from the top of the page: scrolled to a mistake, the head that stays in sight covers half of a field, which axe takes for a small one.
 * @example await expectAccessibleFromTop(page)
 */
export async function expectAccessibleFromTop(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await expectAccessible(page)
}

/** Of a page into which news comes while axe looks, it would tell what nobody meets: then it looks at what stands there now. */
async function violationsOn(page: Page) {
  for (;;) {
    await standing(page)
    const watched = await page.evaluateHandle(() => {
      const page = { stays: true }
      addEventListener('turbo:visit', () => Object.assign(page, { stays: false }), { once: true })
      return page
    })
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    if (await watched.evaluate(({ stays }) => stays)) return violations
  }
}
