/** What a worker asked for and did not get. */
import type { Context } from 'hono'
import { transact } from '../../platform/db.ts'
import { SignInNeeded } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { errorFields, log } from '../../platform/log.ts'
import type { Kith } from '../../platform/requests.ts'

/**
 * Records a refused request in a transaction of its own, because the request's was undone. Hidden and absent leave the same row, and the asker sees neither.
 * @example if (error instanceof NotFound) await noteRefusal(c)
 */
export async function noteRefusal(c: Context<Kith>): Promise<void> {
  const entry = c.get('entry')
  if (!entry) return
  // The record holds no null character; with one in the address nobody goes unrecorded.
  const words = `${c.req.method} ${c.req.path}`.replaceAll('\0', '')
  try {
    await transact(entry, db => seen(db, 'refused', idIn(c.req.path), { words }))
  } catch (error) {
    // The answer is a refusal either way; that it left no trace must show somewhere.
    if (!(error instanceof SignInNeeded)) log.error('refusal not recorded', { ...errorFields(error), reference: c.get('reference') })
  }
}

const idIn = (path: string): string | null => /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(path)?.[0] ?? null
