/** Files made to do harm, each built here: packed bombs, pictures that say where they were taken or unfold without end, lists of no sensible shape, hostile words inside. */
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, expect, test, vi } from 'vitest'
import { openCsv } from '../../src/platform/csv.ts'
import { FileRefused, folderStore } from '../../src/platform/files.ts'
import { root } from '../../src/platform/root.ts'
import { readCsv } from '../../src/platform/spreadsheet.ts'
import { asWorker } from '../../src/platform/db.ts'
import { chronology } from '../../src/slices/chronology/index.ts'
import { documents } from '../../src/slices/documents/index.ts'
import { listDocuments } from '../../src/slices/documents/queries.ts'
import { asking, form } from '../ask.ts'
import { aCase } from '../case.ts'
import { cast } from '../cast.ts'
import { ownDatabase } from '../database.ts'
import { documentBombs, nothing, packedFiles } from './packed.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-bad-files-'))
vi.stubEnv('KITH_DATA_DIR', folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
ownDatabase()

const store = folderStore(folder, 'k'.repeat(40))
const keep = (bytes: Buffer, name: string) => store.store([bytes], { limit: 200 * 1024 * 1024, name })
const kept = async (bytes: Buffer, name: string) =>
  Buffer.concat(await Array.fromAsync((await store.open((await keep(bytes, name)).sha256)).bytes()))
const answerTo = (bytes: Buffer, name: string) =>
  keep(bytes, name).then(
    () => 'kept',
    (error: Error) => (error instanceof FileRefused ? error.message : String(error)),
  )
/** How many megabytes this process takes more than before, at most, while it does something. */
const peak = () => process.resourceUsage().maxRSS / 1024

test.each(Object.entries(packedFiles()))('%s is refused unopened, whatever its name says', async (_, bytes) => {
  for (const name of ['papers.zip', 'order.pdf', 'order.docx', 'photo.jpg', 'list.csv'])
    expect(await answerTo(bytes, name)).toMatch(/packed files|does not keep this kind/)
})

test('a document whose contents unfold without end costs no memory, and is kept as it is or refused', async () => {
  const bombs = documentBombs(100)
  const before = peak()
  for (const bomb of bombs) expect(await answerTo(bomb, 'order.docx')).toMatch(/^kept$|packed files|does not keep/)
  expect(peak() - before).toBeLessThan(100)
})

const place = { IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } }
const words =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description GPSLatitude="51,30N"/></rdf:RDF></x:xmpmeta>'
const picture = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#0b3d3a' } })

test.each(['jpeg', 'png', 'webp', 'avif', 'tiff'] as const)('a %s loses the place where it was taken, in Exif and in XMP', async form => {
  for (const located of [picture().withExif(place), picture().withXmp(words)]) {
    const clean = await kept(await located.toFormat(form).toBuffer(), `photo.${form}`)
    const about = await sharp(clean).metadata()
    expect([about.width, about.height, about.exif, about.xmp]).toEqual([40, 20, undefined, undefined])
    expect(clean.includes('GPSLatitude') || clean.includes('Camera')).toBe(false)
  }
})

test('a photo of a kind that cannot be cleaned is refused, with what to do instead', async () => {
  const heic = Buffer.concat([Buffer.from('0000001866747970', 'hex'), Buffer.from('heic\0\0\0\0mif1heic'), Buffer.alloc(600)])
  expect(await answerTo(heic, 'photo.heic')).toContain('Save it as JPEG')
  expect(await answerTo(heic, 'photo.jpg')).toContain('Save it as JPEG')
})

test('a picture of a few bytes that unfolds to thousands of millions of dots is refused', async () => {
  const small = await picture().png().toBuffer()
  for (const [width, height] of [
    [60_000, 60_000],
    [2_000_000_000, 2],
  ] as const) {
    const huge = Buffer.from(small)
    huge.writeUInt32BE(width, 16)
    huge.writeUInt32BE(height, 20)
    huge.writeUInt32BE(crc32(huge.subarray(12, 29)), 29)
    expect(await answerTo(huge, 'photo.png')).toMatch(/too large|damaged/)
  }
  const wide = await picture().jpeg().toBuffer()
  const frame = wide.indexOf(Buffer.from([0xff, 0xc0]))
  wide.writeUInt16BE(65_000, frame + 5)
  wide.writeUInt16BE(65_000, frame + 7)
  expect(await answerTo(wide, 'photo.jpg')).toMatch(/too large|damaged/)
})

const csvOf = async (bytes: Buffer) => {
  const path = join(folder, `${crypto.randomUUID()}.csv`)
  writeFileSync(path, bytes)
  const { columns, rows, broken } = await openCsv(path)
  return { columns, rows: (await Array.fromAsync(rows)).map(({ cells }) => cells), broken: broken() }
}

