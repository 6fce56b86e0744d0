/** What the first screen of a case answers beyond its head: next date, last contact, and who is in it. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { programmeOf } from '../../programmes/index.ts'
import type { CaseHead } from './queries.ts'

/** What the first screen of a case answers beyond its head: next date, last contact, who else is in it; and when the worker last looked, asked before the look of this request is logged. */
export async function findCaseFacts(db: Db, found: CaseHead) {
  const contactKinds = programmeOf(found)
    .entryKinds.filter(kind => kind.contact)
    .map(kind => kind.key)
  const [dates, people, agencies] = await Promise.all([
    findDates(db, found.id, contactKinds),
    listPeopleOfCase(db, found.id),
    listAgenciesOfCase(db, found.id),
  ])
  return { ...dates, people, agencies }
}

interface Dates {
  title: string | null
  dueOn: string
  occurredAt: Date | null
  by: string
  lastLook: Date | null
}

/** One statement, because each takes longer to make ready than to answer; limits and kinds are written so that PostgreSQL plans it once per connection, and not for each request. */
async function findDates(db: Db, caseId: string, kinds: string[]) {
  const { rows } = await sql<Dates>`
    select next.title, next.due_on, contact.occurred_at, contact.by,
      (select last_at from last_looks where worker_id = (select my_worker()) and case_id = ${caseId}) as last_look
    from (select) this
      left join lateral (select title, due_on from tasks
        where case_id = ${caseId} and done_at is null and cancelled_at is null order by due_on limit 1) next on true
      left join lateral (select e.occurred_at, author.name as by from entries e join workers author on author.id = e.author_id
        where e.case_id = ${caseId} and e.kind = any (${kinds}) order by e.occurred_at desc limit 1) contact on true`.execute(db)
  const { title, dueOn, occurredAt, by, lastLook } = rows[0] as Dates
  return {
    next: title === null ? undefined : { title, dueOn },
    contact: occurredAt ? { occurredAt, by } : undefined,
    lastLook: lastLook ?? undefined,
  }
}

export type CaseFacts = Awaited<ReturnType<typeof findCaseFacts>>

interface Warned {
  id: string
  instruction: string
  side: string | null
  category: string | null
}

function listPeopleOfCase(db: Db, caseId: string) {
  return db
    .selectFrom('casePeople as cp')
    .innerJoin('people as p', 'p.id', 'cp.personId')
    .select(['p.id', 'p.givenName', 'p.familyName', 'p.bornOn', 'p.bornPrecision', 'cp.role', 'cp.side', 'cp.id as roleId'])
    .select(
      sql<Warned[]>`array(select jsonb_build_object('id', w.id, 'instruction', w.instruction, 'side', w.side, 'category', w.category)
        from person_warnings w where w.person_id = p.id and w.ended_at is null order by w.recorded_at)`.as('warnings'),
    )
    .where('cp.caseId', '=', caseId)
    .where('cp.endedAt', 'is', null)
    .orderBy('cp.addedAt')
    .limit(60)
    .execute()
}

/** Who is in a case, by name: all that is needed to tell whom a note is about. */
export function listNamesOfCase(db: Db, caseId: string) {
  return db
    .selectFrom('casePeople as cp')
    .innerJoin('people as p', 'p.id', 'cp.personId')
    .select(['p.id', 'p.givenName', 'p.familyName'])
    .where('cp.caseId', '=', caseId)
    .where('cp.endedAt', 'is', null)
    .orderBy('cp.addedAt')
    .execute()
}

/** Who may read a case: agencies by their short names, and teams of several agencies by theirs. */
export async function listAgenciesOfCase(db: Db, caseId: string): Promise<string[]> {
  const rows = await sql<{ name: string }>`
    select distinct coalesce(agency.short_name, team.name, worker_agency.short_name) as name
    from grants g left join agencies agency on agency.id = g.principal_id left join teams team on team.id = g.principal_id
      left join workers worker on worker.id = g.principal_id left join agencies worker_agency on worker_agency.id = worker.agency_id
    where g.case_id = ${caseId} and g.tier >= 'read' and g.revoked_at is null and g.starts_at <= now() and now() < g.ends_at`.execute(db)
  return rows.rows.map(row => row.name)
}
