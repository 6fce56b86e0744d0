// npm run bench: builds Kith and measures it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ready, root } from './ensure.mjs'

await ready(import.meta.url)
if (!existsSync(join(root, 'bench', 'main.ts'))) {
  console.error('There is nothing to measure: bench/main.ts is missing.')
  process.exit(1)
}
const { freshBuild } = await import('./open.mjs')
const { bundle } = await import('./bundle.mjs')
await freshBuild()
await bundle(root, { main: 'bench/main.ts' }, 'dist/bench')
await import(new URL('../dist/bench/main.js', import.meta.url).href)
