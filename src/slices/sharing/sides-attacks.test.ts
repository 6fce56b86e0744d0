/** Attempts to learn across a case's sides what is there: by order, by key, by correction, by file, by sharing on; every one must fail. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { aSidedCase, joins } from '../../../test/sided-case.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'
import { listCases } from '../cases/queries.ts'
import { sharing } from './index.ts'

ownDatabase()
let made: Awaited<ReturnType<typeof aSidedCase>>
beforeAll(async () => {
  made = await aSidedCase()
})

type Row = Record<string, unknown>
const writeEntry = (by: string, more: Row = {}, caseId = made.caseId) => {
  const id = newId()
  return asWorker(by, async db => {
    const entry = {
      id,
      caseId,
      kind: 'note',
      occurredAt: new Date(),
      body: 'She rang',
      authorId: by,
      agencyId: db.actor.agencyId,
      side: null,
      ...more,
    }
    await db
      .insertInto('entries')
      .values(entry as never)
      .execute()
    return id
  })
}
const caseOrder = (who: string) =>
  asWorker(who, async db => (await listCases(db, { open: true })).map(one => [one.id, one.activeAt.toISOString()]))

test('nothing on the other side moves a case in the lists of those who do not work it', async () => {
  await aCase(cast.noor)
  const [before, graces] = [await caseOrder(cast.noor), await caseOrder(cast.grace)]
  await writeEntry(cast.tom, { side: 'victim' })
  await writeEntry(cast.tom, { category: 'health', side: 'victim' })
  await writeEntry(cast.tom, { restricted: true })
  await asWorker(cast.tom, db => joins(db, made.caseId, made.otherId, { side: 'victim', role: 'Witness' }))
  await asWorker(cast.tom, db => joins(db, made.caseId, made.otherId, { role: 'Witness' }))
  expect(await caseOrder(cast.noor)).toEqual(before)
  expect((await caseOrder(cast.grace))[0]?.[0]).toBe(made.caseId)
  expect(await caseOrder(cast.grace)).not.toEqual(graces)
})

test('a restricted entry, and a message to one of them, move a case for nobody', async () => {
  const before = await caseOrder(cast.tom)
  await writeEntry(cast.sam, { restricted: true })
  await asWorker(cast.sam, db =>
    db
      .insertInto('messages')
      .values({
        id: newId(),
        caseId: made.caseId,
        toId: cast.ingrid,
        body: 'Ring me',
        side: null,
        authorId: cast.sam,
        agencyId: agency.police,
      })
      .execute(),
  )
  expect(await caseOrder(cast.tom)).toEqual(before)
})

test('who only knows the side that must not learn of it finds nobody in the case, and the case with nobody', async () => {
  await asWorker(cast.tom, db => joins(db, made.caseId, made.personId, { side: 'subject', role: 'Perpetrator' }))
  const [noor, owen] = [cast.noor, cast.owen].map(who =>
    asWorker(who, async db => ({
      ties: await db.selectFrom('casePeople').select('id').where('caseId', '=', made.caseId).execute(),
      cases: await db.selectFrom('casePeople').select('caseId').where('personId', '=', made.personId).execute(),
    })),
  )
  expect(await noor).toEqual({ ties: [], cases: [{ caseId: made.plainId }] })
  expect(await owen).toEqual({ ties: [], cases: [] })
})

test('a person’s name is not amended through a case that they must never learn of, and is for those on another side', async () => {
  const amending = async (side: string | undefined) => {
    const [caseId, id] = [await aCase(cast.tom, { programme: 'da-marac' }), newId()]
    await asWorker(cast.tom, async db => {
      await db.insertInto('people').values({ id, givenName: 'Bo', createdBy: cast.tom }).execute()
      await joins(db, caseId, id, side ? { side } : {})
    })
    return may(cast.tom, db => db.updateTable('people').set({ gender: 'man' }).where('id', '=', id).execute())
  }
  expect([await amending('subject'), await amending(undefined), await amending('victim')]).toEqual(['no', 'no', 'yes'])
})

test('nobody learns who stands on the other side by adding them to their own', async () => {
  const { caseId, plainId } = { caseId: await aCase(cast.tom, { programme: 'da-marac' }), plainId: made.plainId }
  for (const [to, sides] of [
    [agency.housing, ['victim']],
    [agency.charity, ['subject', 'victim']],
  ] as const)
    await share(caseId, to, { tier: 'contribute', sides: [...sides] })
  expect(plainId).toBeTruthy()
  await asWorker(cast.tom, db => joins(db, caseId, made.personId, { side: 'subject' }))
  expect(await whoMay({ grace: cast.grace }, db => joins(db, caseId, made.personId, { side: 'victim' }))).toEqual(['grace'])
  expect(await may(cast.grace, db => joins(db, caseId, made.personId, { side: 'subject' }))).toBe('no')
})

test('a correction has the same readers as what it corrects', async () => {
  const id = await writeEntry(cast.tom, { side: 'victim', category: 'health' })
  const fixed = await writeEntry(cast.grace, { correctsId: id, correctionReason: 'Wrong day' })
  const row = await asWorker(cast.tom, db =>
    db.selectFrom('entries').select(['side', 'category']).where('id', '=', fixed).executeTakeFirstOrThrow(),
  )
  expect(row).toEqual({ side: 'victim', category: 'health' })
  await expect(writeEntry(cast.noor, { correctsId: fixed, correctionReason: 'Guess' })).rejects.toThrow('')
})

test('the readers of a restricted entry read its correction, and the first author too', async () => {
  const id = await writeEntry(cast.tom, { restricted: true })
  const name = (reader: string) =>
    asWorker(cast.tom, db =>
      db.insertInto('namedReaders').values({ recordId: id, caseId: made.caseId, workerId: reader, namedBy: cast.tom }).execute(),
    )
  await name(cast.aisha)
  await name(cast.noor)
  const fixed = await writeEntry(cast.aisha, { correctsId: id, correctionReason: 'Wrong day' })
  expect(await whoMay(cast, db => db.selectFrom('entries').select('id').where('id', '=', fixed).execute())).toEqual([
    'tom',
    'noor',
    'aisha',
  ])
})

test('nobody gives away a side or a category that they do not have', async () => {
  const caseId = await aCase(cast.tom, { programme: 'da-marac' })
  await share(caseId, agency.housing, { tier: 'lead', sides: ['victim'], categories: ['health'] })
  const giving = (more: Row) =>
    may(cast.grace, db =>
      db
        .insertInto('grants')
        .values({
          id: newId(),
          caseId,
          principalId: agency.charity,
          tier: 'read',
          basis: 'vital interests',
          reason: 'Somebody is in danger',
          grantedBy: cast.grace,
          ...more,
        })
        .execute(),
    )
  expect(await giving({ sides: ['victim'], categories: ['health'] })).toBe('yes')
  expect(await giving({ sides: ['victim'], categories: [] })).toBe('yes')
  expect(await giving({ sides: ['victim'] })).toBe('no')
  expect(await giving({ categories: ['health'] })).toBe('no')
  expect(await giving({ sides: ['victim', 'subject'], categories: [] })).toBe('no')
  expect(await giving({ sides: ['victim'], categories: ['health', 'immigration'] })).toBe('no')
})

test('who works one side is not told to those who work the other', async () => {
  const reached = (who: string) =>
    asWorker(who, async db =>
      (await sql<{ id: string }>`select id from who_works_on(${made.caseId}::uuid)`.execute(db)).rows.map(row => row.id),
    )
  const shares = (who: string) =>
    asWorker(who, async db =>
      (await sql<{ principalId: string }>`select principal_id from shares_of(${made.caseId}::uuid)`.execute(db)).rows.map(
        row => row.principalId,
      ),
    )
  expect(await reached(cast.noor)).not.toContain(cast.grace)
  expect(await reached(cast.grace)).not.toContain(cast.noor)
  expect(await reached(cast.noor)).toContain(cast.tom)
  expect(await shares(cast.noor)).not.toContain(agency.housing)
  expect(await shares(cast.tom)).toContain(agency.housing)
  expect(
    await may(cast.noor, db =>
      db.selectFrom('grants').select('id').where('principalId', '=', agency.housing).where('caseId', '=', made.caseId).execute(),
    ),
  ).toBe('no')
})

test('a share of one side does not reach a sub-case that is not split', async () => {
  const parentId = await aCase(cast.tom, { programme: 'da-marac' })
  await share(parentId, agency.health, { tier: 'read', sides: ['subject'], includesSubCases: true })
  const [plain, split] = [await aCase(cast.tom, { parentId }), await aCase(cast.tom, { parentId, programme: 'da-marac' })]
  const sees = (id: string) => may(cast.noor, db => db.selectFrom('cases').select('id').where('id', '=', id).execute())
  expect([await sees(plain), await sees(split)]).toEqual(['no', 'yes'])
})

test('a file goes with its document: not to the other side, and not under another document', async () => {
  const [documentId, fileId] = [newId(), newId()]
  await asWorker(cast.tom, async db => {
    const mine = { caseId: made.caseId, createdBy: cast.tom, agencyId: agency.police }
    await db
      .insertInto('documents')
      .values({ ...mine, id: documentId, title: 'Address of the refuge', side: 'victim', category: 'safe address' })
      .execute()
    const file = { sha256: 'a'.repeat(64), size: 1, type: 'text/plain', name: 'refuge.txt', caseId: made.caseId, storedBy: cast.tom }
    await db
      .insertInto('files')
      .values({ ...file, id: fileId })
      .execute()
    await db
      .insertInto('documentVersions')
      .values({ id: newId(), documentId, caseId: made.caseId, number: 1, fileId, addedBy: cast.tom })
      .execute()
  })
  const police = ['tom', 'ingrid', 'sam', 'pat']
  expect(await whoMay(cast, db => db.selectFrom('files').select('id').where('id', '=', fileId).execute())).toEqual(police)
  expect(await whoMay(cast, db => db.selectFrom('documentVersions').select('id').where('fileId', '=', fileId).execute())).toEqual(police)
  const underMine = async (db: Db) => {
    const mine = newId()
    await db
      .insertInto('documents')
      .values({ id: mine, caseId: made.caseId, title: 'Mine', side: null, createdBy: db.actor.workerId, agencyId: db.actor.agencyId })
      .execute()
    return db
      .insertInto('documentVersions')
      .values({ id: newId(), documentId: mine, caseId: made.caseId, number: 1, fileId, addedBy: db.actor.workerId })
      .execute()
  }
  expect(await whoMay({ grace: cast.grace, noor: cast.noor, aisha: cast.aisha }, underMine)).toEqual([])
})

test('whoever leads one side takes the case from nobody who works another with it', async () => {
  const caseId = await aCase(cast.tom, { programme: 'da-marac' })
  await share(caseId, cast.noor, { tier: 'lead', sides: ['subject'] })
  const [both, all, theirs, hers] = [
    await share(caseId, agency.charity, { sides: ['victim', 'subject'] }),
    await share(caseId, agency.charity),
    await share(caseId, agency.housing, { sides: ['subject'] }),
    await share(caseId, agency.housing, { sides: ['victim'] }),
  ]
  const ends = (who: string, id: string) =>
    may(who, db =>
      db.updateTable('grants').set({ revokedAt: new Date(), revokedBy: who, revokeReason: 'Not needed' }).where('id', '=', id).execute(),
    )
  const [tom, noor] = [cast.tom, cast.noor].map(who => Promise.all([both, all, theirs, hers].map(id => ends(who, id))))
  expect([await tom, await noor]).toEqual([
    ['yes', 'yes', 'yes', 'yes'],
    ['no', 'no', 'yes', 'no'],
  ])
  const page = await (await asking(sharing, cast.noor)(`/cases/${caseId}/sharing`)).text()
  for (const [id, isTheirs] of [
    [both, false],
    [all, false],
    [theirs, true],
  ] as const)
    expect(page.includes(`${id}/end`)).toBe(isTheirs)
})

test('whoever leads one side changes nothing of what both sides read, closes nothing, and is offered neither', async () => {
  const caseId = await aCase(cast.tom, { programme: 'da-marac' })
  await share(caseId, cast.noor, { tier: 'lead', sides: ['subject'] })
  const retitles = (who: string) =>
    may(who, db => db.updateTable('cases').set({ title: 'She is at Fern Court', version: 2 }).where('id', '=', caseId).execute())
  const closes = (who: string) =>
    may(who, db =>
      db
        .insertInto('closures')
        .values({ id: newId(), caseId, reason: 'Done', result: 'All safe', personView: '', closedBy: who })
        .execute(),
    )
  const offered = async (who: string) => {
    const page = await (await asking(sharing, who)(`/cases/${caseId}/sharing`)).text()
    return ['edit', 'closure', 'looks'].filter(one => page.includes(`${caseId}/${one}"`))
  }
  expect([await offered(cast.noor), await offered(cast.tom)]).toEqual([['looks'], ['edit', 'closure', 'looks']])
  expect([await retitles(cast.noor), await closes(cast.noor)]).toEqual(['no', 'no'])
  expect([await retitles(cast.tom), await closes(cast.tom)]).toEqual(['yes', 'yes'])
})
