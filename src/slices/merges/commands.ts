/** Merging two records and taking them apart. The database refuses what the worker may not do. */
import { type Db, newId } from '../../platform/db.ts'
import { Conflict, Forbidden, Invalid } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { askAbout } from '../matching/index.ts'
import type { PairAnswer } from './inputs.ts'
import { findMerge, keepsBoth, type Pair, whoJudges } from './queries.ts'

/** Answers a pair. Gives back the id of the person to look at next. */
export async function answerPair(db: Db, pair: Pair, answer: PairAnswer): Promise<string> {
  if (answer.answer === 'same') {
    if (![pair.oneId, pair.otherId].includes(answer.kept)) throw new Invalid({ kept: 'Choose which record is shown.' }, { ...answer })
    await mergeRecords(db, answer.kept, answer.kept === pair.oneId ? pair.otherId : pair.oneId, answer.reason)
    return answer.kept
  }
  await mayJudge(db, pair.oneId, pair.otherId)
  await askAbout(db, pair.oneId, pair.otherId, answer.answer)
  await record(db, 'pair_answered', { subjectId: pair.oneId, detail: { answer: answer.answer, other: pair.otherId } })
  return pair.oneId
}

/** Shows two records as one person. Throws Forbidden with the reason when the worker does not keep both, or they stand on different sides. */
export async function mergeRecords(db: Db, keptId: string, absorbedId: string, reason: string): Promise<void> {
  const { apart } = await db
    .selectNoFrom(eb => eb.fn<boolean>('on_two_sides', [eb.val(keptId), eb.val(absorbedId)]).as('apart'))
    .executeTakeFirstOrThrow()
  if (apart) throw new Forbidden('These two stand on different sides of a case. Records of different sides are never merged.')
  await mayJudge(db, keptId, absorbedId)
  await db.insertInto('personMerges').values({ id: newId(), keptId, absorbedId, reason, mergedBy: db.actor.workerId }).execute()
  await askAbout(db, keptId, absorbedId, 'same')
  await record(db, 'records_merged', { subjectId: keptId, detail: { absorbed: absorbedId } })
}

/** Takes two merged records apart again, exactly as they were, and remembers that they are different people. Throws Conflict when a colleague was faster. */
export async function endMerge(db: Db, id: string, reason: string): Promise<string> {
  const { keptId, absorbedId } = await findMerge(db, id)
  await mayJudge(db, keptId, absorbedId)
  const ended = await db
    .updateTable('personMerges')
    .set({ endedAt: new Date(), endedBy: db.actor.workerId, endReason: reason })
    .where('id', '=', id)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw new Conflict('A colleague took these two apart just now.')
  await askAbout(db, keptId, absorbedId, 'different')
  await record(db, 'records_parted', { subjectId: keptId, detail: { absorbed: absorbedId } })
  return keptId
}

/** The sentence for what the rules would refuse in silence. */
export async function mayJudge(db: Db, one: string, other: string): Promise<void> {
  if (!(await keepsBoth(db, one, other))) throw new Forbidden(whoJudges)
}
