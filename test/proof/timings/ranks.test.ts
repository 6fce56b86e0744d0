/** The measure of times measured: on times that are made up as a busy machine would have them. */
import { expect, test } from 'vitest'
import { judge, type Round, signedRanks } from './ranks.ts'

/** Random numbers between 0 and 1, the same ones every time. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A page of 8 ms, now and then a slow one, on a machine that comes and goes. */
function times(seed: number, slower: Partial<Round> = {}, count = 400): Round[] {
  const roll = dice(seed)
  const moment = (index: number) => 2 * Math.sin(index / 40) + 3
  const page = (index: number) => 5 + moment(index) + roll() + roll() + (roll() < 0.05 ? 30 * roll() : 0)
  return Array.from({ length: count }, (_, index) => ({
    hidden: page(index) + (slower.hidden ?? 0),
    absent: page(index) + (slower.absent ?? 0),
    control: page(index) + (slower.control ?? 0),
  }))
}
const seeds = Array.from({ length: 200 }, (_, index) => index + 1)
const says = (slower: Partial<Round>) => new Set(seeds.map(seed => judge(times(seed, slower)).says))

test('of what takes as long as something else nobody says that it differs, however often it is measured', () => {
  expect([...says({})]).toEqual(['alike'])
})

test('a page made slower by hand is noticed every time, and so is one made faster', () => {
  expect([...says({ hidden: 0.5 })]).toEqual(['differs'])
  expect([...says({ hidden: -0.5 })]).toEqual(['differs'])
  expect(judge(times(1, { hidden: 0.5 })).difference).toBeCloseTo(0.5, 0)
})

test('a smaller difference is noticed when it is measured more often', () => {
  expect(judge(times(1, { hidden: 0.06 })).says).toBe('alike')
  expect(judge(times(1, { hidden: 0.06 }, 40_000)).says).toBe('differs')
})

test('when two that are absent differ, the run tells nothing', () => {
  expect([...says({ control: 0.5 })]).toEqual(['unsound'])
})

test('signed ranks come out as by hand', () => {
  // Ranks 1 to 5 of 0.1, -0.2, 0.3, 0.4, -0.5: 1 - 2 + 3 + 4 - 5 = 1, over the root of 5 · 6 · 11 / 6 = 55.
  expect(signedRanks([0.3, -0.2, 0.1, -0.5, 0.4, 0])).toBeCloseTo(1 / Math.sqrt(55), 10)
})
