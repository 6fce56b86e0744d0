/** Reads of one row as whoever asks about it may see it, and of everybody who can read it. */
import { sql } from 'kysely'
import type { Db } from '../../../platform/db.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { RowKind } from '../../cases/index.ts'
import { isFileLook } from '../../documents/index.ts'
import { isRowKind, kinds } from './kinds.ts'

export interface FoundRow {
  id: string
  what: RowKind
  /** Null for what is known about somebody and was learnt in no case. */
  caseId: string | null
  side: string | null
  category: string | null
  restricted: boolean
  /** Whether it ties somebody to the case. */
  ties: boolean
  /** Its title or its words in short; empty when it has none, or may not be told without opening it. */
  called: string
  byId: string | null
  byName: string | null
  byAgency: string | null
  at: Date | null
  personId: string | null
  /** A message's or a task's principal; null when it is to nobody alone. */
  toId: string | null
  toName: string | null
  /** Of a deed: what was done, and to what. */
  kind?: string
  subjectId?: string | null
}

/** One row; NotFound when there is none that the worker may see. */
export async function findRow(db: Db, what: string, id: string): Promise<FoundRow> {
  if (!isRowKind(what)) throw new NotFound('Not found.')
  const { rows } = await sql<Omit<FoundRow, 'what' | 'ties'> & { ties?: boolean }>`
    select found.*, w.name as by_name, a.short_name as by_agency, coalesce(to_agency.short_name, to_team.name, to_worker.name) as to_name
    from (${kinds[what].found(id)}) found left join workers w on w.id = found.by_id left join agencies a on a.id = w.agency_id
      left join agencies to_agency on to_agency.id = found.to_id left join teams to_team on to_team.id = found.to_id left join workers to_worker on to_worker.id = found.to_id`.execute(
    db,
  )
  const row = rows[0]
  if (!row) throw new NotFound('Not found.')
  return { ties: kinds[what].ties, ...row, what }
}

export interface Reading {
  id: string
  name: string
  agencyName: string
}

/** Everybody by name who can read a row that is neither restricted nor to one of many, by agency. */
export async function listReading(db: Db, { caseId, side, category, ties }: FoundRow): Promise<Reading[]> {
  const { rows } = await sql<Reading>`
    select w.id, w.name, a.short_name as agency_name from who_reads(${caseId}, ${side}, ${category}, ${ties}) r
      join workers w on w.id = r.id join agencies a on a.id = w.agency_id
    where r.tier >= 'read' order by a.short_name, w.name`.execute(db)
  return rows
}

/** Who opened something restricted, newest first, for its author and for whoever may see the looks at it. */
export async function listOpenings(db: Db, recordId: string) {
  const looks = await db
    .selectFrom('looks')
    .innerJoin('workers as w', 'w.id', 'looks.workerId')
    .innerJoin('agencies as a', 'a.id', 'looks.agencyId')
    .select(['looks.kind', 'looks.words', 'looks.at', 'looks.workerId', 'w.name', 'a.shortName as agencyName'])
    .where('looks.subjectId', '=', recordId)
    .where('looks.kind', 'in', ['entry', 'document', 'download'])
    .orderBy('looks.at', 'desc')
    .limit(100)
    .execute()
  return looks.map(({ kind, words, ...look }) => ({ ...look, isFile: isFileLook({ kind, words }), isSaved: kind === 'download' }))
}
