/** What workers do with places. Each command records its event; the database refuses what the worker may not do. */
import { type Db, newId } from '../../platform/db.ts'
import { Conflict, Invalid } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { mayChange } from '../../platform/may-change.ts'
import { programmeOf } from '../../programmes/index.ts'
import { markIn, mayAdd, openCase } from '../cases/index.ts'
import type { AmendedPlace, NewGrade, NewPlace, NewSubCase } from './inputs.ts'
import { findCasePlace, findPlace, findSame } from './queries.ts'

/** Adds a place to a case. An address that the worker can see already is that place, and is not made a second time. */
export async function addPlace(db: Db, caseId: string, { role, basis, side, ...place }: NewPlace): Promise<string> {
  const known = place.postcode ? await findSame(db, place) : undefined
  const placeId = known?.id ?? newId()
  if (!known)
    await db
      .insertInto('places')
      .values({ id: placeId, ...place, createdBy: db.actor.workerId })
      .execute()
  return addKnownPlace(db, caseId, { place: placeId, role, basis, side })
}

/** Adds a place that exists to a case, in a role. */
export async function addKnownPlace(
  db: Db,
  caseId: string,
  { place, role, basis, side: said }: { place: string; role: string; basis: string; side?: string | undefined },
): Promise<string> {
  const { side } = await markIn(db, caseId, { side: said })
  const there = await db
    .selectFrom('casePlaces')
    .select('id')
    .where('caseId', '=', caseId)
    .where('placeId', '=', place)
    .where('role', '=', role)
    .where('side', 'is not distinct from', side)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (there) throw new Invalid({ line1: 'This place is in the case already, in this role.' })
  const id = newId()
  await db.insertInto('casePlaces').values({ id, caseId, placeId: place, role, basis, side, addedBy: db.actor.workerId }).execute()
  await record(db, 'place_added', { caseId, subjectId: place, mark: tied(side) })
  return id
}

const tied = (side: string | null) => ({ side, category: null, aboutPeople: true })

/** Grades a place in a case. Throws Conflict with what stands now when a colleague was faster. */
export async function gradePlace(db: Db, caseId: string, id: string, { grade, reason, version }: NewGrade): Promise<void> {
  const head = await mayAdd(db, caseId)
  const found = await findCasePlace(db, caseId, id)
  if (grade && !programmeOf(head).placeGrades.some(one => one.key === grade)) throw new Invalid({ grade: 'Choose a grade from the list.' })
  const changed = await db
    .updateTable('casePlaces')
    .set({ grade, gradeReason: reason, version: version + 1 })
    .where('id', '=', found.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n)
    throw new Conflict('A colleague graded this place while you had it open.', await findCasePlace(db, caseId, id))
  await record(db, 'place_graded', { caseId, subjectId: found.placeId, detail: { grade }, mark: tied(found.side) })
}

/** Takes a place off a case; that it was there stays on record. */
export async function endPlace(db: Db, caseId: string, id: string): Promise<void> {
  const found = await findCasePlace(db, caseId, id)
  const ended = await db
    .updateTable('casePlaces')
    .set({ endedAt: new Date(), version: found.version + 1 })
    .where('id', '=', found.id)
    .executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) throw new Conflict('This place cannot be taken off the case just now. Look again.', found)
  await record(db, 'place_ended', { caseId, subjectId: found.placeId, mark: tied(found.side) })
}

/** Puts a place's address right. Throws Conflict with what stands now when a colleague was faster. */
export async function amendPlace(db: Db, id: string, { version, ...address }: AmendedPlace): Promise<void> {
  const changed = await db
    .updateTable('places')
    .set({ ...address, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) {
    const stands = await findPlace(db, id)
    await mayAmendPlace(db, id)
    throw new Conflict('A colleague changed this address while you had it open.', stands)
  }
  await record(db, 'place_amended', { subjectId: id })
}

/** Throws Forbidden when the worker may only read the place. */
export const mayAmendPlace = (db: Db, id: string): Promise<void> =>
  mayChange(db, 'places', id, 'Only those who work in a case that this place is in, or keep it on their agency’s list, can change it.')

/** Opens a sub-case for a place, with the place in it, and gives back its id; the one that is there when a colleague was faster. */
export async function openSubCaseFor(db: Db, caseId: string, id: string, { title, team }: NewSubCase): Promise<string> {
  const head = await mayAdd(db, caseId)
  const found = await findCasePlace(db, caseId, id)
  if (found.subCaseId) return found.subCaseId
  const sub = { programme: head.programme, title, summary: '', lead: '', team, parent: caseId, starts: null, ends: null }
  const subCaseId = await openCase(db, sub, found.side)
  const linked = await db
    .updateTable('casePlaces')
    .set({ subCaseId, version: found.version + 1 })
    .where('id', '=', found.id)
    .where('version', '=', found.version)
    .where('subCaseId', 'is', null)
    .executeTakeFirst()
  if (linked.numUpdatedRows !== 1n) throw new Conflict('A colleague changed this place just now. Look again.', found)
  await db
    .insertInto('casePlaces')
    .values({
      id: newId(),
      caseId: subCaseId,
      placeId: found.placeId,
      role: found.role,
      basis: found.basis,
      grade: found.grade,
      gradeReason: found.gradeReason,
      side: found.side,
      addedBy: db.actor.workerId,
    })
    .execute()
  return subCaseId
}
