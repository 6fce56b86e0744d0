// A tiny seeded generator, so that the county is the same county every time.

import { nth } from './must.ts'

export type Dice = {
  /** A number from 0 up to, not including, 1. */
  roll: () => number
  /** A whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number
  pick: <T>(choices: readonly T[]) => T
  chance: (of: number) => boolean
  shuffle: <T>(cards: readonly T[]) => T[]
}

/** Dice whose falls depend on the seed's words and nothing else (mulberry32 over an FNV-1a hash). */
export function dice(seed: string): Dice {
  let state = hash(seed)
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + Math.floor(roll() * (high - low + 1))
  return {
    roll,
    between,
    pick: choices => nth(choices, between(0, choices.length - 1)),
    chance: of => roll() < of,
    shuffle: cards => shuffled(cards, between),
  }
}

function hash(words: string): number {
  let h = 0x811c9dc5
  for (const letter of words) h = Math.imul(h ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return h >>> 0
}

function shuffled<T>(cards: readonly T[], between: (low: number, high: number) => number): T[] {
  const deck = [...cards]
  for (let last = deck.length - 1; last > 0; last--) {
    const other = between(0, last)
    const [mine, theirs] = [nth(deck, last), nth(deck, other)]
    deck[last] = theirs
    deck[other] = mine
  }
  return deck
}
