/** A preview shows exactly what the share will open, for every tier, side and category, and leaves nothing behind. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { asking, form } from '../../../../test/ask.ts'
import { aCase } from '../../../../test/case.ts'
import { agency, cast } from '../../../../test/cast.ts'
import { ownDatabase } from '../../../../test/database.ts'
import { joins } from '../../../../test/sided-case.ts'
import { asWorker, type Db, newId } from '../../../platform/db.ts'
import type { Kith } from '../../../platform/requests.ts'
import { cases } from '../../cases/index.ts'
import { chronology } from '../../chronology/index.ts'
import { consents } from '../../consents/index.ts'
import { documents } from '../../documents/index.ts'
import { messages } from '../../messages/index.ts'
import { casePeople, people } from '../../people/index.ts'
import { places } from '../../places/index.ts'
import { plan } from '../../plan/index.ts'
import { previewsOf, sharing } from '../index.ts'
import { previewLink, sharingLink } from '../links.ts'
import { tiers } from '../tiers.ts'
import { inside } from './inside.ts'

ownDatabase()
const slices = [casePeople, cases, chronology, consents, documents, messages, people, places, plan, sharing]
const app = new Hono<Kith>().route('/', previewsOf(slices))
for (const slice of slices) app.route('/', slice)
const [tom, grace] = [asking(app, cast.tom), asking(app, cast.grace)]
const tabs = ['', '/plan', '/people', '/places', '/documents', '/messages', '/sub-cases', '/outcomes', '/consents', '/sharing']

const marks = ['victim', 'subject', null].flatMap(side => [undefined, 'health', 'immigration'].map(category => ({ side, category })))

/** One of everything, on every side and of several categories, and something restricted. */
async function fill(db: Db, caseId: string): Promise<string[]> {
  const own = { caseId, createdBy: cast.tom }
  for (const [n, mark] of marks.entries()) {
    const words = `Word${n} ${mark.side ?? 'all'} ${mark.category ?? 'plain'}`
    const byTom = { authorId: cast.tom, agencyId: agency.police, caseId, body: words, ...mark }
    await db
      .insertInto('entries')
      .values({ ...byTom, id: newId(), kind: 'note', occurredAt: new Date(Date.UTC(2026, 0, 1 + n)) })
      .execute()
    await db
      .insertInto('messages')
      .values({ ...byTom, id: newId() })
      .execute()
    await db
      .insertInto('tasks')
      .values({ ...own, ...mark, id: newId(), title: words, assignedTo: cast.tom, dueOn: '2030-01-01' })
      .execute()
    await db
      .insertInto('documents')
      .values({ ...own, ...mark, id: newId(), title: words, agencyId: agency.police })
      .execute()
  }
  await db
    .insertInto('entries')
    .values({
      caseId,
      id: newId(),
      kind: 'note',
      occurredAt: new Date(),
      body: 'Nobody else',
      authorId: cast.tom,
      agencyId: agency.police,
      side: null,
      restricted: true,
    })
    .execute()
  const ids: string[] = []
  for (const side of ['victim', 'subject']) {
    const id = newId()
    await db.insertInto('people').values({ id, givenName: side, familyName: 'Adeyemi', createdBy: cast.tom }).execute()
    await joins(db, caseId, id, { side })
    ids.push(id)
  }
  return ids
}

const wish = (more: Record<string, string | string[]> = {}) => ({
  with: agency.housing,
  tier: 'read',
  basis: 'vital',
  reason: 'Working on it together',
  until: '1/1/2030',
  side: ['victim', 'subject'],
  sensitive: 'all',
  ...more,
})
async function propose(of: string, more: Record<string, string | string[]> = {}): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...wish(more), next: 'preview' })) for (const one of [value].flat()) body.append(name, one)
  return tom(sharingLink(of, 'new'), { method: 'POST', body })
}
const preview = async (of: string, page = `/cases/${of}`) => (await tom(previewLink(of, page))).text()
const shown = (page: string) => /<div class="kith-preview">(.*)<\/div><\/main>/s.exec(page)?.[1] ?? ''
/** As people read it: without the ids and moments that differ between two shares. */
const asRead = (html: string) =>
  html
    .replaceAll(/<kith-still.*?<\/kith-still>/gs, '')
    .replaceAll(/<time.*?<\/time>|<span class="kith-entry__time">.*?<\/span>/gs, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|event-[0-9a-f]{12}/g, 'id')

const kinds = tiers.flatMap(({ key }) =>
  [
    ['every side, all that is sensitive', { side: ['victim', 'subject'] }],
    ['the victim side, nothing sensitive', { side: 'victim', sensitive: 'none' }],
    ['the subject side, health', { side: 'subject', sensitive: 'some', category: 'health' }],
  ].map(([words, more]) => [key, words, more] as [string, string, Record<string, string>]),
)

test.each(kinds)('%s of %s: the preview is the page that they then find', async (tier, _, more) => {
  const caseId = await aCase(cast.tom, { programme: 'da-marac' })
  const personIds = await asWorker(cast.tom, db => fill(db, caseId))
  expect((await propose(caseId, { tier, ...more })).headers.get('location')).toBe(previewLink(caseId))
  const pages = [...tabs.map(tab => `/cases/${caseId}${tab}`), ...personIds.map(id => `/people/${id}`)]
  const before: string[] = []
  for (const page of pages) before.push(shown(await preview(caseId, page)))
  expect(before[0]).toContain(tier === 'pointer' ? 'Ask them' : 'Noise at Fern Court')
  const done = await tom(sharingLink(caseId), { method: 'POST' })
  expect(done.status).toBe(303)
  for (const [n, page] of pages.entries()) {
    const answer = await grace(page)
    const found = before[n] ?? ''
    if (answer.status === 404) expect(found).toContain('They will not find this')
    else expect(asRead(found)).toBe(asRead(inside(await answer.text(), previewLink(caseId, ''))))
  }
})

test('a half-filled form is looked at, gone back to with nothing lost, and sent once it is whole', async () => {
  const id = await aCase()
  await propose(id, { reason: '', until: '', tier: 'headline' })
  const half = await preview(id)
  expect(half).toContain('Go back and fill in the rest')
  expect(half).not.toContain('Share with Housing</button>')
  expect(await (await tom(`${sharingLink(id, 'new')}?with=${agency.housing}`)).text()).toMatch(
    /value="headline"[^>]*checked|checked[^>]*value="headline"/,
  )
  const refused = await tom(sharingLink(id), { method: 'POST' })
  expect([refused.status, (await refused.text()).includes('Write why they need it')]).toEqual([422, true])
  const early = await propose(id, { until: '1/1/2020' })
  expect([early.status, (await tom(previewLink(id))).status]).toEqual([303, 422])
  await propose(id)
  expect(await preview(id)).toContain('Share with Housing')
  expect((await tom(sharingLink(id), form({}))).status).toBe(303)
  expect((await grace(`/cases/${id}`)).status).toBe(200)
})
