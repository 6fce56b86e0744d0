// kith files scan and kith files release, with a real ClamAV where it is installed: what was kept before the scanner knew it is opened by nobody any more.
import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { asking } from '../../test/ask.ts'
import { aCase } from '../../test/case.ts'
import { cast } from '../../test/cast.ts'
import { clamdIsHere, clamdSocket, eicar, startClamd } from '../../test/clamd.ts'
import { ownDatabase } from '../../test/database.ts'
import { testSecret } from '../../test/secret.ts'
import { checkBackup } from '../platform/backup/check.ts'
import { makeBackup } from '../platform/backup/make.ts'
import { restoreFiles } from '../platform/backup/restore-files.ts'
import { config } from '../platform/config.ts'
import { asWorker, newId } from '../platform/db.ts'
import { FileShut, folderStore } from '../platform/files.ts'
import { shut } from '../platform/files/harmful.ts'
import { pathOf } from '../platform/files/places.ts'
import { addDocument } from '../slices/documents/commands.ts'
import { documents } from '../slices/documents/index.ts'
import { newDocument } from '../slices/documents/inputs.ts'
import { commands } from './commands.ts'
import { answering } from './files-scan.ts'
import { runCommand } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-scan-'))
const database = ownDatabase()
vi.stubEnv('KITH_DATA_DIR', folder)
vi.stubEnv('KITH_SECRET', testSecret)
vi.stubEnv('KITH_VIRUS_SCANNER', clamdSocket(folder))
beforeAll(() => vi.stubEnv('KITH_DATABASE_URL', database.ownerUrl))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const tom = asking(documents, cast.tom)
const sentence = 'This file was found to hold a virus on'

/** A document whose file came in when no scanner was named, or this harm was not known. */
async function anOlder(caseId: string, bytes: string, title = 'Tenancy order', name = 'Adeyemi.pdf') {
  const stored = await folderStore(config().filesDir, config().fileKey).store([Buffer.from(bytes)], { limit: 9_000_000, name })
  const id = await asWorker(cast.tom, db => addDocument(db, caseId, newDocument.parse({ title, kind: 'Letter' }), { ...stored, name }))
  return { id, sha256: stored.sha256, file: `/documents/${id}/versions/1/file` }
}

/** What the command prints, and what it ends with. */
async function kith(...words: string[]): Promise<{ code: 0 | 1; said: string }> {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation(line => void lines.push(line))
  try {
    await runCommand(commands, words)
    return { code: 0, said: lines.join('\n') }
  } catch (error) {
    return { code: 1, said: [...lines, (error as Error).message].join('\n') }
  } finally {
    log.mockRestore()
  }
}

const page = async (address: string) => {
  const answer = await tom(address)
  return { status: answer.status, text: await answer.text() }
}
const found = (who: string, subjectId: string) =>
  asWorker(who, db =>
    db
      .selectFrom('trail')
      .select(['kind', 'caseId', 'workerId'])
      .where('subjectId', '=', subjectId)
      .where('kind', '=', 'virus_found')
      .execute(),
  )

test('without a scanner, or with one that does not answer, there is one sentence', async () => {
  await expect(answering(undefined)).rejects.toThrow('KITH_VIRUS_SCANNER names no virus scanner: set it')
  expect(await kith('files', 'scan')).toEqual({ code: 1, said: expect.stringMatching(/^The virus scanner at \S+ does not answer: .*\.$/) })
})

