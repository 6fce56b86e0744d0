// Data folders that cannot be used as they are: each ends in one sentence, or in a way round that is told.
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { log } from '../../src/platform/log.ts'
import { openPostgres } from '../../src/platform/postgres.ts'
import { root } from '../../src/platform/root.ts'
import { newFolder, run } from './processes.ts'

const isRoot = process.getuid?.() === 0
const nobody = 65534

test('a folder that may not be written is named in one sentence', async ({ skip }) => {
  skip(isRoot && !nobodyMayRun(), 'nobody cannot enter this checkout')
  const folder = newFolder()
  chmodSync(folder, 0o555)
  const kith = run('start.mjs', [], { env: { KITH_DATA_DIR: join(folder, 'data') }, ...(isRoot && { uid: nobody }) })
  expect(await kith.ended).toEqual({
    code: 1,
    said: expect.stringMatching(/^Kith may not write in .*\/data: change who owns it, or choose another folder with KITH_DATA_DIR\.\n$/),
  })
})

test('where no folder can be made, Kith says so, and does not try for ever', async ({ skip }) => {
  skip(!existsSync('/proc/self'), 'only Linux has such a folder')
  for (const [script, ...rest] of [['start.mjs'], ['kith.mjs', 'migrate']] as [string, ...string[]][])
    expect(await run(script, rest, { env: { KITH_DATA_DIR: '/proc/kith/data' } }).ended).toEqual({
      code: 1,
      said: 'No folder can be made in /proc: choose another with KITH_DATA_DIR.\n',
    })
})

test('where no file can be kept Kith says so before anybody adds one', async ({ skip }) => {
  skip(!existsSync('/proc/self'), 'only Linux has such a folder')
  expect(await run('start.mjs', [], { env: { KITH_DATA_DIR: newFolder(), KITH_FILES_DIR: '/proc/kith/files' } }).ended).toEqual({
    code: 1,
    said: 'No folder can be made in /proc: choose another with KITH_FILES_DIR.\n',
  })
})

test('an ordinary user runs PostgreSQL as themselves', async ({ skip }) => {
  skip(isRoot && !nobodyMayRun(), 'nobody cannot enter this checkout')
  const folder = newFolder()
  if (isRoot) chownSync(folder, nobody, nobody)
  const kith = run('kith.mjs', ['migrate'], { env: { KITH_DATA_DIR: folder }, ...(isRoot && { uid: nobody }) })
  expect(await kith.ended).toMatchObject({ code: 0, said: 'The database is up to date.\n' })
})

test('a full disk is named in one sentence', async ({ skip }) => {
  const folder = newFolder()
  skip(!mountSmallDisk(folder), 'only root may mount a small disk')
  const kith = run('kith.mjs', ['migrate'], { env: { KITH_DATA_DIR: join(folder, 'data') } })
  expect(await kith.ended).toEqual({
    code: 1,
    said: `The disk that holds ${folder}/data is full: make room, or choose another folder with KITH_DATA_DIR.\n`,
  })
})

test('when root keeps its folder closed, the database goes where nobody can reach it, and Kith says so', async ({ skip }) => {
  skip(!isRoot, 'only root runs PostgreSQL as another user')
  const folder = newFolder()
  chmodSync(folder, 0o700)
  const told: string[] = []
  const options = { dataDir: join(folder, 'data'), log, say: (sentence: string) => told.push(sentence) }
  await (await openPostgres(options)).stop()
  const elsewhere = readFileSync(join(folder, 'data', 'postgres-folder'), 'utf8').trim()
  onTestFinished(() => rmSync(elsewhere, { recursive: true, force: true }))
  expect(told).toEqual([
    `The user nobody, who runs PostgreSQL for root, cannot enter ${folder}/data, so the database is kept in ${elsewhere}.`,
  ])
  await (await openPostgres(options)).stop()
  expect(existsSync(join(elsewhere, 'postgres', 'PG_VERSION'))).toBe(true)
  expect(told).toHaveLength(1)
})

test('a path too long for a socket still works', async () => {
  const folder = join(newFolder(), 'long'.repeat(20))
  mkdirSync(folder, { mode: 0o711 })
  const postgres = await openPostgres({ dataDir: join(folder, 'data'), log })
  expect(postgres.socket.length).toBeLessThan(60)
  await postgres.stop()
  expect(existsSync(postgres.socket)).toBe(false)
})

function nobodyMayRun(): boolean {
  try {
    execFileSync(process.execPath, ['-e', '0'], { uid: nobody, gid: nobody, cwd: root, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=711', 'tmpfs', folder], { stdio: 'ignore' })
    onTestFinished(() => void execFileSync('umount', [folder]))
    return true
  } catch {
    return false
  }
}
