/** Reads of pairs and merges. Rows that the worker may not see do not exist here. */
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { whyAlike } from '../matching/index.ts'
import { findKnown, findPerson } from '../people/index.ts'

export type Pair = Awaited<ReturnType<typeof findPair>>
export type Record = Awaited<ReturnType<typeof recordOf>>

/** A pair with both records and why they may be one person; NotFound when either is hidden. */
export async function findPair(db: Db, id: string) {
  const pair = await db.selectFrom('personPairs').select(['id', 'oneId', 'otherId', 'answer']).where('id', '=', id).executeTakeFirst()
  if (!pair) throw new NotFound('Not found.')
  const { oneId, otherId } = pair
  return { ...pair, one: await recordOf(db, oneId), other: await recordOf(db, otherId), reasons: await whyAlike(db, oneId, otherId) }
}

async function recordOf(db: Db, id: string) {
  return { ...(await findPerson(db, id)), known: await findKnown(db, id) }
}

export type Merge = Awaited<ReturnType<typeof findMerge>>

/** A merge in force, with both names; NotFound when it has ended or either record is hidden. */
export async function findMerge(db: Db, id: string) {
  const merge = await db
    .selectFrom('personMerges as m')
    .innerJoin('people as kept', 'kept.id', 'm.keptId')
    .innerJoin('people as absorbed', 'absorbed.id', 'm.absorbedId')
    .select([
      'm.id',
      'm.keptId',
      'm.absorbedId',
      'kept.givenName as keptGiven',
      'kept.familyName as keptFamily',
      'absorbed.givenName as absorbedGiven',
      'absorbed.familyName as absorbedFamily',
    ])
    .where('m.id', '=', id)
    .where('m.endedAt', 'is', null)
    .executeTakeFirst()
  if (!merge) throw new NotFound('Not found.')
  return merge
}

/** Whether the worker keeps both records, and so may say whether they are one person. */
export async function keepsBoth(db: Db, one: string, other: string): Promise<boolean> {
  const { both } = await db
    .selectNoFrom(eb => eb.and([eb.fn<boolean>('i_may_change', [eb.val(one)]), eb.fn<boolean>('i_may_change', [eb.val(other)])]).as('both'))
    .executeTakeFirstOrThrow()
  return Boolean(both)
}

export const whoJudges = 'Only somebody who keeps both records can say this: each on their agency’s own list, or in a case they may add to.'
