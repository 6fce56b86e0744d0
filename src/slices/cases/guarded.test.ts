/** A case that somebody must never learn of: what others find of that person is the same, to the letter, before and after. */
import { Hono } from 'hono'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { beforeDrop, ownDatabase } from '../../../test/database.ts'
import { newsIsOut } from '../../../test/news.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'
import { forEveryone, type Mark, record } from '../../platform/events.ts'
import { listen, stopListening } from '../../platform/live.ts'
import type { Kith } from '../../platform/requests.ts'
import { brief } from '../brief/index.ts'
import { chronology } from '../chronology/index.ts'
import { casePeople, people } from '../people/index.ts'
import { search } from '../search/index.ts'
import { sharing } from '../sharing/index.ts'
import { today } from '../today/index.ts'
import { cases, live } from './index.ts'

ownDatabase()
beforeAll(() => listen())
beforeDrop(stopListening)

const everything = new Hono<Kith>()
for (const slice of [people, casePeople, search, today, brief, chronology, cases, sharing]) everything.route('/', slice)

/** A person of Health's own list, in an ordinary case that Police and Housing read too; and a guarded case whose subject side Health works. */
async function aGuardedSubject() {
  const [personId, plainId] = [newId(), await aCase(cast.noor)]
  await asWorker(cast.noor, async db => {
    const person = {
      id: personId,
      heldBy: agency.health,
      givenName: 'Desmond',
      familyName: 'Quarmby',
      bornOn: '1980-04-02',
      createdBy: cast.noor,
    }
    await db.insertInto('people').values(person).execute()
    await joins(db, plainId, personId)
  })
  for (const other of [agency.police, agency.housing]) await share(plainId, other, { tier: 'contribute' }, cast.noor)
  const guardedId = await aCase(cast.tom, { programme: 'da-marac' })
  await share(guardedId, agency.health, { tier: 'contribute', sides: ['subject'] })
  await share(guardedId, agency.charity, { tier: 'contribute', sides: ['victim'] })
  return { personId, plainId, guardedId }
}

/** What Tom does about the subject in the guarded case: a role, facts, a relationship, an entry about them, on both sides and on all. */
const learn = (guardedId: string, personId: string) =>
  asWorker(cast.tom, async db => {
    for (const side of ['subject', 'victim', undefined])
      await joins(db, guardedId, personId, { role: 'Perpetrator', ...(side && { side }) })
    const fact = (side?: string) => ({ id: newId(), personId, caseId: guardedId, recordedBy: cast.tom, side: side ?? null })
    for (const side of ['subject', 'victim', undefined]) {
      await db
        .insertInto('personNames')
        .values({ ...fact(side), kind: 'alias', name: 'Dezzie' })
        .execute()
      await db
        .insertInto('personContacts')
        .values({ ...fact(side), kind: 'mobile', value: '07700 900777', source: 'Told us' })
        .execute()
      await db
        .insertInto('personWarnings')
        .values({ ...fact(side), instruction: 'Never visit alone', reviewOn: '2030-01-01' })
        .execute()
      await db
        .insertInto('personNeeds')
        .values({ ...fact(side), kind: 'language', detail: 'Welsh' })
        .execute()
    }
    const entryId = newId()
    const entry = {
      id: entryId,
      caseId: guardedId,
      kind: 'note',
      occurredAt: new Date(),
      body: 'Research',
      side: 'victim',
      authorId: cast.tom,
      agencyId: agency.police,
    }
    await db.insertInto('entries').values(entry).execute()
    await db.insertInto('entryPeople').values({ entryId, personId }).execute()
    await record(db, 'person_joined', {
      caseId: guardedId,
      subjectId: personId,
      mark: { side: 'subject', category: null, aboutPeople: true },
    })
  })

const paths = ({ personId, plainId, guardedId }: Awaited<ReturnType<typeof aGuardedSubject>>) => [
  `/people/${personId}`,
  '/people',
  '/people?words=Quarmby',
  '/people?words=Dezzie',
  '/search?q=Desmond+Quarmby',
  '/search?q=07700900777',
  '/search?q=Dezzie',
  '/search/suggestions?q=Dez',
  `/cases/${plainId}/people`,
  `/cases/${plainId}/brief`,
  `/cases/${guardedId}`,
  `/cases/${guardedId}/people`,
  `/who/people/${personId}`,
  `/cases/${plainId}/why`,
  `/cases/${guardedId}/why`,
  '/cases',
  '/',
]

