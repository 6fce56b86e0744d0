// Secrets that Kith makes for itself and keeps in the data folder.
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskSentence, reasonOf } from './disk.ts'
import { Stop } from './stop.ts'

/**
 * Reads a secret, and makes it the first time.
 * @example const secret = keptSecret('/srv/kith/.kith', 'secret')
 */
export function keptSecret(dataDir: string, name: string): string {
  const path = join(dataDir, name)
  try {
    return read(path) ?? make(dataDir, path)
  } catch (error) {
    throw new Stop(diskSentence(dataDir, error))
  }
}

/**
 * The lines of a file that stands beside the secrets; none when there is no such file.
 * @example keptLines('/srv/kith/.kith', 'audit-past-keys')
 */
export function keptLines(dataDir: string, name: string): string[] {
  return read(join(dataDir, name))?.split(/\s+/) ?? []
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim() || undefined
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined
    throw error
  }
}

// Written beside and linked in, so two starts at once agree and a full disk leaves no half of it.
function make(dataDir: string, path: string): string {
  mkdirSync(dataDir, { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${randomBytes(36).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(path, 'utf8').trim()
}
