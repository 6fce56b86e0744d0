// Reads a backup and vouches for it: whole, unaltered, and not from a newer Kith.
import { readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { root } from '../root.ts'
import { Stop } from '../stop.ts'
import { reasonOf } from '../disk.ts'
import { type Piece, readArchive } from './archive.ts'
import { format, type Manifest, manifestShape, sha256 } from './manifest.ts'

type Table = Manifest['tables'][number]
type File = Manifest['files'][number]

/**
 * Checks every hash in a backup and gives its manifest; throws a Stop when anything is wrong.
 * @example const manifest = await checkBackup('/backups/today.kith')
 */
export async function checkBackup(path: string): Promise<Manifest> {
  const found = new Map<string, string>()
  let last = ''
  try {
    for await (const { name, content } of wholes(readArchive(path))) {
      if (name === 'manifest.json') last = await textOf(content)
      else found.set(name, await hashOf(content))
    }
  } catch (error) {
    throw new Stop(unreadable(path, error))
  }
  const manifest = readManifest(path, last)
  await refuseNewer(manifest)
  compare(path, manifest, found)
  return manifest
}

/**
 * Gives each table of a backup that has been checked, with its content.
 * @example await readTable(path, manifest, (table, content) => copyIn(table, content))
 */
export async function readTable(
  path: string,
  manifest: Manifest,
  take: (table: Table, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const tables = new Map(manifest.tables.map(table => [tableName(table), table]))
  await readSome(path, tables, take)
}

/**
 * Gives each stored file of a backup that has been checked, with its content.
 * @example await readFiles(path, manifest, (file, content) => writeFile(file.path, content))
 */
export async function readFiles(
  path: string,
  manifest: Manifest,
  take: (file: File, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const files = new Map(manifest.files.map(file => [fileName(file), file]))
  await readSome(path, files, take)
}

async function readSome<T>(
  path: string,
  wanted: Map<string, T>,
  take: (one: T, content: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  for await (const { name, content } of wholes(readArchive(path))) {
    const one = wanted.get(name)
    if (one) await take(one, content)
    else for await (const _ of content);
  }
}

// Pieces of one table or file follow each other: x/000001, x/000002, …
async function* wholes(pieces: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  let next = await pieces.next()
  while (!next.done) {
    const name = wholeName(next.value.name)
    yield { name, content: content(name) }
  }
  async function* content(name: string): AsyncGenerator<Buffer> {
    while (!next.done && wholeName(next.value.name) === name) {
      yield* next.value.content
      next = await pieces.next()
    }
  }
}

function wholeName(piece: string): string {
  return piece === 'manifest.json' ? piece : posix.dirname(piece)
}

function readManifest(path: string, text: string): Manifest {
  const parsed = text ? manifestShape.safeParse(JSON.parse(text)) : undefined
  if (parsed?.success) return parsed.data
  throw new Stop(`${path} is not a whole backup of Kith.`)
}

async function refuseNewer(manifest: Manifest): Promise<void> {
  const known = await readdir(join(root, 'db', 'migrations'))
  const strange = manifest.migrations.filter(name => !known.includes(name))
  if (manifest.format > format || strange.length > 0) {
    throw new Stop(
      `This backup was made by a newer Kith (on ${manifest.madeAt.slice(0, 10)}): restore it with that version or a later one.`,
    )
  }
}

function compare(path: string, manifest: Manifest, found: Map<string, string>): void {
  const wanted = [
    ...manifest.tables.map(table => [tableName(table), table.sha256]),
    ...manifest.files.map(file => [fileName(file), file.sha256]),
  ]
  const empty = sha256().digest('hex')
  const wrong = wanted.filter(([name, hash]) => (found.get(name ?? '') ?? empty) !== hash)
  if (wrong.length > 0) throw new Stop(`The backup ${path} is damaged (${wrong[0]?.[0]} is not what it was): use another copy.`)
}

function tableName({ schema, name }: Table): string {
  return `tables/${schema}/${name}`
}

function fileName({ path }: File): string {
  return `files/${path}`
}

async function textOf(content: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of content) parts.push(part)
  return Buffer.concat(parts).toString()
}

async function hashOf(content: AsyncIterable<Buffer>): Promise<string> {
  const hash = sha256()
  for await (const part of content) hash.update(part)
  return hash.digest('hex')
}

function unreadable(path: string, error: unknown): string {
  const code = reasonOf(error)
  if (code === 'ENOENT') return `There is no file ${path}.`
  if (code === 'EACCES') return `Kith may not read ${path}.`
  if (code === 'EISDIR') return `${path} is a folder, not a backup.`
  if (code === 'Z_DATA_ERROR' && error instanceof Error && /incorrect header check/.test(error.message))
    return `${path} is not a backup of Kith.`
  return `The backup ${path} is damaged (${code ?? 'it ends too soon'}): use another copy.`
}
