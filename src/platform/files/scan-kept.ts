/** Has the virus scanner look at every kept file, one after the other, in the pieces that they are encrypted in. */
import { reasonOf } from '../disk.ts'
import { NotFound } from '../errors.ts'
import { FileDamaged } from './refused.ts'
import { harmIn, NoVerdict } from './harm.ts'
import { verdictOn } from './harmful.ts'
import { keptFiles } from './places.ts'
import { openSealed } from './sealed-file.ts'

export interface Scanning {
  folder: string
  /** The keys that files may be encrypted with. */
  keys: readonly string[]
  scanner: string
}

export interface Scanned {
  sha256: string
  /** What the scanner calls the harm in it. */
  found?: string
  /** Why it was not seen to its end. */
  unread?: 'it could not be read' | 'it is perhaps too large for the scanner'
}

/**
 * Every file that is not yet aside, and what came of it. Throws NoVerdict when the scanner gives none.
 * @example for await (const { sha256, found } of scanKept({ folder, keys, scanner })) if (found) await shut(folder, sha256, found)
 */
export async function* scanKept({ folder, keys, scanner }: Scanning): AsyncGenerator<Scanned> {
  for await (const { sha256, path } of keptFiles(folder)) {
    // Shut by a run that was ended before it had moved the file: this one goes on with it, whatever the scanner knows by now.
    const before = await verdictOn(folder, sha256)
    yield { sha256, ...(before ? { found: before.found } : await scanOne({ path, keys, scanner, sha256 })) }
  }
}

async function scanOne({ path, keys, scanner, sha256 }: Omit<Scanning, 'folder'> & { path: string; sha256: string }) {
  try {
    const found = await harmIn((await openSealed(path, keys, sha256)).bytes(), scanner)
    return found === undefined ? {} : { found }
  } catch (error) {
    if (error instanceof NoVerdict && error.tooLarge) return { unread: 'it is perhaps too large for the scanner' } as const
    if (error instanceof FileDamaged || error instanceof NotFound || reasonOf(error)) return { unread: 'it could not be read' } as const
    throw error
  }
}
