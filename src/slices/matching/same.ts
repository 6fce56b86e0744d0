/** Whether somebody is known already: the records a worker may read, and the agencies that may say that they know them. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { explain, type Reason } from './engine/explain.ts'
import { compare } from './engine/fields.ts'
import { weigh } from './engine/model.ts'
import type { Comparable } from './engine/record.ts'
import { shipped } from './engine/shipped.ts'
import { formsOf } from './engine/short-names.ts'
import { type Answer, answerTo } from './engine/thresholds.ts'
import { comparableOf, heldAbout } from './said.ts'

export interface Described {
  givenName: string
  familyName: string
  /** A day, and how much of it is known. */
  born?: { on: string; precision: string } | null | undefined
  gender?: string
  otherName?: string
  phone?: string
  email?: string
  address?: string
  postcode?: string
}

export interface Same {
  id: string
  answer: Exclude<Answer, 'no'>
  bits: number
  reasons: Reason[]
}

export interface KnownTo {
  agency: string
  /** How to reach it. */
  contact: string
}

/**
 * Those who may be the person described, most likely first, and the agencies that know such a person.
 * @example const { people, known } = await findSame(db, { givenName: 'Bob', familyName: 'Smyth', born })
 */
export async function findSame(db: Db, described: Described): Promise<{ people: Same[]; known: KnownTo[] }> {
  const asked = comparableFrom(described)
  const { rows } = await sql<{ personId: string | null; agencyId: string | null }>`
    select person_id, agency_id from people_like(${asked.given.flatMap(name => [name, ...formsOf(name)])}::text[], ${asked.family}::text[],
      ${bornWays(asked)}::text[], ${[...asked.phones, ...asked.emails]}::text[], ${asked.addresses.map(one => one.postcode)}::text[])`.execute(
    db,
  )
  const held = await heldAbout(
    db,
    rows.flatMap(row => row.personId ?? []),
  )
  const people = [...held].flatMap(([id, one]) => verdict(id, asked, one)).sort((a, b) => b.bits - a.bits || (a.id < b.id ? -1 : 1))
  return {
    people,
    known: await agenciesOf(
      db,
      rows.flatMap(row => row.agencyId ?? []),
    ),
  }
}

/** What the engine says of one pair; nothing when it is plainly two people. */
export function verdict(id: string, one: Comparable, other: Comparable): Same[] {
  const compared = compare(one, other)
  const weighed = weigh(shipped, compared)
  const answer = answerTo(weighed)
  return answer === 'no' ? [] : [{ id, answer, bits: weighed.bits, reasons: explain(shipped, compared, weighed) }]
}

function comparableFrom({
  givenName,
  familyName,
  born,
  gender = '',
  otherName,
  phone,
  email,
  address,
  postcode = '',
}: Described): Comparable {
  const digits = (born?.on ?? '').replaceAll('-', '')
  const contact = (kind: string, value = '') => (value ? [{ kind, value, postcode: kind === 'address' ? postcode : '' }] : [])
  return comparableOf({
    givenName,
    familyName,
    born: digits.slice(0, born?.precision === 'day' ? 8 : born?.precision === 'month' ? 6 : 4),
    about: born?.precision === 'about',
    gender,
    names: otherName ? [otherName] : [],
    contacts: [...contact('phone', phone), ...contact('email', email), ...contact('address', address || postcode)],
  })
}

/** The date of birth as it is, and with day and month changed about. */
function bornWays({ born }: Comparable): string[] {
  const turned = born.slice(0, 4) + born.slice(6) + born.slice(4, 6)
  return [born, ...(born.length === 8 && Number(born.slice(6)) <= 12 && turned !== born ? [turned] : [])].filter(one => one.length >= 6)
}

function agenciesOf(db: Db, ids: string[]): Promise<KnownTo[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom('agencies').select(['name as agency', 'contact']).where('id', 'in', ids).orderBy('name').execute()
}
