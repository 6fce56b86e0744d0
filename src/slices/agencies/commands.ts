/** What administrators do with agencies. Each command records its event; the database refuses what the worker may not do. */
import type { Db } from '../../platform/db.ts'
import { Conflict, Forbidden } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import type { AmendedAgency, NewAgency } from './inputs.ts'
import { addPrincipal, refusingTwins } from './principals.ts'
import { findAgency } from './queries.ts'
import { setSuspended } from './suspending.ts'

/** Adds an agency to the partnership, and gives its id. */
export async function addAgency(db: Db, input: NewAgency): Promise<string> {
  const id = await addPrincipal(db, 'agency')
  await refusingTwins(input, 'name', 'There is an agency of this name already.', () =>
    db
      .insertInto('agencies')
      .values({ id, ...input })
      .execute(),
  )
  await record(db, 'agency_added', { subjectId: id, detail: { principal: id } })
  return id
}

/** Changes what an agency says of itself. Throws Conflict with what stands now when somebody was faster. */
export async function amendAgency(db: Db, id: string, { version, ...change }: AmendedAgency): Promise<void> {
  await refusingTwins(change, 'name', 'There is an agency of this name already.', async () => {
    const changed = await db
      .updateTable('agencies')
      .set({ ...change, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) throw new Conflict('Somebody changed this agency while you had it open.', await findAgency(db, id))
  })
  await record(db, 'agency_amended', { subjectId: id, detail: { principal: id } })
}

/** Shuts an agency out: from their next click its workers see nothing. */
export async function suspendAgency(db: Db, id: string, reason: string): Promise<void> {
  await changeStanding(db, id, reason)
  await record(db, 'agency_suspended', { subjectId: id, detail: { principal: id } })
}

/** Lets a suspended agency back in. */
export async function resumeAgency(db: Db, id: string): Promise<void> {
  await changeStanding(db, id, null)
  await record(db, 'agency_resumed', { subjectId: id, detail: { principal: id } })
}

async function changeStanding(db: Db, id: string, reason: string | null): Promise<void> {
  if (await setSuspended(db, 'agencies', id, reason)) return
  await findAgency(db, id)
  // A row that the rules hide from changing is passed over in silence; the worker must hear of it.
  throw new Forbidden('Only the partnership’s administrators suspend an agency and let it back in, and only once.')
}
