/** Files in which harm was found after they had been kept: a verdict shuts each, and its bytes lie aside, encrypted as they were. */
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { reasonOf } from '../disk.ts'
import { asidePathOf, incoming, pathOf, settle } from './places.ts'

const verdict = z.object({
  /** What the scanner calls the harm. */
  found: z.string(),
  at: z.iso.datetime().transform(at => new Date(at)),
})
export type Verdict = z.output<typeof verdict>

const verdictPathOf = (folder: string, sha256: string): string => `${asidePathOf(folder, sha256)}.json`

/**
 * What was found in a file, or undefined: then it may be opened. Throws when there is a verdict that cannot be read.
 * @example const { at } = (await verdictOn('/srv/kith/files', sha256)) ?? {}
 */
export async function verdictOn(folder: string, sha256: string): Promise<Verdict | undefined> {
  const text = await readFile(verdictPathOf(folder, sha256), 'utf8').catch(error => {
    if (reasonOf(error) !== 'ENOENT') throw error
  })
  return text === undefined ? undefined : verdict.parse(JSON.parse(text))
}

/**
 * Shuts a file from this moment on, for every process that uses the folder.
 * @example await shut('/srv/kith/files', sha256, 'Win.Test.EICAR_HDB-1')
 */
export async function shut(folder: string, sha256: string, found: string): Promise<void> {
  const draft = join(incoming(folder), randomUUID())
  await mkdir(incoming(folder), { recursive: true, mode: 0o700 })
  try {
    await writeFile(draft, JSON.stringify({ found, at: new Date().toISOString() }), { mode: 0o600, flush: true })
    await settle(draft, verdictPathOf(folder, sha256))
  } finally {
    await rm(draft, { force: true })
  }
}

/**
 * Moves a file that is shut to where no fingerprint leads, so that it stays out of reach also without its verdict.
 * @example await moveAside('/srv/kith/files', sha256)
 */
export const moveAside = (folder: string, sha256: string): Promise<void> => settle(pathOf(folder, sha256), asidePathOf(folder, sha256))

/**
 * Gives a file back that was shut by mistake. The verdict goes last: until then nobody can open it.
 * @example await giveBack('/srv/kith/files', sha256)
 */
export async function giveBack(folder: string, sha256: string): Promise<void> {
  await settle(asidePathOf(folder, sha256), pathOf(folder, sha256))
  await rm(verdictPathOf(folder, sha256))
}
