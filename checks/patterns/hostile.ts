/** Makes texts that a given pattern will find as hard as can be: much of what it may repeat, and then not what it needs. */
import { fits, stepsOf } from './steps.ts'
import { type Node, nodesOf, treeOf } from './tree.ts'

export interface Verdict {
  /** How the steps grow when the text is twice as long: 2 is as it should be, 4 is with the square, Infinity beyond counting. */
  growth: number
  text: string
}

const most = 60_000
const short = 48
const letters = [...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)), '\t', '\n', '\r', 'é', '\0']

/**
 * The worst that can be done to a pattern.
 * @example worstOf('(a+)+$', '').growth // Infinity
 */
export function worstOf(source: string, flags: string): Verdict {
  const tree = treeOf(source)
  let worst: Verdict = { growth: 1, text: '' }
  if (!nodesOf(tree).some(isEndless)) return worst
  const ones = nodesOf(tree).filter(node => node.kind === 'one')
  const kinds = representatives(ones, flags)
  const starts = ['', ...new Set(ways(tree, flags))]
  for (const pump of pumps(kinds, tree, flags)) {
    for (const start of starts) {
      for (const end of ['', '\0', '\n\0', ...kinds.slice(0, 3)]) {
        const text = (times: number) => start + pump.repeat(Math.ceil(times / pump.length)) + end
        const growth = growthOf(tree, flags, text)
        if (growth > worst.growth) worst = { growth, text: text(6) }
        if (growth === Infinity) return worst
      }
    }
  }
  return worst
}

const isEndless = (node: Node): boolean => node.kind === 'many' && node.most > 1000

function growthOf(tree: Node, flags: string, text: (times: number) => string): number {
  const once = stepsOf(tree, flags, text(short), most)
  // What grows with the length alone stays well below its square.
  if (once < (short * short) / 2) return 1
  const twice = stepsOf(tree, flags, text(short * 2), most)
  return twice >= most ? Infinity : twice / once
}

/** One letter for each way in which letters fit the places of a pattern. */
function representatives(ones: { source: string }[], flags: string): string[] {
  const kinds = new Map<string, string>()
  for (const letter of letters) {
    const kind = ones.map(one => (fits(one.source, flags, letter) ? '1' : '0')).join('')
    if (!kinds.has(kind)) kinds.set(kind, letter)
  }
  return [...kinds.entries()]
    .filter(([kind]) => kind.includes('1'))
    .map(([, letter]) => letter)
    .slice(0, 10)
}

function pumps(kinds: string[], tree: Node, flags: string): string[] {
  const bodies = nodesOf(tree).flatMap(node => (node.kind === 'many' && node.most > 1000 ? [sample(node.of, flags)] : []))
  const pairs = kinds.slice(0, 5).flatMap(one => kinds.slice(0, 5).map(two => one + two))
  return [...new Set([...kinds, ...pairs, ...bodies])].filter(Boolean)
}

/** What must come first, for each place that may be repeated without end. */
function ways(node: Node, flags: string, before = ''): string[] {
  if (node.kind === 'one' || node.kind === 'edge') return []
  if (node.kind === 'either') return node.of.flatMap(each => ways(each, flags, before))
  if (node.kind === 'row')
    return node.of.flatMap((each, index) =>
      ways(
        each,
        flags,
        before +
          node.of
            .slice(0, index)
            .map(one => sample(one, flags))
            .join(''),
      ),
    )
  return [...(isEndless(node) ? [before] : []), ...ways(node.of, flags, before)]
}

/** A short text that fits. */
function sample(node: Node, flags: string): string {
  if (node.kind === 'one')
    return (
      letters.findLast(letter => letter > ' ' && fits(node.source, flags, letter)) ??
      letters.find(letter => fits(node.source, flags, letter)) ??
      ''
    )
  if (node.kind === 'row') return node.of.map(each => sample(each, flags)).join('')
  if (node.kind === 'either') return sample(node.of[0] as Node, flags)
  return node.kind === 'many' ? sample(node.of, flags).repeat(Math.max(1, Math.min(node.least, 20))) : ''
}
