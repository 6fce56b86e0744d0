// Keys are changed from the command line: killed at any moment it goes on later, and everything still opens; with the old keys nothing does.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkBackup } from '../../src/platform/backup/check.ts'
import { refuseOtherSecrets } from '../../src/platform/backup/restore-files.ts'
import { loadConfig } from '../../src/platform/config.ts'
import { folderStore } from '../../src/platform/files.ts'
import { lookThrough } from '../../src/platform/files/change-key.ts'
import { migratedFolder, newFolder, run, startKith } from './processes.ts'

test('keys that Kith made for itself are changed, also when that is killed in the middle', async () => {
  const { folder, files, config } = await withFiles(40)
  const killed = run('kith.mjs', ['keys', 'change'], { env: { KITH_DATA_DIR: folder } })
  await firstDraftIn(config.filesDir)
  killed.child.kill('SIGKILL')
  expect((await killed.ended).code).toBe(null)
  const between = loadConfig({ KITH_DATA_DIR: folder })
  expect([between.fileKeyBefore, between.secretBefore]).toEqual([config.fileKey, config.secret])
  expect(await opened(files, config.filesDir, between.fileKey, between.fileKeyBefore)).toBe(40)
  expect(await change({ KITH_DATA_DIR: folder })).toMatchObject({
    code: 0,
    said: expect.stringContaining('Nothing is left under the old keys, and they are gone.'),
  })
  const after = loadConfig({ KITH_DATA_DIR: folder })
  expect(new Set([config.secret, config.fileKey, after.secret, after.fileKey]).size).toBe(4)
  expect([after.secretBefore, after.fileKeyBefore, existsSync(join(folder, 'file-key-before'))]).toEqual([undefined, undefined, false])
  expect(await opened(files, config.filesDir, after.fileKey)).toBe(40)
  expect(await opened(files, config.filesDir, config.fileKey)).toBe(0)
})

test('a Kith that was started between goes on with both keys, and does not end the change of files', async () => {
  const { folder, files, config } = await withFiles(3)
  const env = {
    KITH_DATA_DIR: folder,
    KITH_SECRET: 'a new secret of the settings, 93b1c7d2e',
    KITH_SECRET_BEFORE: config.secret,
    KITH_FILE_KEY: 'a new file key of the settings, 51e8aa',
    KITH_FILE_KEY_BEFORE: config.fileKey,
  }
  await startKith(env)
  const secret = { KITH_SECRET: 'a secret that the running one lacks, 0', KITH_SECRET_BEFORE: env.KITH_SECRET }
  const fileKey = { KITH_FILE_KEY: 'a file key that the running one lacks', KITH_FILE_KEY_BEFORE: env.KITH_FILE_KEY }
  const refused = await Promise.all([change({ ...env, ...secret }), change({ ...env, ...fileKey }), change({ KITH_DATA_DIR: folder })])
  expect(refused.map(({ code, said }) => [code, said.split(':')[0]])).toEqual([
    [1, 'Kith is running with another KITH_SECRET'],
    [1, 'Kith is running with another KITH_FILE_KEY'],
    [1, 'Kith is running'],
  ])
  expect(await opened(files, config.filesDir, config.fileKey)).toBe(3)
  expect(await change(env)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/Files: 3 encrypted anew\.\nNothing is left .*: take KITH_SECRET_BEFORE and KITH_FILE_KEY_BEFORE out/),
  })
  expect(await opened(files, config.filesDir, env.KITH_FILE_KEY)).toBe(3)
})

