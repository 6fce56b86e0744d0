/** Reads of the look log. Which looks a reader may see, the rules decide. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

export interface LookFilter {
  caseId?: string | undefined
  workerId?: string | undefined
  /** Part of the looker's name. */
  who?: string | undefined
  kind?: string | undefined
  /** The reference of a case. */
  reference?: string | undefined
  /** A day in London, as 2026-11-24. */
  day?: string | undefined
  /** Where the page before ended. */
  after?: { at: string; id: string } | undefined
}

export interface Look {
  id: string
  kind: string
  at: Date
  cursor: string
  words: string
  workerId: string
  workerName: string
  agencyName: string
  caseId: string | null
  caseTitle: string | null
  reference: string | null
  /** What was looked at, when the reader may see it themselves. */
  subject: string | null
}

/** Looks newest first, `most` + 1 at most, so that the caller knows whether there are more. */
export async function listLooks(db: Db, filter: LookFilter, most = 50): Promise<Look[]> {
  const rows = await sql<Look>`
    select l.id, l.kind, l.at, l.at::text as cursor, l.words, l.worker_id, w.name as worker_name, a.short_name as agency_name,
      l.case_id, c.title as case_title, p.reference, coalesce(person.given_name || ' ' || person.family_name, place.name, document.title) as subject
    from looks l join workers w on w.id = l.worker_id join agencies a on a.id = l.agency_id
      left join cases c on c.id = l.case_id left join case_pointers p on p.case_id = l.case_id
      left join people person on person.id = l.subject_id left join places place on place.id = l.subject_id
      left join documents document on document.id = l.subject_id
    where ${conditions(filter)}
    order by l.at desc, l.id desc limit ${sql.lit(most + 1)}`.execute(db)
  return rows.rows
}

function conditions({ caseId, workerId, who, kind, reference, day, after }: LookFilter) {
  const given = [
    caseId && sql`l.case_id = ${caseId}`,
    workerId && sql`l.worker_id = ${workerId}`,
    who && sql`w.name ilike ${`%${who.replaceAll(/[\\%_]/g, '\\$&')}%`}`,
    kind && sql`l.kind = ${kind}`,
    reference && sql`l.case_id in (select case_id from case_pointers where reference = ${reference})`,
    day &&
      sql`l.at >= (${day}::date)::timestamp at time zone 'Europe/London' and l.at < (${day}::date + 1)::timestamp at time zone 'Europe/London'`,
    after && sql`(l.at, l.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
  ].filter(condition => typeof condition === 'object')
  return given.length > 0 ? sql.join(given, sql` and `) : sql`true`
}
