/** Tries a deed as a worker, says whether the database lets it happen, and leaves nothing behind. */
import type { Db } from '../src/platform/db.ts'
import { asWorker } from '../src/platform/db.ts'

class Undo extends Error {
  readonly outcome: 'yes' | 'no'
  constructor(outcome: 'yes' | 'no') {
    super('undo')
    this.outcome = outcome
  }
}

const refusals = ['Forbidden', 'NotFound', 'SignInNeeded']

/**
 * 'yes' when the deed touches or shows at least one row, 'no' when it is refused or touches nothing. Always rolled back.
 * @example expect(await may(cast.grace, db => db.selectFrom('cases').selectAll().execute())).toBe('no')
 */
export async function may(worker: string, deed: (db: Db) => Promise<unknown>): Promise<'yes' | 'no'> {
  try {
    await asWorker(worker, async db => {
      throw new Undo(touched(await deed(db)) ? 'yes' : 'no')
    })
  } catch (error) {
    if (error instanceof Undo) return error.outcome
    if (refusals.includes((error as Error).name)) return 'no'
    throw error
  }
  return 'no'
}

function touched(outcome: unknown): boolean {
  if (!Array.isArray(outcome)) return outcome !== undefined && outcome !== null && outcome !== false
  return outcome.some(row => Number(row?.numUpdatedRows ?? row?.numDeletedRows ?? 1) > 0)
}

/**
 * Who of many may do it, by name, so that a test reads as a row of a table.
 * @example expect(await whoMay(cast, db => …)).toEqual(['pat'])
 */
export async function whoMay(people: Record<string, string>, deed: (db: Db) => Promise<unknown>): Promise<string[]> {
  const able: string[] = []
  for (const [name, worker] of Object.entries(people)) if ((await may(worker, deed)) === 'yes') able.push(name)
  return able
}
