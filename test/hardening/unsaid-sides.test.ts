/** Whoever works both sides of a case posts each form without saying who may see it: it goes to nobody, rather than to everybody. */
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { asWorker, newId } from '../../src/platform/db.ts'
import { agency, cast, team } from '../cast.ts'
import { aCase, share } from '../case.ts'
import { ownDatabase } from '../database.ts'
import { form } from '../ask.ts'
import { signIn } from '../sign-in.ts'

ownDatabase()

const word = 'Zyxquorl'
let [caseId, cookie, apart, picture] = ['', '', newId(), new Uint8Array()]
const app = createApp()

/** Housing works with whoever was harmed, Health with whoever is responsible, and Sam with both. */
beforeAll(async () => {
  caseId = await aCase(cast.sam, { programme: 'restorative-justice', ownerTeamId: team.slaveryTeam })
  const more = {
    tier: 'contribute',
    basis: 'statutory gateway',
    gateway: 'Crime and Disorder Act 1998, section 115',
    agreementId: null,
  } as const
  await share(caseId, agency.housing, { ...more, sides: ['harmed'] }, cast.sam)
  await share(caseId, agency.health, { ...more, sides: ['responsible'] }, cast.sam)
  await asWorker(cast.sam, db =>
    db.insertInto('people').values({ id: apart, givenName: 'Ada', heldBy: agency.police, createdBy: cast.sam }).execute(),
  )
  cookie = await signIn(cast.sam)
  picture = new Uint8Array(
    await sharp({ create: { width: 60, height: 40, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer(),
  )
})

const post = (path: string, fields: Parameters<typeof form>[0]) =>
  app.request(path, { ...form(fields), headers: { cookie, 'sec-fetch-site': 'same-origin' } })
const file = () => new File([`${word} was here`], `${word}.txt`, { type: 'text/plain' })
const photo = () => new File([picture], 'page.jpg')
const consent = { wordsShown: `${word} and more`, agencies: [agency.housing], purposes: word, channel: 'phone', givenOn: '1 Nov 2025' }

const forms: [string, (at: string) => [string, Parameters<typeof form>[0]]][] = [
  ['a note', at => [`${at}/entries`, { kind: 'note', body: word }]],
  ['a restricted note', at => [`${at}/entries`, { kind: 'note', body: word, restricted: 'yes', readers: 'Noor Halabi' }]],
  ['a task', at => [`${at}/tasks`, { title: word, to: cast.sam, due: 'in 2 weeks' }]],
  ['an aim', at => [`${at}/aims`, { title: word }]],
  ['a message', at => [`${at}/messages`, { body: word }]],
  ['a document', at => [`${at}/documents`, { title: word, file: [file()] }]],
  ['a scan', at => [`${at}/scans/new`, { title: word, files: [photo()] }]],
  ['a letter', at => [`${at}/letters/new`, { to: word, title: word, body: word, act: 'keep' }]],
  ['a place', at => [`${at}/places`, { role: 'Other', line1: word, kind: 'home' }]],
  ['an organisation', at => [`${at}/objects`, { kind: 'organisation', name: word, role: 'Other' }]],
  ['an outcome', at => [`${at}/outcomes`, { kind: 'Other', detail: word, achieved: '2025-11-01' }]],
  ['somebody new, in a role of no side', at => [`${at}/people`, { person: 'new', roles: 'Other', basis: word, givenName: word }]],
  ['somebody known, in a role of no side', at => [`${at}/people`, { person: apart, roles: 'Other', basis: word }]],
  ['somebody found', at => [`${at}/people/found`, { name: word, roles: 'Other', basis: word }]],
  [
    'a number of somebody who is not in the case',
    () => [`/people/${apart}/contacts`, { caseId, kind: 'mobile', value: word, source: word }],
  ],
  ['a consent of somebody who is not in the case', at => [`${at}/consents/new`, { person: apart, ...consent, expiresOn: '1 Nov 2030' }]],
]

const seenBy = async (worker: string): Promise<number> => {
  const theirs = { headers: { cookie: await signIn(worker) } }
  const pages = ['', '/people', '/places', '/plan', '/messages', '/documents', '/outcomes'].map(page => `/cases/${caseId}${page}`)
  const answers = await Promise.all([...pages, '/people'].map(async page => (await app.request(page, theirs)).text()))
  return answers.filter(text => text.includes(word)).length
}

test.each(forms)('%s that says nothing of its side comes back, whole, and nobody reads it', async (_, sent) => {
  const [path, fields] = sent(`/cases/${caseId}`)
  for (const side of [undefined, '', 'unsaid', ['', 'unsaid'], ['harmed', 'responsible']]) {
    const answer = await post(path, { ...fields, ...(side !== undefined && { side }) })
    const page = await answer.text()
    expect([answer.status, page.includes('Choose who may see this.')]).toEqual([422, true])
    if (!path.includes('places') && !path.includes('people/')) expect(page).toContain(word)
  }
  for (const worker of [cast.grace, cast.noor, cast.sam]) expect(await seenBy(worker)).toBe(0)
})

test.each(
  forms,
)('%s is refused, and nothing breaks, with a side that the case does not have, or with any field twice or as a file', async (_, sent) => {
  const [path, fields] = sent(`/cases/${caseId}`)
  expect((await post(path, { ...fields, side: 'victim' })).status).toBe(422)
  for (const [name, value] of Object.entries(fields))
    for (const twisted of [['a', newId()], [value, 'unsaid'].flat(), [new File(['x'], 'x.txt')]])
      expect([303, 403, 404, 422]).toContain((await post(path, { ...fields, side: 'unsaid', [name]: twisted as string[] })).status)
  for (const worker of [cast.grace, cast.noor, cast.sam]) expect(await seenBy(worker)).toBe(0)
})

test('a role of no side is of the side of another that is ticked with it, or that they have already', async () => {
  await post(`/cases/${caseId}/people`, { person: 'new', roles: ['Other', 'Harmed person'], basis: word, givenName: 'Bea' })
  const roles = (worker: string) =>
    asWorker(worker, db =>
      db.selectFrom('casePeople').select(['personId', 'role', 'side']).where('caseId', '=', caseId).orderBy('role').execute(),
    )
  const [person] = (await roles(cast.grace)).map(row => row.personId)
  await post(`/cases/${caseId}/people`, { person: person ?? '', roles: 'Witness', basis: word })
  expect((await roles(cast.grace)).map(row => row.side)).toEqual(['harmed', 'harmed'])
  expect(await roles(cast.noor)).toEqual([])
})
