// Backup and restore: everything comes back as it was, and whatever could spoil that is refused before anything changes.
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { auditKey } from '../../src/platform/audit-key.ts'
import { checkBackup } from '../../src/platform/backup/check.ts'
import { makeBackup } from '../../src/platform/backup/make.ts'
import { restoreTables } from '../../src/platform/backup/restore.ts'
import { refuseOtherSecrets, restoreFiles, restoreSecrets } from '../../src/platform/backup/restore-files.ts'
import { loadConfig } from '../../src/platform/config.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { ownDatabase } from '../database.ts'
import { testSecret } from '../secret.ts'
import { migratedFolder, newFolder, run } from './processes.ts'

const database = ownDatabase()

test('a backup restored into an empty database is the same in every row and every file', async () => {
  const { path, config } = await backup()
  const ownerUrl = await newDatabase()
  await migrate(ownerUrl, testSecret)
  const folder = join(newFolder(), 'files')
  const manifest = await checkBackup(path)
  await restoreTables({ ownerUrl, path, manifest, beforeCommit: () => restoreFiles({ path, manifest, folder }) })
  await migrate(ownerUrl, testSecret)
  const again = join(newFolder(), 'again.kith')
  const second = await makeBackup({ ownerUrl, config: { ...config, filesDir: folder }, path: again })
  expect(manifest.tables.find(table => table.name === 'workers')?.rows).toBeGreaterThan(10)
  expect(contents(second)).toEqual(contents(manifest))
  expect(readFileSync(join(folder, 'ab', 'stored')).equals(stored)).toBe(true)
  expect(await links(ownerUrl)).toEqual(await links(database.ownerUrl))
})

test('the secrets that Kith made travel with the data', async () => {
  const { path, config } = await backup()
  const other = loadConfig({ KITH_DATA_DIR: newFolder() })
  const manifest = await checkBackup(path)
  refuseOtherSecrets(manifest, other)
  await restoreSecrets(manifest, other)
  expect(loadConfig({ KITH_DATA_DIR: other.dataDir })).toMatchObject({ secret: config.secret, fileKey: config.fileKey })
})

test('the key that signs the record stays behind, and what it signed goes on being trusted', async () => {
  const { path, config } = await backup()
  const other = loadConfig({ KITH_DATA_DIR: newFolder() })
  const manifest = await checkBackup(path)
  expect(JSON.stringify(manifest)).not.toContain(config.auditKey)
  await restoreSecrets(manifest, other)
  const restored = loadConfig({ KITH_DATA_DIR: other.dataDir })
  expect(restored.auditKey).not.toBe(config.auditKey)
  expect(restored.auditPastKeys).toEqual([auditKey(config.auditKey).name])
})

test('a backup made with secrets of the settings needs the same ones, and does not hold them', async () => {
  const env = { KITH_SECRET: 'the first of two secrets, 7c41e0b9', KITH_FILE_KEY: 'the key that files are under, 52aa0f' }
  const { path } = await backup(env)
  const manifest = await checkBackup(path)
  expect(gunzipSync(readFileSync(path)).includes(env.KITH_SECRET)).toBe(false)
  expect(() => refuseOtherSecrets(manifest, loadConfig({ KITH_DATA_DIR: newFolder(), ...env }))).not.toThrow()
  expect(() => refuseOtherSecrets(manifest, loadConfig({ KITH_DATA_DIR: newFolder() }))).toThrow('KITH_SECRET is not the one')
  const changed = { ...env, KITH_SECRET: 'the one that came after it, 0d92ab31c', KITH_SECRET_BEFORE: env.KITH_SECRET }
  expect(() => refuseOtherSecrets(manifest, loadConfig({ KITH_DATA_DIR: newFolder(), ...changed }))).not.toThrow()
})

