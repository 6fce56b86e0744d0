// Clears away what a killed Kith left behind: a PostgreSQL still running, or a note about one that is not.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Stop } from '../stop.ts'

/**
 * Ends a PostgreSQL that outlived its Kith. The caller holds the data folder, so no other Kith can want it.
 * @example await endOrphan('/srv/kith/.kith/postgres')
 */
export async function endOrphan(cluster: string): Promise<void> {
  const pid = notedProcess(cluster)
  if (pid === undefined) return
  if (!isPostgresOf(cluster, pid)) return forget(cluster)
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
    ['SIGKILL', 10],
  ] as const) {
    send(pid, signal)
    if (await ended(pid, seconds)) return forget(cluster)
  }
  throw new Stop(`An older PostgreSQL (process ${pid}) still holds ${cluster} and does not end: end it, and start Kith again.`)
}

function notedProcess(cluster: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10) || undefined
  } catch {
    return undefined
  }
}

// After a crash or in a new container the same number may belong to any other program.
function isPostgresOf(cluster: string, pid: number): boolean {
  const command = commandOf(pid)
  return command.includes('postgres') && command.includes(cluster)
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function forget(cluster: string): void {
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

// It is not our child, so nothing tells us of its end.
async function ended(pid: number, seconds: number): Promise<boolean> {
  const until = Date.now() + seconds * 1000
  while (send(pid, 0)) {
    if (Date.now() > until) return false
    await pause(20)
  }
  return true
}
