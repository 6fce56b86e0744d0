/** Everything that one needs to know before knocking on a door, read in one go. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { programmeOf } from '../../programmes/index.ts'
import type { CaseHead } from '../cases/index.ts'
import { listEntries, listSystemLines } from '../chronology/index.ts'
import { listTasksOfCase } from '../plan/index.ts'
import { listContacts, listNeeds, listPeople, listPlaces, listWarnings } from './people.ts'

/** @example const brief = await findBrief(db, head, new Date()) */
export async function findBrief(db: Db, head: CaseHead, now: Date) {
  const [lookedAt, people, tasks, places, lastContacts, colleagues, agencies] = await Promise.all([
    findLookBefore(db, head.id),
    listPeople(db, head.id),
    listTasksOfCase(db, head.id),
    listPlaces(db, head.id),
    listLastContacts(db, head),
    listColleagues(db, head),
    listAgencies(db, head.id),
  ])
  const ids = people.map(person => person.id)
  const [warnings, needs, contacts, changes] = await Promise.all([
    listWarnings(db, ids),
    listNeeds(db, ids),
    listContacts(db, ids),
    lookedAt && listChanges(db, head.id, lookedAt, now),
  ])
  const open = tasks.filter(task => task.open)
  const mine = open.filter(task => db.actor.principals.includes(task.assignedTo))
  return { people, lookedAt, warnings, needs, contacts, places, lastContacts, changes, mine, dates: open.slice(0, 4), colleagues, agencies }
}

export type Brief = Awaited<ReturnType<typeof findBrief>>

/** When the worker last looked before this visit; undefined when this is their first look. */
async function findLookBefore(db: Db, caseId: string): Promise<Date | undefined> {
  const rows = await sql<{
    at: Date | null
  }>`select case when last_at < now() - interval '20 minutes' then last_at else coalesce(before_at, began_at) end as at
    from last_looks where worker_id = (select my_worker()) and case_id = ${caseId} and began_at < now()`.execute(db)
  return rows.rows[0]?.at ?? undefined
}

/** The last three times that somebody was in contact. */
async function listLastContacts(db: Db, head: CaseHead) {
  const kinds = programmeOf(head)
    .entryKinds.filter(kind => kind.contact)
    .map(kind => kind.key)
  return db
    .selectFrom('entries as e')
    .innerJoin('workers as author', 'author.id', 'e.authorId')
    .innerJoin('agencies as agency', 'agency.id', 'e.agencyId')
    .select(sql<string>`case when e.restricted then '' else e.body end`.as('body'))
    .select([
      'e.id',
      'e.kind',
      'e.occurredAt',
      'e.side',
      'e.category',
      'e.restricted',
      'author.name as authorName',
      'agency.shortName as agencyName',
    ])
    .where('e.caseId', '=', head.id)
    .where('e.kind', '=', sql<string>`any (${kinds})`)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('entries as newer').select('newer.id').whereRef('newer.correctsId', '=', 'e.id'))),
    )
    .orderBy('e.occurredAt', 'desc')
    .limit(sql.lit(3))
    .execute()
}

/** What others wrote and did since the worker last looked. */
async function listChanges(db: Db, caseId: string, since: Date, now: Date) {
  const [written, lines] = await Promise.all([listEntries(db, caseId, { newSince: since }), listSystemLines(db, caseId, since, now)])
  return { written, done: lines.filter(line => line.by !== db.actor.name) }
}

export interface Colleague {
  id: string
  name: string
  jobTitle: string
  phone: string
  agencyName: string
  leads: boolean
}

/** Who leads the case, and who wrote in it lately: those to ring. */
async function listColleagues(db: Db, head: CaseHead): Promise<Colleague[]> {
  const rows = await sql<Colleague>`
    select w.id, w.name, w.job_title, w.phone, a.short_name as agency_name, w.id = ${head.leadWorkerId}::uuid as leads
    from (select author_id as id, max(recorded_at) as at from (select author_id, recorded_at from entries where case_id = ${head.id} order by occurred_at desc limit 100) lately group by author_id
      union all select ${head.leadWorkerId}::uuid, 'infinity') involved
    join workers w on w.id = involved.id join agencies a on a.id = w.agency_id
    where w.left_on is null and w.id <> (select my_worker()) group by w.id, a.short_name order by leads desc, max(involved.at) desc limit 7`.execute(
    db,
  )
  return rows.rows
}

/** Every agency the case reaches, and how to reach it. */
async function listAgencies(db: Db, caseId: string) {
  const rows = await sql<{ id: string; name: string; contact: string }>`
    select a.id, a.short_name as name, a.contact from who_works_on(${caseId}, of_kind => 'agency') r join agencies a on a.id = r.id order by a.short_name limit 20`.execute(
    db,
  )
  return rows.rows
}
