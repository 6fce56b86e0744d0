/** Files are kept once, encrypted and whole, or not at all; photos lose their location. */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { changeFileKey } from './files/change-key.ts'
import { FileDamaged, FileRefused, folderStore } from './files.ts'
import { root } from './root.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-files-'))
const key = 'k'.repeat(40)
const store = folderStore(folder, key)
const limit = 200 * 1024 * 1024
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function* pieces(bytes: Buffer, size = 50_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const keep = (bytes: Buffer, name = 'note.txt') => store.store(pieces(bytes), { limit, name })
const read = async (sha256: string, from?: number, to?: number) =>
  Buffer.concat(await Array.fromAsync((await store.open(sha256)).bytes(from, to)))
const onDisk = (where = folder): string[] =>
  readdirSync(where, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
const bytesOf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)]).subarray(0, size)
const tries = '../shared/data/bad-input/developers'

test('a file comes back as it was, also at the borders of the pieces it is kept in', async () => {
  for (const size of [10, 65_535, 65_536, 65_537, 131_072, 1_000_001]) {
    const bytes = bytesOf(size)
    const kept = await keep(bytes, 'order.pdf')
    expect(kept).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), size, type: 'application/pdf' })
    expect((await store.open(kept.sha256)).size).toBe(size)
    expect((await read(kept.sha256)).equals(bytes)).toBe(true)
    for (const [from, to] of [
      [0, 1],
      [size - 1, size],
      [3, 9],
      [0, Math.min(size, 65_536)],
      [Math.min(65_530, size - 1), Math.min(65_540, size)],
    ] as const) {
      expect((await read(kept.sha256, from, to)).equals(bytes.subarray(from, to))).toBe(true)
    }
  }
})

test('the same bytes are kept once, and nobody can read them on the disk', async () => {
  const before = onDisk().length
  const words = Buffer.from('Mrs Adeyemi moved to 4 Harbour Row. '.repeat(5000))
  const first = await keep(words)
  const second = await keep(words, 'other.txt')
  expect(second.sha256).toBe(first.sha256)
  expect(onDisk().length).toBe(before + 1)
  expect(readFileSync(pathOf(first.sha256)).includes('Adeyemi')).toBe(false)
  await expect(folderStore(folder, 'another key of forty characters or so!!!').open(first.sha256)).rejects.toThrow(FileDamaged)
})

test('a file that was altered, cut short or swapped for another is noticed', async () => {
  const kept = await keep(bytesOf(200_000), 'a.pdf')
  const whole = readFileSync(pathOf(kept.sha256))
  const altered = Buffer.from(whole)
  altered[150_000] = (altered[150_000] ?? 0) ^ 1
  writeFileSync(pathOf(kept.sha256), altered)
  await expect(read(kept.sha256)).rejects.toThrow(FileDamaged)
  writeFileSync(pathOf(kept.sha256), whole)
  truncateSync(pathOf(kept.sha256), 72 + 65_552 * 2)
  await expect(read(kept.sha256)).rejects.toThrow(FileDamaged)
  const other = await keep(bytesOf(200_000), 'b.pdf')
  writeFileSync(pathOf(kept.sha256), readFileSync(pathOf(other.sha256)))
  await expect(read(kept.sha256)).rejects.toThrow(FileDamaged)
})

test('whoever is reading a file reads on while its key is changed, and it opens with the new key alone afterwards', async () => {
  const [bytes, now] = [bytesOf(900_000), 'the key that comes after it, of forty letters']
  const { sha256 } = await keep(bytes, 'a.pdf')
  const both = folderStore(folder, now, { before: key })
  const file = await both.open(sha256)
  const begun = file.bytes()
  const first = (await begun.next()).value ?? Buffer.of()
  expect(await changeFileKey(folder, { now, before: key }, [pathOf(sha256)])).toEqual([])
  expect(Buffer.concat([first, ...(await Array.fromAsync(begun))]).equals(bytes)).toBe(true)
  expect(Buffer.concat(await Array.fromAsync(file.bytes(70_000, 200_000))).equals(bytes.subarray(70_000, 200_000))).toBe(true)
  await expect(read(sha256)).rejects.toThrow(FileDamaged)
  expect(await changeFileKey(folder, { now: key, before: now }, [pathOf(sha256)])).toEqual([])
  expect((await read(sha256)).equals(bytes)).toBe(true)
})

test('a damaged file is mended when the same one is added again', async () => {
  const bytes = bytesOf(90_000)
  const { sha256 } = await keep(bytes, 'a.pdf')
  truncateSync(pathOf(sha256), 100)
  await keep(bytes, 'a.pdf')
  expect((await read(sha256)).equals(bytes)).toBe(true)
})

