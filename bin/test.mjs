// npm test [FILE …]: the machine checks, the tests and the browser journeys, and one line that sums them up.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ready, root, run } from './ensure.mjs'
import { helpWhenAsked } from './usage.mjs'

helpWhenAsked(
  `npm test [-- FILE …]   the machine checks, the tests and the browser journeys; with files or folders, only the tests in them`,
)
await ready(import.meta.url)
const { freshBuild } = await import('./open.mjs')
const { runChecks } = await import('./checks.mjs')
const files = process.argv.slice(2)
const tallies = mkdtempSync(join(tmpdir(), 'kith-test-'))
const suite = 'vitest.whole.config.ts'
/** Each test file is a process of its own: what one has compiled, the next need not. */
const cache = join(root, 'node_modules', '.cache', 'kith')
/** Who keeps only the end of what was printed must find the names there. */
const named = 20

await freshBuild()
const parts = files.length > 0 ? [] : [await runChecks()]
parts.push(await runTests())
rmSync(tallies, { recursive: true, force: true })
const failures = parts.flatMap(part => part.failures)
if (failures.length > 0) console.log(`\nFailed\n${list(failures)}`)
console.log(`\n${parts.reduce((sum, part) => sum + part.passed, 0)} passed, ${failures.length} failed`)
process.exit(failures.length > 0 ? 1 : 0)

async function runTests() {
  const tally = join(tallies, 'tally')
  const args = [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--config',
    suite,
    '--passWithNoTests',
    '--reporter=default',
    `--reporter=${join(root, 'bin', 'tally.mjs')}`,
  ]
  const code = await run(process.execPath, [...args, ...files], { env: { ...process.env, TALLY_FILE: tally, NODE_COMPILE_CACHE: cache } })
  const { passed, failures } = existsSync(tally) ? JSON.parse(readFileSync(tally, 'utf8')) : { passed: 0, failures: [] }
  if (code !== 0 && failures.length === 0) failures.push({ name: suite, said: `ended with ${code}, though no test of it failed` })
  return { passed, failures }
}

function list(failures) {
  const lines = failures.slice(0, named).map(({ name, said }) => `  ${name}\n    ${said}`)
  if (failures.length > named) lines.push(`  and ${failures.length - named} more, named above`)
  return lines.join('\n')
}
