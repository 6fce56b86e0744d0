/** Who may see what lies around cases, once more from the guidance alone. */
import { answersTo } from './answers.ts'
import { isReached } from './deeds.ts'
import {
  asHigh,
  governs,
  isOf,
  isShut,
  isTied,
  knows,
  leadsWhole,
  onSide,
  openings,
  opens,
  opensPeople,
  ownerOf,
  plain,
  programmeOf,
  recordsOf,
  seesFactOfNoCase,
  seesPerson,
  shows,
  type Sight,
  sightOf,
  works,
} from './model.ts'
import { sightOfMore } from './more.ts'
import { seesReceipts } from './receipts.ts'
import {
  type Copy,
  type Happening,
  isOfConflict,
  isOfReceipt,
  type Look,
  type Noted,
  type Opening,
  type Placed,
  type Recall,
  type Request,
} from './surroundings.ts'
import { at, type Fact, type Mark, type World } from './world.ts'

/** A place is seen through a case, and on one's own agency's list. */
export const seesPlace = (world: World, worker: number, place: number): boolean =>
  at(world.places, place).heldBy === agencyOf(world, worker) ||
  world.casePlaces.some(one => one.place === place && opensPeople(world, worker, one.case, 'read', onSide(one)))

export const agencyOf = (world: World, worker: number): number => at(world.workers, worker).agency
export const answersFor = (world: World, worker: number): boolean => at(world.workers, worker).role === 'information_governance_lead'
export const administers = (world: World, worker: number): boolean => at(world.workers, worker).role === 'agency_administrator'

/** Everything that a worker may see. */
export function wholeSight(world: World, worker: number): Sight {
  const cases = sightOf(world, worker)
  return works(world, worker)
    ? { ...cases, ...sightAround(world, worker, cases), ...sightOfMore(world, worker), ...answersTo(world, worker) }
    : {}
}

/** What lies around the cases, given what a worker sees of the cases. */
function sightAround(world: World, worker: number, cases: Sight): Sight {
  const sees = (table: string, index: number) => cases[table]?.includes(`${index}`) ?? false
  const learns = (fact: Fact) =>
    fact.case === null ? seesFactOfNoCase(world, worker, fact) : opensPeople(world, worker, fact.case, 'read', fact)
  const reads = (one: Placed) => opens(world, worker, one.case, 'read', onSide(one))
  const readsPeople = (one: Placed) => opensPeople(world, worker, one.case, 'read', onSide(one))
  const person = (index: number) => seesPerson(world, worker, index)
  const mine = agencyOf(world, worker)
  return {
    ...names('places', world.places, (_, index) => seesPlace(world, worker, index)),
    ...names('case_places', world.casePlaces, readsPeople),
    ...names('case_objects', world.placed, readsPeople),
    ...names('aims', world.placed, reads),
    ...names('outcomes', world.placed, reads),
    ...names('person_names', world.contacts, learns),
    ...names('person_needs', world.contacts, learns),
    ...names('person_warnings', world.contacts, learns),
    ...names('person_relationships', world.relationships, one => learns(one) && person(one.person) && person(one.other)),
    ...names('equality_answers', world.answers, one => one.agency === mine && person(one.person)),
    ...names('person_versions', world.people, (_, index) => person(index)),
    ...names('person_merges', world.merges, one => person(one.kept) && person(one.absorbed)),
    ...names('task_notes', world.tasks, (_, index) => sees('tasks', index)),
    ...names('message_reads', world.messages, (one, index) => sees('messages', index) && seesReader(world, worker, one)),
    ...names('document_versions', world.documents, (_, index) => sees('documents', index)),
    ...names('files', world.documents, (_, index) => sees('documents', index)),
    ...names('consents', world.consents, one => opensPeople(world, worker, one.case, 'read', onSide(one))),
    ...names('events', world.happenings, one => seesHappening(world, worker, one, cases)),
    ...names('looks', world.looks, one => seesLook(world, worker, one, cases)),
    ...names('conflicts', world.conflicts, one => seesConflict(world, worker, one)),
    ...names('emergency_openings', world.emergencies, one => seesEmergency(world, worker, one)),
    ...names('notices', world.notices, one => isOf(world, worker, one.to) && (one.case === null || !isShut(world, worker, one.case))),
    ...names('information_requests', world.requests, one => seesRequest(world, worker, one)),
    ...names('recalls', world.recalls, (one, index) => seesRecall(world, worker, one, { index, cases })),
    ...names('recall_copies', world.copies, one => seesCopy(world, worker, one)),
    ...names('search_notices', world.searches, one => seesSearch(world, worker, one)),
    // Their own and nobody else's; interests are also their governance lead's business.
    ...names('drafts', world.workers, (_, index) => index === worker),
    ...names('digests', world.workers, (_, index) => index === worker),
    ...names('reminder_choices', world.workers, (_, index) => index === worker),
    ...names('interests', world.workers, (one, index) => index === worker || (answersFor(world, worker) && one.agency === mine)),
    named_readers: readersSeen(world, worker),
  }
}

