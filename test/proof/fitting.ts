/** Every other deed is tried by whoever would most likely do it: of what is tried at random, too little is allowed. */
import { agreedTo, type DeedAround } from './deeds-around.ts'
import { fittingOfKinds, isOfKinds } from './kinds.ts'
import { at, type Deed, type World } from './world.ts'

/** A world whose even deeds are done by those who might well do them. */
export const fittingly = (world: World): World => ({
  ...world,
  deeds: world.deeds.map((deed, index) => (index % 2 === 0 ? fitting(world, deed) : deed)),
})

function fitting(world: World, deed: Deed): Deed {
  const leads = (which: number | undefined) => (which === undefined ? deed.by : at(world.cases, which).lead)
  if (isOfKinds(deed)) return fittingOfKinds(world, deed)
  switch (deed.does) {
    case 'name reader':
    case 'correct entry':
      return { ...deed, by: world.entries[deed.entry]?.author ?? deed.by }
    case 'add version':
      return { ...deed, by: world.documents[deed.document]?.author ?? deed.by }
    case 'end share':
      return { ...deed, by: leads(world.grants[deed.share]?.case) }
    case 'end role':
      return { ...deed, by: leads(world.casePeople[deed.link]?.case) }
    case 'finish task':
      return { ...deed, by: leads(world.tasks[deed.task]?.case) }
    case 'keep draft':
    case 'declare interest':
      return { ...deed, for: deed.by }
    case 'search':
      return deed
    case 'add person':
    case 'record contact':
    case 'record name':
    case 'record need':
    case 'record warning':
    case 'record consent': {
      const link = world.casePeople[deed.person]
      return link
        ? { ...deed, case: link.case, person: link.person, side: link.side, by: leads(link.case) }
        : { ...deed, by: leads(deed.case) }
    }
    case 'add place': {
      const link = world.casePlaces[deed.place]
      return link
        ? { ...deed, case: link.case, place: link.place, side: link.side, by: leads(link.case) }
        : { ...deed, by: leads(deed.case) }
    }
    default:
      return amongAgencies(world, deed) ?? { ...deed, by: leads(deed.case) }
  }
}

/** What agencies do for one another, each by somebody of the one whose turn it is. */
function amongAgencies(world: World, deed: Deed): Deed | undefined {
  const answering = (agency: number | undefined) =>
    world.workers.findIndex(worker => worker.agency === agency && worker.role === 'information_governance_lead')
  const or = (found: number | null | undefined): Deed => ({ ...deed, by: found == null || found < 0 ? deed.by : found })
  const around = deed as Deed & DeedAround
  switch (around.does) {
    case 'answer request':
      return or(world.requests[around.request]?.handedTo)
    case 'act on recall':
      return or(world.copies.find(copy => copy.recall === around.recall)?.worker)
    case 'review emergency':
      return or(answering(world.workers[world.emergencies[around.emergency]?.by ?? -1]?.agency))
    case 'review conflict':
      return or(answering(world.workers[world.conflicts[around.conflict]?.worker ?? -1]?.agency))
    case 'declare conflict':
      return { ...around, worker: around.by }
    case 'withdraw consent':
      return { ...around, by: at(world.cases, at(world.consents, around.consent).case).lead }
    case 'share on consent': {
      const { case: which, side } = at(world.consents, around.consent)
      return {
        ...around,
        case: which,
        sides: side === null ? around.sides : [side],
        by: at(world.cases, which).lead,
        to: around.to[0] === 'agency' ? ['agency', agreedTo] : around.to,
      }
    }
    case 'ask for information':
      return around
    default:
      return undefined
  }
}
