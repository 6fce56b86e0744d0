/** Comparing dates of birth: slips, day and month changed about, parts, guesses. */
import { slips } from './letters.ts'
import type { Comparable } from './record.ts'

export const bornLevels = ['same', 'turned', 'slip', 'two parts', 'part', 'near', 'year', 'different'] as const

/**
 * How far two dates of birth agree; -1 when either is unknown.
 * @example bornLevels[compareBorn(a, b)] // "turned", for 3 December and 12 March
 */
export function compareBorn(a: Comparable, b: Comparable): number {
  if (a.born.length < 4 || b.born.length < 4) return -1
  if (a.about || b.about) return guessed(a.born, b.born)
  const known = Math.min(a.born.length, b.born.length)
  if (known < 8) return partial(a.born.slice(0, known), b.born.slice(0, known))
  return exact(a.born, b.born)
}

function exact(a: string, b: string): number {
  if (a === b) return 0
  const [mine, theirs] = [parts(a), parts(b)]
  if (mine[0] === theirs[0] && mine[1] === theirs[2] && mine[2] === theirs[1]) return 1
  const wrong = slips(a, b, 2)
  if (wrong === 1) return 2
  const agree = mine.filter((part, at) => part === theirs[at]).length
  if (agree === 2) return 3
  if (mine.every((part, at) => Math.abs(Number(part) - Number(theirs[at])) <= 1) || daysApart(a, b) <= 40 || wrong === 2) return 5
  return mine[0] === theirs[0] || daysApart(a, b) <= 400 ? 6 : 7
}

function partial(a: string, b: string): number {
  if (a === b) return a.length >= 6 ? 4 : 6
  return Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) <= 1 && a.length === 4 ? 6 : slips(a, b, 1) <= 1 && a.length >= 6 ? 6 : 7
}

/** A guess may be a few years out. */
const guessed = (a: string, b: string): number => (Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) <= 3 ? 6 : 7)

const parts = (born: string): [string, string, string] => [born.slice(0, 4), born.slice(4, 6), born.slice(6)]

const daysApart = (a: string, b: string): number => Math.abs(dayOf(a) - dayOf(b))
const dayOf = (born: string): number => Date.UTC(Number(born.slice(0, 4)), Number(born.slice(4, 6)) - 1, Number(born.slice(6))) / 86_400_000
