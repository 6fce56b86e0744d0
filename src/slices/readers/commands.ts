/** Naming the readers of something restricted, and taking a name back. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { Forbidden, Invalid } from '../../platform/errors.ts'
import { type Mark, record } from '../../platform/events.ts'
import { wordsOf } from '../../platform/input.ts'
import { namesIn, type SaidReaders, tickedIn } from './inputs.ts'
import { listPossible, type PossibleReader } from './queries.ts'

/** A restricted entry or document, and the case and part of it that it belongs to. */
export interface Restrictable {
  id: string
  caseId: string
  mark: Mark
}

/**
 * Names readers of something restricted; its author needs no naming. Gives their ids.
 * Throws Invalid, with everything said, when a name fits nobody or does not fit one colleague alone.
 * @example await nameReaders(db, { id, caseId, mark }, input)
 */
export async function nameReaders(db: Db, { id, caseId, mark }: Restrictable, said: SaidReaders): Promise<string[]> {
  const readers = meant(await listPossible(db, caseId, mark, said), said)
  if (readers.length === 0) return []
  await db
    .insertInto('namedReaders')
    .values(readers.map(workerId => ({ recordId: id, caseId, workerId, namedBy: db.actor.workerId })))
    .onConflict(again => again.columns(['recordId', 'workerId']).doUpdateSet({ endedAt: null }))
    .execute()
  for (const principal of readers)
    await record(db, 'reader_named', { caseId, subjectId: id, mark: { ...mark, restricted: true }, detail: { principal } })
  return readers
}

/** Takes a reader's name back: from now on they do not know that it exists. */
export async function endReader(db: Db, { id, caseId, mark }: Restrictable, workerId: string): Promise<void> {
  const ended = await db
    .updateTable('namedReaders')
    .set({ endedAt: sql<Date>`now()` })
    .where('recordId', '=', id)
    .where('workerId', '=', workerId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw new Forbidden('Only whoever wrote this can say who may read it.')
  await record(db, 'reader_ended', { caseId, subjectId: id, mark: { ...mark, restricted: true }, detail: { principal: workerId } })
}

/** Whom the writer means: those ticked, and those whose whole name was typed. */
function meant(possible: PossibleReader[], said: SaidReaders): string[] {
  const ticked = possible.filter(one => tickedIn(said).includes(one.id))
  const typed = namesIn(said).map(name => {
    const fitting = possible.filter(one => alike(one.name, name))
    const chosen = ticked.filter(one => one.name.toLowerCase().includes(name.toLowerCase()))
    if (chosen.length > 0) return chosen
    if (fitting.length === 1) return fitting
    throw new Invalid({ readers: unclear(name, possible) }, wordsOf(said))
  })
  return [...new Set([...ticked, ...typed.flat()].map(one => one.id))]
}

function unclear(name: string, possible: PossibleReader[]): string {
  return possible.length > 0
    ? `Tick whom you mean by “${name}”.`
    : `Nobody called “${name}” works this part of the case. Check the name, or share the case with them first.`
}

const { compare } = new Intl.Collator('en-GB', { sensitivity: 'base' })
const alike = (one: string, other: string): boolean => compare(one, other) === 0
