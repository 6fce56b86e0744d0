// The list that closes a backup: what is in it, from which version, and how to tell that it is whole.
import { createHash } from 'node:crypto'
import { z } from 'zod'

/** The format of the file itself, raised when an older Kith could not read it. */
export const format = 1

const table = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number(),
  sha256: z.string(),
})

export const manifestShape = z.object({
  kith: z.literal('backup'),
  format: z.number(),
  madeAt: z.string(),
  postgres: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(table),
  counters: z.array(z.object({ schema: z.string(), name: z.string(), value: z.string() })),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
  /** Tells one secret from another without giving either away. */
  secretMarks: z.object({
    secret: z.string(),
    fileKey: z.string(),
    /** Of those before them, when the backup was made while they were being changed. */
    secretBefore: z.string().optional(),
    fileKeyBefore: z.string().optional(),
  }),
  /** Names of the keys that signed the record. The keys themselves never travel: whoever finds a backup must not be able to sign. */
  auditKeys: z.array(z.string()).default([]),
  /** Secrets that Kith made for itself travel with the data; those of the settings do not. */
  secrets: z.object({
    secret: z.string().optional(),
    fileKey: z.string().optional(),
    secretBefore: z.string().optional(),
    fileKeyBefore: z.string().optional(),
  }),
})

export type Manifest = z.infer<typeof manifestShape>

/**
 * A short mark by which a secret is known again.
 * @example markOf(config.fileKey) === manifest.secretMarks.fileKey
 */
export function markOf(secret: string): string {
  return createHash('sha256').update(`mark of ${secret}`).digest('hex').slice(0, 16)
}

/**
 * The hash that every part of a backup is checked by.
 * @example sha256().update(chunk).digest('hex')
 */
export function sha256() {
  return createHash('sha256')
}
