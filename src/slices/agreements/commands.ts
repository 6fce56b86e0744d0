/** What administrators and information-governance leads do with agreements. What rests on one follows at once. */
import { sql } from 'kysely'
import { type Db, newId } from '../../platform/db.ts'
import { Conflict, Forbidden, Invalid } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { wordsOf } from '../../platform/input.ts'
import { refusingTwins, setSuspended } from '../agencies/index.ts'
import type { AmendedAgreement, NewAgreement, Signature } from './inputs.ts'
import { findAgreement, listClauses } from './queries.ts'

/** Records an agreement with its clauses, and gives its id. */
export async function addAgreement(db: Db, { clauses, ...input }: NewAgreement): Promise<string> {
  const id = newId()
  await refusingTwins({ ...input, clauses: linesOf(clauses) }, 'reference', 'There is an agreement of this reference already.', () =>
    db
      .insertInto('agreements')
      .values({ id, ...input })
      .execute(),
  )
  await addClauses(db, id, clauses)
  await record(db, 'agreement_added', { subjectId: id })
  return id
}

/** Changes an agreement. Clauses are only ever added: shares rest on those there are. */
export async function amendAgreement(db: Db, id: string, { version, clauses, ...change }: AmendedAgreement): Promise<void> {
  const before = await findAgreement(db, id)
  if (change.endsOn <= before.startsOn)
    throw new Invalid({ endsOn: 'It must end after it begins.' }, wordsOf({ ...change, clauses: linesOf(clauses) }))
  const changed = await db
    .updateTable('agreements')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw new Conflict('Somebody changed this agreement while you had it open.', before)
  const held = new Set((await listClauses(db, id)).map(clause => clause.number))
  await addClauses(
    db,
    id,
    clauses.filter(clause => !held.has(clause.number)),
  )
  await record(db, 'agreement_amended', { subjectId: id })
}

/** Shuts whatever rests on an agreement until it is resumed. */
export async function suspendAgreement(db: Db, id: string, reason: string): Promise<void> {
  await changeStanding(db, id, reason)
  await record(db, 'agreement_suspended', { subjectId: id })
}

/** Puts a suspended agreement in force again: shares that have not ended open again. */
export async function resumeAgreement(db: Db, id: string): Promise<void> {
  await changeStanding(db, id, null)
  await record(db, 'agreement_resumed', { subjectId: id })
}

/** Signs an agreement for an agency, also again after it had left. */
export async function signAgreement(db: Db, id: string, { agency, ...signed }: Signature): Promise<void> {
  const again = await db
    .updateTable('agreementParties')
    .set({ ...signed, leftOn: null })
    .where('agreementId', '=', id)
    .where('agencyId', '=', agency)
    .where('leftOn', 'is not', null)
    .executeTakeFirst()
  if (again.numUpdatedRows === 0n) {
    await refusingTwins({ agency, ...signed }, 'agency', 'This agency has signed already.', () =>
      db
        .insertInto('agreementParties')
        .values({ agreementId: id, agencyId: agency, ...signed })
        .execute(),
    )
  }
  await record(db, 'agreement_signed', { subjectId: id, detail: { principal: agency } })
}

/** Takes an agency out of an agreement today: what rests on it, from and to this agency, shuts at once. */
export async function leaveAgreement(db: Db, id: string, agency: string): Promise<void> {
  const left = await db
    .updateTable('agreementParties')
    .set({ leftOn: sql<string>`current_date` })
    .where('agreementId', '=', id)
    .where('agencyId', '=', agency)
    .where('leftOn', 'is', null)
    .executeTakeFirst()
  if (left.numUpdatedRows !== 1n)
    throw new Forbidden('Only the agency’s information-governance lead, or the partnership’s administrators, take it out, and only once.')
  await record(db, 'agreement_left', { subjectId: id, detail: { principal: agency } })
}

async function addClauses(db: Db, agreementId: string, clauses: NewAgreement['clauses']): Promise<void> {
  const unique = [...new Map(clauses.map(clause => [clause.number, clause])).values()]
  if (unique.length > 0)
    await db
      .insertInto('agreementClauses')
      .values(unique.map(clause => ({ agreementId, ...clause })))
      .execute()
}

const linesOf = (clauses: NewAgreement['clauses']): string => clauses.map(({ number, words }) => `${number} ${words}`).join('\n')

async function changeStanding(db: Db, id: string, reason: string | null): Promise<void> {
  if (await setSuspended(db, 'agreements', id, reason)) return
  await findAgreement(db, id)
  throw new Forbidden('Only the partnership’s administrators suspend an agreement and resume it, and only once.')
}
