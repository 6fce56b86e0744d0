/** The rules of access once more, in TypeScript and from the guidance alone: PostgreSQL's answer must be the same in every world. */
import {
  at,
  type Category,
  type Dated,
  type Fact,
  type Mark,
  type Principal,
  programmes,
  type Restricted,
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
  emergency: boolean
}

/** What a worker may see, as names of rows by table. */
export type Sight = Record<string, string[]>

export const inForce = (when: When): boolean => when === 'now'
export const asHigh = (tier: Tier, least: Tier): boolean => tiers.indexOf(tier) >= tiers.indexOf(least)

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
export function binds(world: World, agreement: number, agency: number): boolean {
  const { when, suspended, parties } = at(world.agreements, agreement)
  return inForce(when) && !suspended && parties.some(party => party.agency === agency && inForce(party.when))
}

export const ownerOf = (world: World, which: number): number => at(world.workers, at(world.cases, which).lead).agency

/** The owner: whoever leads the case, and its team or, when it has none, the whole agency. */
export function owns(world: World, worker: number, which: number): boolean {
  return worker === at(world.cases, which).lead || isOf(world, worker, ownerPrincipal(world, which))
}

export function ownerPrincipal(world: World, which: number): Principal {
  const { team } = at(world.cases, which)
  return team === null ? ['agency', ownerOf(world, which)] : ['team', team]
}

const isUnder = (world: World, which: number, above: number): boolean => {
  const { parent } = at(world.cases, which)
  return parent !== null && (parent === above || isUnder(world, parent, above))
}

