/** What else can be in a case, beyond what the model of the rules knows by itself; and who may see it, said outright. */
import { storeFile } from '../../../src/platform/files.ts'
import { newId } from '../../../src/platform/db.ts'
import { wholeSight } from '../around.ts'
import { day, days, idOf, type Row } from '../ids.ts'
import { endsOf, mergesOf } from '../rows-around.ts'
import { foundOf } from '../rows-more.ts'
import { asHigh, governs, onSide, openings, opens, opensPeople, overlap, reaches, seesPerson, sightOf } from '../model.ts'
import { at, type Grant, type Mark, type Side } from '../world.ts'
import { county } from './county.ts'
import { secret } from './secrets.ts'

type Placed = { case: number; side: Side | null }

/** Where each of these rows belongs: the cases where nothing hides, where the side counts, and where few may look. */
const places: (Placed & { place: number })[] = [
  { case: 0, side: null, place: 0 },
  { case: 2, side: 'victim', place: 0 },
  { case: 2, side: 'victim', place: 1 },
  { case: 2, side: 'subject', place: 2 },
  { case: 3, side: null, place: 3 },
  { case: 4, side: null, place: 4 },
]
const placed: Placed[] = places
const facts: (Placed & Mark & { person: number; other: number })[] = [
  { case: 0, side: null, category: null, person: 0, other: 2 },
  { case: 0, side: null, category: 'health', person: 1, other: 0 },
  { case: 2, side: 'victim', category: null, person: 0, other: 1 },
  { case: 2, side: 'subject', category: null, person: 1, other: 0 },
  { case: 2, side: null, category: null, person: 4, other: 0 },
  { case: 3, side: null, category: null, person: 4, other: 5 },
  { case: 4, side: null, category: null, person: 5, other: 1 },
]

const leadOf = (which: number) => idOf('workers', at(county.cases, which).lead)
const agencyOf = (which: number) => idOf('agencies', at(county.workers, at(county.cases, which).lead).agency)
const inCase = ({ case: which, side }: Placed): Row => ({ case_id: idOf('cases', which), side })

/** One row for each of a list, with its own id. */
const rows = <T>(table: string, list: T[], row: (one: T, index: number) => Row): [string, Row[]] => [
  table,
  list.map((one, index) => ({ id: idOf(table, index), ...row(one, index) })),
]

/** Rows in the order in which they can be laid. */
export const moreRows = async (): Promise<[string, Row[]][]> => [
  rows('places', [0, 1, 2, 3, 4], (_, index) => ({
    held_by: null,
    name: secret('places', index),
    line1: `${index} Mill Lane`,
    town: '',
    postcode: '',
    uprn: '',
    kind: 'premises',
    created_by: leadOf(0),
    created_at: days(-9),
    version: 1,
  })),
  rows('case_places', places, ({ place, ...one }, index) => ({
    ...inCase(one),
    place_id: idOf('places', place),
    role: 'Other',
    basis: secret('case_places', index),
    grade: '',
    grade_reason: '',
    added_by: leadOf(one.case),
    added_at: days(-2),
    version: 1,
  })),
  rows('case_objects', placed, (one, index) => ({
    ...inCase(one),
    kind: 'vehicle',
    name: secret('case_objects', index),
    identifier: '',
    role: 'Other',
    basis: '',
    added_by: leadOf(one.case),
    added_at: days(-2),
  })),
  ...workRows(),
  ...factRows(),
  ...(await fileRows()),
  ['events', eventRows()],
  ...endsOf(county),
  mergesOf(county),
  ...foundOf(county),
]

