/** How much processor time processes have used, from /proc: unlike the clock on the wall, it does not grow when the machine has other work. */
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** Linux counts processor time in hundredths of a second. */
const tick = 10

/** Milliseconds of processor time that a process has used so far, its children that have ended included. */
export function cpuOf(pid: number): number {
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = after(pid).slice(11, 15).map(Number)
  return (user + system + childUser + childSystem) * tick
}

/**
 * The same for a process with all its children: for PostgreSQL, whose every connection is one.
 * @example const before = cpuOfFamily(postgres.pid)
 */
export function cpuOfFamily(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, one) => sum + cpuOf(one), 0)
}

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter(other => other && parentOf(other) === pid)

/**
 * Waits until PostgreSQL has read back what it had in memory when it was stopped: of a large database that takes half a minute and half of two processors.
 * @example await memoryIsBack(postgres.pid)
 */
export async function memoryIsBack(postgres: number): Promise<void> {
  const reads = (pid: number) => nameOf(pid).includes('autoprewarm worker')
  while (childrenOf(postgres).some(reads)) await setTimeout(250)
}

/** How much time the machine's processors have had so far, and how much of it its host gave to other machines although there was work, in the same unit; a machine of its own has lost none. */
export function processorTime(): { all: number; lost: number } {
  const [first = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
  const [user = 0, nice = 0, system = 0, idle = 0, waiting = 0, hard = 0, soft = 0, lost = 0] = first.split(/\s+/).slice(1).map(Number)
  return { all: user + nice + system + idle + waiting + hard + soft + lost, lost }
}

/** The share of it that was lost since then. */
export function lostSince(before: { all: number; lost: number }): number {
  const now = processorTime()
  return (now.lost - before.lost) / Math.max(1, now.all - before.all)
}

const parentOf = (pid: number): number => Number(after(pid)[1])

/** What a process calls itself; nothing when it has just ended. */
function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** The fields of /proc/PID/stat after the name, which may itself hold spaces; none when the process has just ended. */
function after(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
  } catch {
    return []
  }
}