test.each([
  ['cut short', (path: string) => truncateSync(path, readFileSync(path).length - 2000), /is damaged \(.*\): use another copy/],
  [
    'altered in one letter',
    (path: string) => rewrite(path, text => text.replace('Ashdown', 'Ashdowm')),
    /is damaged \(tables\/public\/workers is not what it was\)/,
  ],
  ['something else', (path: string) => writeFileSync(path, 'name,born\n'), /is not a backup of Kith/],
  [
    'from a newer Kith',
    (path: string) => rewrite(path, text => text.replace('"0001_actors.sql"', '"9999_actors.sql"')),
    /was made by a newer Kith/,
  ],
])('a file that is %s is refused', async (_what, spoil, sentence) => {
  const { path } = await backup()
  spoil(path)
  await expect(checkBackup(path)).rejects.toThrow(sentence)
})

test('a database that somebody works in is left as it is', async () => {
  const { path } = await backup()
  const manifest = await checkBackup(path)
  await expect(restoreTables({ ownerUrl: database.ownerUrl, path, manifest, beforeCommit: async () => {} })).rejects.toThrow(
    'This database is not empty',
  )
})

test('when one part fails nothing is restored', async () => {
  const { path } = await backup()
  const ownerUrl = await newDatabase()
  const beforeCommit = () => Promise.reject(new Error('no room for the files'))
  await expect(restoreTables({ ownerUrl, path, manifest: await checkBackup(path), beforeCommit })).rejects.toThrow('no room')
  expect(await ask(ownerUrl, `select tablename from pg_tables where schemaname in ('public', 'kith_meta')`)).toEqual([])
})

test('a backup that cannot be written leaves nothing behind', async () => {
  const folder = newFolder()
  const config = loadConfig({ KITH_DATA_DIR: folder })
  await expect(makeBackup({ ownerUrl: database.ownerUrl, config, path: join(folder, 'no', 'such.kith') })).rejects.toThrow(
    'There is no folder for',
  )
  const unwritten = await newDatabase()
  await expect(makeBackup({ ownerUrl: unwritten, config, path: join(folder, 'b.kith') })).rejects.toThrow('There is nothing to back up')
  expect(readdirSync(folder).filter(name => name.startsWith('b.kith'))).toEqual([])
})

test('the command line backs up and restores, and starts PostgreSQL for it', async () => {
  const [from, to, file] = [await migratedFolder(), newFolder(), join(newFolder(), 'all.kith')]
  expect(await kith(from, 'backup', file)).toMatchObject({ code: 0, said: expect.stringContaining(`Wrote ${file}`) })
  expect(await kith(to, 'restore', file)).toMatchObject({ code: 0, said: expect.stringContaining('Restored the backup') })
  expect(await kith(to, 'restore')).toEqual({ code: 1, said: 'Use it like this: npm run kith -- restore FILE\n' })
})

const stored = Buffer.alloc(9_000_000, 'encrypted ')

async function backup(env: Record<string, string> = {}) {
  const folder = newFolder()
  const config = loadConfig({ KITH_DATA_DIR: folder, ...env })
  mkdirSync(join(config.filesDir, 'ab'), { recursive: true })
  writeFileSync(join(config.filesDir, 'ab', 'stored'), stored)
  const path = join(folder, 'backup.kith')
  await makeBackup({ ownerUrl: database.ownerUrl, config, path })
  return { path, config }
}

function contents({ tables, files, counters, migrations }: Awaited<ReturnType<typeof checkBackup>>) {
  return { tables: tables.map(({ name, rows }) => ({ name, rows })), files, counters, migrations }
}

function rewrite(path: string, change: (text: string) => string): void {
  chmodSync(path, 0o600)
  writeFileSync(path, gzipSync(Buffer.from(change(gunzipSync(readFileSync(path)).toString('latin1')), 'latin1')))
}

function links(url: string): Promise<unknown[]> {
  return ask(
    url,
    `select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`,
  )
}

async function newDatabase(): Promise<string> {
  const name = `restored_${randomUUID().replaceAll('-', '')}`
  await ask(inject('serverUrl'), `create database ${name}`)
  onTestFinished(async () => void (await ask(inject('serverUrl'), `drop database ${name}`)))
  return Object.assign(new URL(inject('serverUrl')), { pathname: `/${name}` }).href
}

async function ask(connectionString: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return client
    .query(statement)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

function kith(dataDir: string, ...args: string[]) {
  return run('kith.mjs', args, { env: { KITH_DATA_DIR: dataDir } }).ended
}
