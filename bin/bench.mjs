// npm run bench: builds Kith and measures it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ready, root } from './ensure.mjs'
import { helpWhenAsked } from './usage.mjs'

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

helpWhenAsked(`npm run bench [-- OPTION …]   builds Kith and measures it

  --scale SCALE     demo, twenty, county or national (demo)
  --turns N         how often each job is done (300)
  --only WORDS      only jobs whose name has the words
  --json FILE       also writes the numbers there
  --statements      also each statement of each page
  --profile DIR     also where the processor time goes, into that folder
  --audit           what the record costs, and nothing else
  --bare            beside a bare server, and nothing else
  --queue N         how quickly so many jobs leave the queue, and nothing else

docs/performance.md says what was measured, and how.`)
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