/** Every page as a worker finds it, one after another, without what tells the time. */
async function pagesOf(who: string, made: Awaited<ReturnType<typeof aGuardedSubject>>) {
  const pages: [string, number, string[]][] = []
  for (const path of paths(made)) {
    const answer = await asking(everything, who)(path)
    const text = (await answer.text()).replaceAll(/\d+ (seconds?|minutes?) ago|just now|\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')
    pages.push([path, answer.status, text.split(/(?=<)/)])
  }
  return pages
}

test.each([
  ['noor', cast.noor],
  ['grace', cast.grace],
  ['owen', cast.owen],
])('%s, who does not work the victim side, finds every page unchanged when the case learns of him', async (_, who) => {
  const made = await aGuardedSubject()
  await pagesOf(who, made)
  const before = await pagesOf(who, made)
  await learn(made.guardedId, made.personId)
  expect(await pagesOf(who, made)).toEqual(before)
})

test('whoever works the victim side finds him there, and so the pages do differ for them', async () => {
  const made = await aGuardedSubject()
  const hidden = await asking(everything, cast.aisha)(`/people/${made.personId}`)
  expect(hidden.status).toBe(404)
  await learn(made.guardedId, made.personId)
  const page = await (await asking(everything, cast.aisha)(`/people/${made.personId}`)).text()
  expect(page).toContain('Dezzie')
})

test('an open page stirs only for what its reader may see', async () => {
  const { guardedId } = await aGuardedSubject()
  const hears = async (who: string) => reading(await asking(live, who)(`/live?case=${guardedId}`))
  const [noor, aisha] = [await hears(cast.noor), await hears(cast.aisha)]
  for (const mark of [{ side: 'victim' }, { side: null, restricted: true }, { side: null, aboutPeople: true }])
    await amends(cast.tom, guardedId, mark)
  await amends(cast.noor, guardedId, { side: 'subject' })
  await amends(cast.aisha, guardedId, { side: 'victim' })
  // Each hears by name of what they did themselves, and of what others did without one, which they could use to be passed by.
  expect(await noor('last')).toEqual(['last'])
  expect(await aisha('last')).toEqual(['', '', 'last'])
})

test('a page hears of what a colleague did while it was being fetched; not of what is hidden from its reader, nor of what they did themselves', async () => {
  const { guardedId } = await aGuardedSubject()
  const since = Date.now()
  await amends(cast.tom, guardedId, { side: 'victim' }, 'before')
  await newsIsOut()
  // However slow the machine is: since before it was done.
  const hears = async (who: string) => reading(await asking(live, who)(`/live?case=${guardedId}&deaf=${Date.now() - since}`))
  const tom = await hears(cast.tom)
  await amends(cast.tom, guardedId, { side: 'victim' })
  expect(await tom('last')).toEqual(['last'])
  const [noor, aisha] = [await hears(cast.noor), await hears(cast.aisha)]
  await amends(cast.noor, guardedId, { side: 'subject' })
  await amends(cast.aisha, guardedId, { side: 'victim' })
  expect([await noor('last'), await aisha('last')]).toEqual([['last'], ['', 'last']])
})

/** A deed in a case, done in a request of this name. */
const amends = (by: string, caseId: string, mark: Partial<Mark>, name = 'last') =>
  asWorker(by, async db => {
    await sql`select set_config('kith.request', ${name}, true)`.execute(db)
    await record(db, 'case_amended', { caseId, subjectId: newId(), mark: { ...forEveryone, ...mark } })
  })

/** The names of the requests that a stream speaks of, up to one of them. */
function reading(answer: Response) {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  let text = ''
  return async (until: string): Promise<string[]> => {
    while (!text.includes(`request-id="${until}"`)) {
      const { value, done } = await reader.read()
      if (done) break
      text += Buffer.from(value).toString()
    }
    await reader.cancel()
    return [...text.matchAll(/request-id="([^"]*)"/g)].map(match => match[1] ?? '')
  }
}

test('nobody counts what is kept from them: the numbers in the lists are the same, whoever asks the database', async () => {
  const made = await aGuardedSubject()
  const counts = (db: Db) =>
    sql<Record<string, number>>`select (select count(*) from case_people where person_id = ${made.personId}) as cases,
      (select count(*) from person_names where person_id = ${made.personId}) as names, (select count(*) from person_contacts where person_id = ${made.personId}) as contacts,
      (select count(*) from person_warnings where person_id = ${made.personId}) as warnings, (select count(*) from entry_people where person_id = ${made.personId}) as entries,
      (select count(*) from events where case_id = ${made.guardedId}) as events, (select count(*) from person_versions where person_id = ${made.personId}) as versions`.execute(
      db,
    )
  const before = (await asWorker(cast.noor, counts)).rows
  await learn(made.guardedId, made.personId)
  expect((await asWorker(cast.noor, counts)).rows).toEqual(before)
})
