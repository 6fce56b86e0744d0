/** "Who can find this person, or this place?": that the answer is what the rules do, told to whoever sees them, and nothing of what is hidden from the asker. */
import { beforeAll, expect, test } from 'vitest'
import { asking } from '../../../../test/ask.ts'
import { aCase, share } from '../../../../test/case.ts'
import { agency, cast } from '../../../../test/cast.ts'
import { ownDatabase } from '../../../../test/database.ts'
import { whoMay } from '../../../../test/may.ts'
import { aSidedCase, joins } from '../../../../test/sided-case.ts'
import { asWorker, type Db, newId } from '../../../platform/db.ts'
import { sharing } from '../index.ts'
import { type Findable, findFound, listFoundIn } from './finders.ts'

ownDatabase()
let made: Awaited<ReturnType<typeof aSidedCase>>
beforeAll(async () => {
  made = await aSidedCase()
})

const page = async (worker: string, what: Findable, id: string) => {
  const answer = await asking(sharing, worker)(`/who/${what}/${id}`)
  return { status: answer.status, text: (await answer.text()).replaceAll(/\d+ (seconds?|minutes?) ago|\d\d:\d\d/g, '') }
}

/** Somebody whom no other test knows. */
async function somebody(heldBy: string | null = null): Promise<string> {
  const id = newId()
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id, heldBy, givenName: 'Hal', familyName: 'Wren', createdBy: cast.tom }).execute()
    if (!heldBy) await joins(db, made.plainId, id)
  })
  return id
}

const puts = (caseId: string, placeId: string, side?: string) =>
  asWorker(cast.tom, db =>
    db
      .insertInto('casePlaces')
      .values({ id: newId(), caseId, placeId, role: 'Home', addedBy: cast.tom, ...(side && { side }) })
      .execute(),
  )

/** By name, everybody of whom the page tells. */
async function toldTo(worker: string, what: Findable, id: string): Promise<string[]> {
  const { found, cases, staff } = await asWorker(worker, async db => ({
    found: await findFound(db, what, id),
    cases: await listFoundIn(db, what, id, 30),
    staff: await db.selectFrom('workers').select(['id', 'agencyId']).execute(),
  }))
  const held = staff.filter(one => one.agencyId === found.heldBy).map(one => one.id)
  const ids = new Set([...held, ...cases.flatMap(one => one.readers.map(reader => reader.id))])
  return Object.entries(cast).flatMap(([name, worker]) => (ids.has(worker) ? [name] : []))
}

const seers = (what: Findable, id: string) =>
  whoMay(cast, (db: Db) =>
    db
      .selectFrom(what as 'people')
      .select('id')
      .where('id', '=', id)
      .execute(),
  )

test.each([
  ['in an ordinary case', null, []],
  ['on an agency’s own list', agency.police, []],
  ['on the victim side of a case as well', null, ['victim']],
  ['on all of its sides', agency.police, [undefined, 'subject']],
])('a person %s: named are those who see them', async (_, heldBy, sides) => {
  const id = await somebody(heldBy)
  for (const side of sides) await asWorker(cast.tom, db => joins(db, made.caseId, id, side ? { side } : {}))
  expect(await toldTo(cast.tom, 'people', id)).toEqual(await seers('people', id))
})

test('a place: named are those who see it', async () => {
  expect(await toldTo(cast.tom, 'places', made.placeId)).toEqual(await seers('places', made.placeId))
  const id = newId()
  await asWorker(cast.tom, db =>
    db.insertInto('places').values({ id, heldBy: agency.police, line1: '8 Own Road', createdBy: cast.tom }).execute(),
  )
  await puts(made.caseId, id, 'victim')
  expect(await toldTo(cast.tom, 'places', id)).toEqual(await seers('places', id))
})

test('hidden and absent are the same, and whoever sees them gets the page', async () => {
  const id = await somebody(agency.police)
  expect((await page(cast.tom, 'people', id)).text).toContain('Everybody who works at Police')
  const [hidden, absent] = [await page(cast.grace, 'people', id), await page(cast.grace, 'people', newId())]
  expect([hidden.status, absent.status]).toEqual([404, 404])
  expect(hidden.text).toBe(absent.text)
  expect((await page(cast.owen, 'places', made.placeId)).status).toBe(404)
  expect((await page(cast.grace, 'places', made.placeId)).status).toBe(200)
})

test('the page does not change for whoever learns nothing of another case: no name, no count, no order', async () => {
  const id = await somebody()
  const readers = { grace: cast.grace, noor: cast.noor, aisha: cast.aisha }
  const pages = async () =>
    Object.fromEntries(await Promise.all(Object.entries(readers).map(async ([name, who]) => [name, await page(who, 'people', id)])))
  const before = await pages()
  const secret = await aCase(cast.tom, { programme: 'da-marac' })
  await share(secret, agency.health, { tier: 'contribute', sides: ['subject'] })
  await share(secret, agency.charity, { tier: 'headline' })
  for (const side of ['subject', 'victim']) await asWorker(cast.tom, db => joins(db, secret, id, { side, role: 'Perpetrator' }))
  const others = await aCase(cast.tom)
  await asWorker(cast.tom, db => joins(db, others, id))
  expect(await pages()).toEqual(before)
  expect((await page(cast.tom, 'people', id)).text).toMatch(/was Perpetrator|Perpetrator/)
})

test('of a case with two sides, nobody is told of those who work only another', async () => {
  const id = await somebody()
  await asWorker(cast.tom, db => joins(db, made.caseId, id, { side: 'victim' }))
  const grace = await asWorker(cast.grace, db => listFoundIn(db, 'people', id, 30))
  const sided = grace.find(one => one.caseId === made.caseId)
  expect(sided?.readers.map(one => one.id)).not.toContain(cast.noor)
  expect(sided?.readers.map(one => one.id)).toContain(cast.grace)
})

test('the newest cases alone are told, and that there are more is said', async () => {
  const id = await somebody()
  for (let more = 0; more < 31; more++) {
    const caseId = await aCase()
    await asWorker(cast.tom, db => joins(db, caseId, id))
  }
  expect((await page(cast.tom, 'people', id)).text).toContain('the newest of the cases that you can see')
})
