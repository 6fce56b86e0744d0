/** The rules of access once more, in TypeScript and from the guidance alone: PostgreSQL's answer must be the same in every world. */
import {
  at,
  type Category,
  type Deed,
  type Mark,
  type Principal,
  programmes,
  type Side,
  type Tier,
  tiers,
  type When,
  type World,
} from './world.ts'

/** One reason for which a case stands open to a worker. */
interface Opening {
  tier: Tier
  sides: Side[] | null
  categories: Category[] | null
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
  if (!self && share.sides !== null && !isSplitAlike(world, share, which)) return false
  if (share.agreement === null) return self || ownerOf(world, which) === ownerOf(world, share.case)
  return at(world.agreements, share.agreement).programmes.includes(programme) && binds(world, share.agreement, ownerOf(world, which))
}

/** A share of one side goes down only to cases that have that side and keep it from the same people. */
function isSplitAlike(world: World, { case: above, sides }: World['grants'][number], which: number): boolean {
  const [upper, lower] = [programmeOf(world, above), programmeOf(world, which)]
  if (upper.sides.length === 0) return true
  return sides === null || (sides.every(side => lower.sides.includes(side)) && lower.neverLearns === upper.neverLearns)
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
  return owns(world, worker, which) ? [{ tier: 'lead', sides: null, categories: null }, ...shares] : shares
}

/** What a row asks of an opening: by default nothing but the tier. */
const plain: Mark = { side: null, category: null }
const onSide = ({ side }: Pick<Mark, 'side'>): Mark => ({ side, category: null })

function programmeOf(world: World, which: number) {
  const programme = programmes[at(world.cases, which).programme]
  if (!programme) throw new Error('Every case is of a programme.')
  return programme
}

/** One and the same share must reach the tier, the side and the category: two halves do not make a whole. */
const opens = (world: World, worker: number, which: number, least: Tier, mark: Mark = plain): boolean =>
  openings(world, worker, which).some(opening => asHigh(opening.tier, least) && shows(world, which, opening, mark))

function shows(world: World, which: number, { sides, categories }: Omit<Opening, 'tier'>, { side, category }: Mark): boolean {
  const counts = side !== null && programmeOf(world, which).sides.includes(side)
  return (!counts || sides === null || sides.includes(side)) && (category === null || categories === null || categories.includes(category))
}

/** Of some cases the subject must never learn: nothing ties a person to one for whoever has the subject's side alone. */
const opensPeople = (world: World, worker: number, which: number, least: Tier, mark: Mark = plain): boolean =>
  openings(world, worker, which).some(
    opening => asHigh(opening.tier, least) && shows(world, which, opening, mark) && knows(world, which, opening),
  )

function knows(world: World, which: number, { sides }: Pick<Opening, 'sides'>): boolean {
  const { neverLearns } = programmeOf(world, which)
  return neverLearns === null || sides === null || sides.some(side => side !== neverLearns)
}

/** A restricted row is for its author and the readers they named. */
const isNamed = (worker: number, { readers, author }: { readers: number[] | null; author: number }): boolean =>
  readers === null || author === worker || readers.includes(worker)

/** A person is seen through a case, also one that they have left, and on one's own agency's list. */
function seesPerson(world: World, worker: number, person: number): boolean {
  return (
    isOnMyList(world, worker, person) ||
    world.casePeople.some(link => link.person === person && opensPeople(world, worker, link.case, 'read', onSide(link)))
  )
}

/** Whoever reads a case sees with whom it is shared on the sides that they work. */
const seesShare = (world: World, worker: number, share: World['grants'][number]): boolean =>
  openings(world, worker, share.case).some(
    ({ tier, sides }) => asHigh(tier, 'read') && (overlap(sides, share.sides) || programmeOf(world, share.case).sides.length === 0),
  )

const overlap = <T>(some: T[] | null, others: T[] | null): boolean =>
  some === null || others === null || some.some(one => others.includes(one))

