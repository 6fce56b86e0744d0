// Runs Kith's own commands as real processes, and waits for what they say.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { loadConfig } from '../../src/platform/config.ts'
import { log } from '../../src/platform/log.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { openPostgres } from '../../src/platform/postgres.ts'
import { root } from '../../src/platform/root.ts'

export interface Running {
  readonly child: ChildProcess
  /** Everything said so far, on both streams. */
  readonly said: () => string
  /** Waits for a line that matches, and fails when the process ends without it. */
  line(pattern: RegExp): Promise<string>
  /** Waits for the end. */
  readonly ended: Promise<{ code: number | null; said: string }>
}

export interface RunOptions {
  readonly env?: Record<string, string>
  readonly uid?: number
}

/**
 * Runs one of the files in bin under the pinned Node; it is killed when the test is over.
 * @example const kith = run('start.mjs', [], { env: { KITH_DATA_DIR: folder } })
 */
export function run(script: string, args: string[] = [], { env = {}, uid }: RunOptions = {}): Running {
  const child = spawn(process.execPath, [join(root, 'bin', script), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, KITH_ENV: 'test', KITH_PORT: '0', ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  })
  const parts: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => parts.push(String(chunk)))
  const said = () => parts.join('')
  const ended = new Promise<{ code: number | null; said: string }>(resolve => child.on('close', code => resolve({ code, said: said() })))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, said, ended, line: pattern => lineOf({ child, said, ended }, pattern) }
}

function lineOf({ child, said, ended }: Pick<Running, 'child' | 'said' | 'ended'>, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const line = said()
        .split('\n')
        .find(one => pattern.test(one))
      if (line !== undefined) resolve(line)
    }
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', look)
    look()
    ended.then(() => reject(new Error(`It ended without saying ${pattern}:\n${said()}`)))
  })
}

/**
 * Starts Kith on a data folder and waits until it answers.
 * @example const { kith, address } = await startKith({ KITH_DATA_DIR: folder })
 */
export async function startKith(env: Record<string, string>, options: Omit<RunOptions, 'env'> = {}) {
  const kith = run('start.mjs', [], { ...options, env })
  const line = await kith.line(/Kith is ready at/)
  return { kith, address: line.replace(/.* at /, '').replace('localhost', '127.0.0.1') }
}

/**
 * A new folder that is removed after the test.
 * @example const folder = newFolder()
 */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kith-runtime-'))
  // Root's PostgreSQL runs as nobody, who must be able to pass.
  chmodSync(folder, 0o711)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

let template: Promise<string> | undefined

/**
 * A new data folder with a migrated database in it, copied from one that is made once.
 * @example const folder = await migratedFolder()
 */
export async function migratedFolder(): Promise<string> {
  template ??= makeTemplate()
  const folder = newFolder()
  cpSync(await template, folder, { recursive: true })
  return folder
}

async function makeTemplate(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kith-template-'))
  chmodSync(dataDir, 0o711)
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  const postgres = await openPostgres({ dataDir, log })
  await migrate(postgres.url, loadConfig({ KITH_DATA_DIR: dataDir }).secret)
  await postgres.stop()
  return dataDir
}

/**
 * The process number of the PostgreSQL on a data folder.
 * @example process.kill(postgresOf(folder), 'SIGKILL')
 */
export function postgresOf(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10)
}

/**
 * Whether a process is there.
 * @example expect(isAlive(pid)).toBe(false)
 */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
