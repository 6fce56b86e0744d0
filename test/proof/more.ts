/** Who may see offices, receipts and what is found in the record, once more from the guidance alone. */
import { agencyOf, answersFor } from './around.ts'
import { ready } from './kinds-offices.ts'
import { binds, isOf, isShut, opens, reaches, seesPerson, type Sight, stands } from './model.ts'
import { hasLooked, seesFlag, seesReceipts } from './receipts.ts'
import { at, programmes, type World } from './world.ts'

/** What is seen beside cases and what lies around them. */
export function sightOfMore(world: World, worker: number): Sight {
  const person = (index: number) => seesPerson(world, worker, index)
  const { role } = at(world.workers, worker)
  const answers = role === 'information_governance_lead' || role === 'partnership_administrator'
  return {
    ...lookedUpByAll(world),
    ...places('closures', world.cases, (one, which) => one.closed && opens(world, worker, which, 'read')),
    receipts: world.receipts
      .filter(({ grant }) => seesReceipts(world, worker, grant))
      .map(({ grant, step }) => `grants ${grant} for ${step}`)
      .sort(),
    ...places('urgent_alerts', world.alerts, alert => alert.worker === worker),
    ...places('flags', world.flags, flag => seesFlag(world, worker, flag)),
    ...places('person_pairs', world.pairs, ({ one, other }) => person(one) && person(other)),
    ...places('audit_seals', [0], () => answers),
    ...places(
      'emergency_attempts',
      world.workers,
      (_, index) => answersFor(world, worker) && agencyOf(world, index) === agencyOf(world, worker),
    ),
    last_looks: world.cases
      .flatMap((_, which) => (hasLooked(world, worker, which) && !isShut(world, worker, which) ? [`workers ${worker} for ${which}`] : []))
      .sort(),
    case_access: accessOf(world, worker),
  }
}

/** What everybody who is at work may look up. */
const lookedUpByAll = (world: World): Sight => ({
  principals: principalsOf(world),
  ...places('agencies', world.agencies, () => true),
  ...places('teams', world.teams, () => true),
  ...places('worker_roles', world.workers, ({ role }) => role !== null),
  team_members: world.teams.flatMap(({ members }, team) => members.map(({ worker }) => `teams ${team} for ${worker}`)).sort(),
  agreement_parties: world.agreements
    .flatMap(({ parties }, agreement) => parties.map(({ agency }) => `agreements ${agreement} for ${agency}`))
    .sort(),
  ...places('agreement_clauses', world.agreements, () => true),
  ...places('programmes', Object.keys(programmes), () => true),
  ...places('patterns', [0], () => true),
  ...places('postcode_wards', [0], () => true),
})

const principalsOf = ({ agencies, teams, workers }: World): string[] =>
  [agencies, teams, workers, [...ready]].flatMap(list => list.map((_, index) => `${index}`)).sort()

/** The shares that open a case to a worker at this moment, and nobody else's; of a case that a conflict shuts to them, only an emergency. */
const accessOf = (world: World, worker: number): string[] =>
  world.grants
    .flatMap((share, grant) =>
      world.cases.flatMap((_, which) => {
        const isBound = share.agreement === null || binds(world, share.agreement, agencyOf(world, worker))
        const isOpen = stands(world, share) && isOf(world, worker, share.to) && isBound && reaches(world, share, which)
        return isOpen && (share.emergency || !isShut(world, worker, which)) ? [`grants ${grant} for ${which}`] : []
      }),
    )
    .sort()

const places = <T>(table: string, rows: T[], sees: (row: T, index: number) => boolean): Sight => ({
  [table]: rows.flatMap((row, index) => (sees(row, index) ? [`${index}`] : [])),
})
