/** People who may be the one somebody typed: candidates from the index, then whatever of them this worker may see. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { isoDay } from '../../ui/index.ts'
import { asPersonWords } from './asked.ts'
import { reasonsFor } from './reasons.ts'

export interface Match {
  id: string
  givenName: string
  familyName: string
  bornOn: string | null
  bornPrecision: string
  diedOn: string | null
  otherNames: string[]
  /** Addresses, numbers and the like that are not sensitive. */
  contacts: string[]
  roles: { caseId: string; reference: string; role: string }[]
  /** Why it was found, in words. */
  reasons: string[]
}

/**
 * The people the worker may see who come nearest to what was typed: a name however misspelt, a date of birth, a number, an address.
 * @example await findPeople(db, 'jon smyth 12/3/90')
 */
export async function findPeople(db: Db, typed: string, most = 20): Promise<Match[]> {
  const today = isoDay(new Date())
  const words = asPersonWords(typed, today)
  const near = (await sql<{ id: string }>`select id from search_for('person', ${words}, ${most})`.execute(db)).rows.map(row => row.id)
  if (near.length === 0) return []
  const found = new Map((await describePeople(db, near)).map(one => [one.id, one]))
  return near.flatMap(id => {
    const one = found.get(id)
    return one ? [{ ...one, reasons: reasonsFor(one, words) }] : []
  })
}

/** Enough about each person to tell them apart, as far as this worker may see. */
export async function describePeople(db: Db, ids: string[]): Promise<Omit<Match, 'reasons'>[]> {
  const people = await db
    .selectFrom('people')
    .select(['id', 'givenName', 'familyName', 'bornOn', 'bornPrecision', 'diedOn'])
    .where('id', 'in', ids)
    .execute()
  const names = await db
    .selectFrom('personNames')
    .select(['personId', 'name'])
    .where('personId', 'in', ids)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .execute()
  const contacts = await db
    .selectFrom('personContacts')
    .select(['personId', 'kind', 'value', 'postcode'])
    .where('personId', 'in', ids)
    .where('endedOn', 'is', null)
    .where('sensitivity', '=', 'normal')
    .orderBy(sql`kind <> 'address'`)
    .orderBy('id', 'desc')
    .execute()
  const roles = await db
    .selectFrom('casePeople')
    .innerJoin('cases', 'cases.id', 'casePeople.caseId')
    .select(['personId', 'caseId', 'reference', 'role'])
    .where('personId', 'in', ids)
    .where('endedAt', 'is', null)
    .orderBy('cases.activeAt', 'desc')
    .execute()
  return people.map(person => ({
    ...person,
    otherNames: [...new Set(names.filter(of(person)).map(row => row.name))],
    contacts: [...new Set(contacts.filter(of(person)).map(contactLine))],
    roles: roles.filter(of(person)).map(({ caseId, reference, role }) => ({ caseId, reference, role })),
  }))
}

const contactLine = ({ value, postcode }: { value: string; postcode: string }) =>
  postcode && !value.includes(postcode) ? `${value}, ${postcode}` : value

const of = (person: { id: string }) => (row: { personId: string }) => row.personId === person.id
