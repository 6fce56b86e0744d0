/** Who may see, add to and open documents, read from the real database and through the real addresses. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'
import { documents } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-documents-'))
vi.stubEnv('KITH_DATA_DIR', folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
ownDatabase()

/** A case of Tom's with one document: Grace reads it, Noor sees its headline, Aisha contributes, Owen is an outsider. */
async function aSharedDocument() {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'read' })
  await share(caseId, agency.health, { tier: 'headline' })
  await share(caseId, agency.charity, { tier: 'contribute' })
  await asking(documents, cast.tom)(`/cases/${caseId}/documents`, form({ files: [new File(['%PDF-1.7 order'], 'order.pdf')] }))
  const { id } = await asWorker(cast.tom, db =>
    db.selectFrom('documents').select('id').where('caseId', '=', caseId).executeTakeFirstOrThrow(),
  )
  const { id: fileId } = await asWorker(cast.tom, db =>
    db.selectFrom('files').select('id').where('caseId', '=', caseId).executeTakeFirstOrThrow(),
  )
  return { caseId, id, fileId }
}

test('whoever may read a case sees its documents, their versions and files; a headline, a pointer and an outsider see none', async () => {
  const { id, caseId, fileId } = await aSharedDocument()
  const readers = ['tom', 'ingrid', 'sam', 'grace', 'amir', 'aisha', 'pat']
  expect((await whoMay(cast, db => db.selectFrom('documents').selectAll().where('id', '=', id).execute())).sort()).toEqual(readers.sort())
  expect((await whoMay(cast, db => db.selectFrom('documentVersions').selectAll().where('documentId', '=', id).execute())).sort()).toEqual(
    readers.sort(),
  )
  expect(
    (await whoMay(cast, db => db.selectFrom('files').selectAll().where('id', '=', fileId).where('caseId', '=', caseId).execute())).sort(),
  ).toEqual(readers.sort())
})

test('whoever may read a document finds it by its words, and nobody else does', async () => {
  await aSharedDocument()
  const finds = async (db: Db) => (await sql`select id from search_for('document', 'order', 5)`.execute(db)).rows
  expect((await whoMay(cast, finds)).sort()).toEqual(['tom', 'ingrid', 'sam', 'grace', 'amir', 'aisha', 'pat'].sort())
})

test('only whoever contributes adds documents, and only in their own name', async () => {
  const { caseId } = await aSharedDocument()
  const add = (createdBy: (worker: string) => string) =>
    whoMay(cast, async db => {
      await db
        .insertInto('documents')
        .values({ id: newId(), caseId, title: 'Order', createdBy: createdBy(db.actor.workerId), agencyId: db.actor.agencyId })
        .execute()
      return true
    })
  expect((await add(worker => worker)).sort()).toEqual(['aisha', 'ingrid', 'pat', 'sam', 'tom'])
  expect(await add(() => cast.tom)).toEqual(['tom'])
})

test('nobody changes or removes a document, a version or a file', async () => {
  const { id, caseId, fileId } = await aSharedDocument()
  for (const worker of [cast.tom, cast.aisha]) {
    expect(await may(worker, db => db.updateTable('documents').set({ title: 'Other' }).where('id', '=', id).execute())).toBe('no')
    expect(await may(worker, db => db.deleteFrom('documents').where('id', '=', id).execute())).toBe('no')
    expect(await may(worker, db => db.updateTable('documentVersions').set({ note: 'Other' }).where('caseId', '=', caseId).execute())).toBe(
      'no',
    )
    expect(await may(worker, db => db.deleteFrom('documentVersions').where('caseId', '=', caseId).execute())).toBe('no')
    expect(
      await may(worker, db =>
        db
          .updateTable('files')
          .set({ sha256: 'a'.repeat(64) })
          .where('id', '=', fileId)
          .execute(),
      ),
    ).toBe('no')
    expect(await may(worker, db => db.deleteFrom('files').where('id', '=', fileId).execute())).toBe('no')
  }
})

test('a file is stored by whoever contributes to the case, in their own name', async () => {
  const { caseId } = await aSharedDocument()
  const stores = (worker: string, storedBy = worker) =>
    may(worker, db =>
      db
        .insertInto('files')
        .values({ id: newId(), sha256: 'a'.repeat(64), size: 1, type: 'text/plain', name: 'a.txt', caseId, storedBy })
        .execute(),
    )
  expect(await stores(cast.tom)).toBe('yes')
  expect(await stores(cast.tom, cast.sam)).toBe('no')
  expect(await stores(cast.grace)).toBe('no')
})

