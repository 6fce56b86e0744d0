/** What a seal says, word for word: this is what is signed, and what the next seal is chained to. */
import { hash } from 'node:crypto'
import { marksOf, rootOf } from './tree.ts'

export interface Batch {
  number: number
  fromTurn: number
  untilTurn: number
  rowCount: number
  /** The hashes of its rows, in order, one after another. */
  leaves: Buffer
}

export interface Seal {
  number: number
  form: number
  previous: Buffer
  fromTurn: number
  untilTurn: number
  rowCount: number
  root: Buffer
  marks: Buffer
  key: string
  sealedAt: Date
  signature: Buffer
}

/** What the first seal is chained to. */
export const beginning = Buffer.alloc(32)

/** How rows are hashed today: `leaf_of` in policies.sql. */
export const form = 1

/**
 * Everything that a seal vouches for, line by line.
 * @example key.sign(statementOf(seal))
 */
export function statementOf(seal: Omit<Seal, 'signature'>): string {
  return [
    'Kith: sealed batch of the record',
    `form ${seal.form}`,
    `batch ${seal.number}`,
    `after ${seal.previous.toString('hex')}`,
    `turns ${seal.fromTurn} until ${seal.untilTurn}`,
    `rows ${seal.rowCount}`,
    `root ${seal.root.toString('hex')}`,
    `marks ${hash('sha256', seal.marks)}`,
    `sealed ${seal.sealedAt.toISOString()}`,
    `key ${seal.key}`,
  ].join('\n')
}

/**
 * What the next seal is chained to.
 * @example const previous = last ? hashOf(last) : beginning
 */
export const hashOf = (seal: Omit<Seal, 'signature'>): Buffer => hash('sha256', statementOf(seal), 'buffer')

/**
 * A batch as its seal describes it, unsigned as yet.
 * @example describe(batch, previous, key.name, new Date())
 */
export function describe({ leaves, ...batch }: Batch, previous: Buffer, key: string, sealedAt: Date): Omit<Seal, 'signature'> {
  return { ...batch, form, previous, root: rootOf(leaves), marks: marksOf(leaves), key, sealedAt }
}
