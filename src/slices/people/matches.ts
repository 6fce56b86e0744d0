/** People who may be the one somebody typed: candidates from the index, then whatever of them this worker may see. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { isoDay } from '../../ui/index.ts'
import { shownInstead } from '../matching/index.ts'
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
  const words = personWords(typed)
  return matchPeople(db, await nearestPeople(db, words, most), words)
}

/** The keys of those who come nearest to some words, nearest first. */
export async function nearestPeople(db: Db, words: string, most: number): Promise<string[]> {
  const near = await sql<{ id: string }>`select id from search_for('person', ${words}, ${most})`.execute(db)
  return near.rows.map(row => row.id)
}

/** What was typed, in the words that people are filed under. */
export const personWords = (typed: string): string => asPersonWords(typed, isoDay(new Date()))

/** People found by some words, in the order of their ids, each with why; those whom the worker may not see are left out. */
export async function matchPeople(db: Db, ids: string[], words: string): Promise<Match[]> {
  if (ids.length === 0) return []
  const [shown, described] = await Promise.all([shownInstead(db, ids), describePeople(db, ids)])
  // Rarely is one of them shown by another record, which then is asked for as well.
  const others = shown.filter(id => !ids.includes(id))
  const found = new Map([...described, ...(others.length > 0 ? await describePeople(db, others) : [])].map(one => [one.id, one]))
  return shown.flatMap(id => {
    const one = found.get(id)
    return one ? [{ ...one, reasons: reasonsFor(one, words) }] : []
  })
}

interface Described extends Omit<Match, 'reasons' | 'contacts'> {
  contacts: { value: string; postcode: string }[]
}

/** Enough about each person to tell them apart, as far as this worker may see. */
export async function describePeople(db: Db, ids: string[]): Promise<Omit<Match, 'reasons'>[]> {
  const people = await sql<Described>`
    select p.id, p.given_name, p.family_name, p.born_on, p.born_precision, p.died_on,
      array(select n.name from person_names n where n.person_id = p.id and n.ended_at is null order by n.id)
        || array(select concat_ws(' ', q.given_name, q.family_name) from person_merges m join people q on q.id = m.absorbed_id where m.kept_id = p.id and m.ended_at is null) as other_names,
      (select coalesce(json_agg(json_build_object('value', c.value, 'postcode', c.postcode) order by c.kind <> 'address', c.id desc), '[]')
        from person_contacts c where c.person_id = p.id and c.ended_on is null and c.category is null) as contacts,
      (select coalesce(json_agg(json_build_object('caseId', r.case_id, 'reference', c.reference, 'role', r.role) order by c.active_at desc), '[]')
        from case_people r join cases c on c.id = r.case_id where r.person_id = p.id and r.ended_at is null) as roles
    from people p where p.id = any (${ids}::uuid[])`.execute(db)
  return people.rows.map(one => ({
    ...one,
    otherNames: [...new Set(one.otherNames)],
    contacts: [...new Set(one.contacts.map(contactLine))],
  }))
}

const contactLine = ({ value, postcode }: { value: string; postcode: string }) =>
  postcode && !value.includes(postcode) ? `${value}, ${postcode}` : value
