/** What colleagues did on the cases a worker works, since the worker last looked at each. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

export interface Change {
  caseId: string
  title: string
  reference: string
  /** Null when the worker has never looked at it. */
  lookedAt: Date | null
  kind: string
  at: Date
  workerName: string
  agencyName: string
}

/** What is older than this is no longer news, also on a case that was never looked at. */
const newsDays = 30
/** So many events of one case are told apart; more are "20 or more". */
export const mostEvents = 20

/**
 * Who did what, newest first, case by case, on at most `most` cases. Driven by the worker's own newest cases and looks; nothing of what was written.
 * @example await listChanges(db, 10)
 */
export async function listChanges(db: Db, most: number): Promise<Change[]> {
  const rows = await sql<Change>`
    with mine as (
      ${myCases(25)}
      union (select case_id from last_looks where worker_id = (select my_worker()) order by began_at desc limit 25)
    ), since as materialized (
      select mine.case_id, looked.last_at as looked_at, coalesce(looked.last_at, '-infinity') as after
      from mine left join last_looks looked on looked.worker_id = (select my_worker()) and looked.case_id = mine.case_id
    ), changed as (
      select since.case_id, since.looked_at, happened.kind, happened.at, happened.worker_id, happened.agency_id, max(happened.at) over (partition by since.case_id) as latest
      from since, lateral (
        select e.kind, e.at, e.worker_id, e.agency_id from events e
        -- The first bounds leave out the record's older months and those to come before they are made ready to be read, the last reads nothing that was seen.
        where e.case_id = since.case_id and e.at > now() - make_interval(days => ${sql.lit(newsDays)}) and e.at < now() + interval '1 day' and e.at > since.after and e.worker_id <> (select my_worker())
        order by e.at desc limit ${sql.lit(mostEvents)}) happened
    ), newest as (select case_id from changed group by case_id order by max(at) desc limit ${sql.lit(most)})
    select c.id as case_id, c.title, c.reference, changed.looked_at, changed.kind, changed.at, worker.name as worker_name, agency.short_name as agency_name
    from newest join changed on changed.case_id = newest.case_id join cases c on c.id = newest.case_id
      join workers worker on worker.id = changed.worker_id join agencies agency on agency.id = changed.agency_id
    order by changed.latest desc, changed.case_id, changed.at desc`.execute(db)
  return rows.rows
}

/** Cases open to the worker by name or through a team: not all of a whole agency's. */
const myCases = (most: number) => sql`
  select newest.case_id from unnest((select my_principals())::uuid[]) principal, lateral (
    select a.case_id from case_access a where a.principal_id = principal and a.open and a.tier >= 'read' and a.starts_at <= now() and now() < a.ends_at
    order by a.active_at desc limit ${sql.lit(most)}) newest
  where principal <> (select my_agency())`

export interface Resumable {
  id: string
  title: string
  reference: string
  lookedAt: Date
}

/** Open cases that the worker looked at last, to go on with. */
export async function listRecentCases(db: Db, most: number): Promise<Resumable[]> {
  const rows = await sql<Resumable>`
    select c.id, c.title, c.reference, looked.last_at as looked_at
    from (select case_id, last_at from last_looks where worker_id = (select my_worker()) order by began_at desc limit 50) looked join cases c on c.id = looked.case_id
    where c.closed_at is null order by looked.last_at desc limit ${sql.lit(most)}`.execute(db)
  return rows.rows
}
