/** What may be done around cases, once more from the guidance alone. */
import { actsOn, agencyOf, dealsWith, reviews, reviewsConflict, seesPlace, wholeSight } from './around.ts'
import { givesNoMore, isReached, mayReceive } from './deeds.ts'
import { asHigh, binds, isOnSecretSide, onSide, openings, opens, opensPeople, seesPerson } from './model.ts'
import { at, type Category, type Deed, type Principal, type Side, sideIn, sidesIn, type World } from './world.ts'

export type DeedAround =
  | { does: 'add object' | 'store file' | 'look' | 'print' | 'print a list' | 'search' }
  | { does: 'add place' | 'amend place'; place: number }
  | { does: 'record name' | 'record need' | 'record warning' | 'record consent'; person: number }
  | { does: 'add version'; document: number }
  | { does: 'correct entry'; entry: number }
  | { does: 'name reader'; entry: number; reader: number }
  | { does: 'ask for information'; to: number; agreement: number; about: number | null }
  | { does: 'answer request'; request: number }
  | { does: 'act on recall'; recall: number }
  | { does: 'withdraw consent'; consent: number }
  | { does: 'share on consent'; consent: number; to: Principal; sides: Side[] | null; categories: Category[] | null; subCases: boolean }
  | { does: 'declare conflict'; worker: number; person: number | null }
  | { does: 'review conflict'; conflict: number }
  | { does: 'review emergency'; emergency: number }
  | { does: 'keep draft' | 'declare interest'; for: number }

type Of<Name extends DeedAround['does']> = Deed & Extract<DeedAround, { does: Name }>

/** Whether a deed around a case is allowed to somebody who is at work. */
export function allowsAround(world: World, deed: Deed & DeedAround): boolean {
  const { by, case: which } = deed
  switch (deed.does) {
    case 'add object':
      return opensPeople(world, by, which, 'contribute', onSide(deed))
    case 'store file':
      return opens(world, by, which, 'contribute')
    case 'search':
      return true
    case 'look':
      return wholeSight(world, by).case_pointers?.includes(`${which}`) ?? false
    case 'print':
      return (wholeSight(world, by).case_pointers?.includes(`${which}`) ?? false) && !isOpenInEmergencyOnly(world, by, which)
    case 'print a list':
      return world.cases.every((_, one) => !isOpenInEmergencyOnly(world, by, one))
    case 'add place':
      return opensPeople(world, by, which, 'contribute', onSide(deed)) && seesPlace(world, by, deed.place)
    case 'amend place':
      return at(world.places, deed.place).heldBy === agencyOf(world, by) || amendsThroughACase(world, by, deed.place)
    case 'record name':
    case 'record need':
    case 'record warning':
      return opensPeople(world, by, which, 'contribute', deed) && seesPerson(world, by, deed.person)
    case 'record consent':
      return opensPeople(world, by, which, 'contribute', onSide(deed)) && seesInCase(world, by, which, deed.person)
    case 'keep draft':
    case 'declare interest':
      return deed.for === by
    default:
      return allowsToRow(world, deed)
  }
}

/** Deeds that are done to a row which is there already. */
function allowsToRow(world: World, deed: Deed & DeedAround): boolean {
  const { by } = deed
  switch (deed.does) {
    case 'add version': {
      const of = world.documents[deed.document]
      return of !== undefined && sees(world, by, 'documents', deed.document) && opens(world, by, of.case, 'contribute', of)
    }
    case 'correct entry': {
      const of = world.entries[deed.entry]
      return of !== undefined && sees(world, by, 'entries', deed.entry) && opens(world, by, of.case, 'contribute', of)
    }
    case 'name reader':
      return namesReader(world, deed)
    case 'answer request': {
      const request = world.requests[deed.request]
      return request !== undefined && !request.answered && dealsWith(world, by, request)
    }
    case 'act on recall': {
      const recall = world.recalls[deed.recall]
      return recall !== undefined && !recall.confirmed && actsOn(world, by, recall, deed.recall)
    }
    case 'withdraw consent': {
      const consent = at(world.consents, deed.consent)
      return consent.state !== 'withdrawn' && opensPeople(world, by, consent.case, 'contribute', onSide(consent))
    }
    case 'review conflict': {
      const conflict = world.conflicts[deed.conflict]
      return conflict !== undefined && reviewsConflict(world, by, conflict)
    }
    case 'review emergency': {
      const emergency = world.emergencies[deed.emergency]
      return emergency !== undefined && !emergency.reviewed && reviews(world, by, emergency)
    }
    default:
      return allowsWithOthers(world, deed)
  }
}

