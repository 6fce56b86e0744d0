/** What is kept to named readers: who learns of it, and that its words are never shown before the look is logged. */
import { Hono } from 'hono'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { whoMay } from '../../../test/may.ts'
import { aSidedCase, joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import type { Kith } from '../../platform/requests.ts'
import { moveWorker } from '../agencies/workers/commands.ts'
import { audit } from '../audit/index.ts'
import { brief } from '../brief/index.ts'
import { chronology } from '../chronology/index.ts'
import { declareConflict } from '../conflicts/commands.ts'
import { documents } from '../documents/index.ts'
import { people } from '../people/index.ts'
import { sharing } from '../sharing/index.ts'

ownDatabase()
const secret = 'The neighbour is called Wilhelmina'
const pages = new Hono<Kith>()
for (const slice of [audit, brief, chronology, documents, people, sharing]) pages.route('/', slice)
const as = (worker: string) => asking(pages, worker)
const text = async (worker: string, path: string) => (await as(worker)(path)).text()

let made: Awaited<ReturnType<typeof aSidedCase>>
beforeAll(async () => {
  made = await aSidedCase()
  await asWorker(cast.tom, db => joins(db, made.caseId, made.personId, { side: 'victim', role: 'Victim' }))
})

const fields = { kind: 'note', occurred: '', occurredTime: '', side: 'victim', category: '', restricted: 'yes' }
const writeNote = (worker: string, more: Record<string, string>) =>
  as(worker)(`/cases/${made.caseId}/entries`, form({ ...fields, body: secret, ...more }))

/** A restricted note of Tom's on the victim side, with Grace as its reader. */
async function aNote(more: Record<string, string> = { readers: 'Grace Penhale' }): Promise<string> {
  const answer = await writeNote(cast.tom, more)
  expect(answer.status).toBe(303)
  return answer.headers.get('location')?.split('#entry-')[1] ?? ''
}

const seesEntry = (id: string) => whoMay(cast, db => db.selectFrom('entries').select('id').where('id', '=', id).execute())
const looksAt = (worker: string, id: string) =>
  asWorker(worker, db => db.selectFrom('looks').select(['kind', 'workerId', 'restricted']).where('subjectId', '=', id).execute())

test('a reader is named while it is written; nobody else learns that it is there', async () => {
  const id = await aNote()
  expect(await seesEntry(id)).toEqual(['tom', 'grace'])
  for (const worker of [cast.amir, cast.aisha, cast.noor, cast.ingrid]) {
    expect(await text(worker, `/cases/${made.caseId}`)).not.toContain(id)
    for (const path of [`/cases/${made.caseId}/entries/${id}`, `/who/entry/${id}`]) expect((await as(worker)(path)).status).toBe(404)
  }
})

test.each([
  ['a name that fits nobody there', 'Wanda Quill', 'Nobody called “Wanda Quill” works this part of the case.'],
  ['somebody of the other side', 'Noor Halabi', 'Nobody called “Noor Halabi” works this part of the case.'],
  ['part of a name', 'grace', 'Tick whom you mean by “grace”.'],
])('%s is asked about, and nothing typed is lost', async (_, readers, sentence) => {
  const answer = await writeNote(cast.tom, { readers })
  const page = await answer.text()
  expect([answer.status, page.includes(sentence), page.includes(secret)]).toEqual([422, true, true])
  expect(page.includes('Grace Penhale (Housing)')).toBe(readers === 'grace')
})

test('one who was ticked is meant', async () => {
  expect(await seesEntry(await aNote({ readers: 'grace', reader: cast.grace }))).toEqual(['tom', 'grace'])
})

test('its words are in no list, to its author neither; they come once the look is logged', async () => {
  const id = await aNote()
  for (const worker of [cast.tom, cast.grace]) {
    for (const path of [`/cases/${made.caseId}`, `/cases/${made.caseId}/brief`, `/people/${made.personId}`, `/who/entry/${id}`])
      expect(await text(worker, path)).not.toContain('Wilhelmina')
    expect(await text(worker, `/cases/${made.caseId}?words=Wilhelmina`)).toContain('Nothing found')
  }
  expect(await text(cast.grace, `/cases/${made.caseId}`)).toContain('Restricted: opening this is logged')
  expect(await looksAt(cast.grace, id)).toEqual([])
  expect(await text(cast.grace, `/cases/${made.caseId}/entries/${id}`)).toContain('Wilhelmina')
  expect(await looksAt(cast.grace, id)).toEqual([{ kind: 'entry', workerId: cast.grace, restricted: true }])
})

test('its author sees who opened it, also when they do not lead the case; whoever leads it does not', async () => {
  const answer = await writeNote(cast.grace, { readers: 'Amir Sadiq' })
  const id = answer.headers.get('location')?.split('#entry-')[1] ?? ''
  await text(cast.amir, `/cases/${made.caseId}/entries/${id}`)
  expect(await looksAt(cast.grace, id)).toMatchObject([{ workerId: cast.amir }])
  expect(await looksAt(cast.tom, id)).toEqual([])
  expect(await text(cast.grace, `/who/entry/${id}`)).toMatch(/Who opened it[\s\S]*Amir Sadiq, Housing/)
  expect(await text(cast.tom, `/cases/${made.caseId}/looks`)).not.toContain('Amir Sadiq, Housing, opened an entry')
})

test('a document was opened as often as its page was, whatever its page showed; a copy that was saved is told on the same line', async () => {
  const files = [new File(['She is at her sister’s'], 'Statement.txt', { type: 'text/plain' })]
  const marked = { title: '', side: 'victim', category: '', restricted: 'yes', readers: 'Grace Penhale' }
  await as(cast.tom)(`/cases/${made.caseId}/documents`, form({ ...marked, files }))
  const { id } = await asWorker(cast.tom, db =>
    db.selectFrom('documents').select('id').where('title', '=', 'Statement').executeTakeFirstOrThrow(),
  )
  const opened = async () => {
    const card = (await text(cast.tom, `/who/document/${id}`)).split('aria-label="Who opened it"')[1] ?? ''
    expect(card.match(/Grace Penhale, Housing/g)).toHaveLength(1)
    return /\d\d:\d\d(?:<\/span>)?([^<]*)</.exec(card)?.[1]
  }
  const looks = async (...paths: string[]) => {
    for (const path of paths) expect((await as(cast.grace)(path)).status).toBe(200)
  }
  const [page, file] = [`/documents/${id}`, `/documents/${id}/versions/1/file`]
  await looks(page, file)
  expect(await opened()).toBe('')
  expect(await text(cast.tom, `/cases/${made.caseId}/looks?subject=${id}`)).not.toContain('All 2 times')
  await looks(page, file)
  expect(await opened()).toBe(', and 1 time before')
  await looks(`${file}?save=yes`)
  expect(await opened()).toBe(', and 1 time before; saved a copy')
})

test('a reader is added afterwards, taken off, and added again, by its author alone', async () => {
  const id = await aNote({})
  const readers = `/who/entry/${id}/readers`
  expect(await seesEntry(id)).toEqual(['tom'])
  expect((await as(cast.tom)(readers, form({ readers: '' }))).status).toBe(422)
  for (const round of ['first', 'again']) {
    expect([round, (await as(cast.tom)(readers, form({ readers: 'Grace Penhale' }))).status]).toEqual([round, 303])
    expect(await seesEntry(id)).toEqual(['tom', 'grace'])
    expect((await as(cast.grace)(readers, form({ readers: 'Amir Sadiq' }))).status).toBeGreaterThan(399)
    expect((await as(cast.grace)(`${readers}/${cast.grace}/ending`, form({}))).status).toBe(403)
    await as(cast.tom)(`${readers}/${cast.grace}/ending`, form({}))
    expect(await seesEntry(id)).toEqual(['tom'])
  }
})

test('its readers know who the others are; to nobody else is there a list', async () => {
  const id = await aNote({ readers: 'Grace Penhale, Aisha Bello' })
  const listed = (worker: string) => text(worker, `/who/entry/${id}`)
  for (const worker of [cast.tom, cast.grace, cast.aisha]) expect(await listed(worker)).toMatch(/Aisha Bello[\s\S]*Grace Penhale/)
  expect(await whoMay(cast, db => db.selectFrom('namedReaders').select('workerId').where('recordId', '=', id).execute())).toEqual([
    'tom',
    'grace',
    'aisha',
  ])
})

test('a restricted document has no title in any list, nor in the record', async () => {
  const id = newId()
  await asWorker(cast.tom, async db => {
    const [file, mark] = [newId(), { caseId: made.caseId, side: 'victim', restricted: true }]
    await db
      .insertInto('documents')
      .values({ id, ...mark, title: 'Statement of Wilhelmina', kind: 'Statement', createdBy: cast.tom, agencyId: agency.police })
      .execute()
    await db
      .insertInto('files')
      .values({
        id: file,
        caseId: made.caseId,
        sha256: 'a'.repeat(64),
        size: 3,
        type: 'application/x-odd',
        name: 'a.bin',
        storedBy: cast.tom,
      })
      .execute()
    await db
      .insertInto('documentVersions')
      .values({ id: newId(), documentId: id, caseId: made.caseId, number: 1, fileId: file, addedBy: cast.tom })
      .execute()
  })
  await as(cast.tom)(`/who/document/${id}/readers`, form({ readers: 'Grace Penhale' }))
  for (const path of [`/cases/${made.caseId}/documents`, `/who/document/${id}`]) {
    expect(await text(cast.grace, path)).not.toContain('Wilhelmina')
    expect((await text(cast.amir, path)).includes(id)).toBe(false)
  }
  expect(await text(cast.grace, `/documents/${id}`)).toContain('Statement of Wilhelmina')
  expect(await looksAt(cast.grace, id)).toMatchObject([{ kind: 'document', restricted: true }])
  expect(await text(cast.tom, `/cases/${made.caseId}/looks`)).not.toContain('Wilhelmina')
})

test('what is restricted is in no pack: paper has no named readers', async () => {
  await aNote()
  await writeNote(cast.tom, { body: 'She likes tea', restricted: '' })
  const pack = await as(cast.tom)(`/cases/${made.caseId}/pack.pdf?part=chronology&part=documents`)
  const words = (await extractText(await getDocumentProxy(new Uint8Array(await pack.arrayBuffer())))).text.join(' ')
  expect(words).toContain('She likes tea')
  expect(words).toContain('No documents.')
  expect(words).not.toMatch(/Wilhelmina|Restricted/)
})

test('a name that its author takes back is taken off its corrections too', async () => {
  const id = await aNote({ readers: 'Grace Penhale, Aisha Bello' })
  const corrected = await as(cast.grace)(
    `/cases/${made.caseId}/entries/${id}/correction`,
    form({ body: secret, correctionReason: 'A name' }),
  )
  const newer = corrected.headers.get('location')?.split('#entry-')[1] ?? ''
  expect(await seesEntry(newer)).toEqual(['tom', 'grace', 'aisha'])
  await as(cast.tom)(`/who/entry/${id}/readers/${cast.aisha}/ending`, form({}))
  expect(await seesEntry(id)).toEqual(['tom', 'grace'])
  expect(await seesEntry(newer)).toEqual(['tom', 'grace'])
})

test('who is named once an entry was corrected reads what it was corrected to, also when named again', async () => {
  const id = await aNote({ readers: 'Grace Penhale' })
  const corrected = await as(cast.grace)(
    `/cases/${made.caseId}/entries/${id}/correction`,
    form({ body: `${secret}, aged 7`, correctionReason: 'Her age' }),
  )
  const newer = corrected.headers.get('location')?.split('#entry-')[1] ?? ''
  for (const round of ['first', 'again']) {
    await as(cast.tom)(`/who/entry/${id}/readers`, form({ readers: 'Aisha Bello' }))
    expect([round, await seesEntry(newer)]).toEqual([round, ['tom', 'grace', 'aisha']])
    await as(cast.tom)(`/who/entry/${id}/readers/${cast.aisha}/ending`, form({}))
    expect([round, await seesEntry(newer)]).toEqual([round, ['tom', 'grace']])
  }
})

test('two of one agency who have the same name are two who opened it', async () => {
  const id = await aNote({ readers: 'Grace Penhale, Amir Sadiq' })
  for (const reader of [cast.grace, cast.amir]) await text(reader, `/cases/${made.caseId}/entries/${id}`)
  const called = (name: string) =>
    asWorker(cast.amir, db => db.updateTable('workers').set({ name }).where('id', '=', cast.amir).executeTakeFirstOrThrow())
  await called('Grace Penhale')
  const card = (await text(cast.tom, `/who/entry/${id}`)).split('aria-label="Who opened it"')[1] ?? ''
  expect(card.match(/Grace Penhale, Housing/g)).toHaveLength(2)
  await called('Amir Sadiq')
})

test('whoever works both sides says for which they write: what is not said goes to nobody, and nothing typed is lost', async () => {
  const page = await text(cast.tom, `/cases/${made.caseId}`)
  const box = page.slice(page.indexOf('id="note-box"'), page.indexOf('<details'))
  expect(box).toMatch(/type="hidden" name="side" value="unsaid"[\s\S]*Victim side[\s\S]*Everybody on the case/)
  expect(box).not.toContain('checked')
  const body = 'She has moved to her sister at Fern Court'
  const refused = await writeNote(cast.tom, { body, side: 'unsaid', restricted: '' })
  expect(refused.status).toBe(422)
  const again = await refused.text()
  for (const words of ['Choose who may see this.', body]) expect(again).toContain(words)
  const fields = form({ kind: 'note', body, side: ['unsaid', 'victim'] })
  expect((await as(cast.tom)(`/cases/${made.caseId}/entries`, fields)).status).toBe(303)
  expect(await text(cast.grace, `/cases/${made.caseId}`)).toContain(body)
  expect(await text(cast.noor, `/cases/${made.caseId}`)).not.toContain(body)
  // Who works one side alone writes for it, and is not asked first.
  expect(await text(cast.grace, `/cases/${made.caseId}`)).not.toContain('value="unsaid"')
})

/** A restricted note of Tom's on the victim side, in a case of its own, with these readers. */
async function aNoteFor(...readers: string[]) {
  const { caseId } = await aSidedCase()
  const id = newId()
  const note = { id, caseId, kind: 'note', occurredAt: new Date(), body: secret, side: 'victim', restricted: true }
  await asWorker(cast.tom, async db => {
    await db
      .insertInto('entries')
      .values({ ...note, authorId: cast.tom, agencyId: agency.police })
      .execute()
    const named = { recordId: id, caseId, namedBy: cast.tom }
    await db
      .insertInto('namedReaders')
      .values(readers.map(workerId => ({ ...named, workerId })))
      .execute()
  })
  const known = (worker: string) =>
    asWorker(worker, async db =>
      (await db.selectFrom('namedReaders').select('workerId').where('recordId', '=', id).execute()).map(row => row.workerId).sort(),
    )
  return { caseId, id, known }
}

test('whoever works that side no more, or stands in conflict, is told no more who its readers are', async () => {
  const { caseId, known } = await aNoteFor(cast.grace, cast.aisha)
  expect(await known(cast.grace)).toEqual([cast.grace, cast.aisha])
  await asWorker(cast.tom, db => {
    const ended = { revokedAt: new Date(), revokedBy: cast.tom, revokeReason: 'Over' }
    return db.updateTable('grants').set(ended).where('caseId', '=', caseId).where('principalId', '=', agency.housing).execute()
  })
  await share(caseId, agency.housing, { sides: ['subject'] })
  expect(await known(cast.grace)).toEqual([cast.grace])
  await asWorker(cast.aisha, db => declareConflict(db, { caseId, basis: 'My sister' }))
  expect(await known(cast.aisha)).toEqual([])
  expect(await known(cast.tom)).toEqual([cast.grace, cast.aisha])
})

test('a reader who moves to another agency on the case is no reader there', async () => {
  const { id, known } = await aNoteFor(cast.grace, cast.aisha)
  expect(await seesEntry(id)).toEqual(['tom', 'grace', 'aisha'])
  const move = (to: string) => asWorker(cast.pat, db => moveWorker(db, cast.grace, { agency: to, jobTitle: '', heir: '' }))
  await move(agency.charity)
  expect(await seesEntry(id)).toEqual(['tom', 'aisha'])
  expect(await known(cast.grace)).toEqual([cast.grace])
  await move(agency.housing)
  expect(await seesEntry(id)).toEqual(['tom', 'aisha'])
})
