/** Reads of recalls: those of a case, those of the worker's agency, and those that wait for an answer. */
import type { Db } from '../../platform/db.ts'

export type RecallKind = 'share' | 'worker' | 'person' | 'entry'

export interface Copy {
  recallId: string
  kind: 'print' | 'export' | 'download'
  takenAt: Date
  workerName: string
}

export interface Recall {
  id: string
  caseId: string
  reference: string
  agencyName: string
  ownerName: string
  kind: RecallKind
  endedAt: Date
  drafts: number
  confirmedAt: Date | null
  confirmedWords: string
  confirmedByName: string | null
  copies: Copy[]
}

/** Every recall of one case that the worker may see, newest first. */
export const listRecallsOf = async (db: Db, caseId: string): Promise<Recall[]> =>
  withCopies(db, await recallRows(db).where('r.caseId', '=', caseId).limit(200).execute())

/** What was called back from the worker's own agency, newest first. */
export const listOurRecalls = async (db: Db): Promise<Recall[]> =>
  withCopies(db, await recallRows(db).where('r.agencyId', '=', db.actor.agencyId).limit(200).execute())

/** One recall from the worker's own agency. */
export const findOurRecall = async (db: Db, id: string): Promise<Recall | undefined> =>
  (await withCopies(db, await recallRows(db).where('r.agencyId', '=', db.actor.agencyId).where('r.id', '=', id).execute()))[0]

/** Recalls that the worker's agency has still to act on: every share that ended, and whatever else it holds copies of. */
export async function listWaitingRecalls(db: Db, most: number): Promise<Recall[]> {
  const rows = await recallRows(db)
    .where('r.agencyId', '=', db.actor.agencyId)
    .where('r.confirmedAt', 'is', null)
    .where(({ or, eb, exists, selectFrom }) =>
      or([eb('r.kind', '=', 'share'), exists(selectFrom('recallCopies as c').select('c.id').whereRef('c.recallId', '=', 'r.id'))]),
    )
    .limit(most)
    .execute()
  return withCopies(db, rows)
}

/** Whether somebody should say that they acted. */
export const wantsAnswer = ({ confirmedAt, kind, copies }: Recall): boolean => !confirmedAt && (kind === 'share' || copies.length > 0)

const recallRows = (db: Db) =>
  db
    .selectFrom('recalls as r')
    .innerJoin('agencies as a', 'a.id', 'r.agencyId')
    .innerJoin('agencies as o', 'o.id', 'r.ownerAgencyId')
    .leftJoin('workers as w', 'w.id', 'r.confirmedBy')
    .select(['r.id', 'r.caseId', 'r.reference', 'r.kind', 'r.endedAt', 'r.drafts', 'r.confirmedAt', 'r.confirmedWords'])
    .select(['a.shortName as agencyName', 'o.shortName as ownerName', 'w.name as confirmedByName'])
    .orderBy('r.endedAt', 'desc')
    .orderBy('r.id', 'desc')
    .$castTo<Omit<Recall, 'copies'>>()

async function withCopies(db: Db, rows: Omit<Recall, 'copies'>[]): Promise<Recall[]> {
  if (rows.length === 0) return []
  const copies = await db
    .selectFrom('recallCopies as c')
    .innerJoin('workers as w', 'w.id', 'c.workerId')
    .select(['c.recallId', 'c.kind', 'c.takenAt', 'w.name as workerName'])
    .where(
      'c.recallId',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('c.takenAt')
    .$castTo<Copy>()
    .execute()
  return rows.map(row => ({ ...row, copies: copies.filter(copy => copy.recallId === row.id) }))
}
