/** One row of somebody's file as a person, or the reason why it cannot be one. */
import { createHash } from 'node:crypto'
import { parseBorn } from './born.ts'
import type { ImportField, ImportMap } from './import-map.ts'
import { tidyPostcode } from './inputs.ts'
import { splitName } from './roles.ts'

export interface ImportedPerson {
  row: number
  reference: string
  givenName: string
  familyName: string
  otherName: string
  gender: string
  bornOn: string | null
  bornPrecision: string
  contacts: { kind: string; value: string; postcode: string }[]
}

/**
 * Reads a row by the map; a string is the reason for refusing it.
 * @example readRow({ row: 2, cells: ['Ada', 'Lovelace'] }, map, '2026-11-22')
 */
export function readRow({ row, cells }: { row: number; cells: string[] }, map: ImportMap, today: string): ImportedPerson | string {
  const said = (field: ImportField) =>
    (map[field] ?? [])
      .map(at => (cells[at] ?? '').trim())
      .filter(Boolean)
      .join(field === 'address' ? ', ' : ' ')
      .replace(/\s+/g, ' ')
  const names =
    said('given_name') || said('family_name') ? { givenName: said('given_name'), familyName: said('family_name') } : splitName(said('name'))
  const typed = said('born_on')
  const born = /^(|unknown|n\/?a|n\/?k|null|-|0)$/i.test(typed) ? null : parseBorn(dateOnly(typed), today)
  const person: ImportedPerson = {
    row,
    ...names,
    otherName: said('other_name'),
    gender: said('gender'),
    bornOn: born?.on ?? null,
    bornPrecision: born?.precision ?? 'day',
    contacts: contactsOf(said),
    reference: said('reference') || `row ${hashOf(map, said)}`,
  }
  return born === undefined ? `“${short(typed)}” is not a date of birth, or lies in the future` : (tooLong(person) ?? person)
}

/** Exports of databases add midnight to a birthday. */
const dateOnly = (typed: string) => typed.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '')

function contactsOf(said: (field: ImportField) => string): ImportedPerson['contacts'] {
  const [address, postcode] = [said('address'), tidyPostcode(said('postcode'))]
  return [
    ...(address || postcode ? [{ kind: 'address', value: address || postcode, postcode }] : []),
    ...(['mobile', 'phone', 'email'] as const).flatMap(kind => (said(kind) ? [{ kind, value: said(kind), postcode: '' }] : [])),
  ]
}

/** Without a reference of its own, a row is known again by what it says. */
function hashOf(map: ImportMap, said: (field: ImportField) => string): string {
  return createHash('sha256')
    .update(
      JSON.stringify(
        Object.keys(map)
          .sort()
          .map(field => [field, said(field as ImportField).toLowerCase()]),
      ),
    )
    .digest('hex')
    .slice(0, 32)
}

function tooLong({ givenName, familyName, otherName, gender, reference, contacts }: ImportedPerson): string | undefined {
  if (!givenName && !familyName) return 'it has no name'
  const limits: [string, string, number][] = [
    ['given name', givenName, 100],
    ['family name', familyName, 100],
    ['other name', otherName, 200],
    ['gender', gender, 60],
    ['reference', reference, 100],
    ...contacts.map((one): [string, string, number] => [one.kind, one.value, 300]),
    ...contacts.map((one): [string, string, number] => ['postcode', one.postcode, 10]),
  ]
  const over = limits.find(([, value, most]) => value.length > most)
  return over && `its ${over[0]} is longer than ${over[2]} characters: “${short(over[1])}”`
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
