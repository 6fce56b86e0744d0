// Builds Kith into dist: the two programs for Node, and the scripts, styles and fonts for browsers.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildAssets } from './assets.mjs'
import { bundle } from './bundle.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const fresh = join(root, `dist.${process.pid}`)
const programs = { main: 'src/main.ts', cli: 'src/cli.ts', 'pdf-thread': 'src/platform/pdf/thread.ts' }
const needed = ['src/main.ts', 'src/cli.ts', 'src/app.tsx', 'src/ui/islands/index.ts', 'src/ui/styles/kith.scss']

await main().catch(error => {
  rmSync(fresh, { recursive: true, force: true })
  console.error(explain(error))
  process.exit(1)
})

async function main() {
  const started = Date.now()
  const missing = needed.filter(file => !existsSync(join(root, file)))
  if (missing.length > 0) throw new Error(`Kith cannot be built, because these files are missing: ${missing.join(', ')}.`)
  mkdirSync(fresh, { recursive: true })
  await Promise.all([bundle(root, programs, fresh), buildAssets(root, fresh)])
  writeFileSync(join(fresh, 'built'), process.argv[2] ?? '')
  swapIn()
  console.error(`Built Kith in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
}

// The build appears in one step, so a build that is cut short never leaves half of itself.
function swapIn() {
  const old = `${fresh}.old`
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(fresh, dist)
  rmSync(old, { recursive: true, force: true })
}

// esbuild has printed its own errors already, with the lines they are in.
function explain(error) {
  return error.errors ? 'Kith could not be built: see the errors above.' : error.message
}
