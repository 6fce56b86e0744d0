// Signing in as people do it: one click in a demonstration, then a passkey of a device, by keyboard and free of barriers.
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { standing } from '../../../test/browser/accessible.ts'
import { newFolder, startKith } from '../../../test/runtime/processes.ts'
import { openBrowser } from '../../ui/testing/chromium.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

test('A person of the demonstration signs in with one click, adds a passkey, and signs in with it', async () => {
  const { address } = await startKith({ KITH_ENV: 'demonstration', KITH_DATA_DIR: newFolder() })
  const { page } = await newPage()
  const refused: string[] = []
  page.on('console', message => {
    if (/content security policy|refused to/i.test(message.text())) refused.push(message.text())
  })
  // Passkeys belong to a name, and this machine's is localhost.
  const home = address.replace('127.0.0.1', 'localhost')
  await page.goto(`${home}/account`)
  await withoutBarriers(page)
  await page.getByRole('button', { name: /^Sign in as Dionne Clarke/ }).click()
  await page.waitForURL(`${home}/account`)
  await withoutBarriers(page)
  // Without a name the form comes back with what is missing, and stays.
  await page.getByRole('button', { name: 'Add a passkey' }).press('Enter')
  await page.getByRole('alert').getByText('There is a problem').waitFor()
  await page.getByLabel('Name for the new passkey').fill('Work laptop')
  await page.getByRole('button', { name: 'Add a passkey' }).press('Enter')
  await page.getByLabel('Your passkeys').getByText('Work laptop').first().waitFor()
  await withoutBarriers(page)
  await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(`${home}/sign-in`)
  await page.goto(`${home}/cases?show=open`)
  await page.waitForURL(/sign-in\?next=/)
  await page.locator('summary', { hasText: 'or a passkey' }).press('Enter')
  await withoutBarriers(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).press('Enter')
  await page.waitForURL(`${home}/cases?show=open`)
  await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor()
  expect(await page.textContent('body')).toContain('Dionne Clarke')
  expect(refused).toEqual([])
})

test('Whoever holds the device and is not its owner is not signed in, whatever the browser is told to ask', async () => {
  const { address } = await startKith({ KITH_ENV: 'demonstration', KITH_DATA_DIR: newFolder() })
  const { page, becomeSomebodyElse } = await newPage()
  const home = address.replace('127.0.0.1', 'localhost')
  await page.goto(`${home}/account`)
  await page.getByRole('button', { name: /^Sign in as Dionne Clarke/ }).click()
  await page.getByLabel('Name for the new passkey').fill('Work laptop')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByLabel('Your passkeys').getByText('Work laptop').first().waitFor()
  await page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).click()
  await becomeSomebodyElse()
  await page.route('**/sign-in/passkey/options', async route => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), userVerification: 'discouraged' } })
  })
  await page.goto(`${home}/sign-in`)
  await page.locator('summary', { hasText: 'or a passkey' }).click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('alert').getByText('That passkey does not open an account here').waitFor()
  await page.goto(`${home}/cases`)
  await page.waitForURL(/sign-in\?next=/)
})

/** A browser whose device has a passkey store, and a finger that always fits until somebody else holds it. */
async function newPage(): Promise<{ page: Page; becomeSomebodyElse: () => Promise<unknown> }> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 800 } })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { page, becomeSomebodyElse: () => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }) }
}

async function withoutBarriers(page: Page): Promise<void> {
  await standing(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  if (process.env.KITH_SHOTS) await page.screenshot({ path: `${process.env.KITH_SHOTS}/${Date.now()}.png`, fullPage: true })
}
