/** The rows of a world's cases: who is in them, what was written, what is to be done. */
import { day, days, idOf, idOfPrincipal, type Row } from './ids.ts'
import { size } from './sizes.ts'
import { at, type Mark, type Principal, sideIn, type World } from './world.ts'

/** People belong to no case, and come before everything that is about them. */
export const peopleOf = (world: World): [string, Row[]][] => [
  [
    'people',
    world.people.map(({ heldBy }, index) => ({
      id: idOf('people', index),
      held_by: heldBy === null ? null : idOf('agencies', heldBy),
      given_name: 'Person',
      family_name: `Number${index}`,
      born_on: `1990-01-0${index + 1}`,
      born_precision: 'day',
      gender: '',
      source_reference: '',
      created_at: days(-9),
    })),
  ],
]

/** Rows in the order in which they can be laid. */
export const contentsOf = (world: World): [string, Row[]][] => [...linksOf(world), ...writingsOf(world), ...workOf(world)]

const leadOf = (world: World, which: number): string => idOf('workers', at(world.cases, which).lead)

const signedBy = (world: World, author: number, before?: boolean): { author_id: string; agency_id: string } => ({
  author_id: idOf('workers', author),
  agency_id: idOf('agencies', agencyThen(world, author, before)),
})

/** For which agency somebody works; before that it was another. */
const agencyThen = (world: World, worker: number, before?: boolean): number =>
  (at(world.workers, worker).agency + (before ? 1 : 0)) % size.agencies

const asThen = (world: World, to: Principal | null, before?: boolean): string | null =>
  to?.[0] === 'worker' ? idOf('agencies', agencyThen(world, to[1], before)) : null

const markedIn = (world: World, which: number, { side, category }: Mark): Row => ({
  case_id: idOf('cases', which),
  side: sideIn(world, which, side),
  category,
})

const linksOf = (world: World): [string, Row[]][] => [
  [
    'case_people',
    world.casePeople.map(({ case: which, person, side, ended }, index) => ({
      id: idOf('case_people', index),
      case_id: idOf('cases', which),
      side: sideIn(world, which, side),
      person_id: idOf('people', person),
      role: 'Resident',
      basis: 'Said so',
      added_by: leadOf(world, which),
      ended_at: ended ? days(-1) : null,
    })),
  ],
  [
    'person_contacts',
    world.contacts.map(({ person, case: which, side, category }, index) => ({
      id: idOf('person_contacts', index),
      person_id: idOf('people', person),
      ...(which === null ? { case_id: null, side: null, category } : markedIn(world, which, { side, category })),
      ...reachOf(index),
      postcode: '',
    })),
  ],
  [
    'conflicts',
    world.conflicts.map(({ worker, person, case: which, lifted, declaredBy }, index) => ({
      id: idOf('conflicts', index),
      declared_by: declaredBy === null ? null : idOf('workers', declaredBy),
      worker_id: idOf('workers', worker),
      person_id: person === null ? null : idOf('people', person),
      case_id: person === null ? idOf('cases', which) : null,
      kind: 'declared by administrator',
      lifted_at: lifted ? days(-1) : null,
    })),
  ],
]

/** Every other way to reach somebody is a number. */
export const reachOf = (index: number) =>
  index % 2 ? { kind: 'mobile', value: `0770090000${index}` } : { kind: 'address', value: `Fern${index} Court` }

const writingsOf = (world: World): [string, Row[]][] => [
  [
    'entries',
    world.entries.map(({ case: which, author, before, readers, ...mark }, index) => ({
      id: idOf('entries', index),
      ...markedIn(world, which, mark),
      ...signedBy(world, author, before),
      kind: 'note',
      occurred_at: days(-3),
      body: 'Seen at home',
      restricted: readers !== null,
      grade: '',
    })),
  ],
  [
    'entry_people',
    world.entries.flatMap(({ about }, index) =>
      about === null ? [] : [{ entry_id: idOf('entries', index), person_id: idOf('people', about) }],
    ),
  ],
  [
    'documents',
    world.documents.map(({ case: which, author, before, readers, ...mark }, index) => ({
      id: idOf('documents', index),
      ...markedIn(world, which, mark),
      title: `Document${index}`,
      kind: 'document',
      created_by: signedBy(world, author).author_id,
      agency_id: signedBy(world, author, before).agency_id,
      restricted: readers !== null,
    })),
  ],
  ['named_readers', [...namedIn(world, 'entries'), ...namedIn(world, 'documents')]],
]

const namedIn = (world: World, table: 'entries' | 'documents'): Row[] =>
  world[table].flatMap(({ case: which, author, readers }, index) =>
    (readers ?? []).map(reader => ({
      record_id: idOf(table, index),
      case_id: idOf('cases', which),
      worker_id: idOf('workers', reader),
      named_by: idOf('workers', author),
    })),
  )

const workOf = (world: World): [string, Row[]][] => [
  [
    'tasks',
    world.tasks.map(({ case: which, to, before, done, ...mark }, index) => ({
      id: idOf('tasks', index),
      ...markedIn(world, which, mark),
      title: `Task ${index}`,
      detail: '',
      assigned_to: idOfPrincipal(to),
      assigned_as: asThen(world, to, before),
      due_on: day(3),
      created_by: leadOf(world, which),
      done_at: done ? days(-1) : null,
      done_by: done ? leadOf(world, which) : null,
      evidence: done ? 'Rang them' : '',
    })),
  ],
  [
    'messages',
    world.messages.map(({ case: which, author, to, before, reader: _, ...mark }, index) => ({
      id: idOf('messages', index),
      ...markedIn(world, which, mark),
      ...signedBy(world, author),
      to_id: to === null ? null : idOfPrincipal(to),
      to_as: asThen(world, to, before),
      sent_at: days(-1),
      answer_by: to === null ? null : days(-0.5),
      body: 'Ring me',
    })),
  ],
]
