/** One chronology of a person, merged from every case of theirs that the worker may read. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

export type MergedEntry = Awaited<ReturnType<typeof listMergedEntries>>[number]

/**
 * Entries of all the cases a person is in, newest first; or only those that name them.
 * A corrected entry is shown by its correction. `most` + 1 at most.
 */
export async function listMergedEntries(
  db: Db,
  personId: string,
  { before, named = false }: { before?: Date; named?: boolean } = {},
  most = 50,
) {
  const rows = await sql<MergedRow>`
    with theirs as (
      select distinct cp.case_id from case_people cp where cp.person_id in (select id from records_of(${personId})) and not ${named}
    ), about as (
      select ep.entry_id as id from entry_people ep where ep.person_id in (select id from records_of(${personId}))
      union
      select e.id from theirs, lateral (select e.id from entries e where e.case_id = theirs.case_id ${before ? sql`and e.occurred_at < ${before}` : sql``}
        order by e.occurred_at desc, e.id desc limit ${sql.lit(most + 1)}) e
    )
    select e.id, e.kind, e.case_id, e.occurred_at, e.recorded_at, case when e.restricted then '' else e.body end as body, e.side, e.category, e.restricted, author.name as author_name, agency.short_name as agency_name,
      exists (select from entry_people ep where ep.entry_id = e.id and ep.person_id in (select id from records_of(${personId})) and not e.restricted) as names_them, c.reference, c.title, c.programme, c.programme_version
    from about join entries e on e.id = about.id join cases c on c.id = e.case_id
      join workers author on author.id = e.author_id join agencies agency on agency.id = e.agency_id
    where not exists (select from entries newer where newer.corrects_id = e.id) ${before ? sql`and e.occurred_at < ${before}` : sql``}
    order by e.occurred_at desc, e.id desc limit ${sql.lit(most + 1)}`.execute(db)
  return rows.rows
}

interface MergedRow {
  id: string
  kind: string
  caseId: string
  occurredAt: Date
  recordedAt: Date
  /** Empty when it is restricted: then it has to be opened. */
  body: string
  side: string | null
  category: string | null
  restricted: boolean
  authorName: string
  agencyName: string
  namesThem: boolean
  reference: string
  title: string
  programme: string
  programmeVersion: number
}
