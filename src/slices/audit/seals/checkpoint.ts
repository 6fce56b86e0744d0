/** A checkpoint: a few signed lines that say how far the record was sealed and with what, to be kept where the database is not. */
import { z } from 'zod'
import { type AuditKey, signedBy } from '../../../platform/audit-key.ts'

const checkpoint = z.object({
  kith: z.literal('audit checkpoint'),
  batch: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.number().int().positive(),
  made: z.string(),
  key: z.string(),
  signature: z.string(),
})

export type Checkpoint = z.infer<typeof checkpoint>

/**
 * The file that is kept.
 * @example await writeFile(path, writeCheckpoint({ batch, hash, rows }, key))
 */
export function writeCheckpoint(said: Pick<Checkpoint, 'batch' | 'hash' | 'rows'>, key: AuditKey): string {
  const unsigned = { kith: 'audit checkpoint' as const, ...said, made: new Date().toISOString(), key: key.name }
  const signature = key.sign(wordsOf(unsigned)).toString('base64url')
  return `${JSON.stringify({ ...unsigned, signature }, null, 2)}\n`
}

/**
 * Reads a file that was kept; undefined when it is no checkpoint, or not one of a key that is trusted.
 * @example const kept = readCheckpoint(await readFile(path, 'utf8'), trusted)
 */
export function readCheckpoint(text: string, trusted: string[]): Checkpoint | undefined {
  try {
    const read = checkpoint.parse(JSON.parse(text))
    const sound = trusted.includes(read.key) && signedBy(read.key, wordsOf(read), Buffer.from(read.signature, 'base64url'))
    return sound ? read : undefined
  } catch {
    return undefined
  }
}

const wordsOf = ({ batch, hash, rows, made, key }: Omit<Checkpoint, 'kith' | 'signature'>): string =>
  ['Kith: checkpoint of the record', `batch ${batch}`, `hash ${hash}`, `rows ${rows}`, `made ${made}`, `key ${key}`].join('\n')
