/** The hash tree over a batch of rows, as RFC 9162 (section 2.1.1) builds it, from the hashes that the database makes of the rows. */
import { createHash, hash } from 'node:crypto'

/** How many bytes a hash has. */
export const hashBytes = 32

/** How many bytes of a row's hash are kept, to tell later which row it was. */
export const markBytes = 8

/**
 * The root of the tree. `leaves` holds the hashes of the rows one after another, in order; each already begins a leaf (0x00).
 * @example rootOf(leaves).toString('hex')
 */
export function rootOf(leaves: Buffer): Buffer {
  let level = leaves
  while (level.length > hashBytes) level = parentsOf(level)
  return level.length > 0 ? level : createHash('sha256').digest()
}

/** One level up: neighbours joined under 0x01, and a last one without a neighbour as it is. */
function parentsOf(level: Buffer): Buffer {
  const pairs = Math.floor(level.length / (2 * hashBytes))
  const alone = level.length % (2 * hashBytes)
  const parents = Buffer.allocUnsafe(pairs * hashBytes + alone)
  const pair = Buffer.allocUnsafe(1 + 2 * hashBytes)
  pair[0] = 1
  for (let n = 0; n < pairs; n++) {
    level.copy(pair, 1, n * 2 * hashBytes, (n + 1) * 2 * hashBytes)
    hash('sha256', pair, 'buffer').copy(parents, n * hashBytes)
  }
  level.copy(parents, pairs * hashBytes, level.length - alone)
  return parents
}

/**
 * The first bytes of each row's hash.
 * @example marksOf(leaves).length === 8 * rows
 */
export function marksOf(leaves: Buffer): Buffer {
  const rows = leaves.length / hashBytes
  const marks = Buffer.allocUnsafe(rows * markBytes)
  for (let n = 0; n < rows; n++) leaves.copy(marks, n * markBytes, n * hashBytes, n * hashBytes + markBytes)
  return marks
}
