/** The rows around a world's cases, as the database holds them. */
import { agencyOf } from './around.ts'
import { day, days, idOf, idOfPrincipal, type Row } from './ids.ts'
import { isOfConflict, isOfReceipt } from './surroundings.ts'
import { at, type Mark, type Side, sideIn, type World } from './world.ts'

const leadOf = (world: World, which: number): string => idOf('workers', at(world.cases, which).lead)

/** One row for each of a list, with its own id. */
const rows = <T>(table: string, list: T[], row: (one: T, index: number) => Row): [string, Row[]] => [
  table,
  list.map((one, index) => ({ id: idOf(table, index), ...row(one, index) })),
]

const inCase = (world: World, { case: which, side }: { case: number; side: Side | null }): Row => ({
  case_id: idOf('cases', which),
  side: sideIn(world, which, side),
})

/** The mark of a row that may be of no case. */
const marked = (world: World, { case: which, side, category }: { case: number | null } & Mark): Row =>
  which === null ? { case_id: null, side: null, category } : { ...inCase(world, { case: which, side }), category }

/** Rows in the order in which they can be laid, after everything that is of a case. */
export const aroundOf = (world: World): [string, Row[]][] => [
  ...placesOf(world),
  ...factsOf(world),
  ...filesOf(world),
  ...recordOf(world),
  ...endsOf(world),
  ...ownOf(world),
]

const placesOf = (world: World): [string, Row[]][] => [
  rows('places', world.places, ({ heldBy }, index) => ({
    held_by: heldBy === null ? null : idOf('agencies', heldBy),
    name: '',
    line1: `Mill${index} Lane`,
    town: '',
    postcode: '',
    uprn: '',
    kind: 'premises',
    created_at: days(-9),
    version: 1,
  })),
  rows('case_places', world.casePlaces, one => ({
    ...inCase(world, one),
    place_id: idOf('places', one.place),
    role: 'Other',
    basis: '',
    grade: '',
    grade_reason: '',
    added_by: leadOf(world, one.case),
    version: 1,
  })),
  rows('case_objects', world.placed, one => ({
    ...inCase(world, one),
    kind: 'vehicle',
    name: 'A van',
    identifier: '',
    role: 'Other',
    basis: '',
    added_by: leadOf(world, one.case),
  })),
  rows('aims', world.placed, one => ({
    ...inCase(world, one),
    title: 'A safe home',
    position: 0,
    created_by: leadOf(world, one.case),
    version: 1,
  })),
  rows('outcomes', world.placed, one => ({
    ...inCase(world, one),
    agency_id: idOf('agencies', agencyOf(world, at(world.cases, one.case).lead)),
    kind: 'Housed',
    detail: '',
    quantity: 1,
    achieved_on: day(-1),
    recorded_by: leadOf(world, one.case),
  })),
]

function factsOf(world: World): [string, Row[]][] {
  const learnt = (fact: World['contacts'][number]): Row => ({ ...marked(world, fact), person_id: idOf('people', fact.person) })
  return [
    rows('person_names', world.contacts, (fact, index) => ({ ...learnt(fact), kind: 'alias', name: `Alias${index}` })),
    rows('person_needs', world.contacts, fact => ({ ...learnt(fact), kind: 'language', detail: 'Welsh' })),
    rows('person_warnings', world.contacts, fact => ({ ...learnt(fact), instruction: 'Visit in twos', reason: '', review_on: day(20) })),
    rows('person_relationships', world.relationships, ({ person, other, ...one }) => ({
      ...marked(world, one),
      person_id: idOf('people', person),
      other_id: idOf('people', other),
      kind: 'friend',
      note: '',
    })),
    rows('equality_answers', world.answers, ({ person, agency }) => ({
      person_id: idOf('people', person),
      agency_id: idOf('agencies', agency),
      question: 'age',
      answer: '40',
      source: 'self',
      recorded_by: idOf('workers', 0),
    })),
    rows('person_versions', world.people, (_, index) => ({
      person_id: idOf('people', index),
      version: 1,
      given_name: 'Person',
      family_name: `Before ${index}`,
      born_precision: 'day',
      gender: '',
    })),
    mergesOf(world),
  ]
}

/** Records that are shown as one person. */
export const mergesOf = (world: World): [string, Row[]] =>
  rows('person_merges', world.merges, ({ kept, absorbed }) => ({
    kept_id: idOf('people', kept),
    absorbed_id: idOf('people', absorbed),
    reason: 'One and the same',
    merged_by: idOf('workers', 0),
    end_reason: '',
  }))

const filesOf = (world: World): [string, Row[]][] => [
  rows('files', world.documents, ({ case: which, author }, index) => ({
    sha256: '0'.repeat(64),
    size: 1,
    type: 'text/plain',
    name: `${index}.txt`,
    case_id: idOf('cases', which),
    stored_by: idOf('workers', author),
    stored_at: days(-1),
  })),
  rows('document_versions', world.documents, ({ case: which, author }, index) => ({
    document_id: idOf('documents', index),
    case_id: idOf('cases', which),
    number: 1,
    file_id: idOf('files', index),
    note: '',
    added_by: idOf('workers', author),
  })),
  rows('task_notes', world.tasks, ({ case: which }, index) => ({
    task_id: idOf('tasks', index),
    case_id: idOf('cases', which),
    body: 'Rang twice',
    author_id: leadOf(world, which),
    agency_id: idOf('agencies', agencyOf(world, at(world.cases, which).lead)),
  })),
  [
    'message_reads',
    world.messages.map(({ author, reader }, index) => ({
      message_id: idOf('messages', index),
      worker_id: idOf('workers', reader ?? author),
    })),
  ],
]

