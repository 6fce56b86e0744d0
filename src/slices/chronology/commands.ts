/** What workers write into a chronology. Nothing written is ever altered. */
import { type Db, newId } from '../../platform/db.ts'
import { Conflict, Invalid } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { wordsOf } from '../../platform/input.ts'
import { type HardStop, programmeOf } from '../../programmes/index.ts'
import { type CaseBasics, listHardStops, markInCase, stopOf } from '../cases/index.ts'
import { nameReaders } from '../readers/index.ts'
import { guessKind, guessPeople, type Named } from './guess.ts'
import type { Correction, NewEntry } from './inputs.ts'
import { findEntry } from './queries.ts'

/** Adds an entry to a case's chronology, guessing what its writer did not say. */
export async function addEntry(db: Db, found: CaseBasics, people: Named[], input: NewEntry): Promise<string> {
  const id = newId()
  const [said, stops] = await Promise.all([markInCase(db, found, input), listHardStops(db, found)])
  const kind = kindOf(input, found, kind => stopOf(stops, { kind, side: said.side }))
  const mark = { ...said, restricted: input.restricted === 'yes' }
  const written = db
    .insertInto('entries')
    .values({
      id,
      caseId: found.id,
      kind,
      occurredAt: input.occurredAt,
      body: input.body,
      grade: input.source + input.information,
      side: mark.side,
      category: mark.category,
      restricted: mark.restricted,
      authorId: db.actor.workerId,
      agencyId: db.actor.agencyId,
    })
    .execute()
  await Promise.all([
    written,
    namePeople(db, id, input.person.length > 0 ? input.person : guessPeople(input.body, people)),
    record(db, 'entry_added', { caseId: found.id, subjectId: id, mark }),
  ])
  if (mark.restricted) await nameReaders(db, { id, caseId: found.id, mark }, input)
  return id
}

/** The kind that its writer chose; throws Invalid when a hard stop forbids it. Otherwise what its words tell, of what no stop forbids. */
function kindOf(input: NewEntry, found: CaseBasics, stopOf: (kind: string) => HardStop | undefined): string {
  const { entryKinds } = programmeOf(found)
  const stop = stopOf(input.kind)
  if (stop) throw new Invalid({ kind: `${stop.sentence} If it has happened all the same, write it as a note.` }, wordsOf(input))
  if (entryKinds.some(one => one.key === input.kind)) return input.kind
  return guessKind(
    input.body,
    entryKinds.filter(one => !stopOf(one.key)),
  )
}

/** Replaces an entry by a corrected one; the old one stays, and shows what it was and why. Throws Conflict when a colleague corrected it first. */
export async function correctEntry(db: Db, caseId: string, entryId: string, input: Correction): Promise<string> {
  const old = await findEntry(db, caseId, entryId)
  if (old.newerId) throw new Conflict('A colleague has corrected this entry already.', old)
  const id = newId()
  await db
    .insertInto('entries')
    .values({
      id,
      caseId,
      kind: old.kind,
      occurredAt: old.occurredAt,
      grade: old.grade,
      ...input,
      correctsId: old.id,
      authorId: db.actor.workerId,
      agencyId: db.actor.agencyId,
    })
    .execute()
  await db
    .insertInto('entryPeople')
    .columns(['entryId', 'personId'])
    .expression(
      db
        .selectFrom('entryPeople')
        .select(eb => [eb.val(id).as('entryId'), 'personId'])
        .where('entryId', '=', old.id),
    )
    .execute()
  await record(db, 'entry_corrected', { caseId, subjectId: id, mark: old })
  return id
}

async function namePeople(db: Db, entryId: string, people: string[]): Promise<void> {
  if (people.length === 0) return
  await db
    .insertInto('entryPeople')
    .values([...new Set(people)].map(personId => ({ entryId, personId })))
    .execute()
}
