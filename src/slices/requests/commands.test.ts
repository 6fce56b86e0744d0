/** Asking, handing on and answering as workers do it, the deadlines, and what a search tells to whom. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, agreement, cast } from '../../../test/cast.ts'
import { behindTheRules, beforeDrop, ownDatabase } from '../../../test/database.ts'
import { testSecret } from '../../../test/secret.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { urlFor } from '../../platform/migrate.ts'
import { connectSystem, disconnectSystem } from '../../platform/system-db.ts'
import { search } from '../search/index.ts'
import { tellOfSearch } from './jobs.ts'
import { listRequests, listSearchNotices, listUrgentRequests } from './queries.ts'
import { requests } from './routes.tsx'
import { dueFor } from './urgencies.ts'
import { nilReturn } from './views/words.ts'

const database = ownDatabase()
beforeAll(() => connectSystem({ connectionString: urlFor(database.ownerUrl, 'kith_clock', testSecret), max: 2 }))
beforeDrop(disconnectSystem)

const asked = {
  to: `${agency.housing}:${agreement.county}`,
  about: 'Ayo Adeyemi',
  question: 'Who works with him?',
  purpose: 'To visit',
  urgency: 'soon',
}
const ask = async () => {
  const answer = await asking(requests, cast.tom)('/requests', form(asked))
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

test('the deadline skips weekends and bank holidays', () => {
  const settings = { requestDays: [1, 5, 20], bankHolidays: 'england-and-wales' as const }
  expect(dueFor('today', '2026-12-24', settings)).toBe('2026-12-29')
  expect(dueFor('soon', '2026-11-24', settings)).toBe('2026-12-01')
  expect(dueFor('routine', '2026-11-24', settings)).toBe('2026-12-22')
})

test('a form that lacks something comes back with what was typed', async () => {
  const answer = await asking(requests, cast.tom)('/requests', form({ ...asked, purpose: '' }))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Who works with him?')
})

test('a request is handed on and answered with nothing, in the same words always', async () => {
  const at = await ask()
  expect((await asking(requests, cast.grace)(at)).status).toBe(404)
  expect((await asking(requests, cast.amir)(`${at}/handing`, form({ to: cast.grace }))).status).toBe(303)
  expect((await asking(requests, cast.grace)(`${at}/answer`, form({ answer: 'nil', words: 'He is dead' }))).status).toBe(303)
  const page = await (await asking(requests, cast.tom)(at)).text()
  expect(page).toContain(nilReturn)
  expect(page).not.toContain('He is dead')
  expect((await asking(requests, cast.amir)(`${at}/answer`, form({ answer: 'nil' }))).status).toBe(409)
})

test('a refusal says why, and a share leads to what was shared', async () => {
  const [refused, shared] = [await ask(), await ask()]
  const amir = asking(requests, cast.amir)
  expect((await amir(`${refused}/answer`, form({ answer: 'refused', words: '' }))).status).toBe(422)
  expect((await amir(`${refused}/answer`, form({ answer: 'refused', words: 'He asked us not to.' }))).status).toBe(303)
  expect(await (await asking(requests, cast.tom)(refused)).text()).toContain('He asked us not to.')
  const caseId = await aCase(cast.grace)
  const grant = await share(caseId, agency.police, {}, cast.grace)
  expect((await amir(`${shared}/answer`, form({ answer: 'share', share: grant }))).status).toBe(303)
  expect(await (await asking(requests, cast.tom)(shared)).text()).toContain(`/cases/${caseId}`)
})

test('what waits is on Today of those who answer; what is late, of the asker too', async () => {
  const id = (await ask()).split('/').at(-1) ?? ''
  const ids = (worker: string) => asWorker(worker, async db => (await listUrgentRequests(db, 50)).map(one => one.id))
  expect([await ids(cast.amir), await ids(cast.tom)]).toEqual([[id], []])
  await behindTheRules(database, ['information_requests'], client =>
    client.query('update information_requests set due_on = current_date - 1 where id = $1', [id]),
  )
  expect([await ids(cast.amir), await ids(cast.tom), await ids(cast.sam)]).toEqual([[id], [id], []])
  expect(await asWorker(cast.noor, db => listRequests(db))).toEqual([])
})

async function aKnownPerson(programme: string, familyName: string) {
  const [caseId, personId] = [await aCase(cast.tom, { programme }), newId()]
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id: personId, givenName: 'Ayo', familyName, createdBy: cast.tom }).execute()
    await joins(db, caseId, personId)
  })
  return caseId
}
const searched = async (worker: string, words: string) => tellOfSearch(await asWorker(worker, db => seen(db, 'search', null, { words })))
const told = (worker: string, caseId: string) =>
  asWorker(worker, async db => (await listSearchNotices(db, 50)).filter(one => one.caseId === caseId).map(one => one.searcherName))

test('whoever holds somebody is told once a day that another agency searched for them, and the searcher is not', async () => {
  const caseId = await aKnownPerson('asb', 'Quillfeather')
  await searched(cast.noor, 'Ayo Quillfeather')
  await searched(cast.noor, 'quillfeather ayo')
  expect([await told(cast.tom, caseId), await told(cast.ingrid, caseId)]).toEqual([['Noor Halabi'], ['Noor Halabi']])
  expect([await told(cast.sam, caseId), await told(cast.noor, caseId)]).toEqual([[], []])
})

test('a search with a date of birth is told by the names in it', async () => {
  const caseId = await aKnownPerson('asb', 'Sallowfield')
  await searched(cast.noor, 'Ayo 12/3/1980')
  expect(await told(cast.ingrid, caseId)).toEqual([])
  await searched(cast.noor, 'Ayo Sallowfield 12/3/1980')
  expect(await told(cast.ingrid, caseId)).toEqual(['Noor Halabi'])
})

test('nobody is told of one word, of a colleague, of whoever may see them, or of an agency without an agreement', async () => {
  const caseId = await aKnownPerson('asb', 'Larkmoor')
  await share(caseId, agency.housing)
  await searched(cast.noor, 'Larkmoor')
  await searched(cast.sam, 'Ayo Larkmoor')
  await searched(cast.grace, 'Ayo Larkmoor')
  await searched(cast.owen, 'Ayo Larkmoor')
  expect(await told(cast.ingrid, caseId)).toEqual([])
})

test('a search is told when it happens, by its words as they are, of cases that are open and people who are in them', async () => {
  const caseId = await aKnownPerson('asb', 'Oatfield')
  const looked = async (kind: 'search' | 'case', words: string) =>
    tellOfSearch(await asWorker(cast.noor, db => seen(db, kind, null, { words })))
  await looked('case', 'Ayo Oatfield')
  await looked('search', 'Ayo Oatfields')
  await looked('search', 'A Oatfield')
  const initial = await aKnownPerson('asb', 'J Oatfield')
  await looked('search', 'J Oatfield')
  expect([await told(cast.ingrid, caseId), await told(cast.ingrid, initial)]).toEqual([[], []])
  const look = await asWorker(cast.noor, db => seen(db, 'search', null, { words: 'Ayo Oatfield' }))
  const turnedBack = (days: number) =>
    behindTheRules(database, ['looks'], client =>
      client.query(`update looks set at = at - make_interval(days => $2) where id = $1`, [look, days]),
    )
  await turnedBack(3)
  await tellOfSearch(look)
  expect(await told(cast.ingrid, caseId)).toEqual([])
  await turnedBack(-3)
  await tellOfSearch(look)
  expect(await told(cast.ingrid, caseId)).toEqual(['Noor Halabi'])
})

test('of a name that was learnt in one case, only those who hold that case are told', async () => {
  const caseId = await aKnownPerson('asb', 'Millbrook')
  const { personId } = await asWorker(cast.tom, db =>
    db.selectFrom('casePeople').select('personId').where('caseId', '=', caseId).executeTakeFirstOrThrow(),
  )
  const other = await aCase(cast.tom)
  await asWorker(cast.tom, async db => {
    await joins(db, other, personId)
    await db
      .insertInto('personNames')
      .values({ personId, caseId: other, kind: 'alias', name: 'Zed Copperfold', recordedBy: cast.tom })
      .execute()
  })
  await searched(cast.noor, 'Zed Copperfold')
  expect([await told(cast.ingrid, caseId), await told(cast.ingrid, other)]).toEqual([[], ['Noor Halabi']])
})

test('a case that one side must never learn of tells nobody of a search', async () => {
  const caseId = await aKnownPerson('da-marac', 'Thistlewick')
  await searched(cast.noor, 'Ayo Thistlewick')
  expect(await told(cast.tom, caseId)).toEqual([])
})

test('a search that touches something hidden answers, and writes, as one that touches nothing', async () => {
  await aKnownPerson('asb', 'Bramblecote')
  const one = async (words: string) => {
    const page = await (await asking(search, cast.noor)(`/search?q=${encodeURIComponent(words)}`)).text()
    return page.replaceAll(words, 'WORDS').replaceAll(encodeURIComponent(words), 'WORDS')
  }
  const jobs = () =>
    behindTheRules(
      database,
      [],
      async client => (await client.query(`select count(*)::int as n from jobs.job where name = 'search'`)).rows[0].n,
    )
  const before = await jobs()
  expect(await one('Ayo Bramblecote')).toBe(await one('Ayo Zzyzzxcote'))
  expect(await jobs()).toBe(before + 2)
  await expect(asWorker(cast.noor, db => sql`select tell_of_search(${newId()}::uuid)`.execute(db))).rejects.toThrow()
})
