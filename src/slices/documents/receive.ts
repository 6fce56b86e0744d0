/** Takes an upload in: first whether the worker may add to the case, then the files into the store, one by one. */
import type { Context } from 'hono'
import { config } from '../../platform/config.ts'
import { type Db, transact } from '../../platform/db.ts'
import { type FormValues, Invalid } from '../../platform/errors.ts'
import { FileRefused, storeFile } from '../../platform/files.ts'
import { check } from '../../platform/input.ts'
import { readUpload } from '../../platform/multipart.ts'
import type { Kith } from '../../platform/requests.ts'
import { mayAdd } from '../cases/index.ts'
import type { Received } from './commands.ts'
import { keeping } from './keeping.ts'
import { cleanName } from './names.ts'
import type { z } from 'zod'

/** At most so many files in one go. */
export const mostFiles = 20

export interface Upload<T> {
  input: T
  words: FormValues
  files: Received[]
  /** A sentence for each file that could not be taken. */
  refused: string[]
}

/**
 * Reads the form of an upload. Throws NotFound or Forbidden before a byte is stored, Invalid when the words do not fit or there is no file.
 * @example const { input, files, refused } = await receive(c, newDocument, db => findCaseHead(db, id))
 */
export async function receive<S extends z.ZodType>(
  c: Context<Kith>,
  schema: S,
  findCaseId: (db: Db) => Promise<string>,
): Promise<Upload<z.output<S>>> {
  const { id: caseId } = await transact(c.get('entry'), async db => mayAdd(db, await findCaseId(db)))
  const files: Received[] = []
  const refused: string[] = []
  const { words } = await readUpload(c.req.raw, async ({ name, bytes }, typed) => {
    // The words come before the files: when they do not fit, the files are not worth keeping.
    if (!schema.safeParse(typed).success) return
    if (files.length + refused.length === mostFiles)
      refused.push(`Only ${mostFiles} files can be added at once. Add the others after these.`)
    if (files.length + refused.length >= mostFiles) return
    try {
      const stored = await keeping({ c, caseId, words: typed }, () => storeFile(bytes, { limit: config().uploadBytes, name }))
      files.push({ ...stored, name: cleanName(name) })
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      refused.push(`“${cleanName(name)}”: ${error.message}`)
    }
  })
  const input = check(schema, words)
  if (files.length === 0) throw new Invalid({ files: refused.join(' ') || 'Choose a file to add.' }, words)
  return { input, words, files, refused }
}
