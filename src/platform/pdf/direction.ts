/** The order in which the stretches of a line stand on paper, for lines with words of languages that are written from the right. */
import bidiFactory from 'bidi-js'
import type { Faces, Stretch } from './faces.ts'

// Its types describe a module that is imported in another way.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)()
const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/**
 * Whether a paragraph begins at the right: its first letter with a direction decides.
 * @example startsAtRight('مرحبا') // true
 */
export function startsAtRight(text: string): boolean {
  return fromRight.test(text) && bidi.getEmbeddingLevels(text).paragraphs[0]?.level === 1
}

/**
 * The stretches of a line from left to right. Source: Unicode Standard Annex 9, rule L2.
 * @example visualOrder('Name: مرحبا', false, faces)
 */
export function visualOrder(line: string, rightToLeft: boolean, faces: Faces): Stretch[] {
  if (!fromRight.test(line) && !rightToLeft) return faces.stretches(line)
  const { levels } = bidi.getEmbeddingLevels(line, rightToLeft ? 'rtl' : 'ltr')
  const parts = levelParts(line, levels).flatMap(({ text, level }) => {
    const inOrder = level % 2 === 1 ? turned(faces.stretches(text)) : faces.stretches(text)
    return [{ level, stretches: inOrder }]
  })
  for (let level = Math.max(...parts.map(part => part.level)); level > 0; level--) reverseFrom(parts, level)
  return parts.flatMap(part => part.stretches)
}

function levelParts(line: string, levels: Uint8Array): { text: string; level: number }[] {
  const parts: { text: string; level: number }[] = []
  for (let at = 0; at < line.length; at++) {
    const last = parts.at(-1)
    if (last && last.level === levels[at]) last.text += line[at]
    else parts.push({ text: line[at] ?? '', level: levels[at] ?? 0 })
  }
  return parts
}

/** Letters of such a language are turned by their typeface; spaces and brackets between them have to be turned here. */
function turned(stretches: Stretch[]): Stretch[] {
  return stretches.map(({ face, text }) => ({ face, text: fromRight.test(text) ? text : mirrored(text) })).reverse()
}

const mirrored = (text: string): string =>
  [...text]
    .reverse()
    .map(letter => bidi.getMirroredCharacter(letter) ?? letter)
    .join('')

function reverseFrom(parts: { level: number }[], level: number): void {
  for (let from = 0; from < parts.length; from++) {
    let to = from
    while ((parts[to]?.level ?? -1) >= level) to++
    if (to > from) parts.splice(from, to - from, ...parts.slice(from, to).reverse())
    from = Math.max(from, to)
  }
}
