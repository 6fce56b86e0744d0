// Rows of what was written in cases, what was done, and who looked.
import { guessPeople } from '../../slices/chronology/guess.ts'
import { later } from '../calendar.ts'
import { from } from '../must.ts'
import type { Case, County, Entry, Moment, Person, Slug } from '../shape.ts'
import { caseId, idOf, personId, principal } from './ids.ts'
import { whence } from './record.ts'
import { addRows, type Row, type Tables } from './rows.ts'
import { kindOf } from './words.ts'

type Known = { agencyOf: Map<Slug, Slug>; people: Map<Slug, Person> }

export function addChronology(county: County, tables: Tables): void {
  const known = { agencyOf: new Map(county.workers.map(w => [w.slug, w.agency])), people: new Map(county.people.map(p => [p.slug, p])) }
  for (const told of county.cases) {
    for (const entry of told.entries) addEntry(entry, told, known, tables)
    addRows(tables, 'events', deeds(told).map(deed => eventRow(deed, told, known)))
    addRows(tables, 'looks', told.looks.map(({ worker, at }, n) => ({
      id: idOf('look', `${told.slug} ${n}`, at), kind: 'case', subject_id: caseId(told.slug), case_id: caseId(told.slug), ...doer(worker, known), at,
    })))
  }
}

/** An entry and its corrections: each a row of its own that replaces the one before and says why. */
function addEntry(entry: Entry, told: Case, known: Known, tables: Tables): void {
  const wordings = [...entry.replaced.map(({ text }) => text), entry.text]
  wordings.forEach((body, n) => {
    const corrected = entry.replaced[n - 1]
    const id = entryId(entry, n)
    const by = corrected?.by ?? entry.by
    addRows(tables, 'entries', [{
      id, case_id: caseId(told.slug), kind: kindOf(entry, told), occurred_at: entry.at, body, grade: entry.grade ?? '', category: entry.sensitivity === 'sensitive' ? 'other' : null,
      author_id: principal(by), agency_id: principal(from(known.agencyOf, by)), recorded_at: corrected?.at ?? entry.writtenAt,
      corrects_id: corrected && entryId(entry, n - 1), correction_reason: corrected?.reason ?? '',
    }])
    addRows(tables, 'entry_people', namedIn(body, entry, told, known).map(person_id => ({ entry_id: id, person_id })))
  })
}

function entryId(entry: Entry, n: number): string {
  return idOf('entry', `${entry.slug} ${n}`, n === 0 ? entry.writtenAt : (entry.replaced[n - 1]?.at ?? entry.writtenAt))
}

function namedIn(body: string, entry: Entry, told: Case, { people }: Known): string[] {
  const inCase = told.people.map(({ person }) => from(people, person)).map(({ slug, given, family }) => ({ id: personId(slug), givenName: given, familyName: family }))
  return [...new Set([...entry.people.map(personId), ...guessPeople(body, inCase)])]
}

type Deed = { kind: string; by: Slug; at: Moment; subject?: string; detail?: Row; slug: string }

/** What was done in a case, as the commands would have recorded it. */
function deeds(told: Case): Deed[] {
  return [
    { kind: 'case_opened', by: told.openedBy, at: told.openedAt, slug: told.slug },
    ...told.entries.flatMap((entry): Deed[] => [
      { kind: 'entry_added', by: entry.by, at: entry.writtenAt, subject: entryId(entry, 0), slug: entry.slug },
      ...entry.replaced.map(({ by, at }, n): Deed => ({ kind: 'entry_corrected', by, at, subject: entryId(entry, n + 1), slug: `${entry.slug} ${n}` })),
    ]),
    ...told.tasks.flatMap((task): Deed[] => {
      const [to = ''] = Object.values(task.to) as Slug[]
      const subject = idOf('task', task.slug, task.setAt)
      return [
        { kind: 'task_given', by: task.setBy, at: task.setAt, subject, detail: { principal: principal(to), to: principal(to) }, slug: `${task.slug} given` },
        ...(task.done ? [{ kind: 'task_done', by: task.done.by, at: task.done.at, subject, slug: `${task.slug} done` }] : []),
        ...(task.cancelled ? [{ kind: 'task_cancelled', by: task.cancelled.by, at: task.cancelled.at, subject, slug: `${task.slug} cancelled` }] : []),
      ]
    }),
    ...told.documents.map((document): Deed => ({ kind: 'document_added', by: document.addedBy, at: document.addedAt, subject: idOf('document', document.slug, document.addedAt), slug: document.slug })),
    ...(told.closure ? [{ kind: 'case_closed', by: told.closure.by, at: told.closure.at, slug: `${told.slug} closed` }] : []),
  ]
}

function eventRow({ kind, by, at, subject, detail, slug }: Deed, told: Case, known: Known): Row {
  return { id: idOf(`event ${kind}`, slug, later(at, 0)), kind, case_id: caseId(told.slug), subject_id: subject, detail: detail ?? {}, ...doer(by, known), at }
}

const doer = (worker: Slug, { agencyOf }: Known): Row => ({ worker_id: principal(worker), agency_id: principal(from(agencyOf, worker)), ...whence(worker) })
