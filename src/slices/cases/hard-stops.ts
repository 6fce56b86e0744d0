/** Hard stops: what must not happen in a case, or not yet, by its programme and by what its entries say. */
import { sql } from 'kysely'
import { config } from '../../platform/config.ts'
import type { Db } from '../../platform/db.ts'
import { type HardStop, programmeOf, type Said } from '../../programmes/index.ts'

type Case = { id: string; programme: string; programmeVersion: number }
type Last = { kind: string; side: string | null; at: Date }

/** What a worker is about to do: move to a stage, write an entry of a kind, or write a letter. */
export type Step = { stage: string } | { kind: string; side: string | null } | { letter: true; side: string | null }

/**
 * The hard stops that hold in a case at this moment, by the entries that the worker may see: what they cannot see does not let them go on.
 * @example const stop = stopOf(await listHardStops(db, head), { stage })
 */
export async function listHardStops(db: Db, found: Case): Promise<HardStop[]> {
  const stops = (programmeOf(found).hardStops ?? []).filter(stop => !(stop.inferred && config().hardStopsOff.includes(stop.key)))
  if (stops.length === 0) return []
  const said = await lastOf(db, found.id, [...new Set(stops.flatMap(kindsOf))])
  return stops.filter(({ once, until }) => (!once || stands(once, said, 'first')) && !stands(until, said, 'second'))
}

/** The first of them that stops a step. */
export const stopOf = (stops: HardStop[], step: Step): HardStop | undefined => stops.find(stop => isStopped(stop, step))

function isStopped({ stages, entryKinds, letters = false, side }: HardStop, step: Step): boolean {
  if ('stage' in step) return stages.includes(step.stage)
  if (side && step.side && step.side !== side) return false
  return 'letter' in step ? letters : entryKinds.includes(step.kind)
}

const kindsOf = ({ once, until }: HardStop): string[] =>
  [once?.kind, once?.takenBackBy, until.kind, until.takenBackBy].filter(kind => kind !== undefined)

/** When something of each kind was last said on each side. */
async function lastOf(db: Db, caseId: string, kinds: string[]): Promise<Last[]> {
  const { rows } = await sql<Last>`select kind, side, max(occurred_at) as at from entries
    where case_id = ${caseId} and kind = any (${kinds}) group by kind, side`.execute(db)
  return rows
}

/** Whether it stands on every side named. What was written on no side might be about either: it counts for stopping, never for going on. */
function stands({ kind, sides, takenBackBy }: Said, said: Last[], counts: 'first' | 'second'): boolean {
  const last = (of: string | undefined, side: string | undefined, unsided: boolean) =>
    Math.max(
      0,
      ...said
        .filter(one => one.kind === of && (!side || one.side === side || (unsided && one.side === null)))
        .map(({ at }) => at.getTime()),
    )
  return (sides ?? [undefined]).every(side => {
    const at = last(kind, side, counts === 'first')
    return at > 0 && at > last(takenBackBy, side, counts === 'second')
  })
}