test('a wrong old key is said in one sentence, and changes nothing; so is the wish to change none', async () => {
  const { folder, files, config } = await withFiles(2)
  const env = { KITH_DATA_DIR: folder, KITH_SECRET: config.secret, KITH_FILE_KEY: 'the new key of files, of the settings, 8' }
  const wrong = await change({ ...env, KITH_FILE_KEY_BEFORE: 'a key that never opened any file at all' })
  expect(wrong).toEqual({
    code: 1,
    said: 'KITH_FILE_KEY_BEFORE is not the key that files were encrypted with until now: set that one. Nothing was changed.\n',
  })
  expect(await opened(files, config.filesDir, config.fileKey)).toBe(2)
  expect(await change(env)).toMatchObject({ code: 1, said: expect.stringContaining('Set the new key as KITH_SECRET or KITH_FILE_KEY') })
  const same = await change({ ...env, KITH_FILE_KEY_BEFORE: env.KITH_FILE_KEY })
  expect(same).toMatchObject({ code: 1, said: expect.stringContaining('KITH_FILE_KEY_BEFORE is the same as KITH_FILE_KEY') })
})

test('a backup that was made in the middle is restored with both keys, and with one it says which is missing', async () => {
  const { folder, files, config } = await withFiles(2)
  const settings = { KITH_SECRET: config.secret, KITH_FILE_KEY: 'the new key of files, of the settings, 8' }
  const file = join(newFolder(), 'middle.kith')
  const both = { ...settings, KITH_FILE_KEY_BEFORE: config.fileKey }
  expect(await kith(['backup', file], { KITH_DATA_DIR: folder, ...both })).toMatchObject({ code: 0 })
  const manifest = await checkBackup(file)
  expect(() => refuseOtherSecrets(manifest, loadConfig({ KITH_DATA_DIR: newFolder(), ...settings }))).toThrow(
    'made while KITH_FILE_KEY was being changed: set the one it had then and, as KITH_FILE_KEY_BEFORE, the one before that',
  )
  const to = newFolder()
  expect(await kith(['restore', file], { KITH_DATA_DIR: to, ...both })).toMatchObject({ code: 0 })
  expect(await change({ KITH_DATA_DIR: to, ...both })).toMatchObject({ code: 0 })
  expect(await opened(files, join(to, 'files'), both.KITH_FILE_KEY)).toBe(2)
})

test('what opens with neither key is named and left, and the old keys stay until then', async () => {
  const { folder, config } = await withFiles(2)
  const strange = await folderStore(config.filesDir, 'a key that was lost before, long ago, 77').store([Buffer.from('Lost')], about)
  const answer = await change({ KITH_DATA_DIR: folder })
  expect(answer).toMatchObject({ code: 1, said: expect.stringContaining(`1 files open with neither key and were left as they are`) })
  expect(answer.said).toContain(strange.sha256)
  expect(readFileSync(join(folder, 'file-key-before'), 'utf8').trim()).toBe(config.fileKey)
})

const about = { limit: 9_000_000, name: 'note.txt' }
const change = (env: Record<string, string>) => kith(['keys', 'change'], env)
const kith = (words: string[], env: Record<string, string>) => run('kith.mjs', words, { env }).ended

async function withFiles(count: number) {
  const folder = await migratedFolder()
  const config = loadConfig({ KITH_DATA_DIR: folder })
  const store = folderStore(config.filesDir, config.fileKey)
  const files: string[] = []
  for (let made = 0; made < count; made++)
    files.push((await store.store([Buffer.from(`Words ${made} `), Buffer.from(randomBytes(300_000).toString('hex'))], about)).sha256)
  expect(await lookThrough(config.filesDir, { now: config.fileKey, before: '' })).toEqual({ before: [], neither: [] })
  return { folder, files, config }
}

/** How many of the files open, wholly, with these keys. */
async function opened(files: string[], folder: string, key: string, before?: string): Promise<number> {
  const whole = async (sha256: string) =>
    (await Array.fromAsync((await folderStore(folder, key, { before }).open(sha256)).bytes())).length > 0
  const found = await Promise.all(files.map(sha256 => whole(sha256).catch(() => false)))
  return found.filter(Boolean).length
}

/** Ends when the change has begun to write the first file anew. */
function firstDraftIn(folder: string): Promise<void> {
  return new Promise(resolve => {
    const watcher = watch(join(folder, 'incoming'), () => {
      watcher.close()
      resolve()
    })
  })
}
