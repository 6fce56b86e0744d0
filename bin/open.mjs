// Brings the build up to date and opens one of its programs in this very process.
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { root, run } from './ensure.mjs'

const sources = ['src/**/*.{ts,tsx,scss,css,svg,json}', 'package-lock.json', 'bin/{build,bundle,assets}.mjs']
const dist = join(root, 'dist')

/**
 * Builds when a source has changed since the last build, then runs dist/<program>.js.
 * @example await open('main')
 */
export async function open(program) {
  await freshBuild()
  enableCompileCache(join(root, 'node_modules', '.cache', 'kith'))
  process.setSourceMapsEnabled(true)
  await import(new URL(`../dist/${program}.js`, import.meta.url).href)
}

/**
 * Leaves an up-to-date build in dist, and does nothing when it is there already.
 * @example await freshBuild()
 */
export async function freshBuild() {
  const wanted = sourceHash()
  if (existsSync(join(dist, 'built')) && readFileSync(join(dist, 'built'), 'utf8') === wanted) return
  // A process of its own, because the compilers would stay in the server's memory.
  const code = await run(process.execPath, [join(root, 'bin', 'build.mjs'), wanted])
  if (code !== 0) process.exit(code)
}

function sourceHash() {
  const hash = createHash('sha256').update(process.version)
  const files = globSync(sources, { cwd: root }).sort()
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
