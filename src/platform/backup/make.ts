// Makes a backup: every table as it stood at one moment, and the stored files.
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { auditKey } from '../audit-key.ts'
import type { Config } from '../config.ts'
import { reasonOf, unwritable } from '../disk.ts'
import { Stop } from '../stop.ts'
import { type Archive, partsOf, pieceSize, writeArchive } from './archive.ts'
import { format, type Manifest, markOf } from './manifest.ts'
import { listCounters, listTables, sqlColumns, sqlName, type Table } from './tables.ts'

/**
 * Writes a backup of the database at `ownerUrl` to a file, and tells what went in.
 * @example const { tables } = await makeBackup({ ownerUrl, config, path: '/backups/today.kith' })
 */
export async function makeBackup({ ownerUrl, config, path }: { ownerUrl: string; config: Config; path: string }): Promise<Manifest> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith backup' })
  client.on('error', () => {})
  await client.connect()
  let manifest: Manifest | undefined
  try {
    await writeArchive(path, async archive => {
      manifest = await fill(archive, client, config)
      await archive.add('manifest.json', Buffer.from(JSON.stringify(manifest, null, 1)))
    })
  } catch (error) {
    throw unwritable(path, error)
  } finally {
    await client.end()
  }
  return manifest as Manifest
}

async function fill(archive: Archive, client: pg.Client, config: Config): Promise<Manifest> {
  const database = await fillTables(archive, client)
  const files = []
  for (const file of await storedFiles(config.filesDir)) files.push(await addFile(archive, config.filesDir, file))
  return {
    kith: 'backup',
    format,
    madeAt: new Date().toISOString(),
    ...database,
    files,
    secretMarks: marksOf(config),
    auditKeys: [auditKey(config.auditKey).name, ...config.auditPastKeys],
    secrets: {
      ...(config.secretIsKept && { secret: config.secret, secretBefore: config.secretBefore }),
      ...(config.fileKeyIsKept && { fileKey: config.fileKey, fileKeyBefore: config.fileKeyBefore }),
    },
  }
}

function marksOf({ secret, fileKey, secretBefore, fileKeyBefore }: Config): Manifest['secretMarks'] {
  return {
    secret: markOf(secret),
    fileKey: markOf(fileKey),
    ...(secretBefore && { secretBefore: markOf(secretBefore) }),
    ...(fileKeyBefore && { fileKeyBefore: markOf(fileKeyBefore) }),
  }
}

// One snapshot for all tables, read as a role that may see everything and change nothing.
async function fillTables(archive: Archive, client: pg.Client) {
  await client.query('begin isolation level repeatable read read only')
  const migrations = await listMigrations(client)
  const counters = await listCounters(client)
  const all = await listTables(client)
  const version = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
  await client.query('set local role kith_backup')
  const tables = []
  for (const table of all) tables.push(await addTable(archive, client, table))
  await client.query('commit')
  return { postgres: version.rows[0]?.version ?? '', migrations, tables, counters }
}

async function listMigrations(client: pg.Client): Promise<string[]> {
  const laid = await client.query(`select from pg_tables where schemaname = 'kith_meta' and tablename = 'migrations'`)
  if (laid.rowCount === 0) throw new Stop('There is nothing to back up: this database has never held a Kith.')
  return (await client.query<{ name: string }>('select name from kith_meta.migrations order by name')).rows.map(row => row.name)
}

async function addTable(archive: Archive, client: pg.Client, table: Table) {
  const copy = client.query(copyTo(`copy (select ${sqlColumns(table)} from ${sqlName(table)}) to stdout`))
  const { hash } = await addPieces(archive, `tables/${table.schema}/${table.name}`, copy)
  return { ...table, rows: copy.rowCount, sha256: hash }
}

async function addFile(archive: Archive, folder: string, path: string) {
  const { hash, bytes } = await addPieces(archive, `files/${path}`, partsOf(join(folder, path))).catch(error => {
    throw reasonOf(error) === 'ENOENT' ? new Stop(`A file was moved or removed while the backup was being made: make it again.`) : error
  })
  return { path, bytes, sha256: hash }
}

async function addPieces(archive: Archive, name: string, content: AsyncIterable<Buffer>) {
  const hash = createHash('sha256')
  let bytes = 0
  let number = 0
  for await (const piece of gathered(content)) {
    hash.update(piece)
    bytes += piece.length
    number += 1
    await archive.add(`${name}/${String(number).padStart(6, '0')}`, piece)
  }
  return { hash: hash.digest('hex'), bytes }
}

// Rows arrive one by one, and a piece for each would be mostly wrapping.
async function* gathered(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let bytes = 0
  for await (const part of content) {
    parts.push(part)
    bytes += part.length
    if (bytes < pieceSize) continue
    yield Buffer.concat(parts)
    parts = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(parts)
}

async function storedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(error => {
    if (reasonOf(error) === 'ENOENT') return []
    throw error
  })
  return (
    entries
      .filter(entry => entry.isFile())
      .map(entry => relative(folder, join(entry.parentPath, entry.name)))
      // What is still being written belongs to no document, and may be gone a moment later.
      .filter(path => !path.startsWith(`incoming${sep}`))
      .sort()
  )
}
