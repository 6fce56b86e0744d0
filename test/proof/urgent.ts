/** Who is told of something urgent that nobody has opened, and what they may read of it, once more from the guidance alone. */
import { agencyOf } from './around.ts'
import { asHigh, binds, isOf, isShut, opens, ownerPrincipal, reaches, shows, stands, works } from './model.ts'
import { received } from './receipts.ts'
import type { Alert } from './surroundings.ts'
import { at, type Message, type Principal, type World } from './world.ts'

/** What a worker was told of and is still told of; which case it is in, only if that is open to them. */
export const urgentFor = (world: World, worker: number): string[] =>
  world.alerts.flatMap((alert, index) => {
    const waits = alert.worker === worker && (alert.message === null ? shareWaits(world, alert) : messageWaits(world, alert))
    return waits === false ? [] : [`urgent_alerts ${index} for ${waits}`]
  })

type Waits = 'here' | 'hidden' | false

/** A share waits while it is open and nobody has opened it. */
function shareWaits(world: World, { worker, grant }: Alert): Waits {
  const share = at(world.grants, grant)
  const isBound = share.agreement === null || binds(world, share.agreement, agencyOf(world, worker))
  const isOpen = stands(world, share) && reaches(world, share, share.case) && isBound && !isShut(world, worker, share.case)
  if (!isOpen || isOpened(world, grant) || !wholeTeam(world, share.to).includes(worker)) return false
  return received(world, worker, grant) ? 'here' : 'hidden'
}

/** A message waits while those it is to may read it and none of them has; whoever is one of them and may not is told of nothing. */
function messageWaits(world: World, { worker, message: which }: Alert): Waits {
  const message = at(world.messages, which ?? -1)
  const { to, reader, author, before } = message
  if (before && to?.[0] === 'worker') return false
  if (to === null || (reader !== null && reader !== author) || isShut(world, worker, message.case)) return false
  if (!messageReaches(world, message, to) || !wholeTeam(world, to).includes(worker)) return false
  const isTo = isOf(world, worker, to)
  const isHere = isTo && opens(world, worker, message.case, 'read', message)
  return isHere ? 'here' : isTo ? false : 'hidden'
}

/** Whether those a message is to may read it: by a share with them, their agency or a team of theirs. */
function messageReaches(world: World, message: Message, to: Principal): boolean {
  const agency = agencyBehind(world, to)
  const holds = (share: Principal) =>
    isSame(to, share) || (to[0] === 'worker' ? isOf(world, to[1], share) : isSame(share, ['agency', agency ?? -1]))
  const isLead = isSame(to, ['worker', at(world.cases, message.case).lead])
  return (
    isLead ||
    holds(ownerPrincipal(world, message.case)) ||
    world.grants.some(
      share =>
        stands(world, share) &&
        holds(share.to) &&
        asHigh(share.tier, 'read') &&
        shows(world, message.case, share, message) &&
        reaches(world, share, message.case) &&
        (share.agreement === null || agency === null || binds(world, share.agreement, agency)),
    )
  )
}

const isSame = ([kind, index]: Principal, [otherKind, other]: Principal): boolean => kind === otherKind && index === other

const agencyBehind = (world: World, [kind, index]: Principal): number | null =>
  kind === 'agency' ? index : kind === 'team' ? at(world.teams, index).agency : agencyOf(world, index)

/** Somebody of those with whom a case is shared has looked at it, since it was shared and while it is. */
export const isOpened = (world: World, grant: number): boolean => {
  const { case: which, to, emergency, when, revoked } = at(world.grants, grant)
  if (emergency || when !== 'now' || revoked) return false
  const [kind, index] = to
  const isTheirs = (by: number) => {
    if (kind === 'team') return at(world.teams, index).members.some(({ worker, when }) => worker === by && when === 'now')
    return kind === 'worker' ? by === index : agencyOf(world, by) === index
  }
  return world.looks.some(
    ({ by, case: looked, kind }) =>
      kind === 'case' && looked === which && by !== at(world.cases, which).lead && isTheirs(by) && !isShut(world, by, which),
  )
}

/** Who takes in what is with a whole agency: its administrators, or everybody where there are none. */
export function takesIn(world: World, agency: number): number[] {
  const here = [...world.workers.keys()].filter(one => agencyOf(world, one) === agency && at(world.workers, one).standing === 'here')
  const named = here.filter(one => at(world.workers, one).role === 'agency_administrator')
  return named.length > 0 ? named : here
}

/** Whom something goes on to that nobody opened: the team; of one worker, also their teams at their agency; of an agency, who takes in for it. */
export function wholeTeam(world: World, to: Principal): number[] {
  const [kind, index] = to
  const isTheirs = (team: number) =>
    kind === 'team' ? team === index : kind === 'worker' && at(world.teams, team).agency !== null && isOf(world, index, ['team', team])
  const teams = world.teams.filter(({ ended }, team) => !ended && isTheirs(team))
  const seated = teams.flatMap(({ members }) => members.filter(({ when }) => when === 'now').map(({ worker }) => worker))
  const alone = kind === 'worker' && teams.length === 0 ? takesIn(world, agencyOf(world, index)) : []
  const all = [...seated, ...alone, ...(kind === 'worker' ? [index] : []), ...(kind === 'agency' ? takesIn(world, index) : [])]
  return [...new Set(all)].filter(one => works(world, one))
}
