// Runs the PostgreSQL process: waits until it answers, starts it again when it dies, ends it with Kith.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../log.ts'
import { Stop } from '../stop.ts'
import { asAccount } from './account.ts'
import { failure } from './failure.ts'
import { endOrphan } from './orphan.ts'
import type { Place } from './place.ts'

export interface Server {
  /** The process number of the PostgreSQL that runs now. */
  readonly pid: number
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL and keeps it running until stop() is called.
 * @example const server = await runServer(place, log)
 */
export async function runServer(place: Place, log: Log): Promise<Server> {
  await endOrphan(place.cluster)
  let child = await start(place, log)
  let stopping = false
  const keep = async () => {
    while (!stopping) {
      await gone(child)
      if (stopping) return
      log.error('postgresql died', { code: child.exitCode ?? undefined, signal: child.signalCode ?? undefined })
      child = await startAgain(place, log, () => stopping)
    }
  }
  const kept = keep()
  const stop = async () => {
    stopping = true
    await end(child)
    await kept
    await end(child)
  }
  return {
    get pid() {
      return child.pid ?? 0
    },
    stop,
  }
}

async function startAgain(place: Place, log: Log, stopping: () => boolean): Promise<ChildProcess> {
  for (let wait = 100; ; wait = Math.min(wait * 2, 5000)) {
    try {
      await endOrphan(place.cluster)
      const child = await start(place, log)
      log.info('postgresql runs again')
      return child
    } catch (error) {
      log.error('postgresql cannot start', { because: error instanceof Stop ? error.message : 'unknown' })
      if (stopping()) throw error
      await pause(wait)
    }
  }
}

async function start(place: Place, log: Log): Promise<ChildProcess> {
  const until = Date.now() + 15_000
  for (;;) {
    const child = launch(place)
    const said = await readyOrSaid(child, log)
    if (said === undefined) return guarded(child, place)
    // The last processes of a killed server need a moment to notice, and hold its memory until then.
    if (!/pre-existing shared memory|lock file/.test(said) || Date.now() > until) throw new Stop(failure(place, said))
    await pause(100)
  }
}

// In a session of its own, so that Ctrl-C reaches it through Kith, after the last request is answered.
function launch(place: Place): ChildProcess {
  return spawn(join(place.programs, 'bin', 'postgres'), ['-D', place.cluster], {
    ...asAccount(place.account),
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  })
}

function readyOrSaid(child: ChildProcess, log: Log): Promise<string | undefined> {
  const said: string[] = []
  return new Promise(resolve => {
    child.once('error', error => resolve(String(error)))
    child.once('close', () => resolve(said.join('\n')))
    if (!child.stderr) return
    createInterface(child.stderr).on('line', line => {
      if (/ready to accept connections/.test(line)) resolve(undefined)
      said.splice(0, said.length - 50)
      said.push(line)
      tell(line, log)
    })
  })
}

// FATAL ends one connection, whose owner hears of it; PANIC and WARNING concern everybody.
function tell(line: string, log: Log): void {
  if (/^(PANIC|WARNING):/.test(line)) log.warn('postgresql', { said: line })
  else log.debug('postgresql', { said: line })
}

// Holds a pipe from Kith: when it closes, however Kith ended, PostgreSQL is asked to end as well.
function guarded(child: ChildProcess, place: Place): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'kith-guard', String(child.pid)], {
    ...asAccount(place.account),
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
  })
  guard.on('error', () => {})
  guard.stdin?.on('error', () => {})
  child.once('exit', () => guard.kill('SIGKILL'))
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (isGone(child)) return
  child.kill('SIGINT')
  const impatient = setTimeout(() => child.kill('SIGQUIT'), 30_000)
  await gone(child)
  clearTimeout(impatient)
}

async function gone(child: ChildProcess): Promise<void> {
  if (!isGone(child)) await once(child, 'exit')
}

function isGone(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
