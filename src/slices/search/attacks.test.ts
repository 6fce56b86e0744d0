/** Attempts to learn from search about what is not shared, or not any more; every one must fail. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCase, share, unshare } from '../../../test/case.ts'
import { agency, agreement, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { learnName } from '../people/facts.ts'
import { newInCase } from '../people/inputs.ts'
import { joinCaseAsNew } from '../people/roles.ts'

const database = ownDatabase()

const hits = (worker: string, kind: string, words: string) =>
  asWorker(worker, async db =>
    (await sql<{ id: string }>`select id from search_for(${kind}, ${words})`.execute(db)).rows.map(row => row.id),
  )
const join = (caseId: string, givenName: string, familyName: string) =>
  asWorker(cast.tom, db =>
    joinCaseAsNew(db, caseId, newInCase.parse({ roles: ['Witness'], basis: 'Rang us', givenName, familyName, side: 'all' })),
  )

test('what is written after a share has ended changes nothing in what its former reader finds', async () => {
  const [hidden, open] = [await aCase(), await aCase()]
  const shared = await share(hidden, agency.housing)
  await share(open, agency.housing)
  const near = await join(open, 'Ottoline', 'Quarmbyy')
  await unshare(shared)
  const before = await hits(cast.grace, 'person', 'Ottoline Quarmby')
  const secret = await join(hidden, 'Ottoline', 'Quarmby')
  await asWorker(cast.tom, db => learnName(db, secret, { caseId: hidden, kind: 'alias', name: 'Ottoline Quarmby Zed' }))
  expect(before).toEqual([near])
  expect(await hits(cast.grace, 'person', 'Ottoline Quarmby')).toEqual(before)
  expect(await hits(cast.grace, 'person', 'Zed')).toEqual([])
})

test('a share that has not begun is not found under any kind', async () => {
  const hidden = await aCase()
  const person = await join(hidden, 'Peregrine', 'Tzatziki')
  const documentId = newId()
  await asWorker(cast.tom, async db => {
    const place = newId()
    await db.insertInto('places').values({ id: place, line1: '1 Wyvern Quay', createdBy: cast.tom }).execute()
    await db
      .insertInto('casePlaces')
      .values({ caseId: hidden, placeId: place, role: 'Home', basis: 'Rang us', addedBy: cast.tom })
      .execute()
    await db
      .insertInto('documents')
      .values({ id: documentId, caseId: hidden, title: 'Wyvern order', kind: 'Order', createdBy: cast.tom, agencyId: agency.police })
      .execute()
  })
  await share(hidden, agency.housing, { startsAt: new Date(Date.now() + 3_600_000) })
  expect(await hits(cast.tom, 'person', 'Tzatziki')).toEqual([person])
  expect(await hits(cast.tom, 'document', 'Wyvern')).toEqual([documentId])
  for (const [kind, words] of [
    ['person', 'Tzatziki'],
    ['place', 'Wyvern Quay'],
    ['document', 'Wyvern'],
    ['case', 'Fern Court'],
  ] as const)
    expect(await hits(cast.grace, kind, words), kind).not.toContainEqual(
      expect.stringMatching(new RegExp(`${person}|${documentId}|${hidden}`)),
    )
  expect(await hits(cast.grace, 'place', 'Wyvern Quay')).toEqual([])
})

test('whoever keeps only the subject’s side of a case that the subject must never learn of finds nobody in it, though they worked all of it yesterday', async () => {
  const guarded = await aCase(cast.tom, { programme: 'da-marac' })
  const person = await join(guarded, 'Isaura', 'Quillfeather')
  await share(guarded, agency.health)
  await share(guarded, agency.health, { agreementId: null, basis: 'vital interests', sides: ['subject'] })
  const recognised = () =>
    asWorker(cast.noor, async db => {
      const { rows } = await sql<{
        personId: string
      }>`select person_id from people_like('{Isaura}', '{Quillfeather}', '{}', '{}', '{}')`.execute(db)
      return rows.map(row => row.personId)
    })
  expect([await hits(cast.noor, 'person', 'Quillfeather'), await recognised()]).toEqual([[person], [person]])
  // The share of all of it rests on an agreement that no longer counts: what is filed for search still names them.
  await behindTheRules(database, ['agreements'], client =>
    client.query('update agreements set suspended_at = now() where id = $1', [agreement.county]),
  )
  expect([await hits(cast.noor, 'person', 'Quillfeather'), await recognised()]).toEqual([[], []])
  await behindTheRules(database, ['agreements'], client =>
    client.query('update agreements set suspended_at = null where id = $1', [agreement.county]),
  )
})

test('however many rows an agreement no longer covers, none of them pushes out or reorders what is open', async () => {
  const [hidden, open] = [await aCase(), await aCase()]
  await share(hidden, agency.housing)
  await share(open, agency.housing, { agreementId: null, basis: 'statutory gateway', gateway: 'Housing Act 1996' })
  const near = await join(open, 'Bartolomew', 'Quizzel')
  await asWorker(cast.tom, async db => {
    const many = Array.from({ length: 300 }, () => ({ id: newId(), givenName: 'Bartholomew', familyName: 'Quizzle', createdBy: cast.tom }))
    await db.insertInto('people').values(many).execute()
    await db
      .insertInto('casePeople')
      .values(many.map(({ id }) => ({ caseId: hidden, personId: id, role: 'Witness', basis: 'Rang us', addedBy: cast.tom })))
      .execute()
  })
  const asked = ['Bartholomew Quizzle', 'Quizzle', 'bart', 'Bartholomew Smith', 'Quizzell']
  const scores = (words: string) =>
    asWorker(cast.grace, async db => (await sql`select id, score from search_for('person', ${words})`.execute(db)).rows)
  expect(await hits(cast.grace, 'person', 'Quizzle')).toHaveLength(20)
  await behindTheRules(database, ['agreements'], client =>
    client.query('update agreements set suspended_at = now() where id = $1', [agreement.county]),
  )
  const suspended = await Promise.all(asked.map(scores))
  expect(suspended.map(rows => rows.map(row => (row as { id: string }).id))).toEqual(asked.map(() => [near]))
  await behindTheRules(database, ['search_index', 'case_people'], client =>
    client.query(`delete from search_index where kind = 'person' and id in (select person_id from case_people where case_id = $1)`, [
      hidden,
    ]),
  )
  expect(await Promise.all(asked.map(scores))).toEqual(suspended)
})