function recordOf(world: World): [string, Row[]][] {
  const noted = (one: World['looks'][number] | World['happenings'][number]): Row => ({
    ...marked(world, one),
    worker_id: idOf('workers', one.by),
    agency_id: idOf('agencies', agencyOf(world, one.by)),
    at: days(-0.5),
    turn: 1,
    address: '',
    device: '',
    restricted: one.entry !== null && world.entries[one.entry]?.readers != null,
  })
  const entry = (one: number | null) => (one === null ? null : idOf('entries', one))
  return [
    rows('events', world.happenings, one => ({
      ...noted(one),
      kind: one.kind,
      // Only the two ends of a share are told, by a rule of their own.
      ...(isOfReceipt(one) ? { restricted: true } : {}),
      subject_id: aboutOf(one) ?? entry(one.entry),
      detail: one.kind === 'message_sent' && one.to !== null ? { to: idOfPrincipal(one.to) } : {},
      about_people: one.aboutPeople,
    })),
    rows('looks', world.looks, one => ({
      ...noted(one),
      kind: one.kind,
      subject_id:
        one.kind === 'refused' ? idOf('cases', one.refused) : one.kind === 'person' ? idOf('people', one.person) : entry(one.entry),
      words: '',
    })),
  ]
}

const aboutOf = (one: World['happenings'][number]): string | null => {
  if (isOfConflict(one)) return idOf('conflicts', one.conflict)
  if (one.kind === 'worker_added') return idOf('workers', one.by)
  if (one.kind === 'records_merged') return idOf('people', one.person)
  return isOfReceipt(one) ? idOf('grants', one.share) : null
}

/** Questions between agencies, and what tells that something began or ended. */
export const endsOf = (world: World): [string, Row[]][] => [
  rows('information_requests', world.requests, ({ by, to, agreement, case: which, handedTo, answered }) => ({
    from_agency_id: idOf('agencies', agencyOf(world, by)),
    to_agency_id: idOf('agencies', to),
    asked_by: idOf('workers', by),
    asked_at: days(-1),
    agreement_id: idOf('agreements', agreement),
    case_id: which === null ? null : idOf('cases', which),
    about: 'Somebody',
    purpose: 'To keep them safe',
    question: 'Do you know them?',
    urgency: 'routine',
    due_on: day(3),
    handed_to: handedTo === null ? null : idOf('workers', handedTo),
    answered_at: answered ? days(-0.5) : null,
    answered_by: answered ? idOf('workers', by) : null,
    answer: answered ? 'nil' : null,
    answer_words: '',
  })),
  rows('recalls', world.recalls, ({ case: which, agency, kind, subject, confirmed }) => ({
    case_id: idOf('cases', which),
    reference: `WRLD-000${which}`,
    owner_agency_id: idOf('agencies', agencyOf(world, at(world.cases, which).lead)),
    agency_id: idOf('agencies', agency),
    kind,
    subject_id: idOf({ share: 'grants', person: 'case_people', entry: 'entries', worker: 'workers' }[kind], subject),
    ended_at: days(-1),
    drafts: 0,
    confirmed_at: confirmed ? days(-0.5) : null,
    confirmed_by: confirmed ? idOf('workers', 0) : null,
    confirmed_words: '',
    recalled_at: days(-1),
  })),
  rows('recall_copies', world.copies, one => ({
    ...marked(world, one),
    recall_id: idOf('recalls', one.recall),
    agency_id: idOf('agencies', at(world.recalls, one.recall).agency),
    worker_id: idOf('workers', one.worker),
    kind: 'print',
    taken_at: days(-2),
  })),
  rows('emergency_openings', world.emergencies, ({ by, case: which, reviewed }) => ({
    case_id: idOf('cases', which),
    worker_id: idOf('workers', by),
    agency_id: idOf('agencies', agencyOf(world, by)),
    grant_id: idOf('grants', 0),
    reason: 'Somebody was in danger',
    // Looks of a world are taken between the two.
    opened_at: days(-0.51),
    ends_at: days(-0.49),
    review_by: day(1),
    reviewed_at: reviewed ? days(-0.4) : null,
    outcome: reviewed ? 'justified' : null,
    review_words: reviewed ? 'Rightly so' : '',
  })),
  rows('notices', world.notices, ({ to, case: which }) => ({
    to_id: idOfPrincipal(to),
    kind: 'opening_reviewed',
    case_id: which === null ? null : idOf('cases', which),
    reference: 'WRLD',
    at: days(-1),
  })),
  rows('search_notices', world.searches, ({ case: which, by }) => ({
    case_id: idOf('cases', which),
    reference: `WRLD-000${which}`,
    owner_agency_id: idOf('agencies', agencyOf(world, at(world.cases, which).lead)),
    searcher_id: idOf('workers', by),
    searcher_agency_id: idOf('agencies', agencyOf(world, by)),
    day: day(0),
    at: days(-0.1),
  })),
]

/** What each worker has of their own. */
function ownOf(world: World): [string, Row[]][] {
  const each = (row: (worker_id: string) => Row) => world.workers.map((_, index) => row(idOf('workers', index)))
  return [
    ['drafts', each(worker_id => ({ worker_id, key: 'a note', body: {} }))],
    ['digests', each(worker_id => ({ worker_id, day: day(0) }))],
    ['reminder_choices', each(worker_id => ({ worker_id, kinds: '{}' }))],
    rows('interests', world.workers, (_, index) => ({
      worker_id: idOf('workers', index),
      kind: 'other',
      name: '',
      line1: '',
      postcode: '',
      phone: '',
      note: 'A neighbour',
      declared_at: days(-1),
    })),
  ]
}
