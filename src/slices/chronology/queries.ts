/** Reads of the chronology: entries as they stand, with what they replaced, and the system's own lines between them. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'
import { toldKinds } from '../../sentences.ts'

export interface EntryFilter {
  kind?: string
  words?: string
  /** Entries that happened before this moment: the next page. */
  before?: Date
  /** What others recorded after this moment, whenever it happened. */
  newSince?: Date
  /** This entry alone, opened: then its words are there also when it is restricted. */
  only?: string
}

export type ReadEntry = Awaited<ReturnType<typeof listEntries>>[number]

/** Entries newest first by when they happened, `most` + 1 at most. A corrected entry is shown by its correction. Of a restricted one there are no words, nor can they be searched: it has to be opened. */
export async function listEntries(db: Db, caseId: string, { kind, words, before, newSince, only }: EntryFilter = {}, most = 50) {
  const closed = only ? sql`false` : sql`e.restricted`
  const rows = await sql<EntryRow>`
    select e.id, e.kind, e.occurred_at, e.recorded_at, case when ${closed} then '' else e.body end as body, e.grade, e.side, e.category, e.restricted, e.author_id, author.name as author_name, agency.short_name as agency_name,
      case when ${closed} then '' else e.correction_reason end as correction_reason, case when not ${closed} then old.body end as old_body, old.recorded_at as old_recorded_at, old_author.name as old_author_name,
      array(select p.given_name || ' ' || p.family_name from entry_people ep join people p on p.id = ep.person_id where ep.entry_id = e.id and not ${closed}) as people
    from entries e join workers author on author.id = e.author_id join agencies agency on agency.id = e.agency_id
      left join entries old on old.id = e.corrects_id left join workers old_author on old_author.id = old.author_id
    where e.case_id = ${caseId} and ${only ? sql`e.id = ${only}` : isNotCorrected(caseId)}
      ${kind ? sql`and e.kind = ${kind}` : sql``} ${before ? sql`and e.occurred_at < ${before}` : sql``}
      ${newSince ? sql`and e.recorded_at > ${newSince} and e.author_id <> (select my_worker())` : sql``}
      ${words ? sql`and not e.restricted and e.body ilike ${`%${words.replaceAll(/[\\%_]/g, '\\$&')}%`}` : sql``}
    order by e.occurred_at desc, e.id desc limit ${sql.lit(most + 1)}`.execute(db)
  return rows.rows
}

/** Corrections are few, and stand in the case of what they correct: they are read once, and not sought for each entry. */
const isNotCorrected = (caseId: string) =>
  sql`e.id not in (select newer.corrects_id from entries newer where newer.case_id = ${caseId} and newer.corrects_id is not null)`

interface EntryRow {
  id: string
  kind: string
  occurredAt: Date
  recordedAt: Date
  body: string
  grade: string
  side: string | null
  category: string | null
  restricted: boolean
  authorId: string
  authorName: string
  agencyName: string
  correctionReason: string
  oldBody: string | null
  oldRecordedAt: Date | null
  oldAuthorName: string | null
  people: string[]
}

/** One entry, for correcting it; NotFound when it is not in this case or not visible. */
export async function findEntry(db: Db, caseId: string, entryId: string) {
  const found = await db
    .selectFrom('entries as e')
    .innerJoin('workers as author', 'author.id', 'e.authorId')
    .leftJoin('entries as newer', 'newer.correctsId', 'e.id')
    .leftJoin('workers as corrector', 'corrector.id', 'newer.authorId')
    .select([
      'e.id',
      'e.kind',
      'e.body',
      'e.occurredAt',
      'e.recordedAt',
      'e.grade',
      'e.side',
      'e.category',
      'e.restricted',
      'author.name as authorName',
      'newer.id as newerId',
      'newer.body as newerBody',
      'newer.recordedAt as newerAt',
      'corrector.name as newerBy',
    ])
    .where('e.id', '=', entryId)
    .where('e.caseId', '=', caseId)
    .executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}

export type SystemLine = Awaited<ReturnType<typeof listSystemLines>>[number]

/** What was done in a case within a span of time and has a sentence, newest first, with the name of whom it was done to. */
export async function listSystemLines(db: Db, caseId: string, from: Date, to: Date) {
  const rows = await sql<{ id: string; kind: string; at: Date; detail: Record<string, unknown>; by: string; about: string | null }>`
    select e.id, e.kind, e.at, e.detail, worker.name as by,
      -- Looked up line by line: a join would read every worker that there is.
      coalesce((select a.short_name from agencies a where a.id = (e.detail ->> 'principal')::uuid),
        (select t.name from teams t where t.id = (e.detail ->> 'principal')::uuid), (select w.name from workers w where w.id = (e.detail ->> 'principal')::uuid)) as about
    from events e join workers worker on worker.id = e.worker_id
    where e.case_id = ${caseId} and e.at >= ${from} and e.at < ${to} and e.kind = any (${toldKinds})
      -- None of them is told: said so that they are passed over by an index that leaves them out.
      and e.kind <> 'entry_added' order by e.at desc limit 100`.execute(db)
  return rows.rows
}
