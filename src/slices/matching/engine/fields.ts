/** What is compared between two people: each field, its levels of agreement from best to worst, and how likely each is at first. */
import { compareBorn } from './compare-born.ts'
import { compareNames } from './compare-names.ts'
import { compareAddresses, compareEmails, comparePhones, compareText } from './compare-rest.ts'
import type { Comparable } from './record.ts'

/** One level: what it means to a reader, and how likely it is for the same person (`m`) and for two different people (`u`). */
export interface Level {
  says: string
  m: number
  u: number
}

export interface Field {
  name: string
  label: string
  levels: readonly Level[]
  /** Records of nobody else that a value seen once is taken to stand for: the fewer, the more a rare value weighs. Absent where it is all one. */
  rare?: number
  /** The part of an address that says what the other parts say too. */
  ofAddress?: true
}

const level = (says: string, m: number, u: number): Level => ({ says, m, u })

const text = (same: number, close: number, u: number): Level[] => [
  level('the same', same, u),
  level('nearly the same', close, u / 2 + 0.001),
  level('different', 1 - same - close, 1 - u),
]

export const fields: readonly Field[] = [
  {
    name: 'given',
    label: 'Given name',
    rare: 0.7,
    levels: [
      level('the same', 0.8, 0.008),
      level('a short form or part of it', 0.07, 0.004),
      level('one slip apart', 0.06, 0.003),
      level('sounds or looks alike', 0.025, 0.012),
      level('the same initial', 0.015, 0.05),
      level('different', 0.03, 0.92),
    ],
  },
  {
    name: 'family',
    label: 'Family name',
    rare: 0.7,
    levels: [
      level('the same', 0.84, 0.002),
      level('part of a double name', 0.03, 0.001),
      level('one slip apart', 0.05, 0.002),
      level('sounds or looks alike', 0.025, 0.01),
      level('the same initial', 0.005, 0.05),
      level('different', 0.05, 0.935),
    ],
  },
  // Two ways round are two chances to agree, so a swap speaks against as often as it is rare.
  {
    name: 'order',
    label: 'Order of names',
    levels: [level('as written', 0.985, 1), level('given and family name changed about', 0.015, 1)],
  },
  {
    name: 'born',
    label: 'Date of birth',
    rare: 0.3,
    levels: [
      level('the same', 0.84, 0.00005),
      level('day and month changed about', 0.015, 0.00012),
      level('one digit wrong', 0.05, 0.0015),
      level('two of day, month and year the same', 0.02, 0.003),
      level('agrees as far as it is known', 0.02, 0.002),
      level('a little apart', 0.01, 0.003),
      level('about the same year', 0.015, 0.03),
      level('different', 0.03, 0.96),
    ],
  },
  { name: 'sex', label: 'Gender', levels: [level('the same', 0.97, 0.5), level('different', 0.03, 0.5)] },
  { name: 'number', label: 'House number', rare: 1, levels: text(0.55, 0.05, 0.03), ofAddress: true },
  { name: 'street', label: 'Street', rare: 0.7, levels: text(0.55, 0.05, 0.004), ofAddress: true },
  { name: 'rest', label: 'Rest of the address', rare: 1, levels: text(0.5, 0.05, 0.03), ofAddress: true },
  { name: 'town', label: 'Town', rare: 1, levels: text(0.75, 0.05, 0.1), ofAddress: true },
  { name: 'region', label: 'Region', rare: 1, levels: text(0.9, 0.02, 0.2), ofAddress: true },
  { name: 'postcode', label: 'Postcode', rare: 0.7, levels: text(0.5, 0.15, 0.002), ofAddress: true },
  { name: 'phone', label: 'Phone number', rare: 0.3, levels: text(0.45, 0.05, 0.00005) },
  { name: 'email', label: 'E-mail', rare: 0.3, levels: text(0.55, 0.05, 0.00005) },
]

/** A field for a column that only some lists have, such as place of birth. */
export const otherField = (name: string): Field => ({ name, label: name, rare: 1, levels: text(0.75, 0.05, 0.1) })

const addressFrom = fields.findIndex(field => field.ofAddress)
const addressTo = fields.findLastIndex(field => field.ofAddress) + 1

export interface Compared {
  /** For each field the level, or -1 where either side does not say. */
  levels: number[]
  /** For each field the value that is shared, for weighing by how common it is; empty where none is. */
  values: string[]
  /** The whole address on one line, for weighing how many live there. */
  address: string
}

/** Compares two people field by field; `others` are columns beyond the usual fields. */
export function compare(a: Comparable, b: Comparable, others: readonly string[] = []): Compared {
  const names = compareNames(a, b)
  const address = compareAddresses(a, b)
  const known = names.given !== -1 || names.family !== -1
  const levels = [
    names.given,
    names.family,
    known ? Number(names.swapped) : -1,
    compareBorn(a, b),
    !a.sex || !b.sex ? -1 : Number(a.sex !== b.sex),
    address.number,
    address.street,
    address.rest,
    address.town,
    address.region,
    address.postcode,
    comparePhones(a, b),
    compareEmails(a, b),
    ...others.map(name => compareText(a.other[name] ?? '', b.other[name] ?? '')),
  ]
  const { mine } = address
  const values = [
    names.givenName,
    names.familyName,
    '',
    a.born,
    '',
    mine?.number ?? '',
    mine?.lines[0] ?? '',
    mine?.lines.slice(1).join(' ') ?? '',
    mine?.town ?? '',
    mine?.region ?? '',
    mine?.postcode ?? '',
    a.phones.find(one => b.phones.includes(one)) ?? '',
    a.emails.find(one => b.emails.includes(one)) ?? '',
    ...others.map(name => a.other[name] ?? ''),
  ]
  return { levels, values, address: values.slice(addressFrom, addressTo).join('|') }
}
