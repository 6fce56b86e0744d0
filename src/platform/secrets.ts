// Secrets that Kith makes for itself and keeps in the data folder.
import { randomBytes } from 'node:crypto'
import { closeSync, copyFileSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskSentence, makeFolder, reasonOf } from './disk.ts'
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
 * The secret that was in force before, while it is being changed.
 * @example keptBefore('/srv/kith/.kith', 'file-key')
 */
export function keptBefore(dataDir: string, name: string): string | undefined {
  const before = read(join(dataDir, beforeOf(name)))
  // Killed between keeping the old one and laying the new: nothing has changed yet.
  return before === read(join(dataDir, name)) ? undefined : before
}

/**
 * Makes a new secret in the place of a kept one, which stays beside it until forgetBefore().
 * @example const secret = changeKept('/srv/kith/.kith', 'secret')
 */
export function changeKept(dataDir: string, name: string): string {
  const path = join(dataDir, name)
  const [before, draft, secret] = [join(dataDir, beforeOf(name)), `${path}.part`, newSecret()]
  copyFileSync(path, before)
  toDisk(before)
  writeFileSync(draft, `${secret}\n`, { mode: 0o600, flush: true })
  renameSync(draft, path)
  toDisk(dataDir)
  return secret
}

/**
 * Removes a kept secret that nothing is encrypted under any more.
 * @example forgetBefore('/srv/kith/.kith', 'secret')
 */
export function forgetBefore(dataDir: string, name: string): void {
  rmSync(join(dataDir, beforeOf(name)), { force: true })
}

/**
 * The lines of a file that stands beside the secrets; none when there is no such file.
 * @example keptLines('/srv/kith/.kith', 'audit-past-keys')
 */
export function keptLines(dataDir: string, name: string): string[] {
  return read(join(dataDir, name))?.split(/\s+/) ?? []
}

const beforeOf = (name: string) => `${name}-before`
const newSecret = () => randomBytes(36).toString('base64url')

function toDisk(path: string): void {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
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
  makeFolder(dataDir)
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${newSecret()}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (reasonOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(path, 'utf8').trim()
}