describe.skipIf(!clamdIsHere)('with a real scanner (skipped where ClamAV’s daemon is not installed)', () => {
  let stop = async () => {}
  beforeAll(async () => {
    stop = await startClamd(folder)
  })
  afterAll(() => stop())

  test('a harmful file that was kept earlier is found, named by ids alone, and opened by nobody any more', async () => {
    const caseId = await aCase()
    const [bad, words, good] = [
      await anOlder(caseId, `%PDF-1.7\n${eicar}`),
      await anOlder(caseId, eicar, 'A letter', 'Adeyemi.txt'),
      await anOlder(caseId, `%PDF-1.7\n${newId()}`),
    ]
    expect([(await page(bad.file)).status, (await page(`/documents/${words.id}`)).text.includes('EICAR')]).toEqual([200, true])
    const { code, said } = await kith('files', 'scan')
    expect([code, said]).toEqual([
      1,
      expect.stringContaining('Files seen: 3. Harmful, and shut now: 2. Not seen to the end: 0. Shut by earlier runs: 0.'),
    ])
    expect(said).toContain(`File ${bad.sha256.slice(0, 12)}, document ${bad.id}, version 1: harmful: Kith.Test.UNOFFICIAL`)
    expect(said).not.toMatch(/Adeyemi|Tenancy|Fern Court/)
    for (const address of [bad.file, `${bad.file}?save`, words.file, `${words.file}?save`, `/documents/${words.id}/letter`])
      expect([address, await page(address)]).toEqual([address, { status: 403, text: expect.stringContaining(sentence) }])
    for (const { id, file } of [bad, words]) {
      const { status, text } = await page(`/documents/${id}`)
      expect([status, text.includes(sentence), text.includes(file), text.includes('EICAR')]).toEqual([200, true, false, false])
    }
    expect((await page(good.file)).status).toBe(200)
    expect(existsSync(pathOf(config().filesDir, bad.sha256))).toBe(false)
  })

  test('whoever reads the case finds it in the record, and so does the governance lead of the agency that brought it in; nobody else does', async () => {
    const caseId = await aCase()
    const { id } = await anOlder(caseId, `%PDF-1.7\n${eicar} ${newId()}`)
    await kith('files', 'scan')
    expect(await found(cast.tom, id)).toEqual([{ kind: 'virus_found', caseId, workerId: null }])
    expect(await found(cast.ingrid, id)).toContainEqual({ kind: 'virus_found', caseId: null, workerId: null })
    expect(await found(cast.amir, id)).toEqual([])
    const scans = await asWorker(cast.pat, db => db.selectFrom('events').select('detail').where('kind', '=', 'files_scanned').execute())
    expect(scans.at(-1)?.detail).toMatchObject({ harmful: 1 })
  })

  test('a second run finds nothing new; one that was killed before it had moved a file is gone on with', async () => {
    expect(await kith('files', 'scan')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/shut now: 0\. .* Shut by earlier runs: [1-9]/),
    })
    const { id, sha256 } = await anOlder(await aCase(), `%PDF-1.7\n${eicar} ${newId()}`)
    await shut(config().filesDir, sha256, 'Kith.Test.UNOFFICIAL')
    expect(await kith('files', 'scan')).toMatchObject({ code: 1, said: expect.stringContaining(`document ${id}, version 1: harmful`) })
    expect(existsSync(pathOf(config().filesDir, sha256))).toBe(false)
    expect(await found(cast.tom, id)).toHaveLength(1)
  })

  test('a file that is damaged, or larger than the scanner takes, is named, and the others are seen all the same', async () => {
    const caseId = await aCase()
    const [cut, large, bad] = [
      await anOlder(caseId, `%PDF-1.7\n${'x'.repeat(300_000)}`),
      await anOlder(caseId, `%PDF-1.7\n${'y'.repeat(2_000_000)}`),
      await anOlder(caseId, `%PDF-1.7\n${eicar} ${newId()}`),
    ]
    truncateSync(pathOf(config().filesDir, cut.sha256), 100_000)
    const { code, said } = await kith('files', 'scan')
    expect([code, said]).toEqual([1, expect.stringContaining('Harmful, and shut now: 1. Not seen to the end: 2.')])
    expect(said).toContain(`document ${cut.id}, version 1: it could not be read`)
    expect(said).toContain(`document ${large.id}, version 1: it is perhaps too large for the scanner`)
    expect((await page(bad.file)).status).toBe(403)
    for (const { sha256 } of [cut, large]) rmSync(pathOf(config().filesDir, sha256))
  })

  test('it stays shut in a backup that is restored', async () => {
    const { sha256 } = await anOlder(await aCase(), `%PDF-1.7\n${eicar} ${newId()}`)
    await kith('files', 'scan')
    const [path, restored] = [join(folder, 'today.kith'), join(folder, 'restored')]
    writeFileSync(join(config().filesDir, 'incoming', 'half'), 'still being written')
    await makeBackup({ ownerUrl: database.ownerUrl, config: config(), path })
    await restoreFiles({ path, manifest: await checkBackup(path), folder: restored })
    await expect(folderStore(restored, config().fileKey).open(sha256)).rejects.toThrow(FileShut)
    expect([existsSync(pathOf(restored, sha256)), existsSync(join(restored, 'incoming'))]).toEqual([false, false])
  })

  test('it is given back only when the scanner finds nothing in it any more', async () => {
    const { id, sha256, file } = await anOlder(await aCase(), `%PDF-1.7\n${eicar} ${newId()}`)
    await kith('files', 'scan')
    expect(await kith('files', 'release', sha256.slice(0, 11))).toMatchObject({ code: 1, said: expect.stringContaining('type 12 letters') })
    expect(await kith('files', 'release', sha256.slice(0, 12))).toEqual({ code: 1, said: expect.stringContaining('It stays shut.') })
    expect((await page(file)).status).toBe(403)
    await stop()
    stop = await startClamd(folder, { blind: true })
    expect(await kith('files', 'release', sha256.slice(0, 12))).toEqual({
      code: 0,
      said: 'Given back. Versions of documents that open again: 1.',
    })
    expect([(await page(file)).status, (await page(`/documents/${id}`)).text.includes(sentence)]).toEqual([200, false])
  })
})
