// Makes sure the packages match the lock file, then carries on under the Node that Kith pins.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { passSignals, watchParent } from './signals.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const marker = join(modules, '.kith-installed')
const pinnedNode = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

/**
 * Installs what is missing and returns once this very process runs under the pinned Node;
 * otherwise starts the same script again under it and never returns.
 * @example await ready(import.meta.url)
 */
export async function ready(scriptUrl) {
  process.chdir(root)
  if (!isInstalled()) await install()
  watchParent()
  if (process.version === pinnedVersion()) return
  process.exit(await carryOn([fileURLToPath(scriptUrl), ...process.argv.slice(2)]))
}

/**
 * Runs a program to its end and gives its exit code.
 * @example const code = await run(process.execPath, ['bin/build.mjs'])
 */
export function run(program, args, options = {}) {
  const child = spawn(program, args, { stdio: 'inherit', ...options })
  const stopPassing = passSignals(child)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve(code ?? 1))
  }).finally(stopPassing)
}

// The pipe closes when this process is killed outright, and tells the child to end as well.
function carryOn(args) {
  const stdio = ['inherit', 'inherit', 'inherit', 'pipe']
  return run(pinnedNode, args, { stdio, env: { ...process.env, KITH_PARENT_PIPE: '3' } })
}

function isInstalled() {
  const wanted = lockHash()
  if (readText(marker) === wanted) return existsSync(pinnedNode)
  if (!npmFinishedThisLock()) return false
  writeFileSync(marker, wanted)
  return true
}

// A copy of the folder made on another kind of machine has the right versions but the wrong programs.
function lockHash() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex')
}

// npm writes node_modules/.package-lock.json as its very last step, so a killed install has none.
function npmFinishedThisLock() {
  const done = readText(join(modules, '.package-lock.json'))
  if (!done || !existsSync(pinnedNode)) return false
  const have = JSON.parse(done).packages
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(want).every(([path, entry]) => {
    if (path === '') return true
    return have[path] ? have[path].version === entry.version : entry.optional === true
  })
}

async function install() {
  console.error('Installing the packages that Kith is built from (this takes a minute the first time) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev', '--ignore-scripts=false', '--loglevel=error']
  const code = await run(npm, args, { env: withoutOwnPrograms(), shell: process.platform === 'win32' }).catch(() => null)
  if (code === null) fail('npm was not found. Install Node.js 20 or newer with npm, and try again.')
  if (code !== 0) fail('The packages could not be installed: see what npm says above, mend it, and try again.')
  if (!isInstalled()) fail('npm finished, but the pinned Node is missing. Remove node_modules and try again.')
}

// npm must not run on the Node inside the folder that it is about to remove.
function withoutOwnPrograms() {
  const own = join(modules, '.bin')
  const path = (process.env.PATH ?? '').split(delimiter).filter(part => part !== own)
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_(?!config_)/.test(name))
  return { ...Object.fromEntries(inherited), PATH: path.join(delimiter) }
}

function pinnedVersion() {
  return `v${JSON.parse(readFileSync(join(modules, 'node', 'package.json'), 'utf8')).version}`
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
