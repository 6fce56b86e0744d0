/** The kinds of row that one may ask about, each as the question needs it. Rows that the worker may not see do not exist here. */
import { type RawBuilder, sql } from 'kysely'
import { toldKinds } from '../../../sentences.ts'
import type { CaseTab, RowKind } from '../../cases/index.ts'

interface Kind {
  /** What workers call it. */
  noun: string
  tab: CaseTab
  /** Whether it ties somebody to the case. */
  ties: boolean
  /** Its part of a case and what it is called; restricted rows are not named, because that would be to open them. */
  found: (id: string) => RawBuilder<unknown>
}

const fact = (table: string, called: string, recordedBy = 'recorded_by(id)'): Kind['found'] => {
  const [from, words, by] = [sql.table(table), sql.raw(called), sql.raw(recordedBy)]
  return id => sql`select id, case_id, side, category, false as restricted, ${words} as called, ${by} as by_id, recorded_at as at, person_id,
    null::uuid as to_id from ${from} fact where id = ${id}`
}
const written = (rest: RawBuilder<unknown>): Kind['found'] => {
  return id => sql`select * from (${rest}) row where id = ${id}`
}

export const kinds: Record<RowKind, Kind> = {
  entry: {
    noun: 'entry',
    tab: 'timeline',
    ties: false,
    found: written(
      sql`select id, case_id, side, category, restricted, '' as called, author_id as by_id, occurred_at as at, null::uuid as person_id, null::uuid as to_id from entries`,
    ),
  },
  document: {
    noun: 'document',
    tab: 'documents',
    ties: false,
    found:
      written(sql`select id, case_id, side, category, restricted, case when restricted then '' else title end as called, created_by as by_id, created_at as at,
      null::uuid as person_id, null::uuid as to_id from documents`),
  },
  task: {
    noun: 'task',
    tab: 'plan',
    ties: false,
    found: written(
      sql`select id, case_id, side, category, false as restricted, title as called, created_by as by_id, created_at as at, null::uuid as person_id, assigned_to as to_id from tasks`,
    ),
  },
  message: {
    noun: 'message',
    tab: 'messages',
    ties: false,
    found: written(
      sql`select id, case_id, side, category, false as restricted, '' as called, author_id as by_id, sent_at as at, null::uuid as person_id, to_id from messages`,
    ),
  },
  aim: {
    noun: 'aim',
    tab: 'plan',
    ties: false,
    found: written(
      sql`select id, case_id, side, null as category, false as restricted, title as called, created_by as by_id, created_at as at, null::uuid as person_id, null::uuid as to_id from aims`,
    ),
  },
  outcome: {
    noun: 'outcome',
    tab: 'outcomes',
    ties: false,
    found: written(
      sql`select id, case_id, side, null as category, false as restricted, kind as called, recorded_by as by_id, recorded_at as at, null::uuid as person_id, null::uuid as to_id from outcomes`,
    ),
  },
  closure: {
    noun: 'closure',
    tab: 'outcomes',
    ties: false,
    found: written(
      sql`select id, case_id, null as side, null as category, false as restricted, reason as called, closed_by as by_id, closed_at as at, null::uuid as person_id, null::uuid as to_id from closures`,
    ),
  },
  consent: {
    noun: 'consent',
    tab: 'consents',
    ties: true,
    found: written(
      sql`select id, case_id, side, null as category, false as restricted, purposes as called, recorded_by as by_id, recorded_at as at, null::uuid as person_id, null::uuid as to_id from consents`,
    ),
  },
  person: {
    noun: 'person in this case',
    tab: 'people',
    ties: true,
    found:
      written(sql`select cp.id, cp.case_id, cp.side, null as category, false as restricted, p.given_name || ' ' || p.family_name || ', ' || cp.role as called,
      cp.added_by as by_id, cp.added_at as at, null::uuid as person_id, null::uuid as to_id from case_people cp join people p on p.id = cp.person_id`),
  },
  place: {
    noun: 'place in this case',
    tab: 'places',
    ties: true,
    found:
      written(sql`select cp.id, cp.case_id, cp.side, null as category, false as restricted, concat_ws(', ', nullif(p.name, ''), nullif(p.line1, '')) as called,
      cp.added_by as by_id, cp.added_at as at, null::uuid as person_id, null::uuid as to_id from case_places cp join places p on p.id = cp.place_id`),
  },
  object: {
    noun: 'thing in this case',
    tab: 'people',
    ties: true,
    found: written(
      sql`select id, case_id, side, null as category, false as restricted, name as called, added_by as by_id, added_at as at, null::uuid as person_id, null::uuid as to_id from case_objects`,
    ),
  },
  name: { noun: 'name', tab: 'people', ties: true, found: fact('person_names', 'name') },
  contact: { noun: 'way to reach somebody', tab: 'people', ties: true, found: fact('person_contacts', 'kind') },
  warning: { noun: 'warning', tab: 'people', ties: true, found: fact('person_warnings', 'instruction') },
  need: { noun: 'need', tab: 'people', ties: true, found: fact('person_needs', 'kind') },
  deed: {
    noun: 'line',
    tab: 'timeline',
    ties: false,
    // Whether it ties somebody to the case stands in the row, and what it is called in its sentence.
    found: id =>
      sql`select id, case_id, side, category, restricted, '' as called, worker_id as by_id, at, null::uuid as person_id, null::uuid as to_id,
        about_people as ties, kind, subject_id from events where id = ${id} and case_id is not null and kind = any (${toldKinds}) and kind <> 'entry_added'`,
  },
  relationship: { noun: 'relationship', tab: 'people', ties: true, found: fact('person_relationships', 'kind', 'recorded_by') },
}

export const isRowKind = (what: string): what is RowKind => Object.hasOwn(kinds, what)
