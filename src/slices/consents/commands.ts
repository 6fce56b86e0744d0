/** Recording consent, and its withdrawal. */
import { sql } from 'kysely'
import { type Db, newId } from '../../platform/db.ts'
import { Conflict } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { mayChange } from '../../platform/may-change.ts'
import { markIn } from '../cases/index.ts'
import type { NewConsent } from './inputs.ts'

/** Records what somebody in a case agreed to, and gives its id. */
export async function recordConsent(db: Db, caseId: string, consent: NewConsent): Promise<string> {
  const { person, ...input } = consent
  const [id, { side }] = [newId(), await markIn(db, caseId, consent, person)]
  await db
    .insertInto('consents')
    .values({ id, caseId, personId: person, ...input, side, recordedBy: db.actor.workerId })
    .execute()
  await record(db, 'consent_recorded', { caseId, subjectId: person, mark: { side, category: null, aboutPeople: true } })
  return id
}

/** Throws Forbidden when the worker may only read the side of the case on which consent was given. */
export const mayWithdraw = (db: Db, id: string): Promise<void> =>
  mayChange(db, 'consents', id, 'Only those who work in this case can record that consent was withdrawn.')

/** Ends, at once, whatever rested on a consent. Throws Conflict when it was withdrawn already. */
export async function withdrawConsent(db: Db, caseId: string, id: string, words: string): Promise<void> {
  const ended = await db
    .updateTable('consents')
    .set({ withdrawnAt: sql<Date>`now()`, withdrawnBy: db.actor.workerId, withdrawal: words })
    .where('id', '=', id)
    .where('caseId', '=', caseId)
    .where('withdrawnAt', 'is', null)
    .returning(['personId', 'side'])
    .executeTakeFirst()
  if (!ended) throw new Conflict('This consent has been withdrawn already, or is not yours to end.')
  await record(db, 'consent_withdrawn', {
    caseId,
    subjectId: ended.personId,
    mark: { side: ended.side, category: null, aboutPeople: true },
  })
}
