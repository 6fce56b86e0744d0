/** Where in the folder of files each one lies, and how it gets there whole. */
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where files are while they are being written. */
export const incoming = (folder: string): string => join(folder, 'incoming')

/**
 * The place of a file, by the fingerprint of its plain bytes.
 * @example pathOf('/srv/kith/files', 'ab12…') // "/srv/kith/files/ab/12/ab12…"
 */
export const pathOf = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

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
