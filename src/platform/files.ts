/** The store of files: a folder where each file lies once, encrypted, under the fingerprint of its plain bytes. */
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Config, config } from './config.ts'
import { findNoHarm } from './files/harm.ts'
import { isPhoto, withoutLocation } from './files/photo.ts'
import { type Verdict, verdictOn } from './files/harmful.ts'
import { FileHarmful, FileRefused, FileShut, NoRoom } from './files/refused.ts'
import { incoming, pathOf, settle } from './files/places.ts'
import { type OpenFile, openSealed, writeSealed } from './files/sealed-file.ts'
import { headForSniffing, sniff } from './files/sniff.ts'

export { FileDamaged, FileHarmful, FileRefused, FileShut, NoRoom, NotNow } from './files/refused.ts'
export type { OpenFile } from './files/sealed-file.ts'
export { endingFor } from './files/sniff.ts'

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export interface Stored {
  sha256: string
  size: number
  type: string
}

export interface StoreOptions {
  before?: string | undefined
  /** The address of a virus scanner. */
  scanner?: string | undefined
}

/** All that the rest of Kith asks of a place where files are kept. */
export interface FileStore {
  store(bytes: Bytes, about: { limit: number; name: string }): Promise<Stored>
  open(sha256: string): Promise<OpenFile>
  /** What was found in a file after it had been kept. */
  verdict(sha256: string): Promise<Verdict | undefined>
}

/**
 * Keeps a file in the store of this Kith; throws FileRefused, NoRoom or NotChecked with a sentence.
 * @example const { sha256, size, type } = await storeFile(bytes, { limit: config().uploadBytes, name: 'order.pdf' })
 */
export const storeFile: FileStore['store'] = (bytes, about) => ours().store(bytes, about)

/**
 * Opens a kept file; throws NotFound when it is not there, FileShut when harm was found in it and FileDamaged when it is not as it was stored.
 * @example for await (const bytes of (await openFile(sha256)).bytes()) send(bytes)
 */
export const openFile: FileStore['open'] = sha256 => ours().open(sha256)

/**
 * What was found in a kept file, and when; undefined when nothing was.
 * @example const shut = (await verdictOf(sha256)) !== undefined
 */
export const verdictOf: FileStore['verdict'] = sha256 => ours().verdict(sha256)

/**
 * Gives a photo back once no harm was found in it: for photos that are made into something else before it is kept.
 * @example await pageFrom(await harmless(photo), 'page 1.jpg')
 */
export const harmless = (bytes: Buffer): Promise<Buffer> => foundHarmless(bytes, config().virusScanner)

/**
 * A store in a folder; files that are still under the key before open too, and with a scanner nothing is kept that it has not seen.
 * @example const store = folderStore('/srv/kith/files', key)
 */
export function folderStore(folder: string, key: string, { before, scanner }: StoreOptions = {}): FileStore {
  const keys = before ? [key, before] : [key]
  let tidied: Promise<void> | undefined
  return {
    async store(bytes, about) {
      try {
        await (tidied ??= tidy(folder))
        return await keep({ folder, key, scanner }, bytes, about)
      } catch (error) {
        tidied = undefined
        throw orNoRoom(error)
      }
    },
    async open(sha256) {
      const verdict = await verdictOn(folder, sha256)
      if (verdict) throw new FileShut(verdict)
      return openSealed(pathOf(folder, sha256), keys, sha256)
    },
    verdict: sha256 => verdictOn(folder, sha256),
  }
}

let made: FileStore | undefined
const ours = () => (made ??= storeOf(config()))
const storeOf = ({ filesDir, fileKey, fileKeyBefore: before, virusScanner: scanner }: Config) =>
  folderStore(filesDir, fileKey, { before, scanner })

interface Place {
  folder: string
  key: string
  scanner: string | undefined
}

async function keep({ folder, key, scanner }: Place, bytes: Bytes, { limit, name }: { limit: number; name: string }): Promise<Stored> {
  const { head, all } = await peek(upTo(bytes, limit))
  const type = await sniff(head, name)
  // A photo is looked at as it came, before it is opened; all else as it lies on the disk, so that a slow line keeps no scanner waiting.
  const plain = isPhoto(type) ? [await withoutLocation(await foundHarmless(await gather(all), scanner), type)] : all
  const draft = join(incoming(folder), randomUUID())
  try {
    const { sha256, size } = await writeSealed(draft, key, plain)
    // What was found harmful once does not come back because no scanner is named any more, or another.
    const verdict = await verdictOn(folder, sha256)
    if (verdict) throw new FileHarmful(verdict.found)
    if (scanner && !isPhoto(type)) await findNoHarm((await openSealed(draft, [key], sha256)).bytes(), scanner)
    await settle(draft, pathOf(folder, sha256))
    return { sha256, size, type }
  } finally {
    await rm(draft, { force: true })
  }
}

async function foundHarmless(bytes: Buffer, scanner: string | undefined): Promise<Buffer> {
  if (scanner) await findNoHarm([bytes], scanner)
  return bytes
}

async function* upTo(bytes: Bytes, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const some of bytes) {
    size += some.length
    if (size > limit)
      throw new FileRefused(`This file is larger than ${Math.round(limit / 1024 / 1024)} MB. Make it smaller, or split it into parts.`)
    yield some
  }
}

/** The first bytes, and then all of them. */
async function peek(bytes: AsyncGenerator<Uint8Array>): Promise<{ head: Buffer; all: Bytes }> {
  const begun: Uint8Array[] = []
  let length = 0
  while (length < headForSniffing) {
    const { value, done } = await bytes.next()
    if (done) break
    begun.push(value)
    length += value.length
  }
  const all = async function* () {
    yield* begun
    yield* bytes
  }
  return { head: Buffer.concat(begun), all: all() }
}

async function gather(bytes: Bytes): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(bytes))
}

/** Makes the folder, and clears away what a Kith that was killed left half written there a day ago or more. */
async function tidy(folder: string): Promise<void> {
  await mkdir(incoming(folder), { recursive: true, mode: 0o700 })
  for (const name of await readdir(incoming(folder))) {
    const path = join(incoming(folder), name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > 86_400_000) await rm(path, { force: true })
  }
}

function orNoRoom(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new NoRoom('There is no room left to store files. Nothing else is lost: tell your administrator, then add the file again.', {
      cause: error,
    })
  if (['EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EMFILE'].includes(code))
    return new NoRoom('Files cannot be stored just now. Nothing else is lost: tell your administrator, then add the file again.', {
      cause: error,
    })
  return error
}
