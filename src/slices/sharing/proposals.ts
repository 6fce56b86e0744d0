/** A share that was filled in and not yet sent: kept among the worker's drafts while they check it. */
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { check } from '../../platform/input.ts'
import { type NewShare, newShare, type Proposal } from './inputs.ts'

const keyOf = (caseId: string): string => `share:${caseId}`

/** Keeps it as it was typed, in place of an earlier one. */
export async function keepProposal(db: Db, caseId: string, typed: Proposal): Promise<void> {
  const kept = { body: JSON.stringify(typed), savedAt: new Date() }
  await db
    .insertInto('drafts')
    .values({ workerId: db.actor.workerId, key: keyOf(caseId), ...kept })
    .onConflict(conflict => conflict.columns(['workerId', 'key']).doUpdateSet(kept))
    .execute()
}

/** The proposal as it was typed, or nothing. */
export async function findProposal(db: Db, caseId: string): Promise<Record<string, unknown> | undefined> {
  const found = await db.selectFrom('drafts').select('body').where('key', '=', keyOf(caseId)).executeTakeFirst()
  return found?.body as Record<string, unknown> | undefined
}

/** The proposal ready to be sent; NotFound when there is none. */
export async function findFinishedProposal(db: Db, caseId: string): Promise<NewShare> {
  const found = await findProposal(db, caseId)
  if (!found) throw new NotFound('Not found.')
  return check(newShare, found)
}

/** Forgets it, once the share is made. */
export async function dropProposal(db: Db, caseId: string): Promise<void> {
  await db.deleteFrom('drafts').where('key', '=', keyOf(caseId)).execute()
}
