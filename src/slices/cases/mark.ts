/** Who in a case may see what a worker writes: what they may say about it, and what holds when they say nothing. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { Invalid } from '../../platform/errors.ts'
import type { Mark } from '../../platform/events.ts'
import { wordsOf } from '../../platform/input.ts'
import { programmeOf } from '../../programmes/index.ts'
import { categories, sideUnsaid } from '../../ui/index.ts'

const sideNotSaid = 'Choose who may see this.'
const noSuchSide = 'That case has no such side. Choose another case, or everybody on it.'

/** Not said: the side follows from who writes and about whom. Said: `all`, or the key of a side. Asked, and not said: refused. */
export const sideInput = {
  side: z.preprocess(
    // Beside the choice stands what counts while nothing is chosen. Of two choices neither counts: no form of ours sends them.
    said => (Array.isArray(said) ? (chosenIn(said).length > 1 ? sideUnsaid : said.at(-1)) : said),
    z
      .string()
      .max(60)
      .refine(said => said !== sideUnsaid, sideNotSaid)
      .optional(),
  ),
}

const chosenIn = (said: unknown[]): unknown[] => said.filter(one => one !== sideUnsaid && one !== '')

export const markInput = {
  ...sideInput,
  category: z.enum(['', ...categories.map(one => one.key)], { error: 'Choose what makes this sensitive.' }).optional(),
}

interface Said {
  side?: string | undefined
  category?: string | undefined
}

/**
 * The mark of something written in a case. With no side said, it belongs to the side of the person it is about (by the one of their roles that has a side, or had before they left), to whoever may see that person when that is not one side, or else to the writer's only side.
 * Throws Invalid when none of these says it: what a form does not ask, and what is posted without the question, must go to nobody rather than to everybody.
 * @example const mark = await markIn(db, caseId, input, personId)
 */
export async function markIn(db: Db, caseId: string | null, { side = '', ...said }: Said, personId: string | null = null): Promise<Mark> {
  const category = said.category || null
  if (!caseId || side === 'all') return { side: null, category }
  if (side) return { side: await sideOf(db, caseId, side, said), category }
  const { rows } = await sql<{ theirs: string | null; met: boolean; only: string | null; several: boolean }>`
    select (select max(cp.side) from case_people cp where cp.case_id = c.id and cp.person_id = ${personId}::uuid
        and (cp.ended_at is null or not exists (select from case_people still where still.case_id = cp.case_id and still.person_id = cp.person_id and still.ended_at is null))
        having count(distinct cp.side) = 1) as theirs,
      exists (select from case_people cp where cp.case_id = c.id and cp.person_id = ${personId}::uuid) as met,
      (select a.sides[1] from my_access(c.id, 'headline') a group by 1 having count(*) = (select count(*) from my_access(c.id, 'headline')) and max(cardinality(a.sides)) = 1) as only,
      1 < (select count(*) from unnest(c.sides) side where exists (select from my_access(c.id, 'headline', side))) as several
    from cases c where c.id = ${caseId} and c.sides <> '{}'`.execute(db)
  const [found] = rows
  const known = found?.theirs ?? found?.only ?? null
  if (!known && found?.several && !found.met) throw new Invalid({ side: sideNotSaid }, wordsOf(said))
  return { side: known, category }
}

/** The same in a case that was read already: when it is not split and no side was said, nothing need be asked. */
export async function markInCase(db: Db, found: { id: string; sides: string[] }, said: Said): Promise<Mark> {
  if (found.sides.length > 0 || said.side) return markIn(db, found.id, said)
  return { side: null, category: said.category || null }
}

async function sideOf(db: Db, caseId: string, side: string, said: Said): Promise<string> {
  const found = await db
    .selectFrom('cases')
    .select('id')
    .where('id', '=', caseId)
    .where(sql<boolean>`${side} = any (sides)`)
    .executeTakeFirst()
  if (found) return side
  throw new Invalid({ side: noSuchSide }, { ...wordsOf(said), side, caseId })
}

/**
 * The sides on which somebody comes into a case, role by role: what was said, else what the role says. A role of no side is of the side that they are on by another, or else of the worker's only side.
 * Throws Invalid when none of these says it, and for a side that the case does not have.
 * @example sidesOfRoles(head, ['Victim', 'Other'], input.side)
 */
export function sidesOfRoles(
  head: { programme: string; programmeVersion: number; mySides: string[] },
  roles: string[],
  said = '',
  theirs: (string | null)[] = [],
): (string | null)[] {
  if (said && said !== 'all' && !programmeOf(head).sides?.some(side => side.key === said))
    throw new Invalid({ side: noSuchSide }, { roles })
  if (said) return roles.map(() => (said === 'all' ? null : said))
  const byRole = roles.map(role => programmeOf(head).roleSides?.[role] ?? null)
  const on = new Set([...byRole, ...theirs].filter(side => side !== null))
  const [one = null] = on.size === 1 ? on : []
  const other = one ?? onlySide(head)
  if (!other && byRole.includes(null) && head.mySides.length > 1) throw new Invalid({ side: sideNotSaid }, { roles })
  return byRole.map(side => side ?? other)
}

/** The side of a worker who works no other; null when they work several, or the case has none. */
export function onlySide({ mySides: [one, ...others] }: { mySides: string[] }): string | null {
  return others.length === 0 ? (one ?? null) : null
}
