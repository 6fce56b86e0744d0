/** What workers do with people. Each command records its event; the database refuses what the worker may not do. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { Conflict } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { mayChange } from '../../platform/may-change.ts'
import type { AmendedPerson, NewPerson } from './inputs.ts'
import { addPerson, learnAtFirst } from './new-person.ts'
import { findPerson } from './queries.ts'

/** Adds a person to the agency's own list, and gives back their id. */
export async function addListedPerson(db: Db, input: NewPerson): Promise<string> {
  const id = await addPerson(db, input, db.actor.agencyId)
  await learnAtFirst(db, id, null, input)
  await record(db, 'person_added', { subjectId: id })
  return id
}

/** Amends a person's name and dates. Throws Conflict with what stands now when a colleague was faster. */
export async function amendPerson(db: Db, id: string, input: AmendedPerson): Promise<void> {
  const changed = await db
    .updateTable('people')
    .set({
      givenName: input.givenName,
      familyName: input.familyName,
      gender: input.gender,
      diedOn: input.died,
      bornOn: input.born?.on ?? null,
      bornPrecision: input.born?.precision ?? 'day',
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .where('version', '=', input.version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) await explainUnchanged(db, id)
  for (const { caseId, side } of await casesToTell(db, id))
    await record(db, 'person_amended', { caseId, subjectId: id, mark: { side, category: null, aboutPeople: true } })
}

async function explainUnchanged(db: Db, id: string): Promise<never> {
  const stands = await findPerson(db, id)
  await mayAmendPerson(db, id)
  throw new Conflict('A colleague changed this person’s details while you had them open.', stands)
}

/** Throws Forbidden when the worker may only read about the person. */
export const mayAmendPerson = (db: Db, id: string): Promise<void> =>
  mayChange(db, 'people', id, 'Only those who work in a case that this person is in, or have them on their agency’s list, can change this.')

/** The cases in which the worker may say what they did: an event of no case when there is none. */
async function casesToTell(db: Db, personId: string): Promise<{ caseId: string | null; side: string | null }[]> {
  const rows = await db
    .selectFrom('casePeople')
    .select(['caseId', 'side'])
    .distinct()
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
  return rows.length > 0 ? rows : [{ caseId: null, side: null }]
}
