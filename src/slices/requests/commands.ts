/** Asking another agency, handing a request to a colleague, and answering. */
import { sql } from 'kysely'
import { config } from '../../platform/config.ts'
import { type Db, newId } from '../../platform/db.ts'
import { Conflict } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { isoDay } from '../../ui/index.ts'
import type { NewAnswer, NewRequest } from './inputs.ts'
import { dueFor } from './urgencies.ts'

/** Asks, and gives the id of the request. The deadline follows from its urgency. */
export async function askAgency(db: Db, { to, case: caseId, ...words }: NewRequest): Promise<string> {
  const id = newId()
  const [toAgencyId = '', agreementId = ''] = to.split(':')
  const { workerId: askedBy, agencyId: fromAgencyId } = db.actor
  const dueOn = dueFor(words.urgency, isoDay(new Date()), config())
  await db
    .insertInto('informationRequests')
    .values({ id, toAgencyId, agreementId, caseId, askedBy, fromAgencyId, dueOn, ...words })
    .execute()
  // Without its case: other readers of the case are not told that somebody asked.
  await record(db, 'information_requested', { subjectId: id, detail: { to: toAgencyId } })
  return id
}

/** Hands a request to a worker of the agency that is asked. */
export async function handRequest(db: Db, id: string, to: string): Promise<void> {
  await change(db, id, { handedTo: to })
  await record(db, 'request_handed_on', { subjectId: id, detail: { to } })
}

/** Answers, once: with a share, with nothing, or with a refusal and its reason. */
export async function answerRequest(db: Db, id: string, { answer, share, words }: NewAnswer): Promise<void> {
  await change(db, id, {
    answeredAt: sql<Date>`now()`,
    answeredBy: db.actor.workerId,
    answer,
    answerWords: answer === 'nil' ? '' : words,
    grantId: answer === 'share' ? share : null,
  })
  await record(db, 'request_answered', { subjectId: id })
}

async function change(db: Db, id: string, to: Record<string, unknown>): Promise<void> {
  const changed = await db.updateTable('informationRequests').set(to).where('id', '=', id).returning('id').executeTakeFirst()
  if (!changed) throw new Conflict('This request has been answered already, or is not yours to answer.')
}