const workRows = (): [string, Row[]][] => [
  rows('aims', placed, (one, index) => ({
    ...inCase(one),
    title: secret('aims', index),
    position: 0,
    created_by: leadOf(one.case),
    created_at: days(-2),
    version: 1,
  })),
  rows('outcomes', placed, (one, index) => ({
    ...inCase(one),
    agency_id: agencyOf(one.case),
    kind: 'Behaviour stopped',
    detail: secret('outcomes', index),
    quantity: 1,
    achieved_on: day(-1),
    recorded_by: leadOf(one.case),
    recorded_at: days(-1),
  })),
  rows('task_notes', county.tasks, ({ case: which }, index) => ({
    task_id: idOf('tasks', index),
    case_id: idOf('cases', which),
    body: secret('task_notes', index),
    author_id: leadOf(which),
    agency_id: agencyOf(which),
    at: days(-1),
  })),
]

function factRows(): [string, Row[]][] {
  const learnt = ({ person, category, ...one }: (typeof facts)[number]) => ({
    ...inCase(one),
    category,
    person_id: idOf('people', person),
    recorded_by: leadOf(one.case),
    recorded_at: days(-2),
  })
  return [
    rows('person_names', facts, (one, index) => ({ ...learnt(one), kind: 'alias', name: secret('person_names', index) })),
    rows('person_needs', facts, (one, index) => ({ ...learnt(one), kind: 'language', detail: secret('person_needs', index) })),
    rows('person_warnings', facts, (one, index) => ({
      ...learnt(one),
      instruction: secret('person_warnings', index),
      reason: '',
      review_on: day(20),
    })),
    rows('person_relationships', facts, (one, index) => ({
      ...learnt(one),
      other_id: idOf('people', one.other),
      kind: 'friend',
      note: secret('person_relationships', index),
    })),
  ]
}

/** Each document has one version, with a file that says its own secret, in its name and inside. */
async function fileRows(): Promise<[string, Row[]][]> {
  const stored = await Promise.all(
    county.documents.map((_, index) => storeFile([Buffer.from(secret('files', index))], { limit: 1000, name: 'words.txt' })),
  )
  return [
    rows('files', stored, (file, index) => ({
      ...file,
      name: `${secret('files', index)}.txt`,
      case_id: idOf('cases', at(county.documents, index).case),
      stored_by: leadOf(at(county.documents, index).case),
      stored_at: days(-1),
    })),
    rows('document_versions', county.documents, ({ case: which }, index) => ({
      document_id: idOf('documents', index),
      case_id: idOf('cases', which),
      number: 1,
      file_id: idOf('files', index),
      note: secret('document_versions', index),
      added_by: leadOf(which),
      added_at: days(-1),
    })),
  ]
}

/** What was done to the rows of a case, as the record has it: pages of what is new are made of these. */
function eventRows(): Row[] {
  const kinds = { entries: 'entry_added', documents: 'document_added', tasks: 'task_given', messages: 'message_sent' } as const
  return Object.entries(kinds).flatMap(([table, kind]) =>
    county[table as keyof typeof kinds].map((row, index) => ({
      id: newId(),
      kind,
      case_id: idOf('cases', row.case),
      subject_id: idOf(table, index),
      detail: {},
      worker_id: leadOf(row.case),
      agency_id: agencyOf(row.case),
      at: days(-0.5),
      turn: 1,
      address: '',
      device: '',
      side: at(county.cases, row.case).programme === 'asb' ? null : row.side,
      category: row.category,
      restricted: 'readers' in row && row.readers !== null,
      about_people: false,
    })),
  )
}

/** What the model knows of by itself: conflicts, emergencies, questions between agencies, and what ended. */
const ends = [
  ...['flags', 'person_merges', 'person_pairs'],
  'conflicts',
  'emergency_openings',
  'notices',
  'information_requests',
  'recalls',
  'recall_copies',
  'search_notices',
]

