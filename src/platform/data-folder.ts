// The data folder: made when missing, and held by one process at a time.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { diskSentence, mustBeFolder } from './disk.ts'
import { Stop } from './stop.ts'

/** What the holder of a data folder tells others about itself, in a file that only its user may read. */
export interface Running {
  readonly process: number
  readonly since: string
  readonly doing: string
  readonly address?: string
  readonly databaseUrl?: string
}

export interface DataFolder {
  /** Adds to what others can read about this process. */
  tell(more: Partial<Running>): void
  /** Lets the next process in. */
  release(): void
}

/**
 * Takes the folder for this process, or returns undefined when another one has it.
 * @example const held = holdDataFolder('/srv/kith/.kith', 'npm start')
 */
export function holdDataFolder(path: string, doing: string): DataFolder | undefined {
  // Root's PostgreSQL runs as another user, who has to pass through; every secret in here is closed by itself.
  mustBeFolder(path, process.getuid?.() === 0 ? 0o711 : 0o700)
  const lock = takeLock(path)
  if (!lock) return undefined
  let told: Running = { process: process.pid, since: new Date().toISOString(), doing }
  const tell = (more: Partial<Running>) => {
    told = { ...told, ...more }
    writeRunning(path, told)
  }
  const release = () => {
    if (!held.delete(lock)) return
    rmSync(join(path, 'running.json'), { force: true })
    lock.close()
  }
  tell({})
  return { tell, release }
}

/**
 * What the process that holds the folder tells about itself.
 * @example whoRuns('/srv/kith/.kith')?.databaseUrl
 */
export function whoRuns(path: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(join(path, 'running.json'), 'utf8')) as Running
  } catch {
    return undefined
  }
}

/**
 * One sentence that names the process which has the folder.
 * @example throw new Stop(takenSentence('/srv/kith/.kith'))
 */
export function takenSentence(path: string): string {
  const other = whoRuns(path)
  if (!other) return `Another Kith is starting on the data folder ${path}: wait for it, or end it first.`
  const where = other.address ? ` at ${other.address}` : ''
  return `Kith is already running on the data folder ${path}${where} (${other.doing}, process ${other.process}): end that one first, or set KITH_DATA_DIR to another folder.`
}

const held = new Set<DatabaseSync>()

// SQLite locks its file in the kernel, so the lock ends with the process however it ends.
function takeLock(path: string): DatabaseSync | undefined {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(join(path, 'lock'), { timeout: 0 })
    lock.exec('begin exclusive')
    held.add(lock)
    return lock
  } catch (error) {
    lock?.close()
    if (isBusy(error)) return undefined
    throw new Stop(diskSentence(path, error))
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}

function writeRunning(path: string, told: Running): void {
  const draft = join(path, `running.${process.pid}`)
  try {
    writeFileSync(draft, JSON.stringify(told), { mode: 0o600 })
    renameSync(draft, join(path, 'running.json'))
  } catch (error) {
    rmSync(draft, { force: true })
    throw new Stop(diskSentence(path, error))
  }
}
