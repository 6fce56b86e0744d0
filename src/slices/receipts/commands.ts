/** Saying that a share was understood and acted upon, and answering what is asked back. */
import type { Db } from '../../platform/db.ts'
import { Forbidden } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import type { Action, Understanding } from './inputs.ts'
import { findReceipt, type Step } from './queries.ts'

/** Says, once for all who have the share, that it was read and understood, with or without a question back; gives the case. */
export async function confirmUnderstanding(db: Db, shareId: string, { question }: Understanding): Promise<string> {
  return await say(db, shareId, 'understood', { words: question })
}

/** Answers what was asked back. */
export async function answerQuestion(db: Db, shareId: string, words: string): Promise<void> {
  await say(db, shareId, 'answered', { words })
}

/** Says what was done, in words or by a task that is done. Whoever acts has understood. */
export async function reportAction(db: Db, shareId: string, { done, task }: Action): Promise<void> {
  const { steps } = await findReceipt(db, shareId)
  if (!steps.some(({ step }) => step === 'understood')) await say(db, shareId, 'understood', { words: '' })
  await say(db, shareId, 'acted', { words: done, taskId: task || null })
}

const events: Record<Step['step'], string> = {
  understood: 'share_understood',
  answered: 'share_question_answered',
  acted: 'share_acted_upon',
}

async function say(db: Db, grantId: string, step: Step['step'], said: { words: string; taskId?: string | null }): Promise<string> {
  const { caseId, sentBy, steps, iOpened } = await findReceipt(db, grantId)
  if (step !== 'answered' && !iOpened) throw new Forbidden('Look at the case first, then say so.')
  await db
    .insertInto('receipts')
    .values({ grantId, step, workerId: db.actor.workerId, ...said })
    .execute()
  const to = step === 'answered' ? (steps.find(one => one.step === 'understood')?.workerId ?? null) : sentBy
  // Restricted: the two ends of the share are told, by a rule of their own, and nobody else in the case.
  await record(db, events[step], { caseId, subjectId: grantId, detail: { to }, mark: { side: null, category: null, restricted: true } })
  return caseId
}
