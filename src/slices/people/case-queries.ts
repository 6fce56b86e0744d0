/** Reads of who, and what else, is in one case. */
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'

export type CasePerson = Awaited<ReturnType<typeof listCasePeople>>[number]

/** Everybody in a case, with each role they have or had, how that is known, and what to mind. */
export async function listCasePeople(db: Db, caseId: string) {
  const roles = await db
    .selectFrom('casePeople as cp')
    .innerJoin('people as p', 'p.id', 'cp.personId')
    .innerJoin('workers as w', 'w.id', 'cp.addedBy')
    .leftJoin('workers as ender', 'ender.id', 'cp.endedBy')
    .select([
      'cp.id',
      'cp.personId',
      'cp.role',
      'cp.side',
      'cp.basis',
      'cp.addedAt',
      'cp.endedAt',
      'cp.endReason',
      'w.name as addedByName',
      'ender.name as endedByName',
      'p.givenName',
      'p.familyName',
      'p.bornOn',
      'p.bornPrecision',
      'p.diedOn',
    ])
    .where('cp.caseId', '=', caseId)
    .orderBy('cp.addedAt')
    .orderBy('cp.id')
    .limit(1000)
    .execute()
  const ids = [...new Set(roles.map(row => row.personId))]
  const warnings = await ofPeople(db, ids)
  return ids.map(id => {
    const own = roles.filter(row => row.personId === id)
    const { givenName, familyName, bornOn, bornPrecision, diedOn } = own[0] as (typeof own)[number]
    return { id, givenName, familyName, bornOn, bornPrecision, diedOn, roles: own, here: own.some(role => !role.endedAt), ...warnings(id) }
  })
}

/** Warnings, needs and other names of several people, as far as the worker may see. */
async function ofPeople(db: Db, ids: string[]) {
  if (ids.length === 0) return () => ({ warnings: [], needs: [], otherNames: [] })
  const warnings = await db
    .selectFrom('personWarnings')
    .select(['personId', 'instruction', 'side', 'category'])
    .where('personId', 'in', ids)
    .where('endedAt', 'is', null)
    .execute()
  const needs = await db
    .selectFrom('personNeeds')
    .select(['personId', 'kind', 'detail', 'side', 'category'])
    .where('personId', 'in', ids)
    .where('endedAt', 'is', null)
    .execute()
  const names = await db
    .selectFrom('personNames')
    .select(['personId', 'name'])
    .where('personId', 'in', ids)
    .where('endedAt', 'is', null)
    .execute()
  return (id: string) => ({
    warnings: warnings.filter(row => row.personId === id),
    needs: needs.filter(row => row.personId === id && row.kind !== 'other').map(row => row.detail),
    otherNames: [...new Set(names.filter(row => row.personId === id).map(row => row.name))],
  })
}

/** Organisations, vehicles and groups in a case, those still in it first. */
export function listCaseObjects(db: Db, caseId: string) {
  return db
    .selectFrom('caseObjects')
    .innerJoin('workers', 'workers.id', 'caseObjects.addedBy')
    .select([
      'caseObjects.id',
      'kind',
      'caseObjects.name',
      'identifier',
      'caseObjects.side',
      'role',
      'basis',
      'addedAt',
      'endedAt',
      'workers.name as addedByName',
    ])
    .where('caseId', '=', caseId)
    .orderBy('endedAt', ob => ob.asc().nullsFirst())
    .orderBy('addedAt')
    .limit(500)
    .execute()
}

export type CaseObject = Awaited<ReturnType<typeof listCaseObjects>>[number]

/** One role of one person in a case, for ending it. */
export async function findRole(db: Db, caseId: string, id: string) {
  const found = await db
    .selectFrom('casePeople as cp')
    .innerJoin('people as p', 'p.id', 'cp.personId')
    .select(['cp.id', 'cp.role', 'p.givenName', 'p.familyName', 'p.id as personId'])
    .where('cp.id', '=', id)
    .where('cp.caseId', '=', caseId)
    .where('cp.endedAt', 'is', null)
    .executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}
