/** Writes a world into the database, as nobody in particular: its rules are tried afterwards. */
import type pg from 'pg'
import { contentsOf, peopleOf } from './contents.ts'
import { day, days, idOf, idOfPrincipal, type Row, span } from './ids.ts'
import { aroundOf } from './rows-around.ts'
import { moreOf } from './rows-more.ts'
import { at, programmes, sideIn, sidesIn, type World } from './world.ts'

/** Lays a whole world. */
export const lay = (client: pg.ClientBase, world: World): Promise<void> => layRows(client, rowsOf(world))

/** Lays one table of rows after the other; the database's own triggers derive the rest. All is sent at once, where the connection can. */
export async function layRows(client: pg.ClientBase, tables: [string, Row[]][]): Promise<void> {
  await Promise.all(tables.map(([table, rows]) => layTable(client, table, rows)))
}

async function layTable(client: pg.ClientBase, table: string, rows: Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).join(', ')
  const text = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`
  // Planned once for thousands of worlds.
  await client.query({ name: `lay ${table}`, text, values: [JSON.stringify(rows)] })
}

function rowsOf(world: World): [string, Row[]][] {
  return [...programmesOf(), ...actorsOf(world), ...agreementsOf(world), ...caseworkOf(world), ...aroundOf(world), ...moreOf(world)]
}

/** All that is of a case, among actors who are there already. */
export const caseworkOf = (world: World): [string, Row[]][] => [
  ...casesOf(world),
  ...peopleOf(world),
  ...sharesOf(world),
  ...contentsOf(world),
]

function programmesOf(): [string, Row[]][] {
  const rows = Object.entries(programmes).map(([key, { sides, neverLearns }]) => ({
    key,
    version: 9,
    name: key,
    definition: {},
    sides,
    never_learns: neverLearns,
  }))
  return [['programmes', rows]]
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

function casesOf({ cases, workers }: World): [string, Row[]][] {
  return [
    [
      'cases',
      cases.map(({ programme, lead, team, parent, closed }, index) => ({
        id: idOf('cases', index),
        programme,
        programme_version: 9,
        parent_id: parent === null ? null : idOf('cases', parent),
        owner_agency_id: idOf('agencies', at(workers, lead).agency),
        owner_team_id: team === null ? null : idOf('teams', team),
        lead_worker_id: idOf('workers', lead),
        opened_by: idOf('workers', lead),
        title: `Case${index}`,
        stage: 'reported',
        reference: `WRLD-000${index}`,
        opened_at: days(-20),
        closed_at: closed ? days(-1) : null,
        active_at: days(-1),
      })),
    ],
  ]
}

function sharesOf({ cases, consents, grants }: World): [string, Row[]][] {
  return [
    [
      'consents',
      consents.map(({ case: which, side, person, state }, index) => ({
        id: idOf('consents', index),
        case_id: idOf('cases', which),
        person_id: idOf('people', person),
        side: sideIn({ cases }, which, side),
        words_shown: 'We would like to tell others about you.',
        agencies: [idOf('agencies', 0)],
        purposes: 'To find a home',
        channel: 'in person',
        given_on: day(-20),
        expires_on: day(state === 'expired' ? -1 : 20),
        recorded_by: idOf('workers', at(cases, which).lead),
        withdrawn_at: state === 'withdrawn' ? days(-1) : null,
        withdrawal: state === 'withdrawn' ? 'They rang us' : '',
      })),
    ],
    [
      'grants',
      grants.map(({ case: which, to, tier, sides, categories, agreement, consent, emergency, subCases, when, revoked }, index) => ({
        id: idOf('grants', index),
        case_id: idOf('cases', which),
        principal_id: idOfPrincipal(to),
        tier,
        sides: sidesIn(cases, which, sides),
        categories,
        basis: emergency ? 'break-glass' : consent !== null ? 'consent' : agreement === null ? 'vital interests' : 'agreement',
        consent_id: consent === null ? null : idOf('consents', consent),
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
