/** The key that signs the record: Ed25519, made from a secret that is kept outside the database. */
import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto'

/** What the encodings of RFC 8410 put before the 32 bytes of a private and of a public key. */
const beforePrivate = Buffer.from('302e020100300506032b657004220420', 'hex')
const beforePublic = Buffer.from('302a300506032b6570032100', 'hex')

export interface AuditKey {
  /** The public half, 43 characters: whoever has it can check, and cannot sign. */
  readonly name: string
  sign(words: string): Buffer
}

/**
 * The key that a secret stands for: the same secret always gives the same key.
 * @example auditKey(config.auditKey).name
 */
export function auditKey(secret: string): AuditKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'kith seals of the record', 32))
  const key = createPrivateKey({ key: Buffer.concat([beforePrivate, seed]), format: 'der', type: 'pkcs8' })
  return { name: nameOf(createPublicKey(key)), sign: words => sign(null, Buffer.from(words), key) }
}

/**
 * Whether the key of this name signed these words.
 * @example signedBy(seal.key, statementOf(seal), seal.signature)
 */
export function signedBy(name: string, words: string, signature: Buffer): boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([beforePublic, Buffer.from(name, 'base64url')]), format: 'der', type: 'spki' })
    return verify(null, Buffer.from(words), key, signature)
  } catch {
    return false
  }
}

const nameOf = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).subarray(beforePublic.length).toString('base64url')
