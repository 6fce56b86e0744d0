/** What functions answer a worker that look with more than the worker's rights, once more from the guidance alone; each answer as if it were a table of that name. */
import { actsOn, agencyOf, answersFor, seesRequest, seesSearch } from './around.ts'
import { isReached } from './deeds.ts'
import { governs, isFor, isShut, knows, leadsWhole, opens, openings, overlap, plain, reaches, type Sight } from './model.ts'
import { aQuestionWaits, gave, received } from './receipts.ts'
import { isOpened, takesIn, urgentFor } from './urgent.ts'
import { at, type Mark, type Principal, type Tier, tiers, type World } from './world.ts'

/** Of which case a worker asks in a world, and of which mark: each of another case that is shared. */
export const askedBy = ({ grants }: World, worker: number): { which: number; mark: Mark } => ({
  which: grants[worker % Math.max(1, grants.length)]?.case ?? 0,
  mark: worker % 2 ? plain : { side: 'victim', category: 'health' },
})

/** Everything that these functions answer a worker. */
export function answersTo(world: World, worker: number): Sight {
  const { which, mark } = askedBy(world, worker)
  const answers: Sight = {
    shares_of: sharesOf(world, worker, which),
    who_works_on: whoWorksOn(world, worker, which, mark),
    who_reads: whoReads(world, worker, which),
    kept_out_of: world.cases.flatMap((_, some) => keptOutOf(world, worker, some).map(one => `workers ${one} for ${some}`)),
    cases_led_by: casesLed(world, worker),
    shares_under: sharesUnder(world, worker),
    receipts_of: receiptsOf(world, worker),
    receipts_today: receiptsToday(world, worker),
    unconfirmed_share: unconfirmed(world, worker, which).length > 0 ? [`cases ${which}`] : [],
    messages_for_me: messagesFor(world, worker).map(one => `messages ${one}`),
    may_wait: mayWait(world, worker).map(what => `cases ${which} for ${what}`),
    urgent_for_me: urgentFor(world, worker),
  }
  for (const rows of Object.values(answers)) rows.sort()
  return answers
}

/** The same world, with every agreement that was ever signed in force: what a share was made to reach, whether or not it does today. */
const onPaper = (world: World): World => ({
  ...world,
  agreements: world.agreements.map(one => ({
    ...one,
    when: 'now',
    suspended: false,
    parties: one.parties.map(party => ({ ...party, when: 'now' })),
  })),
})

/** Whoever reads a case sees what opens or opened it, of the sides that they work; why a case above was shared, only whoever reads that one. */
function sharesOf(world: World, worker: number, which: number): string[] {
  const paper = onPaper(world)
  const mine = openings(world, worker, which).filter(({ tier }) => ['read', 'contribute', 'lead'].includes(tier))
  const answers = governs(world, worker, which) && !isShut(world, worker, which)
  const sees = (share: World['grants'][number]) =>
    share.emergency
      ? mine.some(one => one === share) || leadsWhole(world, worker, which)
      : mine.some(one => overlap(one.sides, share.sides))
  return world.grants.flatMap((share, index) => {
    if (!reaches(paper, share, which) || !(answers || sees(share))) return []
    return [`grants ${index} for ${share.case === which || opens(world, worker, share.case, 'read') ? 'told' : 'kept'}`]
  })
}

const everybody = ({ agencies, teams, workers }: World): Principal[] => [
  ...agencies.map((_, index): Principal => ['agency', index]),
  ...teams.map((_, index): Principal => ['team', index]),
  ...workers.map((_, index): Principal => ['worker', index]),
]

const rowNamed = ([kind, index]: Principal): string => `${{ agency: 'agencies', team: 'teams', worker: 'workers' }[kind]} ${index}`

/** Whoever reads a side of a case is told whom it reaches, and how far. */
function whoWorksOn(world: World, worker: number, which: number, mark: Mark): string[] {
  if (!opens(world, worker, which, 'read', mark)) return []
  const furthest = (to: Principal): Tier | undefined => tiers.findLast(tier => isReached(world, worker, to, which, tier, mark))
  return everybody(world).flatMap(to => (furthest(to) ? [`${rowNamed(to)} for ${furthest(to)}`] : []))
}

/** Of what ties somebody to a case, nobody is told nor tells who knows only the side that must never learn of it. */
function whoReads(world: World, worker: number, which: number): string[] {
  const known: World = { ...world, grants: world.grants.filter(share => knows(world, which, share)) }
  if (!opens(known, worker, which, 'read')) return []
  const isTold = (one: number) => isReached(known, worker, ['worker', one], which, 'pointer', plain)
  return [...world.workers.keys()].filter(isTold).map(one => `workers ${one}`)
}

/** Whom a conflict keeps from what they would have otherwise, for whoever leads the case on one of their sides, and for whoever answers for it. */
function keptOutOf(world: World, worker: number, which: number): number[] {
  const unshut: World = { ...world, conflicts: [] }
  const answers = governs(world, worker, which) && !isShut(world, worker, which)
  const mine = openings(world, worker, which).filter(one => one.tier === 'lead' && knows(world, which, one))
  return [...world.workers.keys()].filter(
    one =>
      one !== worker &&
      isShut(world, one, which) &&
      openings(unshut, one, which)
        .filter(({ emergency }) => !emergency)
        .some(theirs => answers || mine.some(({ sides }) => overlap(sides, theirs.sides))),
  )
}

