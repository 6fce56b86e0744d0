// Turns the operating system's complaints about a folder or a file into one clear sentence.
import { accessSync, chmodSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Stop } from './stop.ts'

/** Where another folder can be chosen. */
type FolderSetting = 'KITH_DATA_DIR' | 'KITH_FILES_DIR'

/**
 * The system's short code for what went wrong (ENOSPC, EACCES, …), if there is one.
 * @example if (reasonOf(error) === 'ENOENT') return undefined
 */
export function reasonOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/**
 * Makes a folder, and those above it, and gives back whether it was missing.
 * Node's own way of making those above tries for ever where no folder can be made, as under /proc.
 * @example if (makeFolder('/srv/kith/.kith', 0o700)) chmodSync('/srv/kith/.kith', 0o700)
 */
export function makeFolder(path: string, mode = 0o777, setting: FolderSetting = 'KITH_DATA_DIR'): boolean {
  try {
    mkdirSync(path, { mode })
    return true
  } catch (error) {
    if (reasonOf(error) === 'EEXIST' && statSync(path).isDirectory()) return false
    if (reasonOf(error) !== 'ENOENT') throw error
    if (existsSync(dirname(path))) throw new Stop(`No folder can be made in ${dirname(path)}: choose another with ${setting}.`)
    makeFolder(dirname(path), mode, setting)
    return makeFolder(path, mode, setting)
  }
}

/**
 * Makes a folder when it is missing, and throws Stop when nothing can be written in it.
 * @example mustBeFolder('/srv/kith/files', 0o700, 'KITH_FILES_DIR')
 */
export function mustBeFolder(path: string, mode: number, setting?: FolderSetting): void {
  try {
    if (makeFolder(path, mode, setting)) chmodSync(path, mode)
    accessSync(path, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Stop(diskSentence(path, error, setting))
  }
}

/**
 * One sentence about a folder that cannot be used.
 * @example throw new Stop(diskSentence('/srv/kith/.kith', error))
 */
export function diskSentence(folder: string, error: unknown, setting: FolderSetting = 'KITH_DATA_DIR'): string {
  if (error instanceof Stop) return error.message
  const code = reasonOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return fullSentence(folder, setting)
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return readOnlySentence(folder, setting)
  if (code === 'EEXIST' || code === 'ENOTDIR') return `${folder} is not a folder: choose another with ${setting}.`
  return `The folder ${folder} cannot be used (${code ?? String(error)}).`
}

/**
 * A reason to end, with one sentence, when a file cannot be written where somebody asked for it; anything else as it was.
 * @example await writeFile(path, text, { flag: 'wx' }).catch(error => { throw unwritable(path, error) })
 */
export function unwritable(path: string, error: unknown): unknown {
  const code = reasonOf(error)
  if (code === 'ENOSPC') return new Stop(fullSentence(path))
  if (code === 'EACCES' || code === 'EROFS') return new Stop(`Kith may not write ${path}: choose another file.`)
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Stop(`There is no folder for ${path}: make it first, or choose another file.`)
  if (code === 'EISDIR') return new Stop(`${path} is a folder: name a file in it.`)
  if (code === 'EEXIST') return new Stop(`There is something called ${path} already: choose another file.`)
  return error
}

/**
 * The sentence for a full disk.
 * @example fullSentence('/srv/kith/.kith')
 */
export function fullSentence(folder: string, setting: FolderSetting = 'KITH_DATA_DIR'): string {
  return `The disk that holds ${folder} is full: make room, or choose another folder with ${setting}.`
}

function readOnlySentence(folder: string, setting: FolderSetting): string {
  return `Kith may not write in ${folder}: change who owns it, or choose another folder with ${setting}.`
}
