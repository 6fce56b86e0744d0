/** Documents as workers use them: added, shown, saved, replaced by newer versions, printed; and what goes wrong gracefully. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, expect, test, vi } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { documents } from './index.ts'
import { cleanName, contentDisposition, saveName, titleFrom } from './names.ts'
import { listDocuments } from './queries.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-documents-'))
vi.stubEnv('KITH_DATA_DIR', folder)
vi.stubEnv('KITH_UPLOAD_MB', '2')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const database = ownDatabase()

const tom = asking(documents, cast.tom)
const pdf = (words = 'order') => Buffer.from(`%PDF-1.7\n${words}`)
const file = (bytes: Buffer | string, name: string) => new File([new Uint8Array(Buffer.from(bytes))], name, { type: 'text/html' })
const listed = (caseId: string, worker: string = cast.tom) => asWorker(worker, db => listDocuments(db, caseId))
const add = async (caseId: string, ...files: File[]) => (await tom(`/cases/${caseId}/documents`, form({ title: '', files }))).status
const only = async (caseId: string) => (await listed(caseId))[0]?.id ?? ''

test('a worker adds several documents in one go; each is listed with its kind, size and who added it', async () => {
  const id = await aCase()
  expect(await add(id, file(pdf(), 'Order_3 final.pdf'), file('Rang her, no answer.', 'call.txt'))).toBe(303)
  expect((await listed(id)).map(one => [one.title, one.type, one.versions, one.agencyName])).toEqual(
    expect.arrayContaining([
      ['Order 3 final', 'application/pdf', 1, 'Police'],
      ['call', 'text/plain; charset=utf-8', 1, 'Police'],
    ]),
  )
  const page = await (await tom(`/cases/${id}/documents`)).text()
  expect(page).toContain('Order 3 final')
  expect(page).toContain('Tom Ashdown, Police')
})

test('a file comes back byte for byte, and its headers keep it from running', async () => {
  const id = await aCase()
  await add(id, file(pdf('x'.repeat(200_000)), 'order.pdf'))
  const opened = await tom(`/documents/${await only(id)}/versions/1/file`)
  expect(Buffer.from(await opened.arrayBuffer()).equals(pdf('x'.repeat(200_000)))).toBe(true)
  expect(Object.fromEntries(opened.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '200009',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store, no-transform',
    'content-disposition': `inline; filename="order.pdf"; filename*=UTF-8''order.pdf`,
  })
  const saved = await tom(`/documents/${await only(id)}/versions/1/file?save=yes`)
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(saved.headers.get('content-security-policy')).toContain("sandbox; default-src 'none'")
})

test('text that holds a page is sent as text and never runs', async () => {
  const id = await aCase()
  await add(id, file('She wrote: <script>alert(1)</script>', 'words.txt'))
  const opened = await tom(`/documents/${await only(id)}/versions/1/file`)
  expect(opened.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(opened.headers.get('content-security-policy')).toContain('sandbox')
  const page = await (await tom(`/documents/${await only(id)}`)).text()
  expect(page).toContain('&lt;script&gt;alert(1)')
  expect(page).not.toContain('<script>alert')
})

test('a player asks for a part of a recording and gets that part', async () => {
  const id = await aCase()
  await add(id, file(pdf('0123456789'), 'a.pdf'))
  const address = `/documents/${await only(id)}/versions/1/file`
  const part = await tom(address, { headers: { range: 'bytes=9-12' } })
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 9-12/19', '0123'])
  expect(await (await tom(address, { headers: { range: 'bytes=-3' } })).text()).toBe('789')
  expect((await tom(address, { headers: { range: 'bytes=50-' } })).status).toBe(416)
})

test('a new version stands beside the old one, which stays as it was', async () => {
  const id = await aCase()
  await add(id, file(pdf('one'), 'order.pdf'))
  const document = await only(id)
  const answers = await Promise.all(
    [2, 3].map(n => tom(`/documents/${document}/versions`, form({ note: `Change ${n}`, files: [file(pdf(`${n}`), 'order.pdf')] }))),
  )
  expect(answers.map(answer => answer.status)).toEqual([303, 303])
  expect((await listed(id)).map(one => one.versions)).toEqual([3])
  expect(await (await tom(`/documents/${document}/versions/1/file`)).text()).toBe(pdf('one').toString())
  const page = await (await tom(`/documents/${document}?version=1`)).text()
  expect(page).toContain('Change 2')
  expect(page).toContain('/versions/1/file')
})

test('what cannot be taken comes back with a sentence and what was typed: 422', async () => {
  const id = await aCase()
  const send = async (fields: Record<string, string | File[]>) => {
    const answer = await tom(`/cases/${id}/documents`, form(fields))
    return [answer.status, await answer.text()] as const
  }
  for (const [files, sentence] of [
    [[], 'Choose a file'],
    [[file('', 'a.txt')], 'is empty'],
    [[file(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]), 'a.pdf')], 'is a program'],
    [[file(pdf('x'.repeat(3_000_000)), 'big.pdf')], 'larger than 2 MB'],
    [[file('<html>', 'a.html')], 'web pages'],
  ] as [File[], string][]) {
    const [status, page] = await send({ title: 'The order of the day', files })
    expect([status, page.includes(sentence), page.includes('The order of the day')], sentence).toEqual([422, true, true])
  }
  expect((await send({ title: 'x'.repeat(300), files: [file(pdf(), 'a.pdf')] }))[1]).toContain('Shorten the title')
  expect(await listed(id)).toEqual([])
})

test('when one of several files cannot be taken, the others are added and the page says which was not', async () => {
  const id = await aCase()
  const answer = await tom(`/cases/${id}/documents`, form({ files: [file(pdf('a'), 'a.pdf'), file('', 'b.txt'), file(pdf('c'), 'c.pdf')] }))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('2 files were added.')
  expect(page).toContain('“b.txt”')
  expect((await listed(id)).map(one => one.title).sort()).toEqual(['a', 'c'])
})

test('a connection that drops in the middle leaves no document', async () => {
  const id = await aCase()
  const body = Buffer.from(`--b\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.7 and then nothing`)
  const answer = await tom(`/cases/${id}/documents`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  })
  expect([answer.status, (await answer.text()).includes('did not arrive whole')]).toEqual([422, true])
  expect(await listed(id)).toEqual([])
})

test('hostile names survive display and saving without doing harm', async () => {
  const naughty = '../shared/data/bad-input/developers/blns/blns.json'
  const strings = existsSync(naughty) ? (JSON.parse(readFileSync(naughty, 'utf8')) as string[]) : []
  const names = [
    ...strings,
    'a\r\nSet-Cookie: x=1.pdf',
    '"; filename=evil.exe',
    '<img src=x onerror=alert(1)>.pdf',
    '\u202Efdp.exe',
    '../../etc/passwd',
    '..\\..\\boot.ini',
    'x'.repeat(400),
    '',
    '.',
    '😀.pdf',
    '\ud800',
  ]
  for (const name of names) {
    const clean = cleanName(name)
    expect(clean.length).toBeGreaterThan(0)
    expect(clean.length).toBeLessThanOrEqual(255)
    expect(titleFrom(clean).length).toBeGreaterThan(0)
    const header = contentDisposition('attachment', saveName(clean, 'application/pdf'))
    expect(header).toMatch(/^attachment; filename="[^"\\\r\n]*\.pdf"; filename\*=UTF-8''[\w.!#$&+^`|~%-]*\.pdf$/i)
    expect(() => new Headers({ 'content-disposition': header })).not.toThrow()
  }
  const id = await aCase()
  await add(id, file(pdf('1'), '"><img src=x onerror=alert(1)>.pdf'), file(pdf('2'), 'order\u202Efdp.exe'))
  const page = await (await tom(`/cases/${id}/documents`)).text()
  expect(page).not.toContain('<img src=x')
  expect(saveName('orderfdp.exe', 'application/pdf')).toBe('orderfdp.exe.pdf')
})

test('every opened page, file and print is in the look log', async () => {
  const id = await aCase()
  await add(id, file(pdf(), 'a.pdf'))
  const document = await only(id)
  for (const address of [
    `/documents/${document}`,
    `/documents/${document}/versions/1/file`,
    `/documents/${document}/versions/1/file?save=yes`,
    `/cases/${id}/pack.pdf?part=people`,
  ])
    await tom(address)
  const looks = await behindTheRules(database, ['looks'], client =>
    client.query('select kind, words from looks where case_id = $1 order by at', [id]),
  )
  expect(looks.rows).toEqual([
    { kind: 'document', words: 'version 1' },
    { kind: 'document', words: 'version 1, opened' },
    { kind: 'download', words: 'version 1, saved' },
    { kind: 'export', words: 'pack: people' },
  ])
})

test('photographed pages become one PDF; a page that is no photo is refused and nothing is kept', async () => {
  const id = await aCase()
  const photo = await sharp({ create: { width: 300, height: 400, channels: 3, background: 'white' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer()
  const answer = await tom(
    `/cases/${id}/scans/new`,
    form({ title: 'Questionnaire, Unit 6', kind: 'Questionnaire', files: [file(photo, '1.jpg'), file(photo, '2.jpg')] }),
  )
  expect(answer.status).toBe(303)
  const bytes = Buffer.from(await (await tom(`${answer.headers.get('location')}/versions/1/file`)).arrayBuffer())
  expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.4')
  expect(bytes.toString('latin1')).toContain('/Count 2')
  expect(bytes.includes('Exif')).toBe(false)
  const wrong = await tom(`/cases/${id}/scans/new`, form({ title: 'Again', files: [file(photo, '1.jpg'), file('words', '2.jpg')] }))
  expect([wrong.status, (await wrong.text()).includes('“2.jpg”')]).toEqual([422, true])
  expect((await listed(id)).map(one => one.title)).toEqual(['Questionnaire, Unit 6'])
})

test('a letter is begun from a template, looked at, changed, and kept as a PDF that says what was written', async () => {
  const id = await aCase()
  const at = `/cases/${id}/letters/new`
  const fields = {
    title: 'Noise at Fern Court',
    to: 'Mrs Adeyemi\n4 Harbour Row',
    greeting: 'Dear Mrs Adeyemi',
    body: 'We will visit on Monday.\nSiân from the tŷ comes too.',
  }
  expect(await (await tom(`${at}?template=report-received`)).text()).toContain('[fill in: name]')
  const unfinished = await tom(at, form({ ...fields, greeting: 'Dear [fill in: name]', act: 'keep' }))
  expect([unfinished.status, await unfinished.text()]).toEqual([422, expect.stringContaining('Write name in place of')])
  const looked = await (await tom(at, form({ ...fields, act: 'preview' }))).text()
  for (const words of ['Wexmoor Police', '4 Harbour Row', 'Our reference: ', 'We will visit on Monday.', 'Keep as PDF'])
    expect(looked).toContain(words)
  expect(await (await tom(at, form({ ...fields, act: 'change' }))).text()).toContain('We will visit on Monday.')
  expect(await listed(id)).toHaveLength(0)
  const kept = (await tom(at, form({ ...fields, act: 'keep' }))).headers.get('location')
  const file = await tom(`${kept}/versions/1/file?save`)
  expect([file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
    'application/pdf',
    expect.stringContaining('Noise at Fern Court.pdf'),
  ])
  const [page = ''] = (await extractText(await getDocumentProxy(new Uint8Array(await file.arrayBuffer())))).text
  for (const words of [
    'Wexmoor Police',
    ...Object.values(fields).flatMap(text => text.split('\n')),
    'Tom Ashdown',
    'OFFICIAL',
    'Page 1 of 1',
  ])
    expect(page.replaceAll(/\s+/g, ' ')).toContain(words)
  expect((await asking(documents, cast.grace)(`${kept}/versions/1/file`)).status).toBe(404)
  expect((await tom(at, form({ title: 'Noise', to: '', body: 'Words that must stay' }))).status).toBe(422)
})

test('a case pack is a PDF of what its reader may see, logged and in the timeline; outsiders find nothing', async () => {
  const id = await aCase()
  await asWorker(cast.tom, db =>
    db
      .insertInto('entries')
      .values({
        id: newId(),
        caseId: id,
        kind: 'note',
        occurredAt: new Date(),
        body: 'Music until three',
        authorId: cast.tom,
        agencyId: agency.police,
      })
      .execute(),
  )
  const pack = await tom(`/cases/${id}/pack.pdf?part=chronology&part=people&part=places&part=plan&part=documents`)
  expect(pack.headers.get('content-type')).toBe('application/pdf')
  const pages = (await extractText(await getDocumentProxy(new Uint8Array(await pack.arrayBuffer())))).text
  for (const words of ['Noise at Fern Court', 'Music until three', 'Nobody is recorded.', 'made by Tom Ashdown'])
    expect(pages.join(' ').replaceAll(/\s+/g, ' ')).toContain(words)
  const made = await asWorker(cast.tom, db =>
    db.selectFrom('events').select('kind').where('caseId', '=', id).where('kind', '=', 'pack_made').execute(),
  )
  const looks = await asWorker(cast.tom, db =>
    db.selectFrom('looks').select('words').where('caseId', '=', id).where('kind', '=', 'export').execute(),
  )
  expect([made.length, looks.map(look => look.words)]).toEqual([1, ['pack: people, places, plan, chronology, documents']])
  expect((await asking(documents, cast.owen)(`/cases/${id}/pack.pdf?part=people`)).status).toBe(404)
})

test('a closed case takes no more documents, and says so', async () => {
  const id = await aCase()
  await asWorker(cast.tom, db => db.updateTable('cases').set({ closedAt: new Date() }).where('id', '=', id).execute())
  const answer = await tom(`/cases/${id}/documents`, form({ files: [file(pdf(), 'a.pdf')] }))
  expect([answer.status, (await answer.text()).includes('closed')]).toEqual([403, true])
})

test('a colleague of another agency who contributes adds documents in their own agency’s name', async () => {
  const id = await aCase()
  await share(id, agency.housing, { tier: 'contribute' })
  await asking(documents, cast.grace)(`/cases/${id}/documents`, form({ files: [file(pdf(), 'tenancy.pdf')] }))
  expect((await listed(id)).map(one => [one.workerName, one.agencyName])).toEqual([['Grace Penhale', 'Housing']])
})
