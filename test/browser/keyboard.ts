/** Works a page with the keyboard alone, and fails where that cannot be done: no way there, a trap, or a focus one cannot see. */
import type { Locator, Page } from 'playwright-core'
import { standing } from './accessible.ts'

const farthest = 150

/**
 * The hands of somebody who has no mouse.
 * @example const sam = byKeyboard(page); await sam.type('Title', 'Operation Larkspur'); await sam.press('Open a case')
 */
export function byKeyboard(page: Page) {
  // Asked for only just before the key, the browser may still be opening its own window: nothing orders the two. From here on it always hands the choice over.
  page.on('filechooser', () => {})
  const label = (name: string | RegExp) => page.getByLabel(name).first()
  return {
    /** Goes to a field, by its label, and types over what is there. */
    type: async (name: string | RegExp, words: string) => {
      await tabTo(page, label(name))
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(words)
    },
    /** Goes to a list and types the beginning of what is wanted. */
    choose: async (name: string | RegExp, option: string) => {
      await tabTo(page, label(name))
      await page.keyboard.type(option)
    },
    /** Goes to a group of choices and moves with the arrow keys. */
    pick: async (name: string | RegExp) => {
      const wanted = page.getByRole('radio', { name, exact: typeof name === 'string' }).first()
      await tabTo(page, wanted, 'its group')
      for (let step = 0; step < 30 && !(await wanted.isChecked()); step++) await page.keyboard.press(step === 0 ? 'Space' : 'ArrowDown')
      if (!(await wanted.isChecked())) throw new Error(`The arrow keys do not reach ${name}.`)
    },
    tick: async (name: string | RegExp) => {
      await tabTo(page, label(name))
      await page.keyboard.press('Space')
    },
    press: async (name: string | RegExp) => {
      await tabTo(page, page.getByRole('button', { name, exact: typeof name === 'string' }).first())
      await page.keyboard.press('Enter')
    },
    /** Opens a section that is shut. */
    open: async (name: string) => {
      await tabTo(page, page.locator('details:not([open]) > summary', { hasText: name }).first())
      await page.keyboard.press('Enter')
    },
    follow: async (name: string | RegExp) => {
      await tabTo(page, page.getByRole('link', { name, exact: typeof name === 'string' }).first())
      await page.keyboard.press('Enter')
    },
    attach: async (name: string, file: { name: string; mimeType: string; buffer: Buffer }) => {
      await tabTo(page, label(name))
      const asked = page.waitForEvent('filechooser')
      await page.keyboard.press('Space')
      await (await asked).setFiles(file)
    },
  }
}

type Stop = { here: boolean; inGroup: boolean; name: string; moved: boolean; seen: boolean }

async function tabTo(page: Page, target: Locator, near?: 'its group'): Promise<void> {
  await target.waitFor({ state: 'attached' })
  // Nobody goes on working a page that is about to be another.
  await standing(page)
  for (let step = 0; step < farthest; step++) {
    const stop = await target.evaluate(look)
    if (stop.here || (near && stop.inGroup)) return
    await page.keyboard.press('Tab')
    const next = await target.evaluate(look)
    if (!next.moved) throw new Error(`The Tab key goes no farther than ${next.name}.`)
    if (!next.seen) throw new Error(`Nobody sees that the focus is on ${next.name}.`)
  }
  throw new Error(`The Tab key does not come to ${target}.`)
}

/** Runs in the page. */
function look(wanted: Element): Stop {
  const at = document.activeElement ?? document.body
  const before = (window as unknown as { stop?: Element }).stop
  Object.assign(window, { stop: at })
  const ringed = (style: CSSStyleDeclaration) =>
    (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none'
  const marks = [getComputedStyle(at), getComputedStyle(at, '::before'), getComputedStyle(at, '::after')]
  const beside = at.nextElementSibling
  if (beside) marks.push(getComputedStyle(beside), getComputedStyle(beside, '::before'))
  const { top, bottom } = at.getBoundingClientRect()
  const group = (one: Element) => (one instanceof HTMLInputElement && one.type === 'radio' ? one.name : undefined)
  return {
    here: at === wanted,
    inGroup: group(at) !== undefined && group(at) === group(wanted),
    name: at.outerHTML.slice(0, 160),
    moved: at === document.body || at !== before,
    // A page that has just come, also between two keys, begins at its heading, which needs no ring: no key led there.
    seen: at === document.body || at.tagName === 'H1' || (marks.some(ringed) && bottom > 0 && top < innerHeight),
  }
}
