/** Keeps files for a worker: what was typed outlives a store that takes nothing just now, and harm leaves a trace. */
import type { Context } from 'hono'
import { transact } from '../../platform/db.ts'
import { type FormValues, Invalid } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { FileHarmful, NotNow } from '../../platform/files.ts'
import { log } from '../../platform/log.ts'
import type { Kith } from '../../platform/requests.ts'

export interface Keeping {
  c: Context<Kith>
  caseId: string
  /** What was typed beside the file. */
  words: FormValues
}

/** Nothing could be kept: the form again with what was typed, under the status that says so. */
export class NotKept extends Invalid {
  override name = 'NotKept'
  readonly status: number
  constructor({ message, status }: NotNow, words: FormValues) {
    super({ files: message }, words)
    this.status = status
  }
}

/**
 * Does what keeps a file. Throws NotKept with what was typed when nothing can be kept just now; a harmful file is recorded before it is refused.
 * @example const stored = await keeping({ c, caseId, words }, () => storeFile(bytes, about))
 */
export async function keeping<T>({ c, caseId, words }: Keeping, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FileHarmful) await noteHarm(c, caseId, error.found)
    throw error instanceof NotNow ? new NotKept(error, words) : error
  }
}

/** A refusal, so that governance leads find it by worker and by case; of the file it tells only what the scanner calls the harm. */
async function noteHarm(c: Context<Kith>, caseId: string, found: string): Promise<void> {
  log.warn('harmful file refused', { found, reference: c.get('reference') })
  await transact(c.get('entry'), db => seen(db, 'refused', caseId, { words: `a harmful file (${found})` }))
}
