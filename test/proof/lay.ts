/** Writes a world into the database, as nobody in particular: its rules are tried afterwards. */
import type pg from 'pg'
import { at, type Principal, type When, type World } from './world.ts'

const tables = [
  'principals',
  'agencies',
  'workers',
  'teams',
  'agreements',
  'cases',
  'grants',
  'people',
  'case_people',
  'person_contacts',
  'entries',
  'tasks',
  'messages',
  'documents',
]

/** The id of a row: its table and its place in the world. */
export const idOf = (table: string, index: number): string =>
  `00000000-0000-7000-9000-${String(tables.indexOf(table) + 1).padStart(4, '0')}${String(index).padStart(8, '0')}`

/** The place in the world of the row with this id. */
export const placeOf = (id: string): string => String(Number(id.slice(-8)))

const kinds = { agency: 'agencies', team: 'teams', worker: 'workers' } as const
export const idOfPrincipal = ([kind, index]: Principal): string => idOf(kinds[kind], index)

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()
const day = (count: number) => days(count).slice(0, 10)
const span = (when: When) => ({ over: [-90, -2], now: [-30, 30], 'to come': [2, 90] })[when] as [number, number]

type Row = Record<string, unknown>

/** Lays one table of rows after the other; the database's own triggers derive the rest. */
export async function lay(client: pg.ClientBase, world: World): Promise<void> {
  for (const [table, rows] of rowsOf(world)) {
    const [first] = rows
    if (!first) continue
    const columns = Object.keys(first).join(', ')
    await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows),
    ])
  }
}

function rowsOf(world: World): [string, Row[]][] {
  return [...actorsOf(world), ...agreementsOf(world), ...casesOf(world), ...contentsOf(world)]
}

function actorsOf({ agencies, workers, teams }: World): [string, Row[]][] {
  return [
    [
      'principals',
      (['agency', 'team', 'worker'] as const).flatMap(kind =>
        ({ agency: agencies, team: teams, worker: workers })[kind].map((_, index) => ({ id: idOfPrincipal([kind, index]), kind })),
      ),
    ],
    [
      'agencies',
      agencies.map(({ suspended }, index) => ({
        id: idOf('agencies', index),
        name: `Agency of the world ${index}`,
        short_name: `Agency ${index}`,
        kind: 'council',
        contact: '',
        suspended_at: suspended ? days(-1) : null,
      })),
    ],
    [
      'teams',
      teams.map(({ agency, ended }, index) => ({
        id: idOf('teams', index),
        agency_id: agency === null ? null : idOf('agencies', agency),
        name: `Team of the world ${index}`,
        purpose: '',
        ended_on: ended ? day(-1) : null,
      })),
    ],
    [
      'workers',
      workers.map(({ agency, standing }, index) => ({
        id: idOf('workers', index),
        agency_id: idOf('agencies', agency),
        name: `Worker ${index}`,
        job_title: '',
        email: `worker.${index}@world.test`,
        phone: '',
        joined_on: day(standing === 'joins tomorrow' ? 2 : -400),
        left_on: standing === 'left' ? day(-2) : null,
        suspended_at: standing === 'suspended' ? days(-1) : null,
      })),
    ],
    ['worker_roles', workers.flatMap(({ role }, index) => (role ? [{ worker_id: idOf('workers', index), role }] : []))],
    [
      'team_members',
      teams.flatMap(({ members }, index) =>
        members.map(({ worker, when }) => ({
          team_id: idOf('teams', index),
          worker_id: idOf('workers', worker),
          starts_on: day(span(when)[0]),
          ends_on: day(span(when)[1]),
        })),
      ),
    ],
  ]
}

function agreementsOf({ agreements }: World): [string, Row[]][] {
  return [
    [
      'agreements',
      agreements.map(({ programmes, when, suspended }, index) => ({
        id: idOf('agreements', index),
        reference: `WORLD-${index}`,
        name: `Agreement ${index}`,
        purposes: 'Keeping people safe',
        gateway: 'Section 115',
        lawful_basis: 'Article 6(1)(e)',
        programmes,
        starts_on: day(span(when)[0]),
        review_on: day(span(when)[1]),
        ends_on: day(span(when)[1]),
        suspended_at: suspended ? days(-1) : null,
      })),
    ],
    [
      'agreement_parties',
      agreements.flatMap(({ parties }, index) =>
        parties.map(({ agency, when }) => ({
          agreement_id: idOf('agreements', index),
          agency_id: idOf('agencies', agency),
          signed_on: day(span(when)[0]),
          signed_by: 'A director',
          left_on: day(span(when)[1]),
        })),
      ),
    ],
  ]
}

