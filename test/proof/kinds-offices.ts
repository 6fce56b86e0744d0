/** What administrators and those who answer for information do: agencies, teams, workers, roles, seats, agreements. */
import { day, idOf } from './ids.ts'
import { agencyOf, forAgency, forAll, holderOf, type Kind, me, type OfKinds } from './kind.ts'
import { size } from './sizes.ts'
import { at, roles, type World } from './world.ts'
import { add, change, changeWhere, remove } from './write.ts'

const agency = ({ other }: OfKinds) => other % size.agencies
const team = ({ one }: OfKinds) => one % size.teams
const worker = ({ one }: OfKinds) => one % size.workers
const agreement = ({ one }: OfKinds) => one % size.agreements
const roleGiven = ({ other }: OfKinds) => at([...roles], other % roles.length)

/** Ids that stand ready for somebody new. */
export const ready = ['agency', 'team', 'worker'] as const

const byPartnership = { allows: forAll, likely: (world: World) => holderOf(world, 'partnership_administrator') }

/** An agency looks after what is its own; the partnership after everything. */
const byEither = (of: (world: World, deed: OfKinds) => number | null): Pick<Kind, 'allows' | 'likely'> => ({
  allows: (world, deed) => forAll(world, deed) || forAgency(world, deed, of(world, deed)),
  likely: (world, deed) =>
    holderOf(world, deed.case % 2 ? 'agency_administrator' : 'partnership_administrator', deed.case % 2 ? of(world, deed) : null),
})

const named = { name: 'Somebody new', job_title: '', phone: '' }

