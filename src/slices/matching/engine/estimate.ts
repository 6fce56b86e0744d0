/** Learns a model from a file: how often each level occurs among pairs of one person and of two, by expectation–maximisation. */
import { compare, type Compared, type Field, fields, otherField } from './fields.ts'
import { type Model, weigh } from './model.ts'
import type { Comparable } from './record.ts'

const rounds = 14
/** How many pairs the first guesses count for. */
const firstGuess = { m: 12, u: 30 }

export interface Estimated {
  model: Model
  /** How many pairs of one person the file is thought to hold. */
  expected: number
}

/** Estimates a model from the compared pairs of a file. */
export function estimate(people: readonly Comparable[], compared: readonly Compared[], others: readonly string[]): Estimated {
  const all = [...fields, ...others.map(otherField)]
  const pairs = Math.max(1, (people.length * (people.length - 1)) / 2)
  const chance = levelsByChance(people, all, others)
  const counts = valueCounts(people, all, others)
  let expected = { one: people.length * 0.3, home: people.length * 0.3 }
  let m = all.map(field => field.levels.map(level => level.m))
  let model = modelFor(people, all, m, chance, counts, expected, pairs)
  let hopeful = compared
  for (let round = 0; round < rounds; round++) {
    const sums = m.map(levels => levels.map(() => 0))
    expected = { one: 1, home: 1 }
    // Pairs that are plainly two people by chance stay so: later rounds leave them out.
    if (round === 1) hopeful = compared.filter(one => !plainlyTwo(weigh(model, one)))
    for (const one of hopeful) {
      const { bits, likelyHome } = weigh(model, one)
      const likely = 1 / (1 + 2 ** -bits)
      expected.one += likely
      expected.home += likelyHome
      if (likely > 0.001) addLevels(sums, one.levels, likely)
    }
    m = all.map((field, at) =>
      blended(
        sums[at] ?? [],
        field.levels.map(level => level.m),
        firstGuess.m,
      ),
    )
    model = modelFor(people, all, m, chance, counts, expected, pairs)
  }
  return { model, expected: expected.one }
}

const plainlyTwo = ({ bits, likelyHome }: { bits: number; likelyHome: number }): boolean => bits < -15 && likelyHome < 0.001

function modelFor(
  people: readonly Comparable[],
  all: readonly Field[],
  m: number[][],
  chance: number[][],
  counts: Counts,
  expected: { one: number; home: number },
  pairs: number,
): Model {
  const share = { one: Math.min(0.2, expected.one / pairs), home: Math.min(0.2, expected.home / pairs) }
  // Pairs drawn by chance hold some of one person too: those are taken out again.
  const u = chance.map((levels, at) =>
    all[at]?.name === 'order'
      ? levels.map(() => 1)
      : levels.map((level, i) => Math.max((level - share.one * (m[at]?.[i] ?? 0)) / (1 - share.one), level * 0.02, 1e-7)),
  )
  const own = 1 + (2 * expected.one) / people.length
  const rare = (count: number, field: number) => Math.log2(people.length / (Math.max(count - own, 0) + (all[field]?.rare ?? 1)))
  return {
    fields: all,
    m,
    u,
    share,
    rarity: (field, value) => rare(counts.values[field]?.get(value) ?? 1, field),
    mostOfAddress: address => Math.log2(people.length / (Math.max((counts.addresses.get(address) ?? 1) - own, 0) + 0.5)),
  }
}

function addLevels(sums: number[][], levels: readonly number[], weight: number): void {
  for (const [at, level] of levels.entries()) {
    const sum = sums[at]
    if (sum && level >= 0) sum[level] = (sum[level] ?? 0) + weight
  }
}

function blended(sums: number[], guess: number[], strength: number): number[] {
  const total = sums.reduce((sum, one) => sum + one, 0) + strength
  return sums.map((sum, at) => (sum + strength * (guess[at] ?? 0)) / total)
}

/** Levels among pairs drawn evenly from the whole file. */
function levelsByChance(people: readonly Comparable[], all: readonly Field[], others: readonly string[]): number[][] {
  const sums = all.map(field => field.levels.map(() => 0))
  const draws = Math.min(60_000, (people.length * (people.length - 1)) / 2)
  let state = 12345
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * people.length)
  }
  for (let draw = 0; draw < draws; draw++) {
    const [a, b] = [people[next()], people[next()]]
    if (!a || !b || a === b) continue
    addLevels(sums, compare(a, b, others).levels, 1)
  }
  return all.map((field, at) =>
    blended(
      sums[at] ?? [],
      field.levels.map(level => level.u),
      firstGuess.u,
    ),
  )
}

interface Counts {
  values: Map<string, number>[]
  addresses: Map<string, number>
}

/** How many records have each value. A name counts wherever it stands, so that names changed about are weighed alike. */
function valueCounts(people: readonly Comparable[], all: readonly Field[], others: readonly string[]): Counts {
  const values = all.map(() => new Map<string, number>())
  const addresses = new Map<string, number>()
  const add = (map: Map<string, number> | undefined, value: string) => {
    if (value) map?.set(value, (map.get(value) ?? 0) + 1)
  }
  for (const person of people) {
    const { values: own, address } = compare(person, person, others)
    for (const [at, value] of own.entries()) if (!['given', 'family'].includes(all[at]?.name ?? '')) add(values[at], value)
    for (const name of person.given) add(values[0], name)
    for (const name of person.family) add(values[1], name)
    add(addresses, address)
  }
  return { values, addresses }
}