/** A share reaches its own case and, when it says so, the cases under it, save what another team keeps and what it has no agreement for. */
export function reaches(world: World, share: World['grants'][number], which: number): boolean {
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

/** A share stands while it runs, unless it was ended, or the consent that it rests on is over. */
export const stands = (world: World, { when, revoked, consent }: World['grants'][number]): boolean =>
  inForce(when) && !revoked && (consent === null || at(world.consents, consent).state === 'stands')

/** Every record that was merged with one: somebody who was recorded twice is still one person. */
export function recordsOf(world: World, person: number): number[] {
  const known = new Set([person])
  for (const record of known)
    for (const { kept, absorbed } of world.merges) {
      if (kept === record) known.add(absorbed)
      if (absorbed === record) known.add(kept)
    }
  return [...known]
}

/** A conflict of interest shuts a case to a worker, whatever else would open it, as long as whom they have to do with is in it, under any record of them. */
export const isShut = (world: World, worker: number, which: number): boolean =>
  world.conflicts.some(
    ({ worker: who, person, case: named, lifted }) =>
      who === worker &&
      !lifted &&
      (person === null
        ? named === which
        : world.casePeople.some(link => link.case === which && recordsOf(world, person).includes(link.person) && !link.ended)),
  )

/** Whether a worker stands in conflict with somebody, under any record of them. */
export const isTied = (world: World, worker: number, person: number): boolean =>
  world.conflicts.some(one => one.worker === worker && !one.lifted && one.person !== null && recordsOf(world, one.person).includes(person))

/** Every reason for which a case stands open to a worker at this moment. */
export function openings(world: World, worker: number, which: number): Opening[] {
  if (!works(world, worker)) return []
  const shares = world.grants.filter(
    share =>
      stands(world, share) &&
      isOf(world, worker, share.to) &&
      reaches(world, share, which) &&
      (share.agreement === null || binds(world, share.agreement, at(world.workers, worker).agency)),
  )
  if (isShut(world, worker, which)) return shares.filter(share => share.emergency)
  return owns(world, worker, which) ? [{ tier: 'lead', sides: null, categories: null, emergency: false }, ...shares] : shares
}

/** What a row asks of an opening: by default nothing but the tier. */
export const plain: Mark = { side: null, category: null }
export const onSide = ({ side }: Pick<Mark, 'side'>): Mark => ({ side, category: null })

export function programmeOf(world: World, which: number) {
  const programme = programmes[at(world.cases, which).programme]
  if (!programme) throw new Error('Every case is of a programme.')
  return programme
}

/** One and the same share must reach the tier, the side and the category: two halves do not make a whole. */
export const opens = (world: World, worker: number, which: number, least: Tier, mark: Mark = plain): boolean =>
  openings(world, worker, which).some(opening => asHigh(opening.tier, least) && shows(world, which, opening, mark))

export function shows(
  world: World,
  which: number,
  { sides, categories }: Pick<Opening, 'sides' | 'categories'>,
  { side, category }: Mark,
): boolean {
  const counts = side !== null && programmeOf(world, which).sides.includes(side)
  return (!counts || sides === null || sides.includes(side)) && (category === null || categories === null || categories.includes(category))
}

/** Of some cases the subject must never learn: nothing ties a person to one for whoever has the subject's side alone. */
export const opensPeople = (world: World, worker: number, which: number, least: Tier, mark: Mark = plain): boolean =>
  openings(world, worker, which).some(
    opening => asHigh(opening.tier, least) && shows(world, which, opening, mark) && knows(world, which, opening),
  )

export function knows(world: World, which: number, { sides }: Pick<Opening, 'sides'>): boolean {
  const { neverLearns } = programmeOf(world, which)
  return neverLearns === null || sides === null || sides.some(side => side !== neverLearns)
}

/** A restricted row is for its author and the readers they named. */
const isNamed = (worker: number, { readers, author, before }: Restricted & { author: number }): boolean =>
  readers === null || (author === worker && !before) || readers.includes(worker)

/** Whether something is for a worker, their teams or their agency; what is for them by name, as long as they work where they did then. */
export const isFor = (world: World, worker: number, to: Principal, { before }: Dated): boolean =>
  isOf(world, worker, to) && !(before && to[0] === 'worker')

/** A person is seen through a case, also one that they have left, and on one's own agency's list. */
export function seesPerson(world: World, worker: number, person: number): boolean {
  return (
    isOnMyList(world, worker, person) ||
    world.casePeople.some(link => link.person === person && opensPeople(world, worker, link.case, 'read', onSide(link)))
  )
}

/** What is sensitive and learnt in no case is for the agency whose list the person is on. */
export const seesFactOfNoCase = (world: World, worker: number, { person, category }: Pick<Fact, 'person' | 'category'>): boolean =>
  category === null ? seesPerson(world, worker, person) : isOnMyList(world, worker, person)

/** Whoever reads a case sees with whom it is shared on the sides that they work; that it was opened in an emergency, only whoever leads all of it. */
const seesShare = (world: World, worker: number, share: World['grants'][number]): boolean =>
  share.emergency
    ? leadsWhole(world, worker, share.case)
    : openings(world, worker, share.case).some(
        ({ tier, sides }) => asHigh(tier, 'read') && (overlap(sides, share.sides) || programmeOf(world, share.case).sides.length === 0),
      )

/** Whether a worker leads a case on every side that it has. */
export const leadsWhole = (world: World, worker: number, which: number): boolean =>
  openings(world, worker, which).some(
    ({ tier, sides }) => tier === 'lead' && (sides === null || programmeOf(world, which).sides.length === 0),
  )

/** Whether all of what is given is had; of everything, only by whoever has everything. */
export const holds = <T>(have: T[] | null, given: T[] | null): boolean =>
  have === null || (given?.every(one => have.includes(one)) ?? false)

export const overlap = <T>(some: T[] | null, others: T[] | null): boolean =>
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
    ...names(
      'case_pointers',
      world.cases,
      (_, which) => opens(world, worker, which, 'pointer') || (governs(world, worker, which) && !isShut(world, worker, which)),
    ),
    ...names(
      'grants',
      world.grants,
      share =>
        seesShare(world, worker, share) || (!isShut(world, worker, share.case) && (mine(share.to) || governs(world, worker, share.case))),
    ),
    ...names('people', world.people, (_, person) => seesPerson(world, worker, person)),
    ...names('case_people', world.casePeople, link => opensPeople(world, worker, link.case, 'read', onSide(link))),
    ...names('person_contacts', world.contacts, fact =>
      fact.case === null ? seesFactOfNoCase(world, worker, fact) : opensPeople(world, worker, fact.case, 'read', fact),
    ),
    ...names('entries', world.entries, entry => reads(entry.case, entry) && isNamed(worker, entry)),
    ...names(
      'entry_people',
      world.entries,
      entry =>
        entry.about !== null && reads(entry.case, entry) && isNamed(worker, entry) && opensPeople(world, worker, entry.case, 'read', entry),
    ),
    ...names(
      'tasks',
      world.tasks,
      task => reads(task.case, task) || (isFor(world, worker, task.to, task) && opens(world, worker, task.case, 'headline', task)),
    ),
    ...names(
      'messages',
      world.messages,
      said => reads(said.case, said) && (said.to === null || isFor(world, worker, said.to, said) || said.author === worker),
    ),
    ...names('documents', world.documents, document => reads(document.case, document) && isNamed(worker, document)),
  }
}

export const isOnMyList = (world: World, worker: number, person: number): boolean =>
  at(world.people, person).heldBy === at(world.workers, worker).agency

/** An information-governance lead answers for their own agency's cases. */
export const governs = (world: World, worker: number, which: number): boolean =>
  at(world.workers, worker).role === 'information_governance_lead' && ownerOf(world, which) === at(world.workers, worker).agency

/** Whom a link ties to the side of its case that must never learn of it, or to all of its sides; by this link, or by another that the worker sees. */
export function isOnSecretSide<T extends { case: number; side: Side | null }>(world: World, worker: number, link: T, beside: T[]): boolean {
  const { neverLearns } = programmeOf(world, link.case)
  if (neverLearns === null) return false
  const isSecret = ({ side }: T) => side === null || side === neverLearns
  return (
    isSecret(link) ||
    beside.some(one => one.case === link.case && isSecret(one) && opensPeople(world, worker, one.case, 'read', onSide(one)))
  )
}