/** Who works one side is no business of those who work another: of what is for everyone on every side, they are told those readers whom they may know. */
const seesReader = (world: World, worker: number, { to, side, case: which, author, reader }: World['messages'][number]): boolean => {
  const { sides } = programmeOf(world, which)
  const ofOneSide = side !== null && sides.includes(side)
  const mine = openings(world, worker, which).filter(({ tier }) => asHigh(tier, 'read'))
  return (
    to !== null ||
    ofOneSide ||
    (reader ?? author) === worker ||
    mine.some(one => one.sides === null || sides.length === 0) ||
    isReached(world, worker, ['worker', reader ?? author], which, 'read', plain)
  )
}

/** That somebody was searched for is told to those who answer for the agency that holds them, and to whoever leads the case. */
export const seesSearch = (world: World, worker: number, one: World['searches'][number]): boolean =>
  ownerOf(world, one.case) === agencyOf(world, worker) &&
  !isShut(world, worker, one.case) &&
  (answersFor(world, worker) || leads(world, worker, one.case))

/** A worker in conflict with a case that they lead does not even see the case. */
const leads = (world: World, worker: number, which: number): boolean =>
  at(world.cases, which).lead === worker && opens(world, worker, which, 'headline')

const names = <T>(table: string, rows: T[], sees: (row: T, index: number) => boolean): Sight => ({
  [table]: rows.flatMap((row, index) => (sees(row, index) ? [`${index}`] : [])),
})

/** The readers of something restricted, and whoever named them, know who its readers are. */
const readersSeen = (world: World, worker: number): string[] =>
  (['entries', 'documents'] as const)
    .flatMap(table =>
      world[table].flatMap(({ case: which, author, readers, ...mark }, index) => {
        const isOneOfThem = readers?.includes(worker) && opens(world, worker, which, 'read', mark)
        const isOut = isShut(world, worker, which)
        const known = (readers ?? []).filter(reader => ((reader === worker || author === worker) && !isOut) || isOneOfThem)
        return known.map(reader => `${table} ${index} for ${reader}`)
      }),
    )
    .sort()

/** What is restricted stays so in the record of what was done to it. */
const isKept = (one: Noted, world: World, cases: Sight): boolean => isRestricted(world, one) && !sees(cases, 'entries', one.entry ?? -1)

