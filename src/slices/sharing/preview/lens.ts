/** Looking at a case as those would see it with whom it is about to be shared: with the share that is being filled in, and nothing else. */
import { sql } from 'kysely'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db.ts'
import { NotFound } from '../../../platform/errors.ts'
import { check } from '../../../platform/input.ts'
import { findCaseHead } from '../../cases/index.ts'
import { findGrounds } from '../basis.ts'
import { findRecipient } from '../choice-queries.ts'
import { checkShare, shareCase } from '../commands.ts'
import { firstValues } from '../first-values.ts'
import { newShare } from '../inputs.ts'
import { findProposal } from '../proposals.ts'

/**
 * The share as it would be made, with what the form suggests where nothing is filled in yet; `missing` says that something is.
 * Throws NotFound when no share is being filled in, Invalid when what is filled in cannot be.
 */
export async function proposedShare(db: Db, caseId: string) {
  const typed = await findProposal(db, caseId)
  if (!typed) throw new NotFound('Not found.')
  const filledIn = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
  const suggested = firstValues(await findCaseHead(db, caseId), String(typed.with), await findGrounds(db, caseId, String(typed.with)))
  const input = check(newShare, { ...suggested, basis: suggested.basis || 'vital', reason: 'Not written yet', ...filledIn })
  return { input, checked: await checkShare(db, caseId, input), missing: !newShare.safeParse(typed).success }
}

/**
 * Makes the share, by the very command that will make it, and turns the worker into somebody who has it and nothing else.
 * `see_through` makes sure that nothing of it stays.
 */
export async function lookThrough(db: Db, caseId: string): Promise<Actor> {
  const { input } = await proposedShare(db, caseId)
  const { name } = await findRecipient(db, input.with)
  const share = await shareCase(db, caseId, input)
  const { rows } = await sql<{ nobody: string }>`select see_through(${share}) as nobody`.execute(db)
  const id = rows[0]?.nobody ?? ''
  return { workerId: id, name, agencyId: id, agencyName: name, roles: [], principals: [id], nobody: true }
}