test.each<[string, Buffer]>([
  ['UTF-8', Buffer.from('Name,Town\r\nZoë,Tŷ\r\n')],
  ['UTF-8 with a byte-order mark', Buffer.from('\ufeffName,Town\r\nZoë,Tŷ\r\n')],
  ['UTF-16, little end first', Buffer.from('\ufeffName,Town\r\nZoë,Tŷ\r\n', 'utf16le')],
  ['UTF-16, big end first', Buffer.from('\ufeffName,Town\r\nZoë,Tŷ\r\n', 'utf16le').swap16()],
])('a list in %s is read as it was meant, on the page and on the command line', async (_, bytes) => {
  expect(readCsv(bytes, 10)).toEqual([
    ['Name', 'Town'],
    ['Zoë', 'Tŷ'],
  ])
  expect(await csvOf(bytes)).toEqual({ columns: ['Name', 'Town'], rows: [['Zoë', 'Tŷ']], broken: undefined })
})

test('letters of old Windows are read; the null character is refused on the page, and left out by the command', async () => {
  const old = Buffer.from('Name,Town\nSiân,Mold\n', 'latin1')
  expect(readCsv(old, 10)).toEqual([
    ['Name', 'Town'],
    ['Siân', 'Mold'],
  ])
  const nulls = Buffer.from('Name,Town\nA\0da,Mold\n')
  expect(() => readCsv(nulls, 10)).toThrow()
  expect((await csvOf(nulls)).rows).toEqual([['Ada', 'Mold']])
  expect((await csvOf(nothing(5))).rows).toEqual([])
})

test('a line without an end costs no memory, and the sentence says what is wrong with it', async () => {
  const path = join(folder, 'endless.csv')
  const file = openSync(path, 'w')
  writeSync(file, 'Name,Town\nAda,Mold\n')
  const some = Buffer.alloc(8 * 1024 * 1024, 'a')
  for (let written = 0; written < 32; written++) writeSync(file, some)
  closeSync(file)
  const before = peak()
  const { rows, broken } = await openCsv(path)
  expect((await Array.fromAsync(rows)).map(({ cells }) => cells)).toEqual([['Ada', 'Mold']])
  expect(broken()).toContain('longer than')
  expect(peak() - before).toBeLessThan(150)
  expect(() => readCsv(Buffer.alloc(1_000_000, 'a'), 10)).toThrow()
})

const list = join(root, '../shared/data/bad-input/developers/blns/blns.json')
const hostile = existsSync(list)
  ? (JSON.parse(readFileSync(list, 'utf8')) as string[])
  : // What begins as a page is taken for a page, and refused.
    ['=1+1', '<script>alert(1)</script>', 'a\0b', '\u202eabc', '😀']

test('a file of hostile words comes back byte for byte, as plain text, and stands in the list under its name', async () => {
  const id = await aCase()
  // No text has these; a file that does is of no kind that is kept.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: characters that no text has are what is looked for
  const [text, other] = [false, true].map(odd => hostile.filter(words => /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(words) === odd).join('\n'))
  const bytes = Buffer.from(`${text}`.toWellFormed())
  expect(await answerTo(Buffer.from(`${other}\x01`), 'note.txt')).toContain('does not keep this kind')
  const tom = asking(documents, cast.tom)
  const added = await tom(`/cases/${id}/documents`, form({ title: '', files: [new File([bytes], '"><script>alert(1)</script>.txt')] }))
  expect(added.status).toBe(303)
  const [document] = await asWorker(cast.tom, db => listDocuments(db, id))
  const answer = await tom(`/documents/${document?.id}/versions/1/file`)
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect(await (await tom(`/cases/${id}/documents`)).text()).not.toContain('<script>alert')
})

test('hostile notes are exported in a pack that is a PDF, and say there what they said', async () => {
  const id = await aCase()
  const few = hostile.filter(words => words.trim() !== '' && words.length < 300).filter((_, at) => at % 8 === 0)
  for (const body of few) {
    const { status } = await asking(chronology, cast.tom)(`/cases/${id}/entries`, form({ body: body.toWellFormed() }))
    expect([303, 422]).toContain(status)
  }
  const pack = await asking(documents, cast.tom)(`/cases/${id}/pack.pdf?part=chronology`)
  expect([pack.status, pack.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const bytes = Buffer.from(await pack.arrayBuffer())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(/\/(JavaScript|OpenAction|Launch|EmbeddedFile)/.test(bytes.toString('latin1'))).toBe(false)
})