function seesHappening(world: World, worker: number, one: Happening, cases: Sight): boolean {
  const which = one.case
  const isMine = one.by === worker && (which === null || !isShut(world, worker, which))
  if (isMine) return true
  const mine = agencyOf(world, worker) === agencyOf(world, one.by)
  const conflict = world.conflicts[one.conflict]
  if (isOfConflict(one)) return answersFor(world, worker) && conflict !== undefined && seesConflict(world, worker, conflict)
  // What was done to people is no administration: it tells who works with them.
  if (which === null)
    return (
      (mine && answersFor(world, worker) && !(one.kind === 'records_merged' && isTied(world, worker, one.person))) ||
      (one.kind !== 'records_merged' &&
        (at(world.workers, worker).role === 'partnership_administrator' || (mine && administers(world, worker))))
    )
  // How far a share got is read at its two ends, and by nobody else in the case.
  if (isOfReceipt(one)) return seesReceipts(world, worker, one.share)
  const isToMe = one.kind !== 'message_sent' || one.to === null || isOf(world, worker, one.to)
  return isToMe && !isKept(one, world, cases) && (one.aboutPeople ? opensPeople : opens)(world, worker, which, 'read', one)
}

/** Nobody sees in their own trail what they were refused. */
function seesLook(world: World, worker: number, one: Look, cases: Sight): boolean {
  const [which, isMine] = [one.case, one.by === worker]
  if (isMine && one.kind !== 'refused' && (which === null || !isShut(world, worker, which))) return true
  const governsSeen = (some: number) => governs(world, worker, some) && !isShut(world, worker, some)
  if (one.kind === 'refused' && governsSeen(one.refused)) return true
  if (isUnderReview(world, worker, one) || wroteWhatIsRestricted(world, worker, one, cases)) return true
  if (which !== null) return !isKept(one, world, cases) && (leadsWith(world, worker, { ...one, case: which }) || governsSeen(which))
  const isKeptFromThem =
    (one.kind === 'refused' && isShut(world, worker, one.refused)) || (one.kind === 'person' && isTied(world, worker, one.person))
  return answersFor(world, worker) && agencyOf(world, one.by) === agencyOf(world, worker) && !isMine && !isKeptFromThem
}

/** Whoever has to review an emergency sees what was looked at under it. */
const isUnderReview = (world: World, worker: number, one: Look): boolean =>
  !isRestricted(world, one) &&
  world.emergencies.some(
    emergency =>
      !emergency.reviewed && emergency.by === one.by && isInside(world, worker, one, emergency) && reviews(world, worker, emergency),
  )

/** A look at the case that was opened, or at somebody in it: of a case that one side must never learn of, for its own agency alone. */
const isInside = (world: World, worker: number, one: Look, { case: which }: Opening): boolean =>
  one.case === which ||
  (one.kind === 'person' &&
    (programmeOf(world, which).neverLearns === null || ownerOf(world, which) === agencyOf(world, worker)) &&
    world.casePeople.some(link => link.case === which && link.person === one.person))

/** Whoever wrote something restricted sees who opened it. */
const wroteWhatIsRestricted = (world: World, worker: number, one: Look, cases: Sight): boolean =>
  isRestricted(world, one) && one.entry !== null && at(world.entries, one.entry).author === worker && sees(cases, 'entries', one.entry)

const isRestricted = (world: World, { entry }: Noted): boolean => entry !== null && at(world.entries, entry).readers !== null

const sees = (cases: Sight, table: string, index: number): boolean => cases[table]?.includes(`${index}`) ?? false

const seesConflict = (world: World, worker: number, one: World['conflicts'][number]): boolean =>
  one.declaredBy === worker || reviewsConflict(world, worker, one)

/** Any other conflict would tell a governance lead that somebody is in a case of others. */
export const reviewsConflict = (world: World, worker: number, one: World['conflicts'][number]): boolean =>
  answersFor(world, worker) &&
  one.worker !== worker &&
  agencyOf(world, one.worker) === agencyOf(world, worker) &&
  shutsSomething(world, one)

