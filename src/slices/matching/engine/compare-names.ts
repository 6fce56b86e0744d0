/** Comparing names: typing slips, spellings by ear, short forms, initials, parts of double names, and the two names changed about. */
import { nearness, slips, soundOf } from './letters.ts'
import type { Comparable } from './record.ts'
import { sameByForm } from './short-names.ts'

/** From best to worst; the places are the levels of the given and the family name. */
export const nameLevels = ['same', 'form', 'close', 'alike', 'initial', 'different'] as const
export type NameLevel = 0 | 1 | 2 | 3 | 4 | 5

export interface NamesCompared {
  given: NameLevel | -1
  family: NameLevel | -1
  swapped: boolean
  /** The names that agree, for weighing by how common they are. */
  givenName: string
  familyName: string
}

/** Compares both names, straight and changed about, and keeps the better way round; -1 where either has no such name. */
export function compareNames(a: Comparable, b: Comparable): NamesCompared {
  const [given, givenName] = best(a.given, b.given)
  const [family, familyName] = best(a.family, b.family)
  const straight = { given, family, swapped: false, givenName, familyName }
  if (given === 0 || family === 0 || (given !== 5 && family !== 5 && !(given === -1 && family === -1))) return straight
  const [crossGiven, asGiven] = best(a.given, b.family)
  const [crossFamily, asFamily] = best(a.family, b.given)
  if (worth(crossGiven) + worth(crossFamily) <= worth(given) + worth(family) + 0.9) return straight
  return { given: crossGiven, family: crossFamily, swapped: true, givenName: asGiven, familyName: asFamily }
}

const worth = (level: number): number => [0, 1, 0.8, 0.8, 0.5, 0.1, -0.6][level + 1] ?? 0

function best(mine: string[], theirs: string[]): [NameLevel | -1, string] {
  let found: NameLevel | -1 = -1
  let name = ''
  for (const a of mine) {
    for (const b of theirs) {
      const level = nameLevel(a, b)
      if (found === -1 || level < found) [found, name] = [level, level === 0 || a.length < b.length ? a : b]
    }
  }
  return [found, name]
}

const seen = new Map<string, NameLevel>()

/**
 * How far two names agree.
 * @example nameLevels[nameLevel('bob', 'robert')] // "form"
 */
export function nameLevel(a: string, b: string): NameLevel {
  if (a === b) return 0
  const pair = a < b ? `${a}|${b}` : `${b}|${a}`
  const known = seen.get(pair)
  if (known !== undefined) return known
  if (seen.size > 200_000) seen.clear()
  const level = levelOf(a, b)
  seen.set(pair, level)
  return level
}

function levelOf(a: string, b: string): NameLevel {
  const [one, other] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')]
  if (one === other) return 0
  if (sameByForm(a, b) || isPart(a, b) || isPart(b, a)) return 1
  const [least, most] = one.length < other.length ? [one, other] : [other, one]
  if (least.length === 1) return most.startsWith(least) ? 4 : 5
  if (least.length >= 3 && most.startsWith(least)) return 1
  const wrong = slips(one, other, Math.max(2, most.length / 3))
  const near = nearness(one, other)
  if ((wrong === 1 && least.length >= 3) || (wrong === 2 && least.length >= 6) || near >= 0.94) return 2
  if (near >= 0.86 || (least.length >= 3 && soundOf(one) === soundOf(other)) || wrong * 3 <= most.length || sameLetters(one, other))
    return 3
  return a.includes(' ') || b.includes(' ') ? anyPart(a, b) : 5
}

/** One of the words of a double name. */
const isPart = (part: string, whole: string): boolean => part.length > 1 && whole.includes(' ') && whole.split(' ').includes(part)

const sameLetters = (a: string, b: string): boolean =>
  a.length === b.length && a.length > 3 && [...a].sort().join('') === [...b].sort().join('')

/** Two double names that share a word. */
function anyPart(a: string, b: string): NameLevel {
  const theirs = b.split(' ')
  return a.split(' ').some(word => word.length > 2 && theirs.some(other => nearness(word, other) >= 0.94 || sameByForm(word, other)))
    ? 3
    : 5
}
