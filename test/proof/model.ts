/** The rules of access once more, in TypeScript and from the guidance alone: PostgreSQL's answer must be the same in every world. */
import { at, type Deed, type Principal, type Tier, tiers, type When, type World } from './world.ts'

/** One reason for which a case stands open to a worker. */
interface Opening {
  tier: Tier
}

/** What a worker may see, as names of rows by table. */
export type Sight = Record<string, string[]>

const inForce = (when: When): boolean => when === 'now'
const asHigh = (tier: Tier, least: Tier): boolean => tiers.indexOf(tier) >= tiers.indexOf(least)

/** Nobody who has left, not yet begun or been suspended asks anything, nor anybody of a suspended agency. */
export function works(world: World, worker: number): boolean {
  const { standing, agency } = at(world.workers, worker)
  return standing === 'here' && !at(world.agencies, agency).suspended
}

/** Whether a share with this principal is a share with this worker: themself, their agency, or a team they are in today. */
export function isOf(world: World, worker: number, [kind, index]: Principal): boolean {
  const { agency } = at(world.workers, worker)
  if (kind === 'worker') return index === worker
  if (kind === 'agency') return index === agency
  const team = at(world.teams, index)
  const member = team.members.some(member => member.worker === worker && inForce(member.when))
  return member && !team.ended && (team.agency === null || team.agency === agency)
}

/** Domain: no agreement in force for this agency, no access. */
function binds(world: World, agreement: number, agency: number): boolean {
  const { when, suspended, parties } = at(world.agreements, agreement)
  return inForce(when) && !suspended && parties.some(party => party.agency === agency && inForce(party.when))
}

const ownerOf = (world: World, which: number): number => at(world.workers, at(world.cases, which).lead).agency

/** The owner: whoever leads the case, and its team or, when it has none, the whole agency. */
function owns(world: World, worker: number, which: number): boolean {
  return worker === at(world.cases, which).lead || isOf(world, worker, ownerPrincipal(world, which))
}

function ownerPrincipal(world: World, which: number): Principal {
  const { team } = at(world.cases, which)
  return team === null ? ['agency', ownerOf(world, which)] : ['team', team]
}

const isUnder = (world: World, which: number, above: number): boolean => {
  const { parent } = at(world.cases, which)
  return parent !== null && (parent === above || isUnder(world, parent, above))
}

/** A share reaches its own case and, when it says so, the cases under it, save what another team keeps and what it has no agreement for. */
function reaches(world: World, share: World['grants'][number], which: number): boolean {
  const self = share.case === which
  if (!self && !(share.subCases && isUnder(world, which, share.case))) return false
  const { team, programme } = at(world.cases, which)
  if (!self && team !== null && team !== at(world.cases, share.case).team) return false
  if (share.agreement === null) return self || ownerOf(world, which) === ownerOf(world, share.case)
  return at(world.agreements, share.agreement).programmes.includes(programme) && binds(world, share.agreement, ownerOf(world, which))
}

/** Every reason for which a case stands open to a worker at this moment. */
export function openings(world: World, worker: number, which: number): Opening[] {
  if (!works(world, worker)) return []
  const shares = world.grants.filter(
    share =>
      inForce(share.when) &&
      !share.revoked &&
      isOf(world, worker, share.to) &&
      reaches(world, share, which) &&
      (share.agreement === null || binds(world, share.agreement, at(world.workers, worker).agency)),
  )
  return owns(world, worker, which) ? [{ tier: 'lead' }, ...shares] : shares
}

const opens = (world: World, worker: number, which: number, least: Tier): boolean =>
  openings(world, worker, which).some(({ tier }) => asHigh(tier, least))

/** A person is seen through a case, also one that they have left, and on one's own agency's list. */
function seesPerson(world: World, worker: number, person: number): boolean {
  return (
    isOnMyList(world, worker, person) || world.casePeople.some(link => link.person === person && opens(world, worker, link.case, 'read'))
  )
}

