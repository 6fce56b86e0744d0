/** What a worker finds, and who is known to them, once more from the guidance alone. */
import { agencyOf, seesPlace } from './around.ts'
import { binds, isShut, isTied, onSide, opens, opensPeople, ownerOf, programmeOf, seesPerson } from './model.ts'
import { at, type Fact, sideIn, type World } from './world.ts'

/** What is in the index, as it is filed there: what was learnt in a case stands apart, for each side. */
export interface Filed {
  kind: string
  index: number
  case: number | null
  side: string | null
}

/** Whether a row of the index is there for a worker. Nothing restricted is filed, nor any fact that is sensitive. */
export function mayFind(world: World, worker: number, { kind, index, case: which, side }: Filed): boolean {
  switch (kind) {
    case 'person':
      return which === null ? seesPerson(world, worker, index) : readsThere(world, worker, which, side)
    case 'case':
      return opens(world, worker, index, 'headline')
    case 'place':
      return seesPlace(world, worker, index)
    default: {
      const document = at(world.documents, index)
      return document.readers === null && opens(world, worker, document.case, 'read', document)
    }
  }
}

const readsThere = (world: World, worker: number, which: number, side: string | null): boolean =>
  opensPeople(world, worker, which, 'read', { side: side as 'victim' | 'subject' | null, category: null })

/** Whether somebody is found by what was learnt of them. */
export const foundByFact = (world: World, worker: number, fact: Fact): boolean =>
  fact.category === null &&
  (fact.case === null ? seesPerson(world, worker, fact.person) : opensPeople(world, worker, fact.case, 'read', onSide(fact)))

/** Whom a worker may find: those they see, and those of whom they read something in a case. */
export const peopleFound = (world: World, worker: number): number[] =>
  [...world.people.keys()].filter(
    person => seesPerson(world, worker, person) || world.contacts.some(fact => fact.person === person && foundByFact(world, worker, fact)),
  )

/** By what belongs to one side of a case nobody is recognised. */
const isToRecogniseBy = (world: World, fact: Fact): boolean =>
  fact.category === null && (fact.case === null || sideIn(world, fact.case, fact.side) === null)

/** Who can be recognised by a worker: the record itself is open to them, or what was learnt in a case. */
export const peopleRecognised = (world: World, worker: number): number[] =>
  [...world.people.keys()].filter(
    person =>
      seesPerson(world, worker, person) ||
      world.contacts.some(
        fact => fact.person === person && fact.case !== null && isToRecogniseBy(world, fact) && foundByFact(world, worker, fact),
      ),
  )

/** Of whom nothing is open: the agencies that may say that they know them, when names and a whole date of birth agree. */
export const knownByBirth = (world: World, worker: number, person: number): number[] =>
  peopleRecognised(world, worker).includes(person) ? [] : agenciesThatKnow(world, worker, person, null)

/** The same when names and a number agree, which was learnt in a case or in none. */
export function knownByNumber(world: World, worker: number, fact: Fact): number[] {
  if (!isToRecogniseBy(world, fact) || peopleRecognised(world, worker).includes(fact.person)) return []
  return agenciesThatKnow(world, worker, fact.person, fact.case)
}

/** Agencies that have somebody on their list, or in a case that is not kept from anybody, told under an agreement that binds both. */
function agenciesThatKnow(world: World, worker: number, person: number, learntIn: number | null): number[] {
  // Nobody learns here whether their own brother is known.
  if (isTied(world, worker, person)) return []
  const mine = agencyOf(world, worker)
  const agree = (agency: number, programme: string | null) =>
    world.agreements.some(
      (one, index) =>
        (programme === null || one.programmes.includes(programme)) && binds(world, index, mine) && binds(world, index, agency),
    )
  const byList = [at(world.people, person).heldBy].filter(agency => agency !== null && learntIn === null && agree(agency, null))
  const byCase = world.casePeople
    .filter(link => link.person === person && !link.ended && (learntIn === null || link.case === learntIn))
    .filter(({ case: which, side }) => !isSecret(world, which) && sideIn(world, which, side) === null)
    // Whom a conflict keeps out is told nothing through what it shuts.
    .filter(({ case: which }) => !isShut(world, worker, which) && agree(ownerOf(world, which), at(world.cases, which).programme))
    .map(({ case: which }) => ownerOf(world, which))
  const all = [...new Set([...byList, ...byCase] as number[])]
  return all.filter(agency => agency !== mine && !at(world.agencies, agency).suspended).sort()
}

/** Cases of which a side must never learn, and those that one team keeps to itself, are never told of. */
const isSecret = (world: World, which: number): boolean =>
  programmeOf(world, which).neverLearns !== null || at(world.cases, which).team !== null
