/** A list of premises on its way into a case: kept as the worker's own draft, checked as often as they like, then added in one go. */
import { sql } from 'kysely'
import { z } from 'zod'
import { rowsOf } from '../../platform/spreadsheet.ts'
import { type Db, newId } from '../../platform/db.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { programmeOf } from '../../programmes/index.ts'
import { type CaseHead, findCaseHead, markIn, sideInput } from '../cases/index.ts'
import { type CheckedRow, checkRows } from './check-rows.ts'
import { guessLayout, type Layout } from './columns.ts'
import { listCasePlaces, listPlacesAt } from './queries.ts'
import { tidyPostcode } from './same.ts'

/** At most so many rows and letters in one go. */
export const mostRows = 1000
const mostLetters = 150_000

const list = z.object({ rows: z.array(z.array(z.string())), headed: z.boolean(), columns: z.array(z.string()), role: z.string() })
export type WaitingList = { rows: string[][]; role: string } & Layout

const keyOf = (caseId: string) => `import-places:${caseId}`

/** Keeps a list to be checked, with the most likely meaning of its columns. */
export async function keepRows(db: Db, head: CaseHead, rows: string[][]): Promise<void> {
  await keepList(db, head.id, { rows, ...guessLayout(rows), role: programmeOf(head).placeRoles[0] ?? 'Other' })
}

/** Keeps the list with what the worker says of its columns. */
export async function keepList(db: Db, caseId: string, waiting: WaitingList): Promise<void> {
  const body = JSON.stringify(waiting)
  if (body.length > mostLetters || Buffer.byteLength(body) > mostLetters)
    throw new Invalid({ file: 'This list is too long for one go. Split it into parts of about a thousand short rows.' })
  const kept = { body: JSON.stringify(body), savedAt: new Date() }
  await db
    .insertInto('drafts')
    .values({ workerId: db.actor.workerId, key: keyOf(caseId), ...kept })
    .onConflict(conflict => conflict.columns(['workerId', 'key']).doUpdateSet(kept))
    .execute()
}

/** The list that waits to be checked; NotFound when there is none. */
export async function findList(db: Db, caseId: string): Promise<WaitingList> {
  const draft = await db.selectFrom('drafts').select('body').where('key', '=', keyOf(caseId)).executeTakeFirst()
  const found = list.safeParse(typeof draft?.body === 'string' ? JSON.parse(draft.body) : null)
  if (!found.success) throw new NotFound('No list waits to be imported.')
  return found.data as WaitingList
}

/** Every row of the waiting list with what would become of it now. */
export async function checkList(db: Db, head: CaseHead, waiting: WaitingList): Promise<CheckedRow[]> {
  const at = waiting.columns.indexOf('postcode')
  const known =
    at < 0
      ? []
      : await listPlacesAt(
          db,
          waiting.rows.map(row => tidyPostcode(row[at] ?? '')),
        )
  return checkRows(waiting.rows, waiting, {
    programme: programmeOf(head),
    role: waiting.role,
    inCase: await listCasePlaces(db, head.id),
    known,
  })
}

/** For whom a list is: said by whoever works several sides of the case, else of the side of whoever brings it in. */
export const importedFor = z.object(sideInput)

/** Adds every row that can be added, forgets the list, and gives back how many there were. Done twice, it adds nothing twice. */
export async function importPlaces(db: Db, caseId: string, said: z.output<typeof importedFor> = {}): Promise<number> {
  // Two workers who import the same list at once must not make its places twice.
  await sql`select pg_advisory_xact_lock(hashtextextended(${keyOf(caseId)}, 0))`.execute(db)
  const head = await findCaseHead(db, caseId)
  const rows = (await checkList(db, head, await findList(db, caseId))).filter(row => row.outcome === 'new' || row.outcome === 'known')
  const { side } = await markIn(db, caseId, said)
  await addRows(db, caseId, rows, side)
  await db.deleteFrom('drafts').where('key', '=', keyOf(caseId)).execute()
  if (rows.length > 0)
    await record(db, 'places_imported', { caseId, detail: { count: rows.length }, mark: { side, category: null, aboutPeople: true } })
  return rows.length
}

async function addRows(db: Db, caseId: string, rows: CheckedRow[], side: string | null): Promise<void> {
  const made = rows.flatMap(({ place, placeId }) => (place ? [{ place, id: placeId ?? newId(), isNew: !placeId }] : []))
  const places = made
    .filter(one => one.isNew)
    .map(({ id, place: { name, line1, town, postcode, uprn, kind } }) => ({
      id,
      name,
      line1,
      town,
      postcode,
      uprn,
      kind,
      createdBy: db.actor.workerId,
    }))
  if (places.length > 0) await db.insertInto('places').values(places).execute()
  const parts = made.map(({ id, place: { role, basis, grade, gradeReason } }) => ({
    id: newId(),
    caseId,
    placeId: id,
    role,
    basis,
    grade,
    gradeReason,
    side,
    addedBy: db.actor.workerId,
  }))
  if (parts.length > 0)
    await db
      .insertInto('casePlaces')
      .values(parts)
      .onConflict(conflict => conflict.doNothing())
      .execute()
}

/** The rows of pasted text. */
export const pastedRows = (text: string): string[][] => rowsOf(text, mostRows + 1)