/** Everything that a worker may see. */
export function sightOf(world: World, worker: number): Sight {
  if (!works(world, worker)) return {}
  const reads = (which: number) => opens(world, worker, which, 'read')
  const mine = (to: Principal) => isOf(world, worker, to)
  const names = <T>(table: string, rows: T[], sees: (row: T, index: number) => boolean) => ({
    [table]: rows.flatMap((row, index) => (sees(row, index) ? [`${index}`] : [])),
  })
  return {
    ...names('workers', world.workers, () => true),
    ...names('agreements', world.agreements, () => true),
    ...names('cases', world.cases, (_, which) => opens(world, worker, which, 'headline')),
    ...names('case_pointers', world.cases, (_, which) => opens(world, worker, which, 'pointer') || governs(world, worker, which)),
    ...names('grants', world.grants, share => reads(share.case) || mine(share.to) || governs(world, worker, share.case)),
    ...names('people', world.people, (_, person) => seesPerson(world, worker, person)),
    ...names('case_people', world.casePeople, link => reads(link.case)),
    ...names('person_contacts', world.contacts, fact => (fact.case === null ? seesPerson(world, worker, fact.person) : reads(fact.case))),
    ...names('entries', world.entries, entry => reads(entry.case)),
    ...names('entry_people', world.entries, entry => entry.about !== null && reads(entry.case)),
    ...names('tasks', world.tasks, task => reads(task.case) || (mine(task.to) && opens(world, worker, task.case, 'headline'))),
    ...names('messages', world.messages, ({ case: which, to, author }) => reads(which) && (to === null || mine(to) || author === worker)),
    ...names('documents', world.documents, document => reads(document.case)),
  }
}

/** Whether a deed is allowed. Nothing else may be done, by anybody. */
export function allows(world: World, deed: Deed): boolean {
  const { by, case: which } = deed
  if (!works(world, by)) return false
  const may = (least: Tier, of = which) => opens(world, by, of, least)
  const mine = (to: Principal) => isOf(world, by, to)
  switch (deed.does) {
    case 'write entry':
    case 'add document':
    case 'record outcome':
    case 'open sub-case':
    case 'set aim':
      return may('contribute')
    case 'amend case':
      return may('lead')
    case 'close case':
      return may('lead')
    case 'add person':
    case 'record contact':
      return may('contribute') && seesPerson(world, by, deed.person)
    case 'record contact outside':
      return isOnMyList(world, by, deed.person)
    case 'amend person':
      return (
        isOnMyList(world, by, deed.person) || world.casePeople.some(link => link.person === deed.person && may('contribute', link.case))
      )
    case 'give task':
      return may('contribute') && isReached(world, deed.to, which, 'headline')
    case 'send message':
      return may('read') && (deed.to === null || isReached(world, deed.to, which, 'read'))
    case 'share':
      return (
        may('lead') && mayReceive(world, by, which, deed.to) && (deed.agreement === null || covers(world, deed.agreement, which, deed.to))
      )
    case 'end share': {
      const share = world.grants[deed.share]
      return share !== undefined && !share.revoked && (may('lead', share.case) || governs(world, by, share.case))
    }
    case 'end role': {
      const link = world.casePeople[deed.link]
      return link !== undefined && may('contribute', link.case)
    }
    case 'finish task': {
      const task = world.tasks[deed.task]
      return task !== undefined && (may('contribute', task.case) || (mine(task.to) && may('headline', task.case)))
    }
  }
}

const isOnMyList = (world: World, worker: number, person: number): boolean =>
  at(world.people, person).heldBy === at(world.workers, worker).agency

/** An information-governance lead answers for their own agency's cases. */
const governs = (world: World, worker: number, which: number): boolean =>
  at(world.workers, worker).role === 'information_governance_lead' && ownerOf(world, which) === at(world.workers, worker).agency

/** Whether a case reaches this agency, team or worker: work and messages go to nobody else. */
function isReached(world: World, to: Principal, which: number, least: Tier): boolean {
  const [kind, index] = to
  if (kind === 'worker') return opens(world, index, which, least)
  const agency = kind === 'agency' ? index : at(world.teams, index).agency
  if ((kind === 'team' && at(world.teams, index).ended) || (agency !== null && at(world.agencies, agency).suspended)) return false
  const same = ([otherKind, other]: Principal) => (otherKind === kind && other === index) || (otherKind === 'agency' && other === agency)
  const owner = ownerPrincipal(world, which)
  return (
    same(owner) ||
    world.grants.some(
      share =>
        inForce(share.when) &&
        !share.revoked &&
        same(share.to) &&
        asHigh(share.tier, least) &&
        reaches(world, share, which) &&
        (share.agreement === null || agency === null || binds(world, share.agreement, agency)),
    )
  )
}

/** Nobody shares with themselves, and a guest who leads does not share with their own side. */
function mayReceive(world: World, by: number, which: number, to: Principal): boolean {
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
