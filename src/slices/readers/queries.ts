/** Reads of who may open what is restricted, and of who could be named. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import type { Mark } from '../../platform/events.ts'
import { Invalid } from '../../platform/errors.ts'
import { markIn, markInput } from '../cases/index.ts'
import { namedReaders, namesIn, type SaidReaders, tickedIn } from './inputs.ts'

export interface PossibleReader {
  id: string
  name: string
  agencyName: string
}

/** The colleagues whom these names may mean: only those whom the case reaches on this side and for this category. */
export async function listPossible(db: Db, caseId: string, { side, category }: Mark, said: SaidReaders): Promise<PossibleReader[]> {
  const patterns = namesIn(said).map(name => `%${name.replaceAll(/[\\%_]/g, '\\$&')}%`)
  if (patterns.length === 0 && tickedIn(said).length === 0) return []
  const { rows } = await sql<PossibleReader>`
    select w.id, w.name, a.short_name as agency_name from who_works_on(${caseId}, ${side}, ${category}, 'worker') r
      join workers w on w.id = r.id join agencies a on a.id = w.agency_id
    where r.tier >= 'read' and w.id <> (select my_worker())
      and (w.id = any (${tickedIn(said)}::uuid[]) or exists (select from unnest(${patterns}::text[]) pattern where unaccent(w.name) ilike unaccent(pattern)))
    order by w.name, w.id limit 40`.execute(db)
  return rows
}

/** The same, for a form that comes back to be mended: none when nobody was named, or when its side is what is to be mended. */
export async function listFound(db: Db, caseId: string, values: Record<string, unknown> = {}): Promise<PossibleReader[]> {
  const { data: said } = z.object({ ...markInput, ...namedReaders }).safeParse(values)
  if (!said?.readers) return []
  const mark = await markIn(db, caseId, said).catch(error => {
    if (!(error instanceof Invalid)) throw error
  })
  return mark ? listPossible(db, caseId, mark, said) : []
}

export type NamedReader = Awaited<ReturnType<typeof listReaders>>[number]

/** The named readers of something restricted, beside its author; nobody to whoever is not one of them. */
export const listReaders = (db: Db, recordId: string) =>
  db
    .selectFrom('namedReaders as n')
    .innerJoin('workers as w', 'w.id', 'n.workerId')
    .innerJoin('agencies as a', 'a.id', 'w.agencyId')
    .innerJoin('workers as namer', 'namer.id', 'n.namedBy')
    .select(['w.id', 'w.name', 'a.shortName as agencyName', 'namer.name as namedBy', 'n.namedAt'])
    .where('n.recordId', '=', recordId)
    .where('n.endedAt', 'is', null)
    .orderBy('w.name')
    .execute()