test('a Kith that is killed in the middle of an upload leaves nothing half', async () => {
  const own = mkdtempSync(join(tmpdir(), 'kith-killed-'))
  const script = `import { folderStore } from ${JSON.stringify(join(root, 'src/platform/files.ts'))}
    async function* slow() { for (let n = 0; ; n++) { yield Buffer.from('%PDF-1.7 ' + 'x'.repeat(300000)); if (n === 10) console.log('written'); await new Promise(r => setTimeout(r, 20)) } }
    await folderStore(${JSON.stringify(own)}, 'k'.repeat(40)).store(slow(), { limit: 1e9, name: 'a.pdf' })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const left = onDisk(own)
  expect(left).toHaveLength(1)
  expect(left[0]).toContain('/incoming/')
  expect(statSync(left[0] ?? '').size).toBeGreaterThan(0)
  const bytes = bytesOf(1000)
  const again = await folderStore(own, key).store(pieces(bytes), { limit, name: 'a.pdf' })
  expect(again.size).toBe(1000)
  rmSync(own, { recursive: true })
})

test('an upload that breaks off, or is too large, leaves nothing behind', async () => {
  const before = onDisk().length
  const broken = async function* () {
    yield bytesOf(2_000_000)
    throw new Error('gone')
  }
  await expect(store.store(broken(), { limit, name: 'a.pdf' })).rejects.toThrow('gone')
  await expect(store.store(pieces(bytesOf(3_000_000)), { limit: 2 * 1024 * 1024, name: 'a.pdf' })).rejects.toThrow('larger than 2 MB')
  expect(onDisk().length).toBe(before)
})

test('what a file is stands in its bytes, not in its name', async () => {
  const typeOf = async (bytes: Buffer | string, name: string) => (await keep(Buffer.from(bytes), name)).type
  expect(await typeOf(bytesOf(500), 'holiday.jpg')).toBe('application/pdf')
  expect(await typeOf('Rang her, no answer.', 'note')).toBe('text/plain; charset=utf-8')
  expect(await typeOf('a,b\n1,2', 'list.csv')).toBe('text/csv; charset=utf-8')
  expect(await typeOf('Subject: Hello\n\nHello', 'mail.eml')).toBe('message/rfc822')
  expect(await typeOf(Buffer.from('caf\xe9', 'latin1'), 'note.txt')).toBe('text/plain; charset=windows-1252')
  expect(await typeOf('é'.repeat(600_000), 'long.txt')).toBe('text/plain; charset=utf-8')
  expect(await typeOf('{\\rtf1 hello}', 'old.rtf')).toBe('application/rtf')
})

test('programs, pages that could run, packed files and empty files are refused with a sentence', async () => {
  const refused = async (bytes: Buffer | string, name: string) =>
    keep(Buffer.from(bytes), name).then(
      () => 'kept',
      (error: Error) => (error instanceof FileRefused ? error.message : String(error)),
    )
  expect(await refused(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]), 'order.pdf')).toContain('is a program')
  expect(await refused(Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(600)]), 'order.pdf')).toContain('is a program')
  expect(await refused('<!doctype html><script>alert(1)</script>', 'page.txt')).toContain('web pages')
  expect(await refused('<svg onload="alert(1)" xmlns="http://www.w3.org/2000/svg"/>', 'a.png')).toContain('web pages')
  expect(await refused('alert(1)', 'a.js')).toContain('could run')
  expect(await refused('', 'a.txt')).toContain('empty')
  expect(await refused(randomBytes(5000), 'a.doc')).toContain('does not keep this kind')
})

test.skipIf(!existsSync(tries))('every zip file of the collection is refused and none is unpacked (needs ../shared/data)', async () => {
  const zips = readdirSync(`${tries}/zip`, { recursive: true, withFileTypes: true }).filter(entry => entry.name.endsWith('.zip'))
  expect(zips.length).toBeGreaterThan(20)
  for (const zip of zips)
    await expect(keep(readFileSync(join(zip.parentPath, zip.name)), 'order.docx'), zip.name).rejects.toThrow(FileRefused)
})

test('a photo loses its location and its camera, and stays upright', async () => {
  const upright = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#0b3d3a' } })
    .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { sha256, type } = await keep(upright, 'photo.jpg')
  const clean = await read(sha256)
  const about = await sharp(clean).metadata()
  expect([type, about.exif, about.width, about.height]).toEqual(['image/jpeg', undefined, 20, 40])
  expect(clean.includes('Camera')).toBe(false)
})

test('a picture with nothing beside it is kept untouched', async () => {
  const plain = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
  expect((await read((await keep(plain, 'a.jpg')).sha256)).equals(plain)).toBe(true)
  const film = Buffer.concat([plain, Buffer.from('....ftypmp42 and a film with a location')])
  expect((await read((await keep(film, 'a.jpg')).sha256)).includes('ftyp')).toBe(false)
})

test.skipIf(!existsSync(tries))(
  'the photos of the collection that say where they were taken no longer do (needs ../shared/data)',
  async () => {
    const gpsTag = [Buffer.from([0x88, 0x25]), Buffer.from([0x25, 0x88])]
    let located = 0
    for (const name of readdirSync(`${tries}/images`).filter(name => name.endsWith('.jpg'))) {
      const bytes = readFileSync(`${tries}/images/${name}`)
      if (gpsTag.some(tag => bytes.subarray(0, 400).includes(tag))) located++
      const clean = await read((await keep(bytes, name)).sha256)
      expect((await sharp(clean).metadata()).exif, name).toBeUndefined()
      expect(clean.includes('Exif'), name).toBe(false)
    }
    expect(located).toBeGreaterThan(0)
  },
)