/** All that a worker may meet, as "table place". A pointer tells of a case by its reference. */
export function sightIn(worker: number): Set<string> {
  const sight = sightOf(county, worker)
  const sees = (table: string, index: number) => sight[table]?.includes(`${index}`) ?? false
  const reads = (row: Placed) => opens(county, worker, row.case, 'read', onSide(row))
  const readsPeople = (row: Placed) => opensPeople(county, worker, row.case, 'read', onSide(row))
  const learns = (fact: (typeof facts)[number]) => opensPeople(county, worker, fact.case, 'read', fact)
  const own = <T>(table: string, list: T[], may: (one: T, index: number) => boolean) =>
    list.flatMap((one, index) => (may(one, index) ? [`${table} ${index}`] : []))
  const whole = wholeSight(county, worker)
  return new Set([
    ...ends.flatMap(table => whole[table]?.map(place => `${table} ${place}`) ?? []),
    // Whoever is told that something ended, began or was searched for is told it of a case, by its reference.
    ...['recalls', 'notices', 'search_notices'].flatMap(
      table => whole[table]?.map(place => `case_pointers ${casesOfRows(table)[Number(place)]}`) ?? [],
    ),
    ...Object.entries(sight).flatMap(([table, found]) => found.map(place => `${table} ${place}`)),
    ...own(
      'shares',
      county.grants,
      (share, index) => sees('grants', index) || county.cases.some((_, which) => tellsOf(worker, share, which)),
    ),
    ...own('consents', county.consents, one => readsPeople({ ...one, side: null })),
    ...own('places', [0, 1, 2, 3, 4], index => places.some(one => one.place === index && readsPeople(one))),
    ...own('case_places', places, readsPeople),
    ...own('case_objects', placed, readsPeople),
    ...own('aims', placed, reads),
    ...own('outcomes', placed, reads),
    ...own('task_notes', county.tasks, (_, index) => sees('tasks', index)),
    ...['person_names', 'person_needs', 'person_warnings'].flatMap(table => own(table, facts, learns)),
    ...own(
      'person_relationships',
      facts,
      one => learns(one) && seesPerson(county, worker, one.person) && seesPerson(county, worker, one.other),
    ),
    ...['files', 'document_versions'].flatMap(table => own(table, county.documents, (_, index) => sees('documents', index))),
  ])
}

/** Whoever reads a case knows who else can see it, on the sides that they work. */
const tellsOf = (worker: number, share: Grant, which: number): boolean =>
  reaches(county, share, which) &&
  (governs(county, worker, which) ||
    openings(county, worker, which).some(({ tier, sides }) => asHigh(tier, 'read') && overlap(sides, share.sides)))

/** The case of each row of a table; null for what is in no case. */
export function casesOfRows(table: string): (number | null)[] {
  const known: Record<string, { case: number | null }[]> = {
    consents: county.consents,
    cases: county.cases.map((_, index) => ({ case: index })),
    grants: county.grants,
    case_people: county.casePeople,
    person_contacts: county.contacts,
    entries: county.entries,
    documents: county.documents,
    tasks: county.tasks,
    messages: county.messages,
    case_places: places,
    case_objects: placed,
    aims: placed,
    outcomes: placed,
    person_names: facts,
    person_needs: facts,
    person_warnings: facts,
    person_relationships: facts,
    files: county.documents,
    document_versions: county.documents,
    task_notes: county.tasks,
    information_requests: county.requests,
    emergency_openings: county.emergencies,
    recalls: county.recalls,
    conflicts: county.conflicts.map(() => ({ case: null })),
    notices: county.notices,
    search_notices: county.searches,
    ...Object.fromEntries(
      Object.entries({ flags: county.flags, person_merges: county.merges, person_pairs: county.pairs }).map(([name, list]) => [
        name,
        list.map(() => ({ case: null })),
      ]),
    ),
  }
  const bare: Record<string, unknown[]> = { people: county.people, places: [0, 1, 2, 3, 4] }
  const found = known[table]?.map(row => row.case) ?? bare[table]?.map(() => null)
  if (!found) throw new Error(`Nobody knows what ${table} has rows of.`)
  return found
}
