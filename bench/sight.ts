/** What a person sees and waits for: a colleague's words arriving on an open page, and the weight of a first page. */
import type { Browser, BrowserContext } from 'playwright-core'
import { openBrowser } from '../src/ui/testing/chromium.ts'
import { spread } from './drive.ts'

/**
 * The delay from one worker's note being sent to its standing on another's screen, in milliseconds.
 * @example const { p50, p95 } = await liveDelay(port, caseId, [cookie, other])
 */
export async function liveDelay(port: number, caseId: string, [reader, writer]: [string, string], turns = 20) {
  const browser = await openBrowser()
  try {
    const page = await (await signedIn(browser, port, reader)).newPage()
    const streaming = page.waitForResponse(answer => answer.url().includes('/live'))
    await page.goto(`http://127.0.0.1:${port}/cases/${caseId}`)
    await streaming
    const times: number[] = []
    for (let turn = 0; turn < turns; turn++)
      times.push(await oneNote(page, port, caseId, writer, `Note for the stopwatch ${turn} ${Date.now()}`))
    return spread(times)
  } finally {
    await browser.close()
  }
}

async function oneNote(
  page: Awaited<ReturnType<BrowserContext['newPage']>>,
  port: number,
  caseId: string,
  cookie: string,
  words: string,
): Promise<number> {
  const shown = page.waitForFunction((text: string) => document.body.innerText.includes(text), words)
  const started = performance.now()
  const answer = await fetch(`http://127.0.0.1:${port}/cases/${caseId}/entries`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ body: words }),
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  })
  if (answer.status !== 303) throw new Error(`The note was answered ${answer.status}.`)
  await shown
  return performance.now() - started
}

/** Bytes that travel for a first visit to a page, by kind, as the browser counts them. */
export async function firstWeight(port: number, path: string, cookie: string): Promise<Record<string, number>> {
  const browser = await openBrowser()
  try {
    const page = await (await signedIn(browser, port, cookie)).newPage()
    const session = await page.context().newCDPSession(page)
    const kinds = new Map<string, string>()
    const weight: Record<string, number> = { total: 0 }
    await session.send('Network.enable')
    session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kinds.get(requestId) ?? 'Other'
      if (kind === 'EventSource') return
      weight[kind] = (weight[kind] ?? 0) + encodedDataLength
      weight.total = (weight.total ?? 0) + encodedDataLength
    })
    await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'load' })
    await page.evaluate(() => document.fonts.ready)
    return weight
  } finally {
    await browser.close()
  }
}

async function signedIn(browser: Browser, port: number, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext()
  const [name = '', ...value] = cookie.split('=')
  await context.addCookies([{ name, value: value.join('='), url: `http://127.0.0.1:${port}` }])
  return context
}
