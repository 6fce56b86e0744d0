/** Sharing a case and ending a share. The database refuses what the worker may not do; these say how to mend it. */
import { sql } from 'kysely'
import { type Db, newId } from '../../platform/db.ts'
import { Conflict, Invalid } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { type CaseHead, findCaseHead } from '../cases/index.ts'
import { programmeOf } from '../../programmes/index.ts'
import { openByOf } from '../receipts/index.ts'
import { type Basis, checkBasis, endOf } from './basis.ts'
import { findMoment, findRecipient } from './choice-queries.ts'
import { type NewShare, wordsOf } from './inputs.ts'
import { listSharedOn } from './queries.ts'

/** A share as it would be made: everything checked, nothing written. */
export async function checkShare(db: Db, caseId: string, input: NewShare) {
  const head = await findCaseHead(db, caseId)
  if (head.mySides.length > 1 && input.side.length === 0) throw new Invalid({ side: 'Tick the sides that they work.' }, wordsOf(input))
  const recipient = await findRecipient(db, input.with)
  const basis = await checkBasis(db, head, input)
  const endsAt = await checkEnd(db, basis, input)
  const openBy = openByOf(input.openWithin)
  if (openBy && openBy >= endsAt) throw new Invalid({ openWithin: 'The share ends before that. Choose a shorter time.' }, wordsOf(input))
  return { head, recipient, basis, endsAt, openBy, sides: checkSides(head, basis, input), categories: categoriesOf(input) }
}

/** Shares a case, and gives the id of the share. */
export async function shareCase(db: Db, caseId: string, input: NewShare): Promise<string> {
  const { recipient, basis, endsAt, openBy, sides, categories } = await checkShare(db, caseId, input)
  const id = newId()
  await db
    .insertInto('grants')
    .values({
      id,
      caseId,
      principalId: recipient.id,
      tier: input.tier,
      basis: basis.basis,
      agreementId: basis.agreement?.id ?? null,
      clause: basis.clause ?? null,
      gateway: basis.gateway ?? '',
      consentId: basis.consent?.id ?? null,
      reason: input.reason,
      includesSubCases: input.subCases,
      sides,
      categories,
      endsAt,
      openBy,
      grantedBy: db.actor.workerId,
    })
    .execute()
  await record(db, 'case_shared', {
    caseId,
    subjectId: id,
    detail: { principal: recipient.id, to: recipient.id, tier: input.tier },
    mark: markOf({ sides }),
  })
  return id
}

/**
 * Ends a share at once, and along with it those of `along` that the same people made of this case in their turn. What was seen through it, and why it ended, stays on record.
 * @example await endShare(db, caseId, shareId, 'The tenancy is over')
 */
export async function endShare(db: Db, caseId: string, shareId: string, reason: string, along: string[] = []): Promise<void> {
  const principalId = await end(db, caseId, shareId, reason)
  const theirs = along.length > 0 ? await listSharedOn(db, caseId, principalId) : []
  for (const id of theirs.filter(id => along.includes(id))) await end(db, caseId, id, reason)
}

async function end(db: Db, caseId: string, shareId: string, reason: string): Promise<string> {
  const ended = await db
    .updateTable('grants')
    .set({ revokedAt: sql<Date>`now()`, revokedBy: db.actor.workerId, revokeReason: reason })
    .where('id', '=', shareId)
    .where('caseId', '=', caseId)
    .returning(['principalId', 'sides'])
    .executeTakeFirst()
  if (!ended) throw new Conflict('This share has ended already, or is not yours to end.')
  await record(db, 'share_ended', {
    caseId,
    subjectId: shareId,
    detail: { principal: ended.principalId, to: ended.principalId },
    mark: markOf(ended),
  })
  return ended.principalId
}

/** A share lasts no longer than what it rests on. */
async function checkEnd(db: Db, basis: Basis, input: NewShare): Promise<Date> {
  const endsAt = await findMoment(db, input.until, input.untilTime)
  if (endsAt <= new Date()) throw new Invalid({ until: 'Choose a time that is still to come.' }, wordsOf(input))
  const end = endOf(basis)
  if (end && endsAt > (await findMoment(db, end.on, '00:00')))
    throw new Invalid({ until: `${end.name} ends before that. Choose an earlier day.` }, wordsOf(input))
  return endsAt
}

/** Whoever agreed, agreed for their own side. */
function checkSides(head: CaseHead, { consent }: Basis, input: NewShare): string[] | null {
  const sides = sidesOf(head, input)
  if (consent?.side && !(sides?.length === 1 && sides[0] === consent.side))
    throw new Invalid({ side: 'They agreed for their own side of the case. Tick that side alone.' }, wordsOf(input))
  return sides
}

/** Null is every side: only for whoever works every side themselves. */
function sidesOf(head: CaseHead, { side }: NewShare): string[] | null {
  const all = programmeOf(head).sides?.map(one => one.key) ?? []
  const chosen = side.length > 0 ? side : head.mySides
  return all.every(one => chosen.includes(one)) ? null : all.filter(one => chosen.includes(one))
}

const categoriesOf = ({ sensitive, category }: NewShare): string[] | null =>
  sensitive === 'all' ? null : sensitive === 'none' ? [] : category

/** A share of one side is nobody else's business. */
const markOf = ({ sides }: { sides: string[] | null }) => ({ side: sides?.length === 1 ? (sides[0] ?? null) : null, category: null })
