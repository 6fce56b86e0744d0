/** What workers learn about a person: other names, ways to reach them, warnings, needs and relationships; and how each ends. */
import { sql } from 'kysely'
import { type Db, newId } from '../../platform/db.ts'
import { Forbidden, Invalid } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { markIn } from '../cases/index.ts'
import type { NewContact, NewName, NewNeed, NewRelationship, NewWarning } from './inputs.ts'

/** Records another name that a person goes by. */
export async function learnName(db: Db, personId: string, { caseId, ...input }: NewName): Promise<void> {
  const mark = await markIn(db, caseId, input, personId)
  await db
    .insertInto('personNames')
    .values({ ...learnt(db, personId, caseId), ...input, ...mark })
    .execute()
  await record(db, 'name_learnt', { caseId, subjectId: personId, mark: { ...mark, aboutPeople: true } })
}

/** Records how a person can be reached, who says so, and any rule for using it. */
export async function learnContact(db: Db, personId: string, { caseId, ...input }: NewContact): Promise<void> {
  const mark = await markIn(db, caseId, input, personId)
  await db
    .insertInto('personContacts')
    .values({ ...learnt(db, personId, caseId), ...input, ...mark })
    .execute()
  await record(db, 'contact_learnt', { caseId, subjectId: personId, mark: { ...mark, aboutPeople: true } })
}

/** Gives a warning, as an instruction with a day on which it is looked at again. */
export async function giveWarning(db: Db, personId: string, { caseId, ...input }: NewWarning): Promise<void> {
  const mark = await markIn(db, caseId, input, personId)
  await db
    .insertInto('personWarnings')
    .values({ ...learnt(db, personId, caseId), ...input, ...mark })
    .execute()
  await record(db, 'warning_given', { caseId, subjectId: personId, mark: { ...mark, aboutPeople: true } })
}

/** Records what a person needs in order to be reached and understood. */
export async function learnNeed(db: Db, personId: string, { caseId, ...input }: NewNeed): Promise<void> {
  const mark = await markIn(db, caseId, input, personId)
  await db
    .insertInto('personNeeds')
    .values({ ...learnt(db, personId, caseId), ...input, ...mark })
    .execute()
  await record(db, 'need_learnt', { caseId, subjectId: personId, mark: { ...mark, aboutPeople: true } })
}

/** Records how two people are related: the other is the person's `kind`, as in mother. */
export async function learnRelationship(
  db: Db,
  personId: string,
  { caseId, other, kind, note, side, category }: NewRelationship,
): Promise<void> {
  const mark = await markIn(db, caseId, { side, category }, personId)
  if (other === personId) throw new Invalid({ other: 'Choose somebody else.' }, { other, kind, note, caseId })
  await db
    .insertInto('personRelationships')
    .values({ ...learnt(db, other, caseId), otherId: personId, kind, note, ...mark })
    .execute()
  await record(db, 'relationship_learnt', { caseId, subjectId: personId, mark: { ...mark, aboutPeople: true } })
}

const learnt = (db: Db, personId: string, caseId: string | null) => ({
  id: newId(),
  personId,
  recordedBy: db.actor.workerId,
  caseId: caseId as string,
})

export type FactPart = 'names' | 'contacts' | 'warnings' | 'needs' | 'relationships'

/** Ends a fact that is no longer so. It stays on record. */
export async function endFact(db: Db, personId: string, part: FactPart, id: string): Promise<void> {
  const ended = await endings[part](db, personId, id)
  if (!ended) throw new Forbidden('Only those who work in the case where this was learnt can end it, and only once.')
  await record(db, 'fact_ended', { caseId: ended.caseId, subjectId: personId, detail: { part }, mark: { ...ended, aboutPeople: true } })
}

type Ending = (
  db: Db,
  personId: string,
  id: string,
) => Promise<{ caseId: string | null; side: string | null; category: string | null } | undefined>
const now = sql<Date>`now()`
const endings: Record<FactPart, Ending> = {
  names: (db, personId, id) =>
    db
      .updateTable('personNames')
      .set({ endedAt: now })
      .where('id', '=', id)
      .where('personId', '=', personId)
      .returning(['caseId', 'side', 'category'])
      .executeTakeFirst(),
  contacts: (db, personId, id) =>
    db
      .updateTable('personContacts')
      .set({ endedOn: sql`current_date` })
      .where('id', '=', id)
      .where('personId', '=', personId)
      .returning(['caseId', 'side', 'category'])
      .executeTakeFirst(),
  warnings: (db, personId, id) =>
    db
      .updateTable('personWarnings')
      .set({ endedAt: now, endedBy: db.actor.workerId })
      .where('id', '=', id)
      .where('personId', '=', personId)
      .returning(['caseId', 'side', 'category'])
      .executeTakeFirst(),
  needs: (db, personId, id) =>
    db
      .updateTable('personNeeds')
      .set({ endedAt: now })
      .where('id', '=', id)
      .where('personId', '=', personId)
      .returning(['caseId', 'side', 'category'])
      .executeTakeFirst(),
  relationships: (db, personId, id) =>
    db
      .updateTable('personRelationships')
      .set({ endedAt: now })
      .where('id', '=', id)
      .where(({ or, eb }) => or([eb('personId', '=', personId), eb('otherId', '=', personId)]))
      .returning(['caseId', 'side', 'category'])
      .executeTakeFirst(),
}
