/** Opens the file of a document, or says why nobody can any more. */
import { Forbidden } from '../../platform/errors.ts'
import { FileShut, type OpenFile, openFile, verdictOf } from '../../platform/files.ts'
import { day } from '../../ui/index.ts'

/**
 * Opens a kept file; throws Forbidden with a sentence when a virus was found in it after it had been kept.
 * @example const { size, bytes } = await openForWorker(sha256)
 */
export async function openForWorker(sha256: string): Promise<OpenFile> {
  return openFile(sha256).catch(error => {
    throw error instanceof FileShut ? new Forbidden(shutWords(error.at), { cause: error }) : error
  })
}

/**
 * The sentence in place of a file in which a virus was found; undefined when it may be opened.
 * @example await whyShut(sha256)
 */
export async function whyShut(sha256: string): Promise<string | undefined> {
  const verdict = await verdictOf(sha256)
  return verdict && shutWords(verdict.at)
}

const shutWords = (at: Date): string =>
  `This file was found to hold a virus on ${day(at)}. It cannot be opened. Ask whoever sent it for a clean one, and add that as a new version. If you opened or saved it before, tell your IT team.`
