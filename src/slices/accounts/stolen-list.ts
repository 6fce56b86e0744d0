/** The list of stolen passwords: a file of SHA-1 hashes in their order, of any size, searched by halves where it lies. */
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { reasonOf } from '../../platform/disk.ts'
import { Stop } from '../../platform/stop.ts'

/** Bytes. No line of the published lists is half as long. */
const longestLine = 128
/** From so many bytes on it takes fewer reads to go through the lines than to halve them. */
const few = 4096
/** How many places of a list are compared when Kith starts: one that is ordered otherwise does not pass by chance. */
const looks = 64

/**
 * Whether a password is in the list at `path`, in a few dozen small reads. Throws when the list cannot be read, or a line on the way is none of such a list.
 * Source: the published form of Pwned Passwords, "ordered by hash": a line each, the SHA-1 in hexadecimal digits, a colon, how often it was found.
 * @example await isStolen('marble window cloud', '/srv/kith/pwned-passwords.txt') // false
 */
export async function isStolen(password: string, path: string): Promise<boolean> {
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase()
  await using file = await open(path)
  let [from, to] = [0, (await file.stat()).size]
  // The line, if it is there, begins at `from` or after it, and before `to`.
  while (to - from > few) {
    const middle = await lineAfter(file, Math.floor((from + to) / 2))
    if (middle.hash <= hash) from = middle.at
    else to = middle.at
  }
  return isAmong(await read(file, from, to - from + longestLine), to - from, hash)
}

/**
 * Throws a Stop with one sentence when there is no such list at `path`.
 * @example await mustBeStolenList('/srv/kith/pwned-passwords.txt')
 */
export async function mustBeStolenList(path: string): Promise<void> {
  const fault = await faultIn(path).catch(reasonFor)
  if (fault) throw new Stop(`KITH_STOLEN_PASSWORDS names ${path}, ${fault}`)
}

class NotSuchALine extends Error {
  override name = 'NotSuchALine'
}

async function faultIn(path: string): Promise<string | undefined> {
  await using file = await open(path)
  const { size } = await file.stat()
  if (size === 0) return 'which is empty.'
  const first = hashOf((await read(file, 0, longestLine)).split('\n')[0])
  const found = [first]
  for (let look = 1; size > few && look < looks; look++) found.push((await lineAfter(file, Math.floor(((size - few) * look) / looks))).hash)
  const end = Math.max(0, size - 2 * longestLine)
  found.push(hashOf((await read(file, end, size - end)).trimEnd().split('\n').at(-1)))
  const inOrder = found.every((hash, at) => at === 0 || (found[at - 1] ?? '') <= hash)
  return inOrder ? undefined : 'which is not in the order of its hashes: take the list that is “ordered by hash”.'
}

function reasonFor(error: unknown): string {
  const code = reasonOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'but there is no such file.'
  if (code === 'EACCES' || code === 'EPERM') return 'which Kith may not read.'
  if (code === 'EISDIR') return 'which is a folder: name the file in it.'
  if (error instanceof NotSuchALine)
    return 'which is not a list of stolen passwords: each line must be a SHA-1 hash and a number, such as 5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:7.'
  return `which cannot be read (${code ?? String(error)}).`
}

async function lineAfter(file: FileHandle, place: number): Promise<{ at: number; hash: string }> {
  const [cut = '', line, rest] = (await read(file, place, 2 * longestLine)).split('\n')
  if (rest === undefined) throw new NotSuchALine()
  return { at: place + cut.length + 1, hash: hashOf(line) }
}

/** Whether one of the lines that begin among the first `most` letters is this one. */
function isAmong(text: string, most: number, hash: string): boolean {
  let at = 0
  for (const line of text.split('\n')) {
    if (at >= most) return false
    if (line.trim() && hashOf(line) === hash) return true
    at += line.length + 1
  }
  return false
}

function hashOf(line = ''): string {
  const hash = /^([0-9A-F]{40}):\d{1,12}\s{0,80}$/i.exec(line)?.[1]
  if (!hash) throw new NotSuchALine()
  return hash.toUpperCase()
}

async function read(file: FileHandle, place: number, size: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, place)
  return buffer.toString('latin1', 0, bytesRead)
}
