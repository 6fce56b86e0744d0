/** Comparing addresses, numbers, e-mail and whatever else two lists have in common. */
import { nearness, slips } from './letters.ts'
import type { Address, Comparable } from './record.ts'

/** How far two short texts agree; -1 when either is empty. */
export function compareText(a: string, b: string): number {
  if (!a || !b) return -1
  if (a === b) return 0
  const [one, other] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')]
  const longest = Math.max(one.length, other.length)
  if (one === other) return 0
  return (longest > 4 && slips(one, other, longest / 4) * 4 <= longest) || (longest > 3 && nearness(one, other) >= 0.88) ? 1 : 2
}

export interface AddressesCompared {
  number: number
  street: number
  rest: number
  town: number
  region: number
  postcode: number
  mine: Address | undefined
  theirs: Address | undefined
}

const nothing: AddressesCompared = {
  number: -1,
  street: -1,
  rest: -1,
  town: -1,
  region: -1,
  postcode: -1,
  mine: undefined,
  theirs: undefined,
}

/** Compares the two addresses that are most alike, part by part. */
export function compareAddresses(a: Comparable, b: Comparable): AddressesCompared {
  let found = nothing
  let most = -1
  for (const mine of a.addresses) {
    for (const theirs of b.addresses) {
      const compared = compareAddress(mine, theirs)
      const alike = [compared.postcode, compared.street, compared.number, compared.town].filter(level => level === 0).length
      if (alike > most) [found, most] = [compared, alike]
    }
  }
  return found
}

function compareAddress(mine: Address, theirs: Address): AddressesCompared {
  const [street, rest] = compareLines(mine.lines, theirs.lines)
  return {
    number: compareNumber(mine.number, theirs.number),
    street,
    rest,
    town: compareText(mine.town, theirs.town),
    region: compareText(mine.region, theirs.region),
    postcode: comparePostcode(mine.postcode, theirs.postcode),
    mine,
    theirs,
  }
}

/** The street is compared with the street; a street written on the next line counts as close. */
function compareLines(mine: string[], theirs: string[]): [number, number] {
  const straight = compareText(mine[0] ?? '', theirs[0] ?? '')
  const rest = compareText(mine.slice(1).join(' '), theirs.slice(1).join(' '))
  if (straight !== 2 && straight !== -1) return [straight, rest]
  const crossed = mine.some((line, i) => theirs.some((other, j) => i !== j && compareText(line, other) === 0))
  return crossed ? [1, rest === 2 ? -1 : rest] : [straight, rest]
}

function compareNumber(a: string, b: string): number {
  if (!a || !b) return -1
  if (a === b) return 0
  const [mine, theirs] = [a.replace(/\D[\s\S]*/, ''), b.replace(/\D[\s\S]*/, '')]
  return (mine && mine === theirs) || (Math.max(a.length, b.length) > 1 && slips(a, b, 1) === 1) ? 1 : 2
}

/** Same, one slip or the same outward half, different. */
function comparePostcode(a: string, b: string): number {
  if (!a || !b) return -1
  if (a === b) return 0
  const halves = /^[a-z]/.test(a) && a.length > 4 && a.slice(0, -3) === b.slice(0, -3)
  return slips(a, b, 1) === 1 || halves || (a.length === b.length && [...a].sort().join('') === [...b].sort().join('')) ? 1 : 2
}

export const comparePhones = (a: Comparable, b: Comparable): number =>
  bestOf(a.phones, b.phones, (one, other) => slips(one, other, 1) === 1)

/** A short address that differs in two letters is somebody else's at the same firm. */
export const compareEmails = (a: Comparable, b: Comparable): number =>
  bestOf(a.emails, b.emails, (one, other) => {
    const [mine, theirs] = [one.split('@')[0] ?? '', other.split('@')[0] ?? '']
    const longest = Math.max(one.length, other.length)
    return (
      (mine === theirs && mine.length > 5) ||
      slips(one, other, longest / 7) * 7 <= longest ||
      (one.length === other.length && sorted(one) === sorted(other))
    )
  })

const sorted = (text: string): string => [...text].sort().join('')

function bestOf(mine: string[], theirs: string[], close: (a: string, b: string) => boolean): number {
  if (mine.length === 0 || theirs.length === 0) return -1
  if (mine.some(one => theirs.includes(one))) return 0
  return mine.some(one => theirs.some(other => close(one, other))) ? 1 : 2
}
