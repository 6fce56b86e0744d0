/** Every released programme, and how a case finds the version it opened under. */
import asb from './asb/v1.ts'
import daMarac from './da-marac/v1.ts'
import type { Programme } from './define.ts'
import generalSupport from './general-support/v1.ts'
import modernSlavery from './modern-slavery/v1.ts'
import restorativeJustice1 from './restorative-justice/v1.ts'
import restorativeJustice from './restorative-justice/v2.ts'

export type { EntryKind, HardStop, Programme, Said, Side, Stage } from './define.ts'

/** Every version ever released: a case keeps the one it opened under. */
export const programmes: Programme[] = [asb, modernSlavery, daMarac, restorativeJustice1, restorativeJustice, generalSupport]

/** The newest version of each programme: what a new case can be opened under. */
export const currentProgrammes = (): Programme[] => [...new Map(programmes.map(one => [one.key, one])).values()]

/**
 * The programme of a case.
 * @example programmeOf(found).stages
 */
export function programmeOf({ programme: key, programmeVersion: version }: OfProgramme): Programme {
  const found = programmes.find(one => one.key === key && one.version === version)
  if (!found) throw new Error(`No programme ${key} version ${version} in this release.`)
  return found
}

/** A case, or whatever else says which programme it is of, and which version of it. */
interface OfProgramme {
  programme: string
  programmeVersion: number
}

/**
 * What a stage of its programme is called.
 * @example stageName(found, found.stage) // "Being worked on"
 */
export const stageName = (of: OfProgramme, key: string): string => programmeOf(of).stages.find(stage => stage.key === key)?.name ?? key

/**
 * What a kind of entry is called in its programme.
 * @example entryKindName(head, entry.kind) // "Visit"
 */
export const entryKindName = (of: OfProgramme, key: string): string =>
  programmeOf(of).entryKinds.find(kind => kind.key === key)?.name ?? key
