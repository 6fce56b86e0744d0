/** Kith itself, started as it is started for real, and how much memory it takes. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from '../src/platform/root.ts'

export interface Server {
  port: number
  child: ChildProcess
  secondsToFirstPage: number
  stop: () => Promise<void>
}

/**
 * Starts the built Kith, or another program as Kith is started, and waits for its first page; where its processor time goes is written into `profile`, a folder, when it ends.
 * @example const server = await startServer({ KITH_DATABASE_URL: url })
 */
export async function startServer(
  env: Record<string, string>,
  profile?: string,
  program = 'dist/main.js',
  first = '/sign-in',
): Promise<Server> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, [...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []), join(root, program)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH, KITH_PORT: String(port), KITH_LOG_LEVEL: 'warn', ...env },
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  while (
    !(await fetch(`http://127.0.0.1:${port}${first}`).then(
      answer => answer.status === 200,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error(`${program} ended before its first page.`)
    // Asking without a pause would take a processor from what is being measured.
    await pause(20)
  }
  const secondsToFirstPage = (performance.now() - started) / 1000
  return {
    port,
    child,
    secondsToFirstPage,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Resident memory of a process in megabytes: now, and at its highest. */
export function memory(pid: number): { now: number; highest: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024
  return { now: Math.round(kilobytes('VmRSS')), highest: Math.round(kilobytes('VmHWM')) }
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