/** Whether a conflict keeps from a worker what would be open to them: a case, or somebody in it, on a side that they would work. */
function shutsSomething(world: World, { worker, person, case: named }: World['conflicts'][number]): boolean {
  const unshut: World = { ...world, conflicts: [], workers: world.workers.map(one => ({ ...one, standing: 'here' as const })) }
  return world.cases.some((_, which) =>
    openings(unshut, worker, which)
      .filter(opening => !opening.emergency && knows(world, which, opening))
      .some(opening =>
        person === null
          ? named === which
          : world.casePeople.some(
              link =>
                link.case === which &&
                recordsOf(world, person).includes(link.person) &&
                !link.ended &&
                shows(world, which, opening, onSide(link)),
            ),
      ),
  )
}

export const reviews = (world: World, worker: number, { by, case: which }: Opening): boolean =>
  answersFor(world, worker) &&
  by !== worker &&
  !isShut(world, worker, which) &&
  [agencyOf(world, by), ownerOf(world, which)].includes(agencyOf(world, worker))

const seesEmergency = (world: World, worker: number, one: Opening): boolean =>
  (one.by === worker && !isShut(world, worker, one.case)) || reviews(world, worker, one) || leadsWhole(world, worker, one.case)

export const seesRequest = (world: World, worker: number, one: Request): boolean =>
  (!shutOutOf(world, worker, one) &&
    agencyOf(world, one.by) === agencyOf(world, worker) &&
    (one.by === worker || answersFor(world, worker))) ||
  dealsWith(world, worker, one)

const shutOutOf = (world: World, worker: number, one: Request): boolean => one.case !== null && isShut(world, worker, one.case)

/** Who of the agency that is asked deals with a request. */
export const dealsWith = (world: World, worker: number, one: Request): boolean =>
  one.to === agencyOf(world, worker) &&
  !shutOutOf(world, worker, one) &&
  (one.handedTo === worker || answersFor(world, worker) || administers(world, worker))

/** The agency that something was recalled from acts through those who answer for it, and through whoever holds a copy. */
export const actsOn = (world: World, worker: number, one: Recall, index: number): boolean =>
  !isShut(world, worker, one.case) &&
  one.agency === agencyOf(world, worker) &&
  (answersFor(world, worker) || administers(world, worker) || world.copies.some(copy => copy.recall === index && copy.worker === worker))

function seesRecall(world: World, worker: number, one: Recall, { index, cases }: { index: number; cases: Sight }): boolean {
  const about = { share: 'grants', person: 'case_people', entry: 'entries', worker: 'workers' }[one.kind]
  return (
    (opens(world, worker, one.case, 'lead') && sees(cases, about, one.subject) && (one.kind === 'share' || knowsOf(world, worker, one))) ||
    (governs(world, worker, one.case) && !isShut(world, worker, one.case)) ||
    actsOn(world, worker, one, index)
  )
}

/** Of what reached whom, whoever leads one side is told nothing about those who work another. */
const knowsOf = (world: World, worker: number, { case: which, agency }: Recall): boolean =>
  world.workers.some((one, by) => one.agency === agency && isReached(world, worker, ['worker', by], which, 'pointer', plain)) ||
  leadsWhole(world, worker, which)

/** Whoever leads a side of a case is told who looked at it, and took what, of those who work that side. */
const leadsWith = (world: World, worker: number, { case: which, by, ...mark }: Mark & { case: number; by: number }): boolean =>
  openings(world, worker, which).some(
    ({ tier, sides, categories }) =>
      tier === 'lead' &&
      shows(world, which, { sides, categories }, mark) &&
      (sides === null || programmeOf(world, which).sides.length === 0 || isReached(world, worker, ['worker', by], which, 'pointer', plain)),
  )

function seesCopy(world: World, worker: number, one: Copy): boolean {
  const ofMine = at(world.recalls, one.recall).agency === agencyOf(world, worker)
  return (
    leadsWith(world, worker, { ...one, by: one.worker }) ||
    (!isShut(world, worker, one.case) &&
      (one.worker === worker || (ofMine && (answersFor(world, worker) || administers(world, worker))) || governs(world, worker, one.case)))
  )
}
