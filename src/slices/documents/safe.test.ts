/** Safe addresses and numbers reach no letter, pack, list or title unless a worker chooses one for that one recipient. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aSidedCase, joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { currentProgrammes } from '../../programmes/index.ts'
import { cases, safeIn } from '../cases/index.ts'
import { places } from '../places/index.ts'
import { plan } from '../plan/index.ts'
import { documents } from './index.ts'
import { fillTemplate } from './letter.ts'
import { listDocuments } from './queries.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-safe-'))
vi.stubEnv('KITH_DATA_DIR', folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
ownDatabase()

const home = { value: '19 Weir Cottages, Brackenwell', postcode: 'WX6 2RB' }
let [caseId, homeId] = ['', '']
beforeAll(async () => {
  const made = await aSidedCase()
  ;[caseId, homeId] = [made.caseId, newId()]
  await asWorker(cast.tom, async db => {
    await joins(db, caseId, made.personId, { side: 'victim', role: 'Victim' })
    const of = { caseId, personId: made.personId, side: 'victim', category: 'safe address', source: 'Told us', recordedBy: cast.tom }
    await db
      .insertInto('personContacts')
      .values({ id: homeId, kind: 'address', ...home, ...of })
      .execute()
    await db
      .insertInto('personContacts')
      .values({ id: newId(), kind: 'mobile', value: '07700 900641', ...of })
      .execute()
    const wrote = { caseId, kind: 'note', occurredAt: new Date(), side: null, authorId: cast.tom, agencyId: agency.police }
    await db
      .insertInto('entries')
      .values({ ...wrote, id: newId(), body: 'Drove her to 19 Weir Cottages.' })
      .execute()
    await db
      .insertInto('entries')
      .values({ ...wrote, id: newId(), body: 'The aunt has a blue door.', category: 'safe address' })
      .execute()
    await db
      .insertInto('entries')
      .values({ ...wrote, id: newId(), body: 'She likes tea.' })
      .execute()
    const placeId = newId()
    await db
      .insertInto('places')
      .values({ id: placeId, line1: '19 Weir Cottages', town: 'Brackenwell', postcode: 'WX6 2RB', createdBy: cast.tom })
      .execute()
    await db.insertInto('casePlaces').values({ id: newId(), caseId, placeId, role: 'Other', side: null, addedBy: cast.tom }).execute()
  })
})

const send = (slice: Parameters<typeof asking>[0], path: string, fields: Record<string, string>, worker: string = cast.tom) =>
  asking(slice, worker)(path, { method: 'POST', body: new URLSearchParams(fields) })
const letter = {
  to: `Ayo Adeyemi\n${home.value}\n${home.postcode}`,
  title: 'Your visit',
  greeting: 'Dear Ayo',
  body: 'I come on Monday.',
  side: 'all',
}
const writeLetter = (fields: Record<string, string>, worker?: string) => send(documents, `/cases/${caseId}/letters/new`, fields, worker)

test.each([
  '19, WEIR cottages',
  'wx62rb',
  '19 Weir Cottages\nBrackenwell',
  '+44 7700 900641',
  '07700-900-641',
])('%j gives it away', words => {
  expect(
    safeIn(`See ${words} now`, [
      { id: '1', personName: 'Ayo', ...home },
      { id: '2', personName: 'Ayo', value: '07700 900641', postcode: '' },
    ]),
  ).toHaveLength(1)
})

test('a template knows nothing of the people in a case', () => {
  const from = { agencyName: 'Police', contact: 'Ring us', name: 'Tom', jobTitle: 'Constable', phone: '101' }
  for (const template of currentProgrammes().flatMap(one => one.letters ?? []))
    expect(JSON.stringify(fillTemplate(template, from, '7KQM-4RTX'))).not.toMatch(/\{(?!")|address|mobile/i)
})

test('a letter that holds one comes back to be asked about, at the look and when it is kept', async () => {
  for (const act of ['preview', 'keep']) {
    const answer = await writeLetter({ ...letter, act })
    const page = await answer.text()
    expect([answer.status, page.includes('tick it to send it to this one recipient'), page.includes('Look at the letter')]).toEqual([
      422,
      true,
      false,
    ])
    expect(page).toContain('I come on Monday.')
  }
})

test('chosen for this recipient, it is kept, and only those who may see safe addresses find the letter', async () => {
  const look = await (await writeLetter({ ...letter, safe: homeId, act: 'preview' })).text()
  expect(look).toContain('chosen for this recipient')
  expect(look).toContain(`name="safe" value="${homeId}"`)
  expect((await writeLetter({ ...letter, safe: homeId, act: 'keep' })).status).toBe(303)
  const letters = (worker: string) => asWorker(worker, db => listDocuments(db, caseId))
  expect((await letters(cast.tom)).map(one => one.category)).toEqual(['safe address'])
  expect(await letters(cast.grace)).toEqual([])
})

test.each([
  'Row at 19 Weir Cottages',
  'Calls to +44 7700 900641',
  'Noise, WX6 2RB',
  '19-weir-cottages again',
])('no case is opened under the title %j, and the form comes back as it was typed', async title => {
  for (const parent of ['', caseId]) {
    const answer = await send(cases, '/cases/new', { programme: 'asb', title, summary: 'Every <night>', parent })
    const page = await answer.text()
    expect([answer.status, page.includes('safe address or number of Ayo Adeyemi'), page.includes('Every &lt;night&gt;')]).toEqual([
      422,
      true,
      true,
    ])
    expect(page).toContain(parent ? 'Open a sub-case' : 'Open a case')
  }
})

test('who may not see the safe address is not told of it by a refusal', async () => {
  const answer = await send(cases, '/cases/new', { programme: 'asb', title: 'Row at 19 Weir Cottages', lead: cast.grace }, cast.grace)
  expect(answer.status).toBe(303)
})

test('a sub-case of a place at a safe address is given another title', async () => {
  const [place] = await asWorker(cast.tom, db => db.selectFrom('casePlaces').select('id').where('caseId', '=', caseId).execute())
  const path = `/cases/${caseId}/places/${place?.id}/sub-case`
  const answer = await send(places, path, { title: '19 Weir Cottages, Brackenwell', team: '' })
  expect([answer.status, (await answer.text()).includes('value="19 Weir Cottages, Brackenwell"')]).toEqual([422, true])
})

test('it is in no title, whatever is chosen', async () => {
  const answer = await writeLetter({ ...letter, title: 'To 19 Weir Cottages', safe: homeId, act: 'keep' })
  expect([answer.status, (await answer.text()).includes('Leave the safe address or number out of the title.')]).toEqual([422, true])
  const task = { title: 'Ring 07700 900641', to: cast.tom, due: 'in 2 days', aim: '', detail: '', category: 'safe address' }
  expect((await send(plan, `/cases/${caseId}/tasks`, task)).status).toBe(422)
  const details = { title: '19 Weir Cottages', summary: '', lead: cast.tom, marking: 'OFFICIAL', starts: '', ends: '', version: '1' }
  expect((await send(cases, `/cases/${caseId}/edit`, details)).status).toBe(422)
})

test('whoever may not see it learns nothing by trying', async () => {
  expect((await writeLetter({ ...letter, act: 'keep' }, cast.grace)).status).toBe(303)
})

const pack = async (query: string) => {
  const answer = await asking(documents, cast.tom)(`/cases/${caseId}/pack.pdf?part=chronology&part=places${query}`)
  if (answer.status !== 200) return { status: answer.status, text: await answer.text() }
  return { status: 200, text: (await extractText(await getDocumentProxy(new Uint8Array(await answer.arrayBuffer())))).text.join(' ') }
}

test('a pack leaves it out, and what is marked as one; for one recipient it is put in, and that is logged', async () => {
  const { text } = await pack('')
  expect(text).toContain('She likes tea.')
  expect(text).toContain('Left out: a safe address or number.')
  expect(text).not.toMatch(/Weir|WX6|blue door/)
  expect((await pack('&safe=yes&recipient=')).status).toBe(422)
  expect((await pack('&safe=yes&recipient=The+refuge')).text).toMatch(/Weir Cottages[\s\S]*|blue door/)
  const looks = await asWorker(cast.tom, db =>
    db.selectFrom('looks').select('words').where('kind', '=', 'export').orderBy('words').execute(),
  )
  expect(looks.map(look => look.words)).toEqual([
    'pack: places, chronology',
    'pack: places, chronology',
    'pack: places, chronology, with safe addresses and numbers, for The refuge',
  ])
})

test('a list for a spreadsheet leaves it out', async () => {
  const list = await (await asking(places, cast.tom)(`/cases/${caseId}/places/export`)).text()
  expect(list).toContain('Left out: a safe address')
  expect(list).not.toMatch(/Weir|WX6/)
})