function allowsWithOthers(world: World, deed: Deed & DeedAround): boolean {
  const { by, case: which } = deed
  const mine = agencyOf(world, by)
  switch (deed.does) {
    case 'ask for information':
      return (
        deed.to !== mine &&
        binds(world, deed.agreement, mine) &&
        binds(world, deed.agreement, deed.to) &&
        (deed.about === null || opens(world, by, deed.about, 'read'))
      )
    case 'share on consent':
      return consentCovers(world, deed) && givesNoMore(world, deed) && mayReceive(world, deed)
    case 'declare conflict':
      return (
        (deed.worker === by ||
          (at(world.workers, by).role !== null &&
            at(world.workers, by).role !== 'partnership_administrator' &&
            agencyOf(world, deed.worker) === mine)) &&
        (deed.person === null ? opens(world, by, which, 'headline') : seesPerson(world, by, deed.person))
      )
    default:
      throw new Error(`Nobody knows who may ${deed.does}.`)
  }
}

const sees = (world: World, worker: number, table: string, index: number): boolean =>
  wholeSight(world, worker)[table]?.includes(`${index}`) ?? false

/** Whoever wrote something restricted names its readers, among those who work that side of the case. */
function namesReader(world: World, { by, entry, reader }: Of<'name reader'>): boolean {
  const of = world.entries[entry]
  return (
    of !== undefined &&
    of.readers !== null &&
    of.author === by &&
    !of.before &&
    opens(world, by, of.case, 'read', of) &&
    isReached(world, by, ['worker', reader], of.case, 'read', of)
  )
}

/** A consent stands for its own case and its own side, and for those to whom the person agreed. */
function consentCovers(world: World, { by, case: which, ...deed }: Of<'share on consent'>): boolean {
  const of = at(world.consents, deed.consent)
  const [kind, index] = deed.to
  const agency = kind === 'agency' ? index : kind === 'team' ? at(world.teams, index).agency : agencyOf(world, index)
  const [side, sides] = [sideIn(world, which, of.side), sidesIn(world.cases, which, deed.sides)]
  const isOfTheirSide = side === null || (sides?.every(one => one === side) ?? false)
  const isTheirs = of.case === which && of.state === 'stands' && agency === agreedTo && isOfTheirSide && !deed.subCases
  return isTheirs && opensPeople(world, by, which, 'read', onSide(of))
}

/** The agency to whom people of a world agree that others tell of them. */
export const agreedTo = 0

const seesInCase = (world: World, worker: number, which: number, person: number): boolean =>
  world.casePeople.some(
    link => link.case === which && link.person === person && !link.ended && opensPeople(world, worker, which, 'read', onSide(link)),
  )

/** Nothing is printed, exported or saved from a case that an emergency opens further than anything else does, nor meanwhile a list in which it may stand. */
function isOpenInEmergencyOnly(world: World, worker: number, which: number): boolean {
  const reading = openings(world, worker, which).filter(({ tier }) => asHigh(tier, 'read'))
  const isOpenAnyway = reading.some(({ emergency, sides, categories }) => !emergency && sides === null && categories === null)
  return reading.some(({ emergency }) => emergency) && !isOpenAnyway
}

/** As with people: what an amendment changes shows wherever the place is known. */
const amendsThroughACase = (world: World, worker: number, place: number): boolean =>
  world.casePlaces
    .filter(link => link.place === place)
    .some(
      (link, _, links) => !isOnSecretSide(world, worker, link, links) && opensPeople(world, worker, link.case, 'contribute', onSide(link)),
    )
