/** Nothing leaves a case that is open in an emergency only, by whatever address. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { signIn } from '../../../test/sign-in.ts'
import { joins } from '../../../test/sided-case.ts'
import { createApp } from '../../app.tsx'
import { asWorker, newId } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { audit } from '../audit/index.ts'
import { documents } from '../documents/index.ts'
import { openInEmergency } from './commands.ts'

const folder = mkdtempSync(join(tmpdir(), 'emergency-'))
vi.stubEnv('KITH_DATA_DIR', folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
ownDatabase()

async function open(who: string, caseId: string): Promise<void> {
  const { reference } = await asWorker(cast.tom, db =>
    db.selectFrom('cases').select('reference').where('id', '=', caseId).executeTakeFirstOrThrow(),
  )
  await asWorker(who, db => openInEmergency(db, { reference, reason: 'She rang from the car, he is following her', minutes: 30 }))
}

/** A file that no browser shows: whichever way it is asked for, it is saved. */
async function aLetter(caseId: string): Promise<string> {
  const letter = new File(['{\\rtf1\\ansi She is at her sister’s}'], 'notes.rtf', { type: 'application/rtf' })
  expect((await asking(documents, cast.tom)(`/cases/${caseId}/documents`, form({ title: '', files: [letter] }))).status).toBe(303)
  const { id } = await asWorker(cast.tom, db =>
    db.selectFrom('documents').select('id').where('caseId', '=', caseId).executeTakeFirstOrThrow(),
  )
  return `/documents/${id}/versions/1/file`
}

test('a file that a browser can only save is refused in an emergency', async () => {
  const caseId = await aCase(cast.tom)
  const letter = await aLetter(caseId)
  await open(cast.noor, caseId)
  const ask = asking(documents, cast.noor)
  expect([(await ask(`${letter}?save=yes`)).status, (await ask(letter)).status]).toEqual([403, 403])
  expect(await (await ask(letter)).text()).toContain('Save it when the emergency has ended')
})

test('nor are a letter printed, a pack made or a list saved: each says when to come back, and nothing of what would have left', async () => {
  const caseId = await aCase(cast.tom)
  const notes = new File(['She is at her sister’s'], 'notes.txt', { type: 'text/plain' })
  await asking(documents, cast.tom)(`/cases/${caseId}/documents`, form({ title: '', files: [notes] }))
  const { id } = await asWorker(cast.tom, db =>
    db.selectFrom('documents').select('id').where('caseId', '=', caseId).executeTakeFirstOrThrow(),
  )
  await open(cast.noor, caseId)
  const [app, headers] = [createApp(), { cookie: await signIn(cast.noor) }]
  for (const path of [`/documents/${id}/letter`, `/cases/${caseId}/pack.pdf?part=chronology`, `/cases/${caseId}/places/export`]) {
    const refused = await app.request(path, { headers })
    expect([path, refused.status, refused.headers.get('content-disposition')]).toEqual([path, 403, null])
    const words = await refused.text()
    expect(words).toContain('Save it when the emergency has ended')
    expect(words).not.toContain('sister')
  }
})

test('what would print or save is not offered in an emergency, nor a note; whoever has the case anyway finds it', async () => {
  const caseId = await aCase(cast.tom)
  const letter = (await aLetter(caseId)).replace('/versions/1/file', '')
  await open(cast.noor, caseId)
  const offers = async (who: string) => {
    const [app, headers] = [createApp(), { cookie: await signIn(who) }]
    const pages = [`/cases/${caseId}/documents`, letter, `/cases/${caseId}/places`, `/cases/${caseId}/brief`].map(async path => {
      const answer = await app.request(path, { headers })
      expect([path, answer.status]).toEqual([path, 200])
      return answer.text()
    })
    const text = (await Promise.all(pages)).join()
    return ['Case pack', 'Save a copy', 'Export as CSV', 'Write a note'].filter(words => text.includes(words))
  }
  expect(await offers(cast.noor)).toEqual([])
  expect(await offers(cast.tom)).toEqual(['Case pack', 'Save a copy', 'Export as CSV', 'Write a note'])
})

test('for others it is recorded as saved, so that it is listed when it has to be called back', async () => {
  const caseId = await aCase(cast.tom)
  await share(caseId, agency.health)
  const got = await asking(documents, cast.noor)(await aLetter(caseId))
  expect([got.status, got.headers.get('content-disposition')?.split(';')[0]]).toEqual([200, 'attachment'])
  const looks = await asWorker(cast.noor, db => db.selectFrom('looks').select('kind').where('caseId', '=', caseId).execute())
  expect(looks.map(one => one.kind)).toEqual(['download'])
})

test('one’s own trail, in which such a case stands, is saved before and not meanwhile', async () => {
  const [caseId, personId] = [await aCase(cast.tom), newId()]
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id: personId, givenName: 'Zuleika', familyName: 'Quarmby', createdBy: cast.tom }).execute()
    await joins(db, caseId, personId)
  })
  const save = () => asking(audit, cast.grace)('/account/trail?as=csv')
  expect((await save()).status).toBe(200)
  await open(cast.grace, caseId)
  await asWorker(cast.grace, db => seen(db, 'person', personId))
  const refused = await save()
  expect(refused.status).toBe(403)
  const words = await refused.text()
  expect(words).toContain('Save it when the emergency has ended')
  expect(words).not.toContain('Quarmby')
})

test('once each of those cases is shared with the worker anyway, it is saved again, although the emergency lasts', async () => {
  const [one, another] = [await aCase(cast.tom), await aCase(cast.tom)]
  for (const caseId of [one, another]) await open(cast.amir, caseId)
  const save = async () => (await asking(audit, cast.amir)('/account/trail?as=csv')).status
  await share(one, agency.housing)
  expect(await save()).toBe(403)
  await share(another, agency.housing)
  expect(await save()).toBe(200)
})

test('nothing of a case is saved while an emergency opens more of it than the worker’s share: another side, or what is sensitive', async () => {
  const caseId = await aCase(cast.tom, { programme: 'da-marac' })
  await share(caseId, agency.health, { tier: 'contribute', sides: ['victim'] })
  await share(caseId, agency.housing, { categories: [] })
  const save = async (who: string) => (await asking(documents, who)(`/cases/${caseId}/pack.pdf?part=chronology`)).status
  expect([await save(cast.noor), await save(cast.grace)]).toEqual([200, 200])
  for (const who of [cast.noor, cast.grace]) await open(who, caseId)
  expect([await save(cast.noor), await save(cast.grace)]).toEqual([403, 403])
  await share(caseId, agency.health)
  expect(await save(cast.noor)).toBe(200)
})