function casesOf({ cases, grants, workers }: World): [string, Row[]][] {
  return [
    ...cases.map(({ programme, lead, team, parent, closed }, index): [string, Row[]] => [
      'cases',
      [
        {
          id: idOf('cases', index),
          programme,
          programme_version: 1,
          parent_id: parent === null ? null : idOf('cases', parent),
          owner_agency_id: idOf('agencies', at(workers, lead).agency),
          owner_team_id: team === null ? null : idOf('teams', team),
          lead_worker_id: idOf('workers', lead),
          opened_by: idOf('workers', lead),
          title: `Case ${index}`,
          stage: 'reported',
          reference: `WRLD-000${index}`,
          opened_at: days(-20),
          closed_at: closed ? days(-1) : null,
          active_at: days(-1),
        },
      ],
    ]),
    [
      'grants',
      grants.map(({ case: which, to, tier, agreement, subCases, when, revoked }, index) => ({
        id: idOf('grants', index),
        case_id: idOf('cases', which),
        principal_id: idOfPrincipal(to),
        tier,
        basis: agreement === null ? 'vital interests' : 'agreement',
        agreement_id: agreement === null ? null : idOf('agreements', agreement),
        reason: 'Working on it together',
        includes_sub_cases: subCases,
        starts_at: days(span(when)[0]),
        ends_at: days(span(when)[1]),
        revoked_at: revoked ? days(-1) : null,
        revoke_reason: revoked ? 'No longer needed' : '',
        granted_by: idOf('workers', at(cases, which).lead),
      })),
    ],
  ]
}

function contentsOf(world: World): [string, Row[]][] {
  const by = (which: number) => idOf('workers', at(world.cases, which).lead)
  const of = (author: number) => ({ author_id: idOf('workers', author), agency_id: idOf('agencies', at(world.workers, author).agency) })
  const in_ = (which: number) => ({ case_id: idOf('cases', which) })
  return [
    [
      'people',
      world.people.map(({ heldBy }, index) => ({
        id: idOf('people', index),
        held_by: heldBy === null ? null : idOf('agencies', heldBy),
        given_name: 'Person',
        family_name: `Number${index}`,
        born_precision: 'day',
        gender: '',
        source_reference: '',
        created_at: days(-9),
      })),
    ],
    [
      'case_people',
      world.casePeople.map(({ case: which, person, ended }, index) => ({
        id: idOf('case_people', index),
        ...in_(which),
        person_id: idOf('people', person),
        role: 'Resident',
        basis: 'Said so',
        added_by: by(which),
        ended_at: ended ? days(-1) : null,
      })),
    ],
    [
      'person_contacts',
      world.contacts.map(({ person, case: which }, index) => ({
        id: idOf('person_contacts', index),
        person_id: idOf('people', person),
        case_id: which === null ? null : idOf('cases', which),
        kind: 'address',
        value: `${index} Fern Court`,
        postcode: '',
      })),
    ],
    [
      'entries',
      world.entries.map(({ case: which, author }, index) => ({
        id: idOf('entries', index),
        ...in_(which),
        ...of(author),
        kind: 'note',
        occurred_at: days(-3),
        body: 'Seen at home',
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
      'tasks',
      world.tasks.map(({ case: which, to }, index) => ({
        id: idOf('tasks', index),
        ...in_(which),
        title: `Task ${index}`,
        detail: '',
        assigned_to: idOfPrincipal(to),
        due_on: day(3),
        created_by: by(which),
      })),
    ],
    [
      'messages',
      world.messages.map(({ case: which, author, to }, index) => ({
        id: idOf('messages', index),
        ...in_(which),
        ...of(author),
        to_id: to === null ? null : idOfPrincipal(to),
        body: 'Ring me',
      })),
    ],
    [
      'documents',
      world.documents.map(({ case: which }, index) => ({
        id: idOf('documents', index),
        ...in_(which),
        title: `Document ${index}`,
        kind: 'document',
        created_by: by(which),
        agency_id: idOf('agencies', at(world.workers, at(world.cases, which).lead).agency),
      })),
    ],
  ]
}
