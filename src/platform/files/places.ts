/** Where in the folder of files each one lies, and how it gets there whole. */
import { mkdir, open, readdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { reasonOf } from '../disk.ts'

/** Where files are while they are being written: what lies here is in no backup. */
export const incoming = (folder: string): string => join(folder, 'incoming')

/**
 * The place of a file, by the fingerprint of its plain bytes.
 * @example pathOf('/srv/kith/files', 'ab12…') // "/srv/kith/files/ab/12/ab12…"
 */
export const pathOf = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

const aside = (folder: string): string => join(folder, 'harmful')

/**
 * Where the bytes of a file lie in which harm was found.
 * @example asidePathOf('/srv/kith/files', 'ab12…') // "/srv/kith/files/harmful/ab12…"
 */
export const asidePathOf = (folder: string, sha256: string): string => join(aside(folder), sha256)

export interface KeptFile {
  sha256: string
  path: string
}

/**
 * Every file that somebody may be given, in the order of their fingerprints.
 * @example for await (const { sha256, path } of keptFiles('/srv/kith/files')) …
 */
export async function* keptFiles(folder: string): AsyncGenerator<KeptFile> {
  for (const first of await inFolder(folder, /^[0-9a-f]{2}$/)) {
    for (const second of await inFolder(join(folder, first), /^[0-9a-f]{2}$/)) yield* await filesIn(join(folder, first, second))
  }
}

/**
 * Every file in which harm was found.
 * @example const { length } = await filesAside('/srv/kith/files')
 */
export const filesAside = (folder: string): Promise<KeptFile[]> => filesIn(aside(folder))

async function filesIn(folder: string): Promise<KeptFile[]> {
  return (await inFolder(folder, /^[0-9a-f]{64}$/)).map(sha256 => ({ sha256, path: join(folder, sha256) }))
}

async function inFolder(folder: string, names: RegExp): Promise<string[]> {
  const found = await readdir(folder).catch(error => {
    if (reasonOf(error) === 'ENOENT') return []
    throw error
  })
  return found.filter(name => names.test(name)).sort()
}

/**
 * Moves the finished file to its place in one step. Over an equal one that is there: should that have been damaged, this mends it.
 * @example await settle(draft, pathOf(folder, sha256))
 */
export async function settle(draft: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await rename(draft, path)
  const folder = await open(dirname(path))
  await folder.sync().finally(() => folder.close())
}
