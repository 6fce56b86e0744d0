/** One encrypted file on the disk: how it is written once, and read back in whole or in part. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { NotFound } from '../errors.ts'
import { FileDamaged } from './refused.ts'
import { fileKey, pieceSize, seal, sealedPieceSize, unseal } from './seal.ts'

export interface OpenFile {
  size: number
  /** Plain bytes from one place up to, and not including, another; each piece is checked before it is given out. */
  bytes(from?: number, to?: number): AsyncGenerator<Buffer>
}

// A file begins with 8 fixed bytes, the salt of its key, and a seal that binds it to its fingerprint.
const magic = Buffer.from('KithFil1')
const headSize = 72
const nameSeal = (key: Buffer, sha256: string) => createHmac('sha256', key).update(sha256).digest()
const piecesIn = (plainSize: number) => Math.ceil(plainSize / pieceSize)

/**
 * Writes a new encrypted file and makes sure that it is on the disk.
 * @example const { sha256, size } = await writeSealed('/srv/kith/files/incoming/1', key, bytes)
 */
export async function writeSealed(path: string, master: string, plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  const salt = randomBytes(32)
  const key = fileKey(master, salt)
  const counted = counting(plain)
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(Buffer.alloc(headSize))
    for await (const piece of seal(counted.bytes, key)) await file.writeFile(piece)
    const sha256 = counted.sha256()
    await file.write(Buffer.concat([magic, salt, nameSeal(key, sha256)]), 0, headSize, 0)
    await file.sync()
    return { sha256, size: counted.size() }
  } finally {
    await file.close()
  }
}

/**
 * Opens an encrypted file with the first of the keys that fits; throws NotFound when it is not there, FileDamaged when it is not the one that was stored under this fingerprint.
 * @example const { size, bytes } = await openSealed(path, [key], sha256)
 */
export async function openSealed(path: string, masters: readonly string[], sha256: string): Promise<OpenFile> {
  const file = await openAt(path)
  try {
    await keyOf(file, masters, sha256)
    const length = (await file.stat()).size - headSize
    const size = length - Math.ceil(length / sealedPieceSize) * (sealedPieceSize - pieceSize)
    if (size < 0) throw new FileDamaged('This file was cut short where it is stored.')
    return { size, bytes: (from = 0, to = size) => part(path, { masters, sha256 }, { from, to: Math.min(to, size), size }) }
  } finally {
    await file.close()
  }
}

/**
 * Which of the keys a file was written with, by its place among them; -1 when it is none of them.
 * @example const at = await writtenWith(path, [now, before], sha256)
 */
export async function writtenWith(path: string, masters: readonly string[], sha256: string): Promise<number> {
  const file = await openAt(path)
  try {
    return (await fitting(file, masters, sha256)).at
  } finally {
    await file.close()
  }
}

function counting(plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  const hash = createHash('sha256')
  let size = 0
  const bytes = async function* () {
    for await (const some of plain) {
      hash.update(some)
      size += some.length
      yield some
    }
  }
  return { bytes: bytes(), size: () => size, sha256: () => hash.digest('hex') }
}

const openAt = (path: string) =>
  open(path).catch(() => {
    throw new NotFound('This file is not in the store.')
  })

async function keyOf(file: FileHandle, masters: readonly string[], sha256: string): Promise<Buffer> {
  const { key } = await fitting(file, masters, sha256)
  if (!key) throw new FileDamaged('This file was changed where it is stored, or the key that opens it is another.')
  return key
}

async function fitting(file: FileHandle, masters: readonly string[], sha256: string): Promise<{ at: number; key?: Buffer }> {
  const head = Buffer.alloc(headSize)
  await file.read(head, 0, headSize, 0)
  if (!head.subarray(0, 8).equals(magic)) return { at: -1 }
  const keys = masters.map(master => fileKey(master, head.subarray(8, 40)))
  const at = keys.findIndex(key => timingSafeEqual(head.subarray(40), nameSeal(key, sha256)))
  const key = keys[at]
  return { at, ...(key && { key }) }
}

// The head is read again from the file that is then read on: while keys are changed, another may have taken its place.
async function* part(
  path: string,
  { masters, sha256 }: { masters: readonly string[]; sha256: string },
  { from, to, size }: { from: number; to: number; size: number },
): AsyncGenerator<Buffer> {
  const first = Math.floor(from / pieceSize)
  const end = piecesIn(to)
  const file = await open(path)
  let at = first * pieceSize
  try {
    const key = await keyOf(file, masters, sha256)
    for await (const bytes of unseal(sealedPieces(file, first, end), key, { first, toTheEnd: end >= piecesIn(size) })) {
      yield bytes.subarray(Math.max(0, from - at), to - at)
      at += bytes.length
    }
  } finally {
    await file.close()
  }
}

async function* sealedPieces(file: FileHandle, first: number, end: number): AsyncGenerator<Buffer> {
  for (let number = first; number < end; number++) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(sealedPieceSize), 0, sealedPieceSize, headSize + number * sealedPieceSize)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}
