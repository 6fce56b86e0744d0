/** Reads a regular expression into a tree. Source: ECMA-262, 22.2.1 (patterns). */

export type Node =
  | { kind: 'one'; source: string }
  | { kind: 'edge'; source: string }
  | { kind: 'row'; of: Node[] }
  | { kind: 'either'; of: Node[] }
  | { kind: 'many'; of: Node; least: number; most: number; lazy: boolean }
  | { kind: 'look'; of: Node; behind: boolean; not: boolean }

/**
 * The tree of a pattern. What stands for an earlier group is taken for nothing.
 * @example treeOf('a+|b')
 */
export function treeOf(source: string): Node {
  let at = 0
  const next = (shape: RegExp): RegExpExecArray | null => {
    const sticky = new RegExp(shape.source, 'y')
    sticky.lastIndex = at
    const found = sticky.exec(source)
    if (found) at += found[0].length
    return found
  }
  const either = (): Node => {
    const of = [row()]
    while (next(/\|/)) of.push(row())
    return of.length === 1 ? (of[0] as Node) : { kind: 'either', of }
  }
  const row = (): Node => {
    const of: Node[] = []
    while (at < source.length && !/[|)]/.test(source[at] ?? '')) of.push(many(atom()))
    return { kind: 'row', of }
  }
  const many = (of: Node): Node => {
    const found = next(/(?:([*+?])|\{(\d+)(,?)(\d*)\})(\??)/)
    if (!found) return of
    const [, sign, from, comma, to, lazy] = found
    const least = sign ? Number(sign === '+') : Number(from)
    const most = sign ? (sign === '?' ? 1 : Infinity) : to ? Number(to) : comma ? Infinity : Number(from)
    return { kind: 'many', of, least, most, lazy: lazy === '?' }
  }
  const atom = (): Node => {
    const look = next(/\(\?(<?)([=!])/)
    const opened = look ?? next(/\((?:\?(?:<\w+>|[a-z]*(?:-[a-z]+)?:))?/)
    if (opened) {
      const of = either()
      next(/\)/)
      return look ? { kind: 'look', of, behind: look[1] === '<', not: look[2] === '!' } : of
    }
    const edge = next(/\^|\$|\\b|\\B/)
    if (edge) return { kind: 'edge', source: edge[0] }
    if (next(/\\(?:[1-9]|k<\w+>)/)) return { kind: 'row', of: [] }
    const one = next(/\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u\w{4}|x\w\w|c\w|[\s\S])|[\s\S]/)
    return { kind: 'one', source: one?.[0] ?? '' }
  }
  return either()
}

/**
 * Everything in a tree, from the top down.
 * @example nodesOf(tree).filter(node => node.kind === 'many')
 */
export function nodesOf(node: Node): Node[] {
  if (node.kind === 'one' || node.kind === 'edge') return [node]
  return [node, ...[node.of].flat().flatMap(nodesOf)]
}
