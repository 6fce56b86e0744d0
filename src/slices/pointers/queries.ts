/** Reads of pointers: all that somebody sees who may know that a case exists and no more. */
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'

export type Pointer = Awaited<ReturnType<typeof findPointer>>

/** Which agency holds a case, and how to reach it; NotFound when the worker may not even know of it. */
export async function findPointer(db: Db, id: string) {
  const found = await db
    .selectFrom('casePointers as p')
    .innerJoin('agencies as a', 'a.id', 'p.ownerAgencyId')
    .select(['p.caseId as id', 'p.reference', 'p.ownerAgencyId', 'a.shortName as agencyName', 'a.name as agencyFullName', 'a.contact'])
    .where('p.caseId', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}
