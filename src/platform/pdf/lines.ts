/** Breaks a paragraph into lines that fit, also when one word is longer than a line. */

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * The lines of one paragraph, without the spaces at their ends.
 * @example breakLines('A long paragraph …', 400, text => doc.widthOfString(text))
 */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of text.match(/\S+\s*|\s+/g) ?? []) {
    const needed = measure(word.trimEnd())
    if (line && used + needed > width) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    const pieces = needed > width ? broken(word, width, measure) : [word]
    for (const piece of pieces.slice(0, -1)) lines.push(piece)
    line += pieces.at(-1) ?? ''
    used += measure(pieces.at(-1) ?? '')
  }
  return [...lines, line.trimEnd()]
}

function broken(word: string, width: number, measure: (text: string) => number): string[] {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const { segment } of graphemes.segment(word)) {
    const needed = measure(segment)
    if (piece && used + needed > width) {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += segment
    used += needed
  }
  return [...pieces, piece]
}