test('a file of another case cannot be attached, nor a version put on another case’s document', async () => {
  const { id, caseId, fileId } = await aSharedDocument()
  const own = await aCase(cast.owen)
  const attach = (worker: string, version: { documentId: string; caseId: string }) =>
    may(worker, async db => {
      await db
        .insertInto('documentVersions')
        .values({ id: newId(), fileId, number: 2, addedBy: worker, ...version })
        .execute()
      return true
    })
  const mine = newId()
  await asWorker(cast.owen, db =>
    db.insertInto('documents').values({ id: mine, caseId: own, title: 'Mine', createdBy: cast.owen, agencyId: agency.outside }).execute(),
  )
  expect(await attach(cast.owen, { documentId: mine, caseId: own })).toBe('no')
  expect(await attach(cast.owen, { documentId: id, caseId: own })).toBe('no')
  expect(await attach(cast.owen, { documentId: id, caseId })).toBe('no')
  const toms = await aCase(cast.tom)
  const other = newId()
  await asWorker(cast.tom, db =>
    db
      .insertInto('documents')
      .values({ id: other, caseId: toms, title: 'Another', createdBy: cast.tom, agencyId: agency.police })
      .execute(),
  )
  expect(
    await may(cast.tom, async db => {
      await db
        .insertInto('documentVersions')
        .values({ id: newId(), documentId: other, caseId: toms, fileId, number: 1, addedBy: cast.tom })
        .execute()
      return true
    }),
  ).toBe('no')
})

// By may_name, as the readers of an entry are.
test('readers of a document are named by its author alone, when it is restricted, among those who read its side', async () => {
  const { caseId } = await aSharedDocument()
  const [kept, open] = [newId(), newId()]
  const document = { caseId, title: 'A statement', createdBy: cast.aisha, agencyId: agency.charity }
  await asWorker(cast.aisha, async db => {
    await db
      .insertInto('documents')
      .values({ ...document, id: kept, restricted: true })
      .execute()
    await db
      .insertInto('documents')
      .values({ ...document, id: open })
      .execute()
  })
  const name = (recordId: string, workerId: string) => (db: Db) =>
    db.insertInto('namedReaders').values({ recordId, caseId, workerId, namedBy: db.actor.workerId }).execute()
  expect(await whoMay(cast, name(kept, cast.tom))).toEqual(['aisha'])
  expect(await whoMay(cast, name(open, cast.tom))).toEqual([])
  for (const stranger of [cast.noor, cast.owen]) expect(await may(cast.aisha, name(kept, stranger))).toBe('no')
  await asWorker(cast.aisha, name(kept, cast.tom))
  expect([await may(cast.tom, name(kept, cast.ingrid)), await may(cast.aisha, name(kept, cast.ingrid))]).toEqual(['no', 'yes'])
})

test('an outsider cannot tell a hidden document from one that does not exist', async () => {
  const { id, caseId } = await aSharedDocument()
  for (const worker of [cast.owen, cast.noor]) {
    const ask = asking(documents, worker)
    const tell = async (address: string, init?: RequestInit) => {
      const answer = await ask(address, init)
      return [answer.status, (await answer.text()).replaceAll(/[0-9a-f-]{36}/g, 'ID')]
    }
    const nowhere = newId()
    for (const address of ['/documents/ID', '/documents/ID/versions/1/file', '/documents/ID/letter']) {
      const hidden = await tell(address.replace('ID', id))
      expect(hidden[0]).toBe(404)
      expect(hidden).toEqual(await tell(address.replace('ID', nowhere)))
      expect(hidden).toEqual(await tell(address.replace('ID', 'order')))
    }
    const upload = () => form({ files: [new File(['%PDF-1.7 x'], 'x.pdf')] })
    for (const address of ['/cases/ID/documents', '/cases/ID/scans/new', '/cases/ID/letters/new']) {
      expect((await tell(address.replace('ID', caseId), upload()))[0]).toBe(404)
      expect(await tell(address.replace('ID', caseId), upload())).toEqual(await tell(address.replace('ID', nowhere), upload()))
    }
    expect((await tell(`/documents/${id}/versions`, upload()))[0]).toBe(404)
    expect((await tell(`/cases/${caseId}/pack.pdf?part=people`))[0]).toBe(404)
  }
})

test('whoever only reads a case opens its files and cannot add any', async () => {
  const { id, caseId } = await aSharedDocument()
  const grace = asking(documents, cast.grace)
  expect((await grace(`/documents/${id}/versions/1/file`)).status).toBe(200)
  expect(await (await grace(`/cases/${caseId}/documents`)).text()).not.toContain('Add documents')
  expect((await grace(`/cases/${caseId}/documents`, form({ files: [new File(['%PDF-1.7 x'], 'x.pdf')] }))).status).toBe(403)
})
