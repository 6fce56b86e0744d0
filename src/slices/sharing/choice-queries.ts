/** What can be chosen when a case is shared: with whom, and on which lawful basis. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'

export interface Recipient {
  id: string
  kind: 'agency' | 'team' | 'worker'
  name: string
  about: string
  own: boolean
}

/** Agencies and teams, and with words also workers, whose name has the words; nobody who cannot be shared with. */
export async function listRecipients(db: Db, said: string): Promise<Recipient[]> {
  const like = `%${said.replaceAll(/[\\%_]/g, '\\$&')}%`
  const rows = await sql<Recipient>`
    select * from (
      select a.id, 'agency' as kind, a.name, case when a.short_name = a.name then 'Everybody who works there' else a.short_name || ' · everybody who works there' end as about, a.id = my_agency() as own
        from agencies a where a.suspended_at is null
      union all
      select t.id, 'team', t.name, coalesce(a.short_name || ' · this team only', 'Several agencies') || case when t.purpose = '' then '' else ' · ' || t.purpose end, t.agency_id is not distinct from my_agency()
        from teams t left join agencies a on a.id = t.agency_id where t.ended_on is null and a.suspended_at is null
      union all
      select w.id, 'worker', w.name, concat_ws(', ', nullif(w.job_title, ''), a.short_name), w.agency_id = my_agency()
        from workers w join agencies a on a.id = w.agency_id
        where ${said} <> '' and w.left_on is null and w.suspended_at is null and a.suspended_at is null and w.id <> my_worker()) everybody
    where name || ' ' || about ilike ${like}
    order by own, array_position(array['agency', 'team', 'worker'], kind), name limit 60`.execute(db)
  return rows.rows
}

/** Whom a share is to be with. */
export async function findRecipient(db: Db, id: string): Promise<Recipient & { people: number; agencyId: string | null }> {
  const rows = await sql<Recipient & { people: number; agencyId: string | null }>`
    select p.id, p.kind, coalesce(a.short_name, t.name, w.name) as name, coalesce(wa.short_name, ta.short_name, '') as about, agency_of(p.id) as agency_id,
      coalesce(agency_of(p.id) = my_agency(), false) as own,
      case p.kind when 'agency' then (select count(*)::int from workers x where x.agency_id = p.id and x.left_on is null)
        when 'team' then (select count(*)::int from team_members m where m.team_id = p.id and (m.ends_on is null or m.ends_on > current_date)) else 1 end as people
    from principals p left join agencies a on a.id = p.id left join teams t on t.id = p.id left join agencies ta on ta.id = t.agency_id
      left join workers w on w.id = p.id left join agencies wa on wa.id = w.agency_id
    where p.id = ${id}`.execute(db)
  if (!rows.rows[0]) throw new NotFound('Not found.')
  return rows.rows[0]
}

export interface CoveringAgreement {
  id: string
  name: string
  gateway: string
  reviewOn: string
  endsOn: string
  clauses: { number: string; words: string }[]
}

/** The agreements in force that let this case be shared with this recipient: its programme, both sides. */
export async function listCovering(db: Db, caseId: string, principalId: string): Promise<CoveringAgreement[]> {
  const rows = await sql<CoveringAgreement>`
    select g.id, g.name, g.gateway, g.review_on, g.ends_on,
      (select coalesce(json_agg(json_build_object('number', k.number, 'words', k.words) order by k.number), '[]') from agreement_clauses k where k.agreement_id = g.id) as clauses
    from agreements g where g.suspended_at is null and agreement_covers(g.id, ${caseId}, ${principalId}) order by g.name`.execute(db)
  return rows.rows
}

/** The moment at which a day (and a time, else its last minute) ends in London. */
export async function findMoment(db: Db, day: string, time: string): Promise<Date> {
  const rows = await sql<{
    at: Date
  }>`select ${time ? sql`(${day}::date + ${time}::time)` : sql`(${day}::date + 1)::timestamp`} at time zone 'Europe/London' as at`.execute(
    db,
  )
  return rows.rows[0]?.at ?? new Date()
}
