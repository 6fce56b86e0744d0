/** What is written only while a case is open, once more from the guidance alone. */
import { at, type Deed, type World } from './world.ts'

/** A closed case stays as it was until it is opened again. Shares, messages and closures go on, what was wrong is ended, and consent is withdrawn whenever somebody withdraws it. */
export function writesWhereClosed(world: World, deed: Deed): boolean {
  const which = writesIn(world, deed)
  return which !== undefined && at(world.cases, which).closed
}

const newHere = new Set([
  'write entry',
  'add document',
  'record outcome',
  'set aim',
  'open sub-case',
  'add person',
  'record contact',
  'record name',
  'record need',
  'record warning',
  'record consent',
  'give task',
  'add object',
  'add place',
  'store file',
  'people: say how two are related',
])

/** The case that a deed would add to or amend; none when it does neither, or there is nothing to amend. */
function writesIn(world: World, deed: Deed): number | undefined {
  if (newHere.has(deed.does)) return deed.case
  if ('one' in deed) return rowOf(world, deed.does, deed.one)?.case
  switch (deed.does) {
    case 'end role':
      return world.casePeople[deed.link]?.case
    case 'finish task':
      return world.tasks[deed.task]?.case
    case 'add version':
      return world.documents[deed.document]?.case
    case 'correct entry':
      return world.entries[deed.entry]?.case
    default:
      return undefined
  }
}

function rowOf(world: World, does: string, one: number): { case: number } | undefined {
  switch (does) {
    case 'case: amend an aim':
    case 'case: end the role of a thing':
      return world.placed[one]
    case 'case: grade a place':
      return world.casePlaces[one]
    case 'chronology: say whom an entry is about':
      return world.entries[one]
    case 'plan: note progress':
      return world.tasks[one]
    default:
      return undefined
  }
}
