/** Encrypts bytes in pieces, so that a large file never sits in memory and no piece can be changed, moved or cut off unnoticed. */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { FileDamaged } from './refused.ts'

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Plain bytes in one piece, and what encryption adds to each. */
export const pieceSize = 64 * 1024
const tagSize = 16
export const sealedPieceSize = pieceSize + tagSize

/**
 * The key of one file: its own, because each file brings its own salt.
 * @example fileKey(config().fileKey, randomBytes(32))
 */
export const fileKey = (master: string, salt: Uint8Array): Buffer => Buffer.from(hkdfSync('sha256', master, salt, 'kith file', 32))

/**
 * Encrypts a stream. Source: the STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár 2015) over AES-256-GCM.
 * @example for await (const piece of seal(plain, key)) await file.write(piece)
 */
export async function* seal(plain: Bytes, key: Buffer): AsyncGenerator<Buffer> {
  let number = 0
  for await (const { bytes, last } of inPieces(plain, pieceSize)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number++, last))
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

/**
 * Decrypts a stream that begins with piece `first`; throws FileDamaged at the first piece that is not as it was written.
 * With `toTheEnd` false, the pieces may stop before the last.
 * @example for await (const bytes of unseal(sealed, key)) send(bytes)
 */
export async function* unseal(sealed: Bytes, key: Buffer, { first = 0, toTheEnd = true } = {}): AsyncGenerator<Buffer> {
  let number = first
  for await (const { bytes, last } of inPieces(sealed, sealedPieceSize)) {
    yield opened(bytes, key, nonce(number++, last && toTheEnd))
  }
}

function opened(bytes: Buffer, key: Buffer, iv: Buffer): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagSize })
    decipher.setAuthTag(bytes.subarray(-tagSize))
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagSize)), decipher.final()])
  } catch (error) {
    throw new FileDamaged('This file was changed or damaged where it is stored.', { cause: error })
  }
}

// The last piece says so in its nonce: a file that was cut short at a border does not open.
function nonce(number: number, last: boolean): Buffer {
  const made = Buffer.alloc(12)
  made.writeUInt32BE(number, 7)
  made[11] = last ? 1 : 0
  return made
}

async function* inPieces(source: Bytes, size: number): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const bytes of source) {
    waiting.push(bytes)
    length += bytes.length
    if (length <= size) continue
    let all = Buffer.concat(waiting)
    for (; all.length > size; all = all.subarray(size)) yield { bytes: all.subarray(0, size), last: false }
    waiting = [all]
    length = all.length
  }
  yield { bytes: Buffer.concat(waiting), last: true }
}
