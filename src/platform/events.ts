/** Events: what somebody did, recorded in the same transaction as the deed; and looks: who looked. */
import { type Db, newId } from './db.ts'

export interface Happened {
  caseId?: string | null
  subjectId?: string | null
  /** Ids and short fixed words only; never what was typed about a person. */
  detail?: Record<string, string | number | boolean | null>
}

/**
 * Records what the worker has just done. Open pages of the case look again by themselves once it is committed.
 * @example await record(db, 'entry_added', { caseId, subjectId: entryId })
 */
export async function record(db: Db, kind: string, { caseId = null, subjectId = null, detail = {} }: Happened = {}): Promise<void> {
  await db
    .insertInto('events')
    .values({
      id: newId(),
      kind,
      caseId,
      subjectId,
      detail: JSON.stringify(detail),
      workerId: db.actor.workerId,
      agencyId: db.actor.agencyId,
    })
    .execute()
}

export type LookKind =
  | 'case'
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

/**
 * Logs that the worker looked at something, in the transaction that reads it: no log, no page.
 * Source: Data Protection Act 2018, section 62.
 * @example await seen(db, 'case', found.id, { caseId: found.id })
 */
export async function seen(
  db: Db,
  kind: LookKind,
  subjectId: string | null,
  { caseId = null, words = '' }: { caseId?: string | null; words?: string } = {},
): Promise<void> {
  await db
    .insertInto('looks')
    .values({
      id: newId(),
      kind,
      subjectId,
      caseId,
      words: words.slice(0, 300),
      workerId: db.actor.workerId,
      agencyId: db.actor.agencyId,
    })
    .execute()
}

/** A look longer ago counts as none: after a season everything in a case is news. Looks are kept month by month, and each month that is asked for is one more to search. */
export const lookDays = 120

/** An event as its sentence needs it: who did it, and the name of whom or what it was done to, when that may be said. */
export interface EventLine {
  kind: string
  about: string | null
  detail: Record<string, unknown>
}

/** For each kind of event, what follows the worker's name: "Tom Ashdown" + "closed the case". */
export type Sentences = Record<string, (line: EventLine) => string>
