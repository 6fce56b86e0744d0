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

const keyFor = (secret: string, purpose: string): Buffer => createHmac('sha256', secret).update(`sealed: ${purpose}`).digest()
