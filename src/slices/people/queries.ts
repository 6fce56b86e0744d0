/** Reads of people. Rows that the worker may not see do not exist here. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { nameOf } from '../../ui/index.ts'
import { describePeople, type Match } from './matches.ts'

export type Person = Awaited<ReturnType<typeof findPerson>>

/** One person as the worker may see them; NotFound when hidden or absent. */
export async function findPerson(db: Db, id: string) {
  const found = await db
    .selectFrom('people')
    .leftJoin('agencies', 'agencies.id', 'people.heldBy')
    .leftJoin('workers', join => join.on('workers.id', '=', sql<string>`added_by(people.id)`))
    .select([
      'people.id',
      'givenName',
      'familyName',
      'bornOn',
      'bornPrecision',
      'diedOn',
      'gender',
      'sourceReference',
      'people.version',
      'people.createdAt',
      'heldBy',
      'agencies.shortName as heldByName',
      'workers.name as createdByName',
    ])
    .where('people.id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return { ...found, onOurList: found.heldBy === db.actor.agencyId }
}

/** Who last amended a person, where that may be said, and when. */
export async function findLastAmendment(db: Db, id: string) {
  return db
    .selectFrom('personVersions')
    .leftJoin('workers', join => join.on('workers.id', '=', sql<string>`amended_by(person_versions.id)`))
    .leftJoin('agencies', 'agencies.id', 'workers.agencyId')
    .select([
      'workers.name as by',
      'agencies.shortName as agency',
      'replacedAt as at',
      'personVersions.givenName',
      'personVersions.familyName',
      'bornOn',
      'bornPrecision',
    ])
    .where('personId', '=', id)
    .orderBy('personVersions.version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Everything known about a person that the worker may see, still in force. */
export async function findKnown(db: Db, id: string) {
  return {
    names: await known<{ kind: string; name: string }>(db, id, 'person_names', 'ended_at', 'fact.kind, fact.name'),
    contacts: await known<{ kind: string; value: string; postcode: string; source: string; note: string }>(
      db,
      id,
      'person_contacts',
      'ended_on',
      'fact.kind, fact.value, fact.postcode, fact.source, fact.note',
    ),
    warnings: await known<{ instruction: string; reason: string; reviewOn: string }>(
      db,
      id,
      'person_warnings',
      'ended_at',
      'fact.instruction, fact.reason, fact.review_on',
    ),
    needs: await known<{ kind: string; detail: string }>(db, id, 'person_needs', 'ended_at', 'fact.kind, fact.detail'),
    relationships: await listRelationships(db, id),
    cases: await listCasesOf(db, id),
  }
}

export type Known = Awaited<ReturnType<typeof findKnown>>
/** Where a fact comes from: who recorded it, and in which case it was learnt. */
export interface Origin {
  id: string
  caseId: string | null
  reference: string | null
  recordedAt: Date
  by: string | null
  agency: string | null
  side: string | null
  category: string | null
  /** The programme of the case it was learnt in, whose sides it names. */
  programme: string | null
  programmeVersion: number | null
}

async function known<T>(db: Db, personId: string, table: string, ended: string, columns: string): Promise<(T & Origin)[]> {
  const rows = await sql<T & Origin>`
    select fact.id, fact.case_id, cases.reference, cases.programme, cases.programme_version, fact.recorded_at, fact.side, fact.category, workers.name as by, agencies.short_name as agency, ${sql.raw(columns)}
    from ${sql.table(table)} fact left join workers on workers.id = recorded_by(fact.id) left join agencies on agencies.id = workers.agency_id
      left join cases on cases.id = fact.case_id
    where fact.person_id in (select id from records_of(${personId})) and fact.${sql.ref(ended)} is null order by fact.recorded_at desc, fact.id desc limit 100`.execute(
    db,
  )
  return rows.rows
}

/** Which cases the person is in, as far as the worker may see, with the role in each. */
function listCasesOf(db: Db, personId: string) {
  return db
    .selectFrom('casePeople as cp')
    .innerJoin('cases as c', 'c.id', 'cp.caseId')
    .innerJoin('agencies as a', 'a.id', 'c.ownerAgencyId')
    .select([
      'cp.id',
      'c.id as caseId',
      'c.reference',
      'c.title',
      'c.programme',
      'c.programmeVersion',
      'c.closedAt',
      'a.shortName as agency',
      'cp.role',
      'cp.side',
      'cp.basis',
      'cp.endedAt',
    ])
    .where(sql<boolean>`cp.person_id in (select id from records_of(${personId}))`)
    .orderBy('cp.endedAt', ob => ob.asc().nullsFirst())
    .orderBy('c.activeAt', 'desc')
    .limit(100)
    .execute()
}

function listRelationships(db: Db, personId: string) {
  return db
    .selectFrom('personRelationships as r')
    .innerJoin('people as a', 'a.id', 'r.personId')
    .innerJoin('people as b', 'b.id', 'r.otherId')
    .innerJoin('cases', 'cases.id', 'r.caseId')
    .select([
      'r.id',
      'r.kind',
      'r.note',
      'r.personId',
      'r.caseId',
      'r.side',
      'r.category',
      'cases.reference',
      'cases.programme',
      'cases.programmeVersion',
      'r.recordedAt',
      'a.givenName as aGiven',
      'a.familyName as aFamily',
      'b.id as bId',
      'b.givenName as bGiven',
      'b.familyName as bFamily',
    ])
    .where(
      sql<boolean>`(r.person_id in (select id from records_of(${personId})) or r.other_id in (select id from records_of(${personId})))`,
    )
    .where('r.endedAt', 'is', null)
    .orderBy('r.recordedAt', 'desc')
    .limit(100)
    .execute()
}

export interface LearningPlaces {
  cases: { id: string; reference: string; title: string; programme: string; programmeVersion: number; mySides: string[] }[]
  ownList: boolean
}

/** Where the worker may record what they learn about a person: cases they work that the person is in, and their agency's own list. */
export async function listLearningPlaces(db: Db, person: Person): Promise<LearningPlaces> {
  const cases = await db
    .selectFrom('cases as c')
    .select(['c.id', 'c.reference', 'c.title', 'c.programme', 'c.programmeVersion'])
    .select(
      sql<string[]>`array(select side from unnest(c.sides) side where exists (select from my_access(c.id, 'contribute', side)))`.as(
        'mySides',
      ),
    )
    .where('c.id', 'in', db.selectFrom('casePeople').select('caseId').where('personId', '=', person.id).where('endedAt', 'is', null))
    .where(sql<boolean>`c.id in (select case_id from my_cases('contribute'))`)
    .where('c.closedAt', 'is', null)
    .orderBy('c.activeAt', 'desc')
    .limit(50)
    .execute()
  return { cases, ownList: person.onOurList }
}

/** Equality monitoring by the worker's own agency: the latest answer to each question. */
export function listEqualityAnswers(db: Db, personId: string) {
  return db
    .selectFrom('equalityAnswers')
    .innerJoin('workers', 'workers.id', 'equalityAnswers.recordedBy')
    .select(['question', 'answer', 'source', 'recordedAt', 'workers.name as by'])
    .distinctOn('question')
    .where('personId', '=', personId)
    .orderBy('question')
    .orderBy('recordedAt', 'desc')
    .execute()
}

export interface PeopleFilter {
  words?: string
  whose?: 'all' | 'cases' | 'list'
}
export type Listed = Omit<Match, 'reasons'>

/** People of the worker's cases and lists, those of the most recently active cases first. */
export async function listPeople(db: Db, { whose = 'all' }: PeopleFilter, most = 50): Promise<Listed[]> {
  const recent = await sql<{ id: string }>`
    with mine as (
      select distinct newest.case_id, newest.active_at from unnest((select my_principals())::uuid[]) principal, lateral (
        select access.case_id, access.active_at from case_access access
        where access.principal_id = principal and access.open and access.tier >= 'read' and access.starts_at <= now() and now() < access.ends_at
          and (access.agreement_id is null or access.agreement_id = any ((select my_agreements())::uuid[]))
        order by access.active_at desc limit ${sql.lit(most)}) newest
      where ${whose !== 'list'}
      order by newest.active_at desc limit ${sql.lit(most)}
    ), listed as (
      select p.id, p.created_at from people p where ${whose !== 'cases'} and p.held_by = ${db.actor.agencyId} order by p.id desc limit ${sql.lit(most)}
    )
    select id from (
      select cp.person_id as id, mine.active_at as at from mine join case_people cp on cp.case_id = mine.case_id and cp.ended_at is null
      union all select id, created_at from listed) both_kinds
    group by id order by max(at) desc, id desc limit ${sql.lit(most)}`.execute(db)
  const ids = recent.rows.map(row => row.id)
  if (ids.length === 0) return []
  const people = await describePeople(db, ids)
  return ids.flatMap(id => people.find(person => person.id === id) ?? [])
}

/** Others who share a case with a person, as choices for a relationship. */
export async function listCompanions(db: Db, personId: string): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('casePeople as own')
    .innerJoin('casePeople as other', 'other.caseId', 'own.caseId')
    .innerJoin('people as p', 'p.id', 'other.personId')
    .select(['p.id', 'p.givenName', 'p.familyName'])
    .distinct()
    .where('own.personId', '=', personId)
    .where('p.id', '<>', personId)
    .orderBy('p.familyName')
    .limit(500)
    .execute()
  return rows.map(row => ({ id: row.id, name: nameOf(row) }))
}
