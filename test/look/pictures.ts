/** Pictures of pages at the widths and in the themes that Kith is looked at, whole from top to bottom. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page, Response } from 'playwright-core'
import type { Address } from './addresses.ts'

export interface Sizes {
  widths: number[]
  themes: ('light' | 'dark')[]
}

export interface Sitting extends Sizes {
  browser: Browser
  address: string
  folder: string
  /** Also send each form as it is, cleared, and look at what comes back. */
  wrong?: boolean
  /** Also ask axe about each page. */
  axe?: boolean
}

/**
 * Takes the pictures, and gives a sentence for each page that is wider than its screen or could not be taken, and for each thing that axe finds.
 * @example const faults = await takePictures(sitting, pages)
 */
export async function takePictures(sitting: Sitting, pages: Address[]): Promise<string[]> {
  const faults: string[] = []
  mkdirSync(sitting.folder, { recursive: true })
  for (const width of sitting.widths) {
    for (const theme of sitting.themes) {
      const context = await contextFor(sitting, width, theme)
      for (const page of pages) faults.push(...(await picture(context, sitting, page, `${width}-${theme}`)))
      await context.close()
    }
  }
  return faults
}

async function contextFor({ browser, address }: Sitting, width: number, theme: 'light' | 'dark'): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height: width < 500 ? 844 : 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(10_000)
  return context
}

async function picture(context: BrowserContext, { folder, wrong, axe }: Sitting, address: Address, size: string): Promise<string[]> {
  const { name, path, cookie } = address
  const page = await context.newPage()
  try {
    await page.setExtraHTTPHeaders(cookie ? { cookie } : {})
    await page.goto(path)
    if (address.fields) await sendFrom(page, address)
    const sent = wrong && (await sendEmpty(page))
    if (wrong && !sent) return []
    await page.evaluate(() => document.fonts.ready)
    const [over, height] = await page.evaluate(
      () => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight] as const,
    )
    // As tall as the page, so that what is fixed to the bottom of a phone stands below the words and not before them.
    await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height })
    const found = axe ? await violations(page) : []
    const take = () => page.screenshot({ path: join(folder, `${name}-${size}.png`) })
    // Again, and again: after a page of ten thousand pixels and more, Chromium now and then fails at the next, however short.
    const failed = await take()
      .catch(take)
      .catch(take)
      .then(() => [], saidShort)
    return [
      ...[...found, ...failed].map(one => `${name} at ${size}: ${one}`),
      ...(over > 0 ? [`${name} is ${over} pixels wider than the screen at ${size}.`] : []),
    ]
  } catch (error) {
    return saidShort(error).map(one => `${name} at ${size}: ${one}`)
  } finally {
    await page.close()
  }
}

const saidShort = (error: unknown): string[] => String(error).split('\n').slice(0, 1)

/** What keeps somebody from using the page (WCAG 2.2 AA), with where it is. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html.slice(0, 160)}`))
}

/** Sends the page's form of that address with some of it changed, or one that the page does not have, and waits for what comes back. */
async function sendFrom(page: Page, { path, to = path, fields = {}, file }: Address): Promise<void> {
  const answered = Promise.all([page.waitForResponse(isAnswer), page.waitForEvent('load')])
  await page.evaluate(
    ([action, fields, file]) => {
      const form = document.querySelector<HTMLFormElement>(`form[action="${action}"]`) ?? document.createElement('form')
      Object.assign(form, { method: 'post', action })
      for (const [name, value] of fields) {
        const field = form.elements.namedItem(name) ?? form.appendChild(Object.assign(document.createElement('input'), { name }))
        Object.assign(field, { value })
      }
      const chosen = form.querySelector<HTMLInputElement>('input[type=file]')
      if (file && chosen) {
        const files = new DataTransfer()
        files.items.add(new File([file.words.repeat(file.times)], 'Letter.pdf'))
        chosen.files = files.files
      }
      document.body.append(form)
      // Not by its button: the answer is a page of its own, without Turbo.
      form.submit()
    },
    [to, Object.entries(fields), file] as const,
  )
  const [answer] = await answered
  if (answer.status() < 400)
    throw new Error('What was sent was taken and not refused; a harmful file is refused only where a scanner runs.')
}

/** Whether it answers a form that was sent, and not a draft that is kept while one types. */
const isAnswer = (answer: Response): boolean => answer.request().method() === 'POST' && !answer.url().endsWith('/drafts')

/** Clears the first form that has words to write, sends it, and waits for the page that comes back; says whether one did. */
async function sendEmpty(page: Page): Promise<boolean> {
  const answered = page.waitForResponse(isAnswer, { timeout: 3000 }).catch(() => undefined)
  const sent = await page.evaluate(() => {
    const forms = [...document.querySelectorAll<HTMLFormElement>('main form[method=post]')]
    const form = forms.find(form => form.querySelector('textarea, input:not([type=hidden]), select'))
    for (const field of form?.querySelectorAll<HTMLInputElement>(
      'textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=file])',
    ) ?? [])
      field.value = ''
    for (const section of document.querySelectorAll('details')) section.open ||= section.contains(form ?? null)
    form?.requestSubmit()
    return Boolean(form)
  })
  if (!sent || (await answered)?.status() !== 422) return false
  await page.waitForSelector('.govuk-error-summary')
  return true
}
