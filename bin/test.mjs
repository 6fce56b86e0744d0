// npm test [FILE …]: the machine checks, the tests and the browser journeys, and one line that sums them up.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ready, root, run } from './ensure.mjs'

await ready(import.meta.url)
const { freshBuild } = await import('./open.mjs')
const { runChecks } = await import('./checks.mjs')
const files = process.argv.slice(2)
const reports = mkdtempSync(join(tmpdir(), 'kith-test-'))
const suites = ['vitest.config.ts', 'vitest.browser.config.ts']

await freshBuild()
const counts = files.length > 0 ? [] : [await runChecks()]
for (const config of suites.filter(name => existsSync(join(root, name)))) counts.push(await runSuite(config))
rmSync(reports, { recursive: true, force: true })
const total = name => counts.reduce((sum, count) => sum + count[name], 0)
console.log(`\n${total('passed')} passed, ${total('failed')} failed`)
process.exit(total('failed') > 0 ? 1 : 0)

async function runSuite(config) {
  const report = join(reports, `${config}.json`)
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [
    vitest,
    'run',
    '--config',
    config,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const code = await run(process.execPath, [...args, ...files])
  return count(report, code)
}

// A file that cannot even be read has no tests to fail, and an error between tests belongs to none.
function count(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const broken = testResults.filter(
    file => file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed'),
  ).length
  const failed = numFailedTests + broken
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
}
