/** What may be done, once more from the guidance alone: nothing else may be, by anybody. */
import {
  asHigh,
  binds,
  governs,
  isShut,
  stands,
  isFor,
  isOf,
  isOnMyList,
  isOnSecretSide,
  onSide,
  openings,
  opens,
  opensPeople,
  ownerOf,
  ownerPrincipal,
  holds,
  leadsWhole,
  overlap,
  owns,
  plain,
  programmeOf,
  reaches,
  seesPerson,
  shows,
  sightOf,
  works,
} from './model.ts'
import { allowsAround } from './deeds-around.ts'
import { writesWhereClosed } from './while-open.ts'
import { isOfKinds, kindOf } from './kinds.ts'
import { at, type Deed, type Mark, type Principal, type Tier, type World } from './world.ts'

/** Whether a deed is allowed. Nothing else may be done, by anybody. */
export function allows(world: World, deed: Deed): boolean {
  const { by, case: which } = deed
  if (!works(world, by) || writesWhereClosed(world, deed)) return false
  if (isOfKinds(deed)) return kindOf(deed).allows(world, deed)
  const may = (least: Tier, of = which, mark: Mark = plain) => opens(world, by, of, least, mark)
  switch (deed.does) {
    case 'write entry':
    case 'add document':
      return may('contribute', which, deed)
    case 'record outcome':
    case 'set aim':
      return may('contribute', which, onSide(deed))
    case 'open sub-case':
      return may('contribute')
    case 'amend case':
    case 'close case':
      // What every reader of a case shares (its title, its stage, whether it is open) is not one side's to change.
      return leadsWhole(world, by, which)
    case 'add person':
      return opensPeople(world, by, which, 'contribute', onSide(deed)) && seesPerson(world, by, deed.person)
    case 'record contact':
      return opensPeople(world, by, which, 'contribute', deed) && seesPerson(world, by, deed.person)
    case 'record contact outside':
      return isOnMyList(world, by, deed.person)
    case 'amend person':
      return isOnMyList(world, by, deed.person) || amendsThroughACase(world, by, deed.person)
    case 'give task':
      return may('contribute', which, deed) && isReached(world, by, deed.to, which, 'headline', deed)
    case 'send message':
      return may('read', which, deed) && (deed.to === null || isReached(world, by, deed.to, which, 'read', deed))
    case 'share':
      return (
        givesNoMore(world, deed) && mayReceive(world, deed) && (deed.agreement === null || covers(world, deed.agreement, which, deed.to))
      )
    case 'end share':
      return endsShare(world, by, deed.share)
    case 'end role': {
      const link = world.casePeople[deed.link]
      return link !== undefined && !link.ended && opensPeople(world, by, link.case, 'contribute', onSide(link))
    }
    case 'finish task': {
      const task = world.tasks[deed.task]
      return (
        task !== undefined && (may('contribute', task.case, task) || (isFor(world, by, task.to, task) && may('headline', task.case, task)))
      )
    }
    default:
      return allowsAround(world, deed)
  }
}

/** Whoever leads a case ends the shares of it that they see, when they lead every side that it opens; so may who answers for the owner. */
function endsShare(world: World, by: number, index: number): boolean {
  const share = world.grants[index]
  if (share === undefined || share.revoked || !sightOf(world, by).grants?.includes(`${index}`)) return false
  const leads = openings(world, by, share.case).some(({ tier, sides }) => tier === 'lead' && holds(sides, share.sides))
  return leads || (governs(world, by, share.case) && !isShut(world, by, share.case))
}

/** What an amendment changes shows wherever the person is known: nobody amends somebody of the side that must never learn of a case through it. */
const amendsThroughACase = (world: World, worker: number, person: number): boolean =>
  linksOf(world, person).some(
    (link, _, links) => !isOnSecretSide(world, worker, link, links) && opensPeople(world, worker, link.case, 'contribute', onSide(link)),
  )

const linksOf = (world: World, person: number) => world.casePeople.filter(link => link.person === person)

/** Whether a case reaches this agency, team or worker as far as the asker can know: work and messages go to nobody else. */
export function isReached(world: World, by: number, to: Principal, which: number, least: Tier, mark: Mark): boolean {
  const [kind, index] = to
  if (kind === 'worker') return reachesWorker(world, by, index, which, least, mark)
  const agency = kind === 'agency' ? index : at(world.teams, index).agency
  if ((kind === 'team' && at(world.teams, index).ended) || (agency !== null && at(world.agencies, agency).suspended)) return false
  const same = ([otherKind, other]: Principal) => (otherKind === kind && other === index) || (otherKind === 'agency' && other === agency)
  return (
    same(ownerPrincipal(world, which)) ||
    knownShares(world, by, which, least, mark).some(
      share => same(share.to) && (share.agreement === null || agency === null || binds(world, share.agreement, agency)),
    )
  )
}

const reachesWorker = (world: World, by: number, worker: number, which: number, least: Tier, mark: Mark): boolean =>
  works(world, worker) &&
  !isShut(world, worker, which) &&
  (owns(world, worker, which) ||
    knownShares(world, by, which, least, mark).some(
      share =>
        isOf(world, worker, share.to) && (share.agreement === null || binds(world, share.agreement, at(world.workers, worker).agency)),
    ))

/** Who works one side is no business of those who work another. */
const knownShares = (world: World, by: number, which: number, least: Tier, mark: Mark): World['grants'] =>
  world.grants.filter(
    share =>
      stands(world, share) &&
      !share.emergency &&
      asHigh(share.tier, least) &&
      shows(world, which, share, mark) &&
      reaches(world, share, which) &&
      openings(world, by, which).some(mine => asHigh(mine.tier, 'headline') && overlap(mine.sides, share.sides)),
  )

type Sharing = Pick<Extract<Deed, { does: 'share' }>, 'by' | 'case' | 'to' | 'sides' | 'categories' | 'subCases'>

/** Nobody gives a side or a category that they do not have, nor, as a guest, sub-cases that they may not know of. */
export function givesNoMore(world: World, { by, case: which, sides, categories, subCases }: Sharing): boolean {
  const given = programmeOf(world, which).sides.length === 0 ? [] : sides
  if (subCases && ownerOf(world, which) !== at(world.workers, by).agency) return false
  return openings(world, by, which).some(
    opening => opening.tier === 'lead' && holds(opening.sides, given) && holds(opening.categories, categories),
  )
}

/** Nobody shares with themselves, and a guest who leads does not share with their own side. */
export function mayReceive(world: World, { by, case: which, to }: Sharing): boolean {
  if (to[0] === 'worker' && to[1] === by) return false
  const own = at(world.workers, by).agency
  return ownerOf(world, which) === own || (!isOf(world, by, to) && agencyOf(world, to) !== own)
}

const agencyOf = (world: World, [kind, index]: Principal): number | null =>
  kind === 'agency' ? index : kind === 'team' ? at(world.teams, index).agency : at(world.workers, index).agency

/** An agreement covers a share when it is in force for the case's programme and both sides have signed; members of a team of several agencies are asked one by one when they read. */
function covers(world: World, agreement: number, which: number, to: Principal): boolean {
  const recipient = agencyOf(world, to)
  return (
    at(world.agreements, agreement).programmes.includes(at(world.cases, which).programme) &&
    binds(world, agreement, ownerOf(world, which)) &&
    (recipient === null || binds(world, agreement, recipient))
  )
}
