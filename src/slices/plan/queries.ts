/** Reads of one case's plan: its aims, its tasks, and who can be given one. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { forEveryone, type Mark } from '../../platform/events.ts'

/** A task as every list shows it. */
export interface ListedTask {
  id: string
  caseId: string
  aimId: string | null
  title: string
  dueOn: string
  assignedTo: string
  /** Whom it was given to, by name: an agency, a team or a worker. */
  toName: string
  /** The agency of the worker or team it was given to. */
  toAgency: string | null
  doneAt: Date | null
  cancelledAt: Date | null
  open: boolean
  side: string | null
  category: string | null
}

/** The columns of ListedTask; the query names its table of tasks `t`. */
export const listed: RawBuilder<unknown> = sql`t.id, t.case_id, t.aim_id, t.title, t.due_on, t.assigned_to, t.done_at, t.cancelled_at, t.open, t.side, t.category,
  coalesce(to_agency.short_name, to_team.name, to_worker.name) as to_name, coalesce(worker_agency.short_name, team_agency.short_name) as to_agency`

/** Joins that put names to whom `t` was given to. */
export const withNames: RawBuilder<unknown> = sql`left join agencies to_agency on to_agency.id = t.assigned_to left join teams to_team on to_team.id = t.assigned_to
  left join workers to_worker on to_worker.id = t.assigned_to left join agencies worker_agency on worker_agency.id = to_worker.agency_id
  left join agencies team_agency on team_agency.id = to_team.agency_id`

/** The aims of a case, in their order; those reached come last. */
export function listAims(db: Db, caseId: string) {
  return db
    .selectFrom('aims')
    .select(['id', 'title', 'side', 'endedAt', 'version'])
    .where('caseId', '=', caseId)
    .orderBy(sql`ended_at is not null`)
    .orderBy('position')
    .orderBy('createdAt')
    .limit(100)
    .execute()
}

export type Aim = Awaited<ReturnType<typeof listAims>>[number]

/** One aim; NotFound when it is not in this case. */
export async function findAim(db: Db, caseId: string, aimId: string): Promise<Aim> {
  const found = await db
    .selectFrom('aims')
    .select(['id', 'title', 'side', 'endedAt', 'version'])
    .where('id', '=', aimId)
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}

/** Every task of a case: what waits first, by date, then what was done, newest first. */
export async function listTasksOfCase(db: Db, caseId: string): Promise<ListedTask[]> {
  const rows = await sql<ListedTask>`select ${listed} from tasks t ${withNames} where t.case_id = ${caseId}
    order by t.done_at is not null or t.cancelled_at is not null, coalesce(t.done_at, t.cancelled_at) desc, t.due_on, t.id limit 500`.execute(
    db,
  )
  return rows.rows
}

export interface FoundTask extends ListedTask {
  detail: string
  createdAt: Date
  createdByName: string
  createdByAgency: string
  doneByName: string | null
  doneByAgency: string | null
  evidence: string
  cancelledByName: string | null
  cancelReason: string
  aimTitle: string | null
  version: number
}

/** One task; NotFound when it is not in this case, or not for the worker to see. */
export async function findTask(db: Db, caseId: string, taskId: string): Promise<FoundTask> {
  const rows =
    await sql<FoundTask>`select ${listed}, t.detail, t.created_at, t.evidence, t.cancel_reason, t.version, aim.title as aim_title,
      giver.name as created_by_name, giver_agency.short_name as created_by_agency, doer.name as done_by_name, doer_agency.short_name as done_by_agency, canceller.name as cancelled_by_name
    from tasks t ${withNames} left join aims aim on aim.id = t.aim_id
      join workers giver on giver.id = t.created_by join agencies giver_agency on giver_agency.id = giver.agency_id
      left join workers doer on doer.id = t.done_by left join agencies doer_agency on doer_agency.id = doer.agency_id
      left join workers canceller on canceller.id = t.cancelled_by
    where t.id = ${taskId} and t.case_id = ${caseId}`.execute(db)
  const found = rows.rows[0]
  if (!found) throw new NotFound('Not found.')
  return found
}

/** Notes of progress on a task, newest first. */
export function listTaskNotes(db: Db, taskId: string) {
  return db
    .selectFrom('taskNotes as n')
    .innerJoin('workers as author', 'author.id', 'n.authorId')
    .innerJoin('agencies as agency', 'agency.id', 'n.agencyId')
    .select(['n.id', 'n.body', 'n.at', 'author.name as authorName', 'agency.shortName as agencyName'])
    .where('n.taskId', '=', taskId)
    .orderBy('n.at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(200)
    .execute()
}

export type TaskNote = Awaited<ReturnType<typeof listTaskNotes>>[number]

/** Who changed a task last, and when; undefined when nobody did since it was given. */
export function findLastChange(db: Db, caseId: string, taskId: string) {
  return db
    .selectFrom('events as e')
    .innerJoin('workers as w', 'w.id', 'e.workerId')
    .innerJoin('agencies as a', 'a.id', 'e.agencyId')
    .select(['w.name as by', 'a.shortName as agency', 'e.at'])
    .where('e.caseId', '=', caseId)
    .where('e.subjectId', '=', taskId)
    .orderBy('e.at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface Reached {
  id: string
  kind: 'agency' | 'team' | 'worker'
  tier: string
  name: string
  agencyName: string | null
}

/** Everybody a case reaches who could be given a task or sent a message: agencies, teams, then workers by agency. */
export async function listReached(db: Db, caseId: string, { side, category }: Mark = forEveryone): Promise<Reached[]> {
  const rows = await sql<Reached>`
    select r.id, r.kind, r.tier, coalesce(a.short_name, t.name, w.name) as name, of_agency.short_name as agency_name
    from who_works_on(${caseId}, ${side}, ${category}) r left join agencies a on a.id = r.id left join teams t on t.id = r.id left join workers w on w.id = r.id
      left join agencies of_agency on of_agency.id = coalesce(w.agency_id, t.agency_id)
    order by array_position(array['agency', 'team', 'worker'], r.kind), of_agency.id is distinct from ${db.actor.agencyId}, agency_name, name limit 600`.execute(
    db,
  )
  return rows.rows
}
