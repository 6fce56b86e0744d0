/** A file in which harm was found is given to nobody, whatever else happens to it; it is not lost either. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { NotFound } from '../errors.ts'
import { FileHarmful, FileShut, folderStore } from '../files.ts'
import { changeFileKey, lookThrough } from './change-key.ts'
import { giveBack, moveAside, shut } from './harmful.ts'
import { asidePathOf, filesAside, keptFiles, pathOf } from './places.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-harmful-'))
const keys = { now: 'k'.repeat(40), before: 'b'.repeat(40) }
const store = folderStore(folder, keys.now)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let made = 0
const bytesOf = (words: string) => [Buffer.from(words)]
const keep = async (words = `words ${++made}`, by = store) =>
  (await by.store(bytesOf(words), { limit: 1_000_000, name: 'note.txt' })).sha256
const read = async (sha256: string, by = store) => Buffer.concat(await Array.fromAsync((await by.open(sha256)).bytes())).toString()
async function keepHarmful(words?: string, by = store): Promise<string> {
  const sha256 = await keep(words, by)
  await shut(folder, sha256, 'Kith.Test')
  await moveAside(folder, sha256)
  return sha256
}

test('from its verdict on nobody can open it, in this process or another, moved aside or not yet', async () => {
  const sha256 = await keep()
  expect(await store.verdict(sha256)).toBe(undefined)
  await shut(folder, sha256, 'Kith.Test')
  await expect(store.open(sha256)).rejects.toThrow(FileShut)
  await moveAside(folder, sha256)
  await expect(folderStore(folder, keys.now).open(sha256)).rejects.toThrow(FileShut)
  expect(await store.verdict(sha256)).toEqual({ found: 'Kith.Test', at: expect.any(Date) })
})

test('it stays out of reach when its verdict is lost or damaged', async () => {
  const sha256 = await keepHarmful()
  for (const wrong of ['', '{', '{"found":"Kith.Test"}']) {
    writeFileSync(`${asidePathOf(folder, sha256)}.json`, wrong)
    await expect(store.open(sha256)).rejects.toThrow()
  }
  rmSync(`${asidePathOf(folder, sha256)}.json`)
  await expect(store.open(sha256)).rejects.toThrow(NotFound)
})

test('the same bytes do not come in again, also when no scanner is named', async () => {
  const sha256 = await keepHarmful('the same again')
  await expect(keep('the same again')).rejects.toThrow(FileHarmful)
  expect(existsSync(pathOf(folder, sha256))).toBe(false)
})

test('it is not among the files that are kept, and gets a new key with them', async () => {
  const other = await keep('not harmful', folderStore(folder, keys.before))
  const sha256 = await keepHarmful('harmful, under the old key', folderStore(folder, keys.before))
  expect((await Array.fromAsync(keptFiles(folder))).map(file => file.sha256)).not.toContain(sha256)
  expect((await filesAside(folder)).map(file => file.sha256)).toContain(sha256)
  const { before } = await lookThrough(folder, keys)
  expect(before.sort()).toEqual([pathOf(folder, other), asidePathOf(folder, sha256)].sort())
  expect(await changeFileKey(folder, keys, before)).toEqual([])
  await expect(store.open(sha256)).rejects.toThrow(FileShut)
  await giveBack(folder, sha256)
  expect([await read(sha256), await read(other)]).toEqual(['harmful, under the old key', 'not harmful'])
})
