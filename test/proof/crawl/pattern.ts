/** Addresses by their form: which kind of row each id in them names. */
import { idOf, rowOf } from '../ids.ts'

const ids = /00000000-0000-7000-9000-\d{12}/g

/**
 * An address with its ids named by their kind and without what was typed, so that alike addresses are alike.
 * @example patternOf('/cases/0…-00060000…3/plan?late=yes') // '/cases/{cases}/plan?late'
 */
export function patternOf(address: string): string {
  const [path = '', query] = address.split('?')
  const named = path.replaceAll(ids, id => `{${rowOf(id).split(' ')[0]}}`).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{other}')
  return query === undefined ? named : `${named}?${[...new URLSearchParams(query).keys()].sort()}`
}

/** An address with every id that it holds put through `change`. */
export const withIds = (address: string, change: (id: string) => string): string => address.replaceAll(ids, id => change(id))

/** The ids of rows in an address. */
export const idsIn = (address: string): string[] => address.match(ids) ?? []

/**
 * An address with each row of the same kinds in its place: with its own case, and with another's.
 * @example everyOf(address, () => [{ index: 0, case: 2 }, { index: 1, case: null }])
 */
export function everyOf(address: string, rows: (table: string) => { index: number; case: number | null }[]): string[] {
  const held = idsIn(address)
  const tables = [...new Set(held.map(id => rowOf(id).split(' ')[0] ?? ''))]
  const [inner] = tables.filter(table => table !== 'cases')
  if (held.length === 0) return [address]
  const fill = (which: number | null, index: number) =>
    withIds(address, id => (rowOf(id).startsWith('cases ') ? (which === null ? id : idOf('cases', which)) : idOf(inner ?? '', index)))
  if (!inner) return rows('cases').map(({ index }) => fill(index, 0))
  const own = rows(inner).map(({ index, case: which }) => fill(which, index))
  return tables.includes('cases') ? [...own, ...rows(inner).map(({ index }) => fill(0, index))] : own
}
