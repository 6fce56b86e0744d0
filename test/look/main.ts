/** npm run look: starts Kith on a county of its own, and takes pictures of every kind of page that a worker can reach. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from '../../bench/server.ts'
import { root } from '../../src/platform/root.ts'
import { openBrowser } from '../../src/ui/testing/chromium.ts'
import { type Address, findPages, nameOf } from './addresses.ts'
import { type Sizes, takePictures } from './pictures.ts'
import { fullCase, newWorker } from './states.ts'
import { signedIn } from './visitor.ts'

const { values } = parseArgs({
  options: {
    as: { type: 'string', default: 'Tom Garside' },
    state: { type: 'string', default: 'usual' },
    width: { type: 'string', default: '1440,1024,390' },
    theme: { type: 'string', default: 'light,dark' },
    only: { type: 'string', default: '' },
    at: { type: 'string' },
    into: { type: 'string', default: '.kith/look/pictures' },
  },
})
const sizes: Sizes = { widths: values.width.split(',').map(Number), themes: values.theme.split(',') as Sizes['themes'] }
const dataDir = join(root, '.kith', 'look', 'data')
const outside = ['/sign-in', '/password', '/invitations/no-such-invitation', '/no-such-page'].map(addressOf)
const gallery = ['', '/pages/case', '/pages/today', '/pages/list', '/pages/form', '/pages/sign-in', '/pages/error'].map(part =>
  addressOf(`/gallery${part}`),
)

const server = values.at ? undefined : await ownKith()
const address = values.at ?? `http://127.0.0.1:${server?.port}`
const browser = await openBrowser()
try {
  const { cookie, pages } = await state(values.state)
  const chosen = pages.filter(page => page.name.includes(values.only))
  const folder = join(root, values.into, values.state)
  const faults = await takePictures({ ...sizes, browser, address, folder, cookie, wrong: values.state === 'wrong' }, chosen)
  for (const fault of faults) console.log(fault)
  console.log(`${chosen.length} kinds of page are in ${folder}`)
} finally {
  await browser.close()
  await server?.stop()
}

/** What can be looked at: whose pages, and which. */
async function state(name: string): Promise<{ cookie: string; pages: Address[] }> {
  if (name === 'outside') return { cookie: '', pages: [...outside, ...gallery] }
  const worker = name === 'empty' ? await newWorker(address) : await signedIn(address, values.as)
  const beginning = name === 'full' ? [await fullCase(worker), '/cases', '/'] : ['/', '/cases']
  return { cookie: worker.cookie, pages: await findPages(worker, beginning) }
}

async function ownKith() {
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  return startServer({ KITH_DATA_DIR: dataDir })
}

function addressOf(path: string): Address {
  return { name: nameOf(path), path }
}
