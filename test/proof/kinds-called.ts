/** What is done by asking a function that acts with more than the asker's rights: a case is handed on, or opened in an emergency. */
import { idOf } from './ids.ts'
import { agencyOf, forAgency, forAll, type Kind, leadOf, type OfKinds, roleOf } from './kind.ts'
import { binds, isShut, ownerOf, programmeOf, reaches, stands } from './model.ts'
import { size } from './sizes.ts'
import { at, type Principal, type World } from './world.ts'
import type { Statement } from './write.ts'

const calling = (answer: string, given: unknown[]): Statement => ({
  statement: `select from (select ${answer} as given) answer where given is not null`,
  given,
})
const to = ({ one }: OfKinds) => one % size.workers

export const called: Record<string, Kind> = {
  'call: hand a case over': {
    allows: (world, deed) =>
      (forAll(world, deed) || forAgency(world, deed, ownerOf(world, deed.case))) &&
      !isShut(world, deed.by, deed.case) &&
      mayLead(world, deed),
    writes: (_, deed) => calling('hand_over_case($1, $2)::text', [idOf('cases', deed.case), idOf('workers', to(deed))]),
    likely: (world, deed) => {
      const by = world.workers.findIndex(({ role }, one) => role === 'partnership_administrator' || isAdministrator(world, one, deed.case))
      const one = world.workers.findIndex((_, one) => mayLead(world, { ...deed, by, one }))
      return by < 0 || one < 0 ? {} : { by, one }
    },
  },
  'call: open in an emergency': {
    allows: (world, { by, case: which }) =>
      isOfTheirs(world, by, which) && !(programmeOf(world, which).neverLearns !== null && isShut(world, by, which)),
    writes: (_, deed) => calling('open_in_emergency($1, $2, 30)', [`WRLD-000${deed.case}`, 'Somebody is in danger']),
  },
}

const isAdministrator = (world: World, worker: number, which: number): boolean =>
  roleOf(world, worker) === 'agency_administrator' && agencyOf(world, worker) === ownerOf(world, which)

/** A case goes on to somebody else who works it already, and whom no conflict keeps out. */
function mayLead(world: World, deed: OfKinds): boolean {
  const { standing, agency } = at(world.workers, to(deed))
  const { team } = at(world.cases, deed.case)
  const isHere = standing === 'here' || standing === 'joins tomorrow'
  const isSeated = team === null || at(world.teams, team).members.some(({ worker, when }) => worker === to(deed) && when === 'now')
  return to(deed) !== deed.by && agency === ownerOf(world, deed.case) && isHere && isSeated && !isShut(world, to(deed), deed.case)
}

/** In an emergency a case opens of one's own agency, one that is shared with it, and one that an agreement with its owner covers. */
function isOfTheirs(world: World, by: number, which: number): boolean {
  const mine = agencyOf(world, by)
  const { team, programme } = at(world.cases, which)
  const isShared = world.grants.some(
    share =>
      stands(world, share) &&
      !share.emergency &&
      reaches(world, share, which) &&
      agencyBehind(world, share.to) === mine &&
      (share.agreement === null || binds(world, share.agreement, mine)),
  )
  const isCovered = world.agreements.some(
    ({ programmes }, agreement) =>
      programmes.includes(programme) && binds(world, agreement, mine) && binds(world, agreement, agencyOf(world, leadOf(world, which))),
  )
  return ownerOf(world, which) === mine || isShared || isCovered || (team !== null && at(world.teams, team).agency === mine)
}

const agencyBehind = (world: World, [kind, index]: Principal): number | null =>
  kind === 'agency' ? index : kind === 'team' ? at(world.teams, index).agency : agencyOf(world, index)
