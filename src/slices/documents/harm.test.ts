/** No file is kept that a virus scanner has not seen: every way in, with the scanner away and with a real one. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase } from '../../../test/case.ts'
import { cast } from '../../../test/cast.ts'
import { clamdIsHere, clamdSocket, eicar, startClamd } from '../../../test/clamd.ts'
import { ownDatabase } from '../../../test/database.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { addDocument } from './commands.ts'
import { documents } from './index.ts'
import { newDocument } from './inputs.ts'
import { listDocuments } from './queries.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-harm-'))
vi.stubEnv('KITH_DATA_DIR', folder)
vi.stubEnv('KITH_VIRUS_SCANNER', clamdSocket(folder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
ownDatabase()

const tom = asking(documents, cast.tom)
const away = 'Files cannot be checked just now. Nothing was saved; try again in a few minutes.'
const harmful = 'This file holds something harmful and was not saved. Tell your IT team.'
const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}`)
const file = (bytes: Buffer, name: string) => new File([new Uint8Array(bytes)], name)
const photo = () =>
  sharp({ create: { width: 30, height: 40, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer()
const badPhoto = async () => Buffer.concat([await photo(), Buffer.from(eicar)])
const titles = (caseId: string) => asWorker(cast.tom, async db => (await listDocuments(db, caseId)).map(one => one.title))
const stored = () => readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter(one => one.isFile()).length

async function send(path: string, fields: Record<string, string | File[]>) {
  const answer = await tom(path, form(fields))
  return { status: answer.status, page: await answer.text() }
}

/** A document that came in before there was a scanner. */
function anOlder(caseId: string): Promise<string> {
  const was = { sha256: 'a'.repeat(64), size: 9, type: 'application/pdf', name: 'older.pdf' }
  return asWorker(cast.tom, db => addDocument(db, caseId, newDocument.parse({ title: 'Older' }), was))
}

interface Way {
  path: string
  typed: string
  fields: Record<string, string | File[]>
}

/** Every way in, each with a file and with words that must not be lost. */
async function ways(caseId: string, [bytes, picture]: [Buffer, Buffer]): Promise<Way[]> {
  return [
    { path: `/cases/${caseId}/documents`, typed: 'Words of Monday', fields: { title: 'Words of Monday', files: [file(bytes, 'a.pdf')] } },
    { path: `/cases/${caseId}/documents`, typed: 'Front door', fields: { title: 'Front door', files: [file(picture, 'a.jpg')] } },
    { path: `/cases/${caseId}/scans/new`, typed: 'Unit 6', fields: { title: 'Unit 6', files: [file(picture, 'page.jpg')] } },
    {
      path: `/documents/${await anOlder(caseId)}/versions`,
      typed: 'Page two is new',
      fields: { note: 'Page two is new', files: [file(bytes, 'b.pdf')] },
    },
  ]
}

test('while the scanner is away nothing is kept, on every way in, and what was typed comes back: 503', async () => {
  const id = await aCase()
  for (const { path, typed, fields } of await ways(id, [pdf('order'), await photo()])) {
    const { status, page } = await send(path, fields)
    expect([status, page.includes(away), page.includes(typed)], path).toEqual([503, true, true])
  }
  const letter = { to: 'Mrs Adeyemi', title: 'Noise', greeting: 'Dear Mrs Adeyemi', body: 'We will visit on Monday.', act: 'keep' }
  const { status, page } = await send(`/cases/${id}/letters/new`, letter)
  expect([status, page.includes(away), page.includes('We will visit on Monday.')]).toEqual([503, true, true])
  expect([await titles(id), stored()]).toEqual([['Older'], 0])
})

describe.skipIf(!clamdIsHere)('with a real scanner (skipped where ClamAV’s daemon is not installed)', () => {
  let stop = async () => {}
  beforeAll(async () => {
    stop = await startClamd(folder)
  })
  afterAll(() => stop())

  test('a harmful file is refused on every way in, and what was typed comes back: 422', async () => {
    const id = await aCase()
    const before = stored()
    for (const { path, typed, fields } of await ways(id, [pdf(eicar), await badPhoto()])) {
      const { status, page } = await send(path, fields)
      expect([status, page.includes(harmful), page.includes(typed)], path).toEqual([422, true, true])
    }
    expect([await titles(id), stored()]).toEqual([['Older'], before])
  })

  test('harmless files come in on every way, also beside a harmful one', async () => {
    const id = await aCase()
    for (const { path, fields } of await ways(id, [pdf(newId()), await photo()]))
      expect([path, (await send(path, fields)).status]).toEqual([path, 303])
    expect((await titles(id)).sort()).toEqual(['Front door', 'Older', 'Unit 6', 'Words of Monday'])
    const { status, page } = await send(`/cases/${id}/documents`, { files: [file(pdf('good'), 'good.pdf'), file(pdf(eicar), 'bad.pdf')] })
    expect([status, page.includes('One file was added.'), page.includes(`“bad.pdf”: ${harmful}`)]).toEqual([422, true, true])
    expect(await titles(id)).toContain('good')
  })

  test('the governance lead finds who tried to bring in harm, and into which case, and nothing of the file', async () => {
    const id = await aCase()
    await send(`/cases/${id}/documents`, { files: [file(pdf(eicar), 'Adeyemi.pdf')] })
    const refusals = (who: string) =>
      asWorker(who, db => db.selectFrom('looks').selectAll().where('kind', '=', 'refused').where('subjectId', '=', id).execute())
    expect(await refusals(cast.ingrid)).toEqual([
      expect.objectContaining({ workerId: cast.tom, words: 'a harmful file (Kith.Test.UNOFFICIAL)' }),
    ])
    expect(await refusals(cast.tom)).toEqual([])
  })

  test('a file that is larger than the scanner takes is refused with a sentence, and never kept unseen', async () => {
    const id = await aCase()
    const { status, page } = await send(`/cases/${id}/documents`, { files: [file(pdf('x'.repeat(2_000_000)), 'big.pdf')] })
    expect([status, page.includes('could not be checked for viruses, perhaps because it is too large')]).toEqual([422, true])
    expect(await titles(id)).toEqual([])
  })
})
