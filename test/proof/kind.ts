/** What there is to know of a deed. */
import { at, type Mark, sideIn, type World } from './world.ts'
import { idOf, type Row } from './ids.ts'
import type { Statement } from './write.ts'

/** A deed that is told by two places in the world, whatever they are places of. */
export interface OfKinds extends Mark {
  does: `${string}: ${string}`
  by: number
  case: number
  one: number
  other: number
}

export interface Kind {
  /** Whether somebody who is at work may do it, from the guidance alone. */
  allows(world: World, deed: OfKinds): boolean
  writes(world: World, deed: OfKinds): Statement
  /** Who would most likely do it, and to what: of what is tried at random, too little is allowed. */
  likely?(world: World, deed: OfKinds): Partial<OfKinds>
}

export const agencyOf = (world: World, worker: number): number => at(world.workers, worker).agency

export const roleOf = (world: World, worker: number) => at(world.workers, worker).role

/** Whoever answers for the whole partnership. */
export const forAll = (world: World, { by }: Pick<OfKinds, 'by'>): boolean => roleOf(world, by) === 'partnership_administrator'

/** Whoever administers this agency, or answers for its information. */
export const forAgency = (
  world: World,
  { by }: Pick<OfKinds, 'by'>,
  agency: number | null,
  role: 'agency_administrator' | 'information_governance_lead' = 'agency_administrator',
): boolean => roleOf(world, by) === role && agencyOf(world, by) === agency

/** Who holds a role, at this agency if one is named. */
export function holderOf(world: World, role: NonNullable<World['workers'][number]['role']>, agency?: number | null): { by?: number } {
  const found = world.workers.findIndex(worker => worker.role === role && (agency == null || worker.agency === agency))
  return found < 0 ? {} : { by: found }
}

export const me = ({ by }: OfKinds): string => idOf('workers', by)

/** Where in a case a row belongs, as the database holds it. */
const placedIn = (world: World, { case: which, side }: OfKinds): Row => ({
  case_id: idOf('cases', which),
  side: sideIn(world, which, side),
})

export const markedIn = (world: World, deed: OfKinds): Row => ({ ...placedIn(world, deed), category: deed.category })

export const leadOf = (world: World, which: number): number => at(world.cases, which).lead
