// The file itself: a gzipped tar of numbered pieces, written and read as a stream of any length.
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, pack } from 'tar-stream'

export interface Archive {
  /** Adds one piece whose whole content is at hand. */
  add(name: string, content: Buffer): Promise<void>
}

export interface Piece {
  readonly name: string
  readonly content: AsyncIterable<Buffer>
}

/**
 * Writes an archive beside its final name, and gives it that name only when all of it is on the disk.
 * @example await writeArchive('/backups/today.kith', async archive => archive.add('note', Buffer.from('…')))
 */
export async function writeArchive(path: string, fill: (archive: Archive) => Promise<void>): Promise<void> {
  const draft = `${path}.part`
  const tar = pack()
  const written = pipeline(tar, createGzip({ level: 6 }), createWriteStream(draft, { mode: 0o600, flush: true }))
  const add = (name: string, content: Buffer) => entry(tar, name, content)
  try {
    await Promise.all([written, fill({ add }).then(() => tar.finalize())])
    await rename(draft, path)
  } catch (error) {
    tar.destroy()
    await written.catch(() => {})
    await rm(draft, { force: true })
    throw error
  }
}

/**
 * Reads the pieces of an archive in order. Each must be read before the next.
 * @example for await (const piece of readArchive(path)) await consume(piece.content)
 */
export async function* readArchive(path: string): AsyncGenerator<Piece> {
  const file = await open(path)
  const tar = extract()
  const fed = pipeline(file.createReadStream(), createGunzip(), tar)
  // The same failure reaches the reader below, which is where it is dealt with.
  fed.catch(() => {})
  for await (const piece of tar) yield { name: piece.header.name, content: piece as AsyncIterable<Buffer> }
  await fed
}

/**
 * A file in pieces of a size that memory does not notice.
 * @example for await (const part of partsOf('/srv/kith/.kith/files/ab12')) …
 */
export function partsOf(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: pieceSize })
}

/** How much of a table or a file goes into one piece. */
export const pieceSize = 4 * 1024 * 1024

function entry(tar: ReturnType<typeof pack>, name: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    tar.entry({ name, mode: 0o600 }, content, error => (error ? reject(error) : resolve()))
  })
}
