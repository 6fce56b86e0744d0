/** Opening a case in an emergency, and reviewing that it was. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { Conflict, Invalid } from '../../platform/errors.ts'
import { forEveryone, record } from '../../platform/events.ts'
import { sendMail } from '../../platform/mail.ts'
import type { EmergencyOpening, OpeningReview } from './inputs.ts'
import { findOpening } from './queries.ts'

const nothing =
  'No case was opened. Check the reference. Five wrong tries in an hour, and none is opened any more: ring whoever holds the case.'

/** The case opened, or what to tell the worker. It does not throw for a case that cannot be opened: the try has to stay written down. */
export async function openInEmergency(db: Db, { reference, reason, minutes }: EmergencyOpening): Promise<string | Invalid> {
  const { rows } = await sql<{ caseId: string | null }>`select open_in_emergency(${reference}, ${reason}, ${minutes}) as case_id`.execute(
    db,
  )
  const caseId = rows[0]?.caseId
  if (!caseId) return new Invalid({ reference: nothing }, { reference, reason, minutes: String(minutes) })
  await tellByMail(db, caseId)
  return caseId
}

/** An e-mail says that there is something to see, and not what. */
async function tellByMail(db: Db, caseId: string): Promise<void> {
  const { rows } = await sql<{ email: string }>`select w.email from told_of_emergency(${caseId}) told
    join workers w on w.id = told.worker_id`.execute(db)
  for (const { email } of rows) {
    await sendMail(db, {
      to: email,
      subject: 'Kith: a case was opened in an emergency',
      text: 'A worker opened a case in an emergency. Sign in to Kith to see which one. It has to be reviewed by the end of the next working day.\n',
    })
  }
}

/** Says whether an opening was justified. Throws Conflict when a colleague was faster. */
export async function reviewOpening(db: Db, id: string, { outcome, words }: OpeningReview): Promise<void> {
  const reviewed = await db
    .updateTable('emergencyOpenings')
    .set({ outcome, reviewWords: words, reviewedAt: sql<Date>`now()`, reviewedBy: db.actor.workerId })
    .where('id', '=', id)
    .where('reviewedAt', 'is', null)
    .executeTakeFirst()
  if (reviewed.numUpdatedRows === 0n)
    throw new Conflict('This has been reviewed already, or is not yours to review.', await findOpening(db, id))
  const { caseId, reference } = await findOpening(db, id)
  // A lead who may not even know which case it was leaves no line in it.
  await record(db, 'opening_reviewed', { caseId: reference ? caseId : null, subjectId: id, detail: { outcome }, mark: forEveryone })
}
