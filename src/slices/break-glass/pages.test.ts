/** The pages of an emergency: who × page, and the same answer for a hidden case and one that is not there. */
import { expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { documents } from '../documents/index.ts'
import { findMyOpening, listLooksDuring, listOpenings } from './queries.ts'
import { breakGlass } from './routes.tsx'
import { lookRows } from './views/look-rows.ts'

ownDatabase()
const referenceOf = async (caseId: string): Promise<string> =>
  (await asWorker(cast.tom, db => db.selectFrom('cases').select('reference').where('id', '=', caseId).executeTakeFirstOrThrow())).reference
const why = { reason: 'She rang from the car, he is following her', minutes: '15' }
const open = async (who: string, reference: string) => asking(breakGlass, who)('/emergency', form({ reference, ...why }))

test('a case opens by its reference; a wrong one, and one that is not for them, say the same and keep what was typed', async () => {
  const caseId = await aCase(cast.tom)
  const [reference, opened] = [await referenceOf(caseId), await open(cast.noor, await referenceOf(caseId))]
  expect([opened.status, opened.headers.get('location')]).toEqual([303, `/cases/${caseId}`])
  const [hidden, absent] = [await open(cast.owen, reference), await open(cast.owen, 'ZZZZ-2222')]
  expect([hidden.status, absent.status]).toEqual([422, 422])
  const page = await hidden.text()
  expect(page).toContain(why.reason)
  expect(page.replaceAll(reference, '')).toBe((await absent.text()).replaceAll('ZZZZ-2222', ''))
})

test('the review is for an information-governance lead alone, of either agency; the worker sees their own opening', async () => {
  const caseId = await aCase(cast.tom)
  await open(cast.grace, await referenceOf(caseId))
  const id = (await asWorker(cast.ingrid, db => listOpenings(db, { waiting: true }))).find(one => one.caseId === caseId)?.id ?? ''
  const pages = async (who: string) => {
    const page = await asking(breakGlass, who)(`/emergency/openings/${id}`)
    return `${page.status}${(await page.text()).includes('Record the review') ? ' reviews' : ''}`
  }
  const seen = Object.fromEntries(
    await Promise.all(
      Object.entries({ ingrid: cast.ingrid, tom: cast.tom, grace: cast.grace, noor: cast.noor, owen: cast.owen }).map(
        async ([name, who]) => [name, await pages(who)],
      ),
    ),
  )
  expect(seen).toEqual({ ingrid: '200 reviews', tom: '200', grace: '200', noor: '404', owen: '404' })
  const review = asking(breakGlass, cast.ingrid)
  expect((await review(`/emergency/openings/${id}`, form({ outcome: 'justified', words: '' }))).status).toBe(422)
  expect((await review(`/emergency/openings/${id}`, form({ outcome: 'justified', words: 'She was in danger' }))).status).toBe(303)
  expect((await review(`/emergency/openings/${id}`, form({ outcome: 'not justified', words: 'Or not' }))).status).toBe(409)
})

test('the band stands above the case and what is in it, and above nothing else', async () => {
  const [caseId, otherId, personId, strangerId] = [await aCase(cast.tom), await aCase(cast.tom), newId(), newId()]
  await asWorker(cast.tom, async db => {
    for (const id of [personId, strangerId])
      await db.insertInto('people').values({ id, givenName: 'Ayo', familyName: 'Marsh', createdBy: cast.tom }).execute()
    await joins(db, caseId, personId)
  })
  const bands = (who: string) =>
    asWorker(who, async db => {
      const found = []
      for (const subject of [caseId, personId, otherId, strangerId]) found.push(Boolean(await findMyOpening(db, subject)))
      return found
    })
  expect(await bands(cast.noor)).toEqual([false, false, false, false])
  await open(cast.noor, await referenceOf(caseId))
  expect(await bands(cast.noor)).toEqual([true, true, false, false])
  expect(await bands(cast.tom)).toEqual([false, false, false, false])
})

test('a page that is not there, and one that is kept from the reader, lead to an emergency opening in the same words', async () => {
  const caseId = await aCase(cast.tom)
  await open(cast.grace, await referenceOf(caseId))
  const id = (await asWorker(cast.ingrid, db => listOpenings(db))).find(one => one.caseId === caseId)?.id ?? ''
  const page = async (which: string) => (await asking(breakGlass, cast.noor)(`/emergency/openings/${which}`)).text()
  const [hidden, absent] = [await page(id), await page(newId())]
  expect(hidden).toContain('href="/emergency"')
  expect(hidden).toBe(absent)
})

test('what was opened again and again is one line, and what was opened between stands between', () => {
  const look = (name: string, minute: number, about = '', subjectId = about) => ({
    kind: name,
    name,
    isFile: false,
    about,
    subjectId,
    at: new Date(Date.UTC(2026, 10, 24, 14, minute)),
  })
  const [opened, person] = ['Case opened', 'Person opened']
  expect(
    lookRows([look(opened, 2), look(opened, 5), look(opened, 9), look(person, 9, 'Ayo Marsh'), look(opened, 10), look(opened, 10)]),
  ).toEqual([
    { title: 'Case opened', end: '3 times, 14:02 to 14:09' },
    { title: 'Person opened: Ayo Marsh', end: '14:09' },
    { title: 'Case opened', end: '2 times, 14:10' },
  ])
  // Two people whose names the reader may not see.
  expect(lookRows([look(person, 2, '', 'one'), look(person, 3, '', 'one'), look(person, 4, '', 'other')])).toEqual([
    { title: 'Person opened', end: '2 times, 14:02 to 14:03' },
    { title: 'Person opened', end: '14:04' },
  ])
})

test('a document on its page was opened once, and a copy that was saved is told on its line', async () => {
  const [caseId, titles] = [await aCase(cast.tom), ['Letter', 'Plan'] as const]
  await share(caseId, agency.health)
  const files = titles.map(title => new File([`She is at ${title}`], `${title}.txt`, { type: 'text/plain' }))
  await asking(documents, cast.tom)(`/cases/${caseId}/documents`, form({ title: '', files }))
  const ids = await asWorker(cast.tom, db =>
    db.selectFrom('documents').select('id').where('caseId', '=', caseId).orderBy('title').execute(),
  )
  const [letter, plan] = ids.map(({ id }) => `/documents/${id}`)
  await open(cast.noor, await referenceOf(caseId))
  const ask = asking(documents, cast.noor)
  const fileOf = (page?: string) => `${page}/versions/1/file`
  for (const address of [letter, plan, fileOf(letter), fileOf(plan), letter, fileOf(letter), `${fileOf(plan)}?save=yes`])
    expect((await ask(`${address}`)).status).toBe(200)
  const lines = await asWorker(cast.ingrid, async db => {
    const opening = (await listOpenings(db)).find(one => one.caseId === caseId)
    return lookRows(opening ? await listLooksDuring(db, opening) : [])
  })
  expect(lines.map(({ title, end }) => [title, end.includes('times') ? end.split(',')[0] : 'once'])).toEqual([
    ['Document opened: Letter', 'once'],
    ['Document opened and saved: Plan', 'once'],
    ['Document opened: Letter', 'once'],
  ])
})