/** Everything that a worker may see. */
export function sightOf(world: World, worker: number): Sight {
  if (!works(world, worker)) return {}
  const reads = (which: number, mark: Mark = plain) => opens(world, worker, which, 'read', mark)
  const mine = (to: Principal) => isOf(world, worker, to)
  const names = <T>(table: string, rows: T[], sees: (row: T, index: number) => boolean) => ({
    [table]: rows.flatMap((row, index) => (sees(row, index) ? [`${index}`] : [])),
  })
  return {
    ...names('workers', world.workers, () => true),
    ...names('agreements', world.agreements, () => true),
    ...names('cases', world.cases, (_, which) => opens(world, worker, which, 'headline')),
    ...names('case_pointers', world.cases, (_, which) => opens(world, worker, which, 'pointer') || governs(world, worker, which)),
    ...names('grants', world.grants, share => seesShare(world, worker, share) || mine(share.to) || governs(world, worker, share.case)),
    ...names('people', world.people, (_, person) => seesPerson(world, worker, person)),
    ...names('case_people', world.casePeople, link => opensPeople(world, worker, link.case, 'read', onSide(link))),
    ...names('person_contacts', world.contacts, fact =>
      fact.case === null ? seesPerson(world, worker, fact.person) : opensPeople(world, worker, fact.case, 'read', fact),
    ),
    ...names('entries', world.entries, entry => reads(entry.case, entry) && isNamed(worker, entry)),
    ...names(
      'entry_people',
      world.entries,
      entry => entry.about !== null && reads(entry.case, entry) && isNamed(worker, entry) && opensPeople(world, worker, entry.case, 'read'),
    ),
    ...names('tasks', world.tasks, task => reads(task.case, task) || (mine(task.to) && opens(world, worker, task.case, 'headline', task))),
    ...names('messages', world.messages, said => reads(said.case, said) && (said.to === null || mine(said.to) || said.author === worker)),
    ...names('documents', world.documents, document => reads(document.case, document) && isNamed(worker, document)),
  }
}

/** Whether a deed is allowed. Nothing else may be done, by anybody. */
export function allows(world: World, deed: Deed): boolean {
  const { by, case: which } = deed
  if (!works(world, by)) return false
  const may = (least: Tier, of = which, mark: Mark = plain) => opens(world, by, of, least, mark)
  const mine = (to: Principal) => isOf(world, by, to)
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
      return may('lead')
    case 'add person':
      return opensPeople(world, by, which, 'contribute', onSide(deed)) && seesPerson(world, by, deed.person)
    case 'record contact':
      return opensPeople(world, by, which, 'contribute', deed) && seesPerson(world, by, deed.person)
    case 'record contact outside':
      return isOnMyList(world, by, deed.person)
    case 'amend person':
      return isOnMyList(world, by, deed.person) || amendsThroughACase(world, by, deed.person)
    case 'give task':
      return may('contribute', which, deed) && isReached(world, deed.to, which, 'headline', deed)
    case 'send message':
      return may('read', which, deed) && (deed.to === null || isReached(world, deed.to, which, 'read', deed))
    case 'share':
      return (
        givesNoMore(world, deed) &&
        mayReceive(world, by, which, deed.to) &&
        (deed.agreement === null || covers(world, deed.agreement, which, deed.to))
      )
    case 'end share': {
      const share = world.grants[deed.share]
      return share !== undefined && !share.revoked && (may('lead', share.case) || governs(world, by, share.case))
    }
    case 'end role': {
      const link = world.casePeople[deed.link]
      return link !== undefined && opensPeople(world, by, link.case, 'contribute', onSide(link))
    }
    case 'finish task': {
      const task = world.tasks[deed.task]
      return task !== undefined && (may('contribute', task.case, task) || (mine(task.to) && may('headline', task.case, task)))
    }
  }
}

const isOnMyList = (world: World, worker: number, person: number): boolean =>
  at(world.people, person).heldBy === at(world.workers, worker).agency

/** What an amendment changes shows wherever the person is known: nobody amends somebody of the side that must never learn of a case through it. */
const amendsThroughACase = (world: World, worker: number, person: number): boolean =>
  world.casePeople.some(({ person: linked, case: which, side }) => {
    const { neverLearns } = programmeOf(world, which)
    const isSafe = neverLearns === null || (side !== null && side !== neverLearns)
    return linked === person && isSafe && opensPeople(world, worker, which, 'contribute', onSide({ side }))
  })

/** An information-governance lead answers for their own agency's cases. */
const governs = (world: World, worker: number, which: number): boolean =>
  at(world.workers, worker).role === 'information_governance_lead' && ownerOf(world, which) === at(world.workers, worker).agency

/** Whether a case reaches this agency, team or worker: work and messages go to nobody else. */
function isReached(world: World, to: Principal, which: number, least: Tier, mark: Mark): boolean {
  const [kind, index] = to
  if (kind === 'worker') return opens(world, index, which, least, mark)
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
        shows(world, which, share, mark) &&
        reaches(world, share, which) &&
        (share.agreement === null || agency === null || binds(world, share.agreement, agency)),
    )
  )
}

/** Nobody gives a side or a category that they do not have. */
function givesNoMore(world: World, { by, case: which, sides, categories }: Extract<Deed, { does: 'share' }>): boolean {
  const holds = <T>(have: T[] | null, give: T[] | null) => have === null || (give?.every(one => have.includes(one)) ?? false)
  const given = programmeOf(world, which).sides.length === 0 ? [] : sides
  return openings(world, by, which).some(
    opening => opening.tier === 'lead' && holds(opening.sides, given) && holds(opening.categories, categories),
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
