// Seals text and bytes with a key derived from KITH_SECRET, for what must lie in the database but be read by nobody there.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/**
 * Encrypts, for one purpose: what was sealed for another purpose cannot be opened.
 * @example const sealed = seal(secret, 'mail', Buffer.from(text))
 */
export function seal(secret: string, purpose: string, open: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce)
  const body = Buffer.concat([cipher.update(open), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/**
 * Decrypts; throws when it was altered, or sealed with another secret or for another purpose.
 * @example unseal(secret, 'mail', sealed).toString()
 */
export function unseal(secret: string, purpose: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
}

/** How far a change of the secret got: what was sealed anew, what was so already, and what opens with neither. */
export interface Resealed {
  changed: number
  already: number
  neither: number
}

/**
 * Decides what becomes of one sealed thing while the secret changes: the same sealed anew, or undefined when it stays, and counts it.
 * @example const anew = await reseal(counts, { opens: secret => tries(secret), seals: open => seal(now, 'mail', open) }, keys)
 */
export async function reseal<Open, Sealed>(
  counts: Resealed,
  how: { opens: (secret: string) => Open | Promise<Open>; seals: (open: Open) => Sealed | Promise<Sealed> },
  { now, before }: { now: string; before: string },
): Promise<Sealed | undefined> {
  const opened = async (secret: string) => ({ open: await how.opens(secret) })
  if (await opened(now).catch(() => undefined)) return void counts.already++
  const old = await opened(before).catch(() => undefined)
  if (!old) return void counts.neither++
  counts.changed++
  return how.seals(old.open)
}

const keyFor = (secret: string, purpose: string): Buffer => createHmac('sha256', secret).update(`sealed: ${purpose}`).digest()
