/** How quickly this machine works just now. A rented one changes its pace within minutes, also where nothing is lost to others, and figures of two paces cannot be compared. */
import { createHash } from 'node:crypto'

/** How long it is watched, in milliseconds. */
const watched = 250

/**
 * So many pieces a second of a work that is always the same, and like that of a page: words are put together, sorted, told apart and hashed.
 * @example const before = pace()
 */
export function pace(): number {
  const begun = performance.now()
  let pieces = 0
  do {
    piece()
    pieces++
  } while (performance.now() - begun < watched)
  return Math.round((pieces * 1000) / (performance.now() - begun))
}

function piece(): string {
  const words = Array.from({ length: 400 }, (_, n) => `${(n * 7919) % 997} was seen at number ${(n * 104_729) % 1009}, and rang twice`)
  const rows = new Map(words.sort().map(word => [word, JSON.stringify({ word, length: word.length })]))
  return createHash('sha256')
    .update([...rows.values()].join('\n'))
    .digest('hex')
}
