/** npm run look: starts Kith on a county of its own, and takes pictures of every kind of page that its cast can reach. */
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from '../../bench/server.ts'
import { root } from '../../src/platform/root.ts'
import { openBrowser } from '../../src/ui/testing/chromium.ts'
import { clamdIsHere, clamdSocket, startClamd } from '../clamd.ts'
import { takePictures } from './pictures.ts'
import { laySheets } from './sheets.ts'
import { pagesIn } from './states.ts'

const { values } = parseArgs({
  options: {
    as: { type: 'string', default: 'everybody' },
    state: { type: 'string', default: 'usual' },
    width: { type: 'string', default: '1440,1024,390' },
    theme: { type: 'string', default: 'light,dark' },
    only: { type: 'string', default: '' },
    axe: { type: 'boolean', default: false },
    at: { type: 'string' },
    into: { type: 'string', default: '.kith/look/pictures' },
  },
})
const sizes = { widths: values.width.split(',').map(Number), themes: values.theme.split(',') as ('light' | 'dark')[] }
const dataDir = join(root, '.kith', 'look', 'data')

const server = values.at ? undefined : await ownKith()
const address = values.at ?? `http://127.0.0.1:${server?.port}`
const browser = await openBrowser()
try {
  for (const state of values.state.split(',')) {
    const folder = resolve(root, values.into, state)
    const pages = (await pagesIn(state, address, values.as)).filter(page => page.name.includes(values.only))
    const faults = await takePictures({ ...sizes, browser, address, folder, wrong: state === 'wrong', axe: values.axe }, pages)
    for (const fault of faults) console.log(fault)
    await laySheets(
      browser,
      folder,
      sizes,
      pages.map(page => page.name),
    )
    console.log(`${pages.length} kinds of page are in ${folder}, and many beside each other in ${join(folder, 'sheets')}`)
  }
} finally {
  await browser.close()
  await server?.stop()
}

async function ownKith() {
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const scanner = clamdIsHere ? await startClamd(dataDir) : async () => {}
  const server = await startServer({ KITH_DATA_DIR: dataDir, ...(clamdIsHere ? { KITH_VIRUS_SCANNER: clamdSocket(dataDir) } : {}) })
  return {
    ...server,
    stop: async () => {
      await server.stop()
      await scanner()
    },
  }
}