/** The open cases that somebody leads, for whoever administers their agency or the partnership; save those that a conflict shuts to them, or they would learn of it. */
const casesLed = (world: World, worker: number): string[] =>
  world.cases.flatMap(({ closed, lead }, which) => {
    const { role } = at(world.workers, worker)
    const administers = role === 'agency_administrator' && agencyOf(world, lead) === agencyOf(world, worker)
    return !closed && !isShut(world, worker, which) && (administers || role === 'partnership_administrator')
      ? [`cases ${which} for ${lead}`]
      : []
  })

/** How many shares rest on an agreement, with one agency: for the partnership, and for whoever answers for that agency. */
const sharesUnder = (world: World, worker: number): string[] =>
  world.grants.flatMap(({ agreement, revoked, when, case: which, to }) =>
    world.agencies.flatMap((_, agency) => {
      const asks =
        at(world.workers, worker).role === 'partnership_administrator' || (answersFor(world, worker) && agencyOf(world, worker) === agency)
      const isWith = agencyOf(world, at(world.cases, which).lead) === agency || isAgencys(world, to, agency)
      return asks && agreement !== null && !revoked && when !== 'over' && isWith ? [`agreements ${agreement} for ${agency}`] : []
    }),
  )

function isAgencys(world: World, [kind, index]: Principal, agency: number): boolean {
  if (kind === 'agency') return index === agency
  if (kind === 'worker') return agencyOf(world, index) === agency
  const { agency: own, members } = at(world.teams, index)
  return own === agency || members.some(({ worker, when }) => agencyOf(world, worker) === agency && when !== 'over')
}

/** At which ends of a share somebody stands, and whether anybody has opened it. */
const receiptsOf = (world: World, worker: number): string[] =>
  [...world.grants.keys()].flatMap(one => {
    const ends = [...(gave(world, worker, one) ? ['given'] : []), ...(received(world, worker, one) ? ['received'] : [])]
    return ends.length === 0 ? [] : [`grants ${one} for ${ends.join('')}${isOpened(world, one) ? 'opened' : ''}`]
  })

const isConfirmed = (world: World, which: number): boolean => world.receipts.some(({ grant }) => grant === which)

const unconfirmed = (world: World, worker: number, which: number): number[] =>
  [...world.grants.keys()].filter(one => at(world.grants, one).case === which && received(world, worker, one) && !isConfirmed(world, one))

/** What waits for a worker: what was shared with them and confirmed by nobody, and what they shared and nobody opened, or asks about. */
function receiptsToday(world: World, worker: number): string[] {
  const isMine = ({ to: [kind] }: World['grants'][number]) => kind !== 'agency' || takesIn(world, agencyOf(world, worker)).includes(worker)
  const forMe = world.grants.flatMap((share, one) =>
    isMine(share) && received(world, worker, one) && !isConfirmed(world, one) ? [`grants ${one} for forme`] : [],
  )
  const forThem = world.grants.flatMap(({ case: which, emergency, revoked, when }, one) => {
    const isMade = at(world.cases, which).lead === worker && !emergency && !revoked && when !== 'over'
    const waits = (!isOpened(world, one) && gave(world, worker, one)) || aQuestionWaits(world, worker, one)
    return isMade && waits ? [`grants ${one} for forthem`] : []
  })
  return [...forMe, ...forThem]
}

/** Messages of others that a worker may read: to them, their teams and agency, and to all in cases that they work by name. */
function messagesFor(world: World, worker: number): number[] {
  const paper = onPaper(world)
  const isNamed = (which: number) =>
    !at(world.cases, which).closed &&
    (at(world.cases, which).lead === worker ||
      world.grants.some(
        share =>
          share.to[0] === 'worker' &&
          share.to[1] === worker &&
          ['read', 'contribute', 'lead'].includes(share.tier) &&
          reaches(paper, share, which),
      ))
  return world.messages.flatMap(({ case: which, author, to, before, ...mark }, index) => {
    const isToMe = to === null ? isNamed(which) : isFor(world, worker, to, { before })
    return author !== worker && isToMe && opens(world, worker, which, 'read', mark) ? [index] : []
  })
}

/** Of what anything may wait for a worker: how many messages they have not read, and of the rest that something was called back, asked, searched for, told or written which they may know of, and neither what nor by whom. */
function mayWait(world: World, worker: number): string[] {
  const mine = agencyOf(world, worker)
  const unread = messagesFor(world, worker).filter(one => at(world.messages, one).reader !== worker)
  const isOurs = (one: World['recalls'][number], index: number) =>
    one.agency === mine && !one.confirmed && (actsOn(world, worker, one, index) || opens(world, worker, one.case, 'lead'))
  const waits = {
    recalls: world.recalls.some(isOurs),
    requests: world.requests.some(one => !one.answered && seesRequest(world, worker, one)),
    searches: world.searches.some(one => seesSearch(world, worker, one)),
    alerts: world.alerts.some(alert => alert.worker === worker),
    messages: world.messages.some(
      ({ case: which, to, before, ...mark }) =>
        to !== null && isFor(world, worker, to, { before }) && opens(world, worker, which, 'read', mark),
    ),
  }
  return [...unread.map(() => 'unread'), ...Object.entries(waits).flatMap(([what, is]) => (is ? [what] : []))]
}
