/** How much processor time processes have used, from /proc: unlike the clock on the wall, it does not grow when the machine has other work. */
import { readdirSync, readFileSync } from 'node:fs'

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
  const children = readdirSync('/proc')
    .map(Number)
    .filter(other => other && parentOf(other) === pid)
  return [pid, ...children].reduce((sum, one) => sum + cpuOf(one), 0)
}

const parentOf = (pid: number): number => Number(after(pid)[1])

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
