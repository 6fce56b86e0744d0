/** Reads of the record. Which rows a reader may see, the rules decide. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

export interface TrailFilter {
  caseId?: string | undefined
  workerId?: string | undefined
  /** What it was done to or who was looked at: a person, a document, a worker. */
  subjectId?: string | undefined
  /** Looks alone, without what was done. */
  looksOnly?: boolean | undefined
  /** Part of the worker's name. */
  who?: string | undefined
  kind?: string | undefined
  /** The reference of a case. */
  reference?: string | undefined
  /** Days in London, as 2026-11-24; both included. */
  from?: string | undefined
  until?: string | undefined
  /** Where the page before ended. */
  after?: { at: string; id: string } | undefined
}

export interface TrailRow {
  what: 'deed' | 'look'
  id: string
  kind: string
  at: Date
  cursor: string
  words: string
  detail: Record<string, unknown>
  address: string
  device: string
  workerId: string | null
  /** Null when nobody was signed in and the account is unknown. */
  workerName: string | null
  agencyName: string | null
  caseId: string | null
  subjectId: string | null
  caseTitle: string | null
  reference: string | null
  /** To whom or what it was done, when the reader may see it themselves. */
  subject: string | null
  about: string | null
}

/** Rows newest first, `most` + 1 at most, so that the caller knows whether there are more. */
export async function listTrail(db: Db, filter: TrailFilter, most = 50): Promise<TrailRow[]> {
  // The page is cut before anything is looked up for its rows.
  const rows = await sql<TrailRow>`
    select t.*, t.at::text as cursor, w.name as worker_name, a.short_name as agency_name, c.title as case_title, p.reference,
      coalesce(person.given_name || ' ' || person.family_name, place.name, case when not document.restricted then document.title end) as subject, coalesce(agency.short_name, team.name, other.name) as about
    from (select t.*, case when t.detail ->> 'principal' ~ '^[0-9a-f-]{36}$' then (t.detail ->> 'principal')::uuid end as principal
        from trail t where ${conditions(filter)} order by t.at desc, t.id desc limit ${sql.lit(most + 1)}) t
      left join workers w on w.id = t.worker_id left join agencies a on a.id = t.agency_id
      left join cases c on c.id = t.case_id left join case_pointers p on p.case_id = t.case_id
      left join people person on person.id = t.subject_id left join places place on place.id = t.subject_id
      left join documents document on document.id = t.subject_id
      left join agencies agency on agency.id = t.principal left join teams team on team.id = t.principal left join workers other on other.id = t.principal
    order by t.at desc, t.id desc`.execute(db)
  return rows.rows
}

function conditions({ caseId, workerId, subjectId, looksOnly, who, kind, reference, from, until, after }: TrailFilter) {
  const given = [
    // Whoever was refused a case left its number as what they asked for.
    caseId && sql`(t.case_id = ${caseId} or (t.subject_id = ${caseId} and t.kind = 'refused'))`,
    workerId && sql`t.worker_id = ${workerId}`,
    subjectId && sql`t.subject_id = ${subjectId}`,
    looksOnly && sql`t.what = 'look'`,
    who && sql`t.worker_id in (select id from workers where name ilike ${`%${who.replaceAll(/[\\%_]/g, '\\$&')}%`})`,
    kind && sql`t.kind = ${kind}`,
    reference && sql`t.case_id in (select case_id from case_pointers where reference = ${reference})`,
    from && sql`t.at >= (${from}::date)::timestamp at time zone 'Europe/London'`,
    until && sql`t.at < (${until}::date + 1)::timestamp at time zone 'Europe/London'`,
    after && sql`(t.at, t.id) < (${after.at}::timestamptz, ${after.id}::uuid)`,
  ].filter(condition => typeof condition === 'object')
  return given.length > 0 ? sql.join(given, sql` and `) : sql`true`
}

/** Up to when the record is sealed; undefined when it is not yet, or the reader may not know. */
export const findLastSeal = (db: Db) =>
  db.selectFrom('auditSeals').select(['number', 'sealedAt']).orderBy('number', 'desc').limit(1).executeTakeFirst()
