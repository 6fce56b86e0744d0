/** Events: what somebody did, recorded in the same transaction as the deed; and looks: who looked. */
import { type Db, newId } from './db.ts'
import { Forbidden, fromDatabase } from './errors.ts'

/** Who in a case may see a row: those who work its side, and may see its category of sensitive information; when it is restricted, only its named readers. */
export interface Mark {
  side: string | null
  category: string | null
  restricted?: boolean
  /** Whether it ties somebody to the case: then those who know only the side that must never learn of the case do not see it. */
  aboutPeople?: boolean
}

/** The mark of what every reader of a case may see. */
export const forEveryone: Mark = { side: null, category: null }

export type Happened = {
  subjectId?: string | null
  /** Ids and short fixed words only; never what was typed about a person. */
  detail?: Record<string, string | number | boolean | null>
} & ({ caseId?: null } | { caseId: string | null; mark: Mark })

/**
 * Records what the worker has just done. Open pages of the case look again by themselves once it is committed.
 * What is done in a case carries the mark of what it is done to, so that nobody learns of it who may not see that.
 * @example await record(db, 'entry_added', { caseId, subjectId: entryId, mark: entry })
 */
export async function record(db: Db, kind: string, happened: Happened = {}): Promise<void> {
  const { caseId = null, subjectId = null, detail = {} } = happened
  const { side, category, restricted = false, aboutPeople = false } = 'mark' in happened ? happened.mark : forEveryone
  const recorded = db
    .insertInto('events')
    .values({
      id: newId(),
      kind,
      caseId,
      subjectId,
      detail: JSON.stringify(detail),
      side,
      category,
      restricted,
      aboutPeople,
      workerId: db.actor.workerId,
      agencyId: db.actor.agencyId,
    })
    .execute()
  db.leave(recorded)
}

export type LookKind =
  | 'case'
  | 'entry'
  | 'brief'
  | 'person'
  | 'place'
  | 'document'
  | 'search'
  | 'print'
  | 'export'
  | 'download'
  | 'equality'
  | 'refused'

export interface Look {
  kind: LookKind
  subjectId?: string | null
  caseId?: string | null
  words?: string
  /** Of one marked thing, such as a document. */
  mark?: Mark
}

/**
 * Logs that the worker looked at something, in the transaction that reads it: no log, no page.
 * Source: Data Protection Act 2018, section 62.
 * A look at one marked thing, such as a document, carries its mark. Gives the id of the look; in a preview none is kept.
 * @example await seen(db, 'document', found.id, { caseId: found.caseId, mark: found })
 */
export async function seen(db: Db, kind: LookKind, subjectId: string | null, look: Omit<Look, 'kind' | 'subjectId'> = {}): Promise<string> {
  const [id = ''] = await seenTogether(db, [{ ...look, kind, subjectId }])
  return id
}

/** The same for looks that one page is at once, in one statement: making it ready takes longer than writing a row. */
export async function seenTogether(db: Db, looks: Look[]): Promise<string[]> {
  const rows = looks.map(look => lookRow(db, look))
  if (!db.actor.nobody) {
    const kept = db.insertInto('looks').values(rows)
    if (looks.some(({ kind }) => leaves.includes(kind))) db.leave(kept.execute().catch(refused))
    else db.leave(kept.compile())
  }
  return rows.map(({ id }) => id)
}

function lookRow({ actor }: Db, { kind, subjectId = null, caseId = null, words = '', mark = forEveryone }: Look) {
  const { side, category, restricted = false } = mark
  const by = { workerId: actor.workerId, agencyId: actor.agencyId }
  return { id: newId(), kind, subjectId, caseId, words: words.slice(0, 300), side, category, restricted, ...by }
}

/** What takes something out of Kith. The rules let none of it be written down, and so none happen, in an emergency. */
const leaves: LookKind[] = ['print', 'export', 'download']

/** Asked before anything is made ready to leave. */
function refused(error: unknown): never {
  throw fromDatabase(error) instanceof Forbidden ? notMeanwhile(error) : error
}

const notMeanwhile = (cause: unknown) =>
  new Forbidden(
    'While a case is open to you in an emergency, nothing of it can be printed or saved, nor any list. Save it when the emergency has ended.',
    { cause },
  )

/** An event as its sentence needs it: who did it, and the name of whom or what it was done to, when that may be said. */
export interface EventLine {
  kind: string
  by?: string | null
  about: string | null
  detail: Record<string, unknown>
}

/** For each kind of event, what follows the worker's name: "Tom Ashdown" + "closed the case". */
export type Sentences = Record<string, (line: EventLine) => string>
