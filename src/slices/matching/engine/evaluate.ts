/** Matches a whole file within itself, and compares the answer with the truth. */
import { pairsOf } from './blocks.ts'
import { estimate } from './estimate.ts'
import { compare, type Compared, fields } from './fields.ts'
import { weigh } from './model.ts'
import type { Comparable } from './record.ts'
import { thresholds } from './thresholds.ts'

type Pair = [number, number]

export interface Rates {
  found: number
  right: number
  precision: number
  recall: number
  f1: number
}

export interface Evaluation {
  records: number
  truePairs: number
  pairsConsidered: number
  /** Only what is taken as the same without asking. */
  automatic: Rates
  /** Every question answered “the same”, also where it is wrong. */
  withQueue: Rates
  /** Every question answered as the truth has it. */
  answered: Rates
  questions: number
}

/** Evaluates people against the truth: the same truth means the same person. */
export function evaluate(people: readonly Comparable[], truth: readonly string[], others: readonly string[] = []): Evaluation {
  const considered = pairsOf(people)
  const [pairs, compared]: [Pair[], Compared[]] = [[], []]
  for (const pair of considered) {
    const one = compare(people[pair[0]] as Comparable, people[pair[1]] as Comparable, others)
    if (!promising(one.levels)) continue
    pairs.push(pair)
    compared.push(one)
  }
  const { model } = estimate(people, compared, others)
  const weighed = compared.map(one => weigh(model, one))
  const certain = weighed
    .flatMap(({ bits, doubtful }, at) => (bits >= thresholds.certain && !doubtful ? [{ pair: pairs[at] as Pair, bits }] : []))
    .sort((a, b) => b.bits - a.bits)
    .map(one => one.pair)
  const groups = grouped(people.length, certain, (a, b) => {
    const { bits, doubtful } = weigh(model, compare(people[a] as Comparable, people[b] as Comparable, others))
    return doubtful && bits < thresholds.apart
  })
  const asked = pairs.filter(([a, b], at) => (weighed[at]?.bits ?? 0) >= thresholds.ask && groups[a] !== groups[b])
  const truePairs = countPairs(truth.map((one, at) => [one, at]))
  return {
    records: people.length,
    truePairs,
    pairsConsidered: considered.length,
    automatic: rates(groups, truth, truePairs),
    withQueue: ratesOfPairs(groups, asked, truth, truePairs),
    answered: rates(
      grouped(people.length, [...groups.map((group, at): Pair => [group, at]), ...asked.filter(([a, b]) => truth[a] === truth[b])]),
      truth,
      truePairs,
    ),
    questions: asked.length,
  }
}

/** Two things agree, or one where hardly more is known; what agrees in less is left out before it fills the memory. */
function promising(levels: readonly number[]): boolean {
  let [agree, known] = [0, 0]
  for (const [at, level] of levels.entries()) {
    const field = fields[at]?.name
    if (level < 0 || field === 'order' || field === 'sex' || field === 'region') continue
    known++
    const last = (fields[at]?.levels.length ?? 3) - 1
    if (level < (field === 'born' ? 6 : field === 'given' || field === 'family' ? 4 : last)) agree++
  }
  return agree >= 2 || (agree === 1 && known <= 3)
}

/** For each position the first of its group. Groups are joined pair by pair, save where somebody in one is plainly not somebody in the other. */
export function grouped(size: number, pairs: readonly Pair[], apart: (a: number, b: number) => boolean = () => false): number[] {
  const group = Array.from({ length: size }, (_, at) => [at])
  for (const [a, b] of pairs) {
    const [one, other] = [group[a] as number[], group[b] as number[]]
    if (one === other || one.some(mine => other.some(theirs => apart(mine, theirs)))) continue
    one.push(...other)
    for (const member of other) group[member] = one
  }
  return group.map(members => members[0] as number)
}

function rates(groups: number[], truth: readonly string[], truePairs: number): Rates {
  const found = countPairs(groups.map((group, at) => [String(group), at]))
  const right = countPairs(groups.map((group, at) => [`${group}|${truth[at]}`, at]))
  return ratesFrom(found, right, truePairs)
}

function ratesOfPairs(groups: number[], asked: Pair[], truth: readonly string[], truePairs: number): Rates {
  const { found, right } = rates(groups, truth, truePairs)
  return ratesFrom(found + asked.length, right + asked.filter(([a, b]) => truth[a] === truth[b]).length, truePairs)
}

function ratesFrom(found: number, right: number, truePairs: number): Rates {
  const [precision, recall] = [found ? right / found : 1, truePairs ? right / truePairs : 1]
  return { found, right, precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 }
}

function countPairs(keyed: [string, number][]): number {
  const sizes = new Map<string, number>()
  for (const [key] of keyed) sizes.set(key, (sizes.get(key) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}
