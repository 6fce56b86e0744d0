// npm run bench: builds Kith and measures it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ready, root } from './ensure.mjs'

/** For the build that shows what the record costs: the same Kith, and what writes the record is another file. */
const writesNoRecord = {
  name: 'writes no record',
  setup({ onResolve }) {
    onResolve({ filter: /\/events\.ts$/ }, ({ path, resolveDir, importer }) => {
      const file = join(resolveDir, path)
      const another = join(root, 'bench', 'unrecorded.ts')
      return file === join(root, 'src', 'platform', 'events.ts') && importer !== another ? { path: another } : { path: file }
    })
  },
}

await ready(import.meta.url)
if (!existsSync(join(root, 'bench', 'main.ts'))) {
  console.error('There is nothing to measure: bench/main.ts is missing.')
  process.exit(1)
}
const { freshBuild } = await import('./open.mjs')
const { bundle } = await import('./bundle.mjs')
await freshBuild()
await bundle(root, { main: 'bench/main.ts', bare: 'bench/bare/main.ts' }, 'dist/bench')
if (process.argv.includes('--audit')) {
  const programs = { main: 'src/main.ts', 'pdf-thread': 'src/platform/pdf/thread.ts' }
  await bundle(root, programs, 'dist/unrecorded', [writesNoRecord])
}
await import(new URL('../dist/bench/main.js', import.meta.url).href)
