/** Counts the steps that a matcher which goes back when it was wrong, as JavaScript's does, takes on a text. */
import type { Node } from './tree.ts'

type Step = (at: number) => boolean

class Enough extends Error {}

/**
 * How many steps the search takes, up to `most`.
 * @example stepsOf(treeOf('(a+)+$'), '', 'aaaaaaaaaaaaaaaaaaaaaaaa!', 10_000) // 10000
 */
export function stepsOf(tree: Node, flags: string, text: string, most: number): number {
  let steps = 0
  const tick = () => {
    if (++steps >= most) throw new Enough()
  }
  const whole = compile(tree, () => true, { text, flags, tick })
  const starts = flags.includes('y') ? 1 : text.length + 1
  try {
    for (let at = 0; at < starts; at++) if (whole(at)) break
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
  return steps
}

interface On {
  text: string
  flags: string
  tick: () => void
}

function compile(node: Node, then: Step, on: On): Step {
  if (node.kind === 'one') {
    return at => {
      on.tick()
      return at < on.text.length && fits(node.source, on.flags, on.text[at] ?? '') && then(at + 1)
    }
  }
  if (node.kind === 'edge') return at => stands(node.source, on, at) && then(at)
  if (node.kind === 'row') return node.of.reduceRight<Step>((rest, each) => compile(each, rest, on), then)
  if (node.kind === 'either') {
    const ways = node.of.map(each => compile(each, then, on))
    return at => ways.some(way => way(at))
  }
  return node.kind === 'many' ? again(node, then, on) : looking(node, then, on)
}

function again({ of, least, most, lazy }: Extract<Node, { kind: 'many' }>, then: Step, on: On): Step {
  const rounds: { count: number; from: number }[] = []
  const once = compile(
    of,
    at => {
      const round = rounds.pop() as { count: number; from: number }
      const done = at === round.from && round.count >= least ? false : loop(at, round.count + 1)
      rounds.push(round)
      return done
    },
    on,
  )
  const more = (at: number, count: number): boolean => {
    if (count >= most) return false
    rounds.push({ count, from: at })
    const done = once(at)
    rounds.pop()
    return done
  }
  const loop = (at: number, count: number): boolean => {
    on.tick()
    const further = () => count >= least && then(at)
    return lazy ? further() || more(at, count) : more(at, count) || further()
  }
  return at => loop(at, 0)
}

function looking({ of, behind, not }: Extract<Node, { kind: 'look' }>, then: Step, on: On): Step {
  let end = -1
  const [least, most] = widthOf(of)
  const body = compile(of, at => !behind || at === end, on)
  const found = (at: number): boolean => {
    if (!behind) return body(at)
    for (let back = least; back <= Math.min(most, at); back++) if (body(at - back)) return true
    return false
  }
  return at => {
    end = at
    return found(at) !== not && then(at)
  }
}

/** How many letters a part of a pattern takes, at least and at most. */
function widthOf(node: Node): [least: number, most: number] {
  if (node.kind === 'one') return [1, 1]
  if (node.kind === 'edge' || node.kind === 'look') return [0, 0]
  if (node.kind === 'many') return [widthOf(node.of)[0] * node.least, widthOf(node.of)[1] * node.most]
  const widths = node.of.map(widthOf)
  const total = (which: 0 | 1) => widths.reduce((sum, width) => sum + width[which], 0)
  if (node.kind === 'row') return [total(0), total(1)]
  return [Math.min(...widths.map(([least]) => least)), Math.max(...widths.map(([, most]) => most))]
}

function stands(source: string, { text, flags }: On, at: number): boolean {
  const lines = flags.includes('m')
  if (source === '^') return at === 0 || (lines && text[at - 1] === '\n')
  if (source === '$') return at === text.length || (lines && text[at] === '\n')
  const border = /\w/.test(text[at - 1] ?? ' ') !== /\w/.test(text[at] ?? ' ')
  return border === (source === '\\b')
}

const known = new Map<string, boolean>()

/**
 * Whether one letter fits one place of a pattern.
 * @example fits('[a-z]', 'i', 'Q') // true
 */
export function fits(source: string, flags: string, letter: string): boolean {
  const key = `${flags}\0${source}\0${letter}`
  let answer = known.get(key)
  if (answer === undefined) known.set(key, (answer = new RegExp(`^(?:${source})$`, flags.replaceAll(/[gymd]/g, '')).test(letter)))
  return answer
}
