// Runs checks/*.ts one after another under the pinned Node, and prints a table of them.
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './ensure.mjs'

// What checks share is not a check itself.
const shared = ['say.ts']

/**
 * Runs every check, or those named; counts those that passed and gives those that failed.
 * @example const { failures } = await runChecks(['types'])
 */
export async function runChecks(names = []) {
  const all = globSync('checks/*.ts', { cwd: root })
    .filter(file => !shared.includes(basename(file)))
    .sort()
  const chosen = all.filter(file => names.length === 0 || names.includes(basename(file, '.ts')))
  const results = []
  for (const file of chosen) results.push(await runCheck(file))
  const failed = results.filter(result => !result.passed)
  for (const { name, said } of failed) console.log(`\n${name}\n${said}`)
  const unknown = names.filter(name => !all.includes(`checks/${name}.ts`)).map(name => ({ name, said: 'There is no such check.' }))
  for (const { name, said } of unknown) console.log(`\n${name}\n${said}`)
  const failures = [...failed, ...unknown].map(({ name, said }) => ({ name: `check ${name}`, said: said.split('\n', 1)[0] }))
  return { passed: results.length - failed.length, failures }
}

async function runCheck(file) {
  const name = basename(file, '.ts')
  const started = Date.now()
  const { code, said } = await output(process.execPath, [join(root, file)])
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6)
  console.log(`${code === 0 ? 'passed' : 'FAILED'} ${seconds} s  ${name}`)
  return { name, said: said.trim(), passed: code === 0 }
}

function output(program, args) {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => said.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ code, said: Buffer.concat(said).toString() }))
  })
}