export const offices: Record<string, Kind> = {
  'administer: add a principal': {
    ...byEither(() => null),
    allows: (world, deed) => forAll(world, deed) || (deed.one % 3 !== 0 && forAgency(world, deed, agencyOf(world, deed.by))),
    writes: (_, { one }) => add('principals', { kind: ready[one % 3] }),
  },
  'administer: add an agency': {
    ...byPartnership,
    writes: () => add('agencies', { id: idOf('principals', 0), name: 'A new agency', short_name: 'New', kind: 'council' }),
  },
  'administer: amend an agency': {
    ...byEither((_, deed) => agency(deed)),
    writes: (_, deed) => change('agencies', agency(deed), { contact: 'The front desk' }),
  },
  'administer: suspend an agency': {
    ...byPartnership,
    writes: (_, deed) => change('agencies', agency(deed), { suspended_at: 'now', suspended_reason: 'A breach' }),
  },
  'administer: add a team': {
    ...byEither((_, deed) => (deed.one % 2 ? null : agency(deed))),
    writes: (_, deed) =>
      add('teams', {
        id: idOf('principals', 1),
        agency_id: deed.one % 2 ? null : idOf('agencies', agency(deed)),
        name: 'A new team',
        purpose: '',
      }),
  },
  'administer: end a team': {
    ...byEither((world, deed) => at(world.teams, team(deed)).agency),
    writes: (_, deed) => change('teams', team(deed), { ended_on: day(0) }),
  },
  'administer: add a worker': {
    ...byEither((_, deed) => agency(deed)),
    writes: (_, deed) =>
      add('workers', {
        id: idOf('principals', 2),
        agency_id: idOf('agencies', agency(deed)),
        ...named,
        email: 'new@world.test',
        joined_on: day(0),
      }),
  },
  'administer: amend a worker': {
    ...byEither((world, deed) => agencyOf(world, worker(deed))),
    allows: (world, deed) => worker(deed) === deed.by || forAll(world, deed) || forAgency(world, deed, agencyOf(world, worker(deed))),
    writes: (_, deed) => change('workers', worker(deed), { phone: '01632 960 001' }),
  },
  'administer: name a worker': {
    ...byEither((world, deed) => agencyOf(world, worker(deed))),
    writes: (_, deed) => change('workers', worker(deed), { name: 'Another name' }),
  },
  'administer: suspend a worker': {
    ...byEither((world, deed) => agencyOf(world, worker(deed))),
    allows: (world, deed) => worker(deed) !== deed.by && (forAll(world, deed) || forAgency(world, deed, agencyOf(world, worker(deed)))),
    writes: (_, deed) => change('workers', worker(deed), { suspended_at: new Date(0).toISOString() }),
  },
  'administer: move a worker': {
    ...byPartnership,
    allows: (world, deed) => {
      const isMoved = agency(deed) !== agencyOf(world, worker(deed))
      if (!isMoved) return worker(deed) === deed.by || forAll(world, deed) || forAgency(world, deed, agency(deed))
      return worker(deed) !== deed.by && forAll(world, deed)
    },
    writes: (_, deed) => change('workers', worker(deed), { agency_id: idOf('agencies', agency(deed)) }),
  },
  'administer: give a role': {
    ...byEither((world, deed) => agencyOf(world, worker(deed))),
    allows: (world, deed) => worker(deed) !== deed.by && maySayRole(world, deed, roleGiven(deed)),
    writes: (_, deed) => add('worker_roles', { worker_id: idOf('workers', worker(deed)), role: roleGiven(deed), given_by: me(deed) }),
  },
  'administer: take a role away': {
    ...byEither((world, deed) => agencyOf(world, worker(deed))),
    allows: (world, deed) => {
      const { role } = at(world.workers, worker(deed))
      return role !== null && (worker(deed) === deed.by || maySayRole(world, deed, role))
    },
    writes: (_, deed) => remove('worker_roles', { worker_id: idOf('workers', worker(deed)) }),
  },
  'administer: give a seat': {
    ...byEither((world, deed) => at(world.teams, team(deed)).agency),
    allows: (world, deed) => {
      const [of, seated] = [at(world.teams, team(deed)).agency, deed.other % size.workers]
      if (seated === deed.by) return false
      return of === null ? forAll(world, deed) : agencyOf(world, seated) === of && (forAll(world, deed) || forAgency(world, deed, of))
    },
    writes: (_, deed) =>
      add('team_members', {
        team_id: idOf('teams', team(deed)),
        worker_id: idOf('workers', deed.other % size.workers),
        starts_on: day(0),
        added_by: me(deed),
      }),
  },
  'administer: end a seat': {
    ...byEither((world, deed) => at(world.teams, team(deed)).agency),
    allows: (world, deed) => {
      const of = at(world.teams, team(deed))
      const seat = of.members[deed.other % 4]
      if (!seat || seat.when === 'over') return false
      return forAll(world, deed) || forAgency(world, deed, of.agency) || forAgency(world, deed, agencyOf(world, seat.worker))
    },
    writes: (world, deed) => {
      const seated = at(world.teams, team(deed)).members[deed.other % 4]?.worker ?? 90
      return changeWhere('team_members', { team_id: idOf('teams', team(deed)), worker_id: idOf('workers', seated) }, { ends_on: day(2) })
    },
  },
  'agree: record an agreement': {
    ...byPartnership,
    writes: () =>
      add('agreements', {
        ...{
          reference: 'NEW',
          name: 'A new one',
          purposes: 'Keeping people safe',
          gateway: 'Section 115',
          lawful_basis: 'Article 6(1)(e)',
        },
        ...{ programmes: ['asb'], starts_on: day(0), review_on: day(9), ends_on: day(9), data_types: '' },
      }),
  },
  'agree: suspend an agreement': {
    ...byPartnership,
    writes: (_, deed) => change('agreements', agreement(deed), { suspended_at: 'now', suspended_reason: 'A breach' }),
  },
  'agree: record a clause': {
    ...byPartnership,
    writes: (_, deed) =>
      add('agreement_clauses', { agreement_id: idOf('agreements', agreement(deed)), number: '9.9', words: 'Tell nobody else.' }),
  },
  'agree: sign': {
    ...byEither(() => null),
    allows: (world, deed) => forAll(world, deed) || forAgency(world, deed, agency(deed), 'information_governance_lead'),
    likely: (world, deed) => holderOf(world, 'information_governance_lead', agency(deed)),
    writes: (_, deed) =>
      add('agreement_parties', {
        agreement_id: idOf('agreements', agreement(deed)),
        agency_id: idOf('agencies', agency(deed)),
        signed_on: day(0),
        signed_by: 'A director',
      }),
  },
  'agree: leave': {
    ...byEither(() => null),
    allows: (world, deed) =>
      at(world.agreements, agreement(deed)).parties.some(party => party.agency === agency(deed) && party.when !== 'to come') &&
      (forAll(world, deed) || forAgency(world, deed, agency(deed), 'information_governance_lead')),
    likely: (world, deed) => holderOf(world, 'information_governance_lead', agency(deed)),
    writes: (_, deed) =>
      changeWhere(
        'agreement_parties',
        { agreement_id: idOf('agreements', agreement(deed)), agency_id: idOf('agencies', agency(deed)) },
        { left_on: day(0) },
      ),
  },
}

/** An agency's administrators speak for its roles; of the partnership's own, only those who hold it. */
const maySayRole = (world: World, deed: OfKinds, role: string): boolean =>
  forAll(world, deed) || (role !== 'partnership_administrator' && forAgency(world, deed, agencyOf(world, worker(deed))))
