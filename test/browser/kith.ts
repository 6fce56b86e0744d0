/** Kith on a real port with a database of its own, and workers of the cast at real browsers. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { listen, stopListening } from '../../src/platform/live.ts'
import { openBrowser } from '../../src/ui/testing/chromium.ts'
import { ownDatabase } from '../database.ts'
import { openSignIn, signIn } from '../sign-in.ts'

const phone = { width: 390, height: 844 }
const desk = { width: 1440, height: 900 }

/**
 * Call once at the top of a journey. `as` gives a worker's own browser, signed in.
 * @example const kith = ownKith()
 */
export function ownKith() {
  const database = ownDatabase()
  const kith = { database, address: '', as: (worker: string, on: 'desk' | 'phone' = 'desk') => visit(browser, kith.address, worker, on) }
  let browser: Browser
  let server: Server
  beforeAll(async () => {
    await openSignIn()
    await listen()
    server = createAdaptorServer({ fetch: createApp().fetch }) as Server
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    kith.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    server?.closeAllConnections()
    await new Promise(resolve => server?.close(resolve))
    await stopListening()
  })
  return kith
}

async function visit(browser: Browser, address: string, worker: string, on: 'desk' | 'phone'): Promise<Page> {
  const context = await browser.newContext({ viewport: on === 'phone' ? phone : desk, baseURL: address, hasTouch: on === 'phone' })
  const [name = '', ...value] = (await signIn(worker)).split('=')
  await context.addCookies([{ name, value: value.join('='), url: address }])
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  return page
}
