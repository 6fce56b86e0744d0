/** Who knows how far a share got, and who reviews what was odd, once more from the guidance alone. */
import { answersFor, agencyOf } from './around.ts'
import { asHigh, binds, holds, isOf, isShut, openings, stands, works } from './model.ts'
import type { Flag } from './surroundings.ts'
import { at, type World } from './world.ts'

/** With whom a case is shared, while it is; never whoever shared it, nor anybody whom a conflict keeps out. */
export function received(world: World, worker: number, which: number): boolean {
  const share = at(world.grants, which)
  const isMine = works(world, worker) && isOf(world, worker, share.to) && !isShut(world, worker, share.case)
  const isBound = share.agreement === null || binds(world, share.agreement, agencyOf(world, worker))
  return isMine && isBound && stands(world, share) && !share.emergency && madeBy(world, which) !== worker && isCovered(world, which)
}

/** Whoever leads the case, by another share than this, with all that the share opens. */
export function gave(world: World, worker: number, which: number): boolean {
  const share = at(world.grants, which)
  const others = { ...world, grants: world.grants.map((one, index) => (index === which ? { ...one, revoked: true } : one)) }
  return (
    !share.emergency &&
    openings(others, worker, share.case).some(
      ({ tier, sides, categories }) => asHigh(tier, 'lead') && holds(sides, share.sides) && holds(categories, share.categories),
    )
  )
}

/** An agreement binds also the agency that owns the case, and is made for its programme. */
function isCovered(world: World, which: number): boolean {
  const { agreement, case: of } = at(world.grants, which)
  if (agreement === null) return true
  const { lead, programme } = at(world.cases, of)
  return at(world.agreements, agreement).programmes.includes(programme) && binds(world, agreement, agencyOf(world, lead))
}

const madeBy = (world: World, which: number): number => at(world.cases, at(world.grants, which).case).lead

/** What is said on a receipt is read at its two ends. */
export const seesReceipts = (world: World, worker: number, which: number): boolean =>
  received(world, worker, which) || gave(world, worker, which)

/** A refusal is no look. */
export const hasLooked = (world: World, worker: number, which: number): boolean =>
  world.looks.some(look => look.by === worker && look.case === which && look.kind !== 'refused')

/** Those who have a share asked something back, and nobody has answered. */
export function aQuestionWaits(world: World, worker: number, which: number): boolean {
  const said = (step: string) => world.receipts.some(one => one.grant === which && one.step === step)
  return said('understood') && !said('answered') && gave(world, worker, which)
}

/** What was odd is reviewed by those who answer for the agency, and of themselves by the partnership. */
export function seesFlag(world: World, worker: number, { worker: whose }: Flag): boolean {
  const isOfMine = answersFor(world, worker) && agencyOf(world, whose) === agencyOf(world, worker)
  const isForAll = at(world.workers, worker).role === 'partnership_administrator' && answersFor(world, whose)
  return whose !== worker && (isOfMine || isForAll)
}
