// Runs checks/*.ts one after another under the pinned Node, and prints a table of them.
import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './ensure.mjs'

// What checks share is not a check itself.
const shared = ['say.ts']

/**
 * Runs every check, or those named, and counts how many passed and failed.
 * @example const { failed } = await runChecks(['types'])
 */
export async function runChecks(names = []) {
  const all = globSync('checks/*.ts', { cwd: root })
    .filter(file => !shared.includes(basename(file)))
    .sort()
  const chosen = all.filter(file => names.length === 0 || names.includes(basename(file, '.ts')))
  const results = []
  for (const file of chosen) results.push(await runCheck(file))
  for (const { name, said } of results.filter(result => !result.passed)) console.log(`\n${name}\n${said.trimEnd()}`)
  const unknown = names.filter(name => !all.includes(`checks/${name}.ts`))
  for (const name of unknown) console.log(`There is no check called ${name}.`)
  const passed = results.filter(result => result.passed).length
  return { passed, failed: results.length - passed + unknown.length }
}

async function runCheck(file) {
  const name = basename(file, '.ts')
  const started = Date.now()
  const { code, said } = await output(process.execPath, [join(root, file)])
  const seconds = ((Date.now() - started) / 1000).toFixed(1).padStart(6)
  console.log(`${code === 0 ? 'passed' : 'FAILED'} ${seconds} s  ${name}`)
  return { name, said, passed: code === 0 }
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
