/** Asks every address for a case, and for everything in it, as people who may not know it; no answer may show a word of it. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aCase, share, unshare } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { openSignIn, signIn } from '../../../test/sign-in.ts'
import { createApp } from '../../app.tsx'
import { asWorker, newId } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { newInCase } from '../people/inputs.ts'
import { joinCaseAsNew } from '../people/roles.ts'

ownDatabase()

/** What a person, a place, a task and so on are called here: a word that stands in no page of its own accord. */
const secret = 'Zyxquorl'
const ids = { case: '', person: '', place: '', part: '', role: '', aim: '', task: '', entry: '', document: '', share: '', own: '' }

beforeAll(async () => {
  await openSignIn()
  ids.case = await aCase(cast.sam, { ownerTeamId: team.slaveryTeam })
  ids.own = await aCase(cast.grace)
  ids.person = await asWorker(cast.sam, db =>
    joinCaseAsNew(
      db,
      ids.case,
      newInCase.parse({
        roles: ['Complainant'],
        basis: secret,
        givenName: secret,
        familyName: 'Adeyemi',
        otherName: secret,
        phone: '07700 900456',
      }),
    ),
  )
  Object.assign(ids, { place: newId(), part: newId(), aim: newId(), task: newId(), entry: newId(), document: newId() })
  await asWorker(cast.sam, async db => {
    const mine = { caseId: ids.case, createdBy: cast.sam }
    await db.updateTable('cases').set({ title: secret, summary: secret }).where('id', '=', ids.case).execute()
    await db
      .insertInto('places')
      .values({ id: ids.place, line1: `1 ${secret} Row`, town: 'Wexmoor', postcode: 'ZZ9 9ZZ', createdBy: cast.sam })
      .execute()
    await db
      .insertInto('casePlaces')
      .values({ id: ids.part, caseId: ids.case, placeId: ids.place, role: 'Home', basis: secret, addedBy: cast.sam })
      .execute()
    await db
      .insertInto('aims')
      .values({ ...mine, id: ids.aim, title: secret, position: 1 })
      .execute()
    await db
      .insertInto('tasks')
      .values({ ...mine, id: ids.task, aimId: ids.aim, title: secret, assignedTo: cast.sam, dueOn: '2026-01-01' })
      .execute()
    const by = { caseId: ids.case, authorId: cast.sam, agencyId: agency.police }
    await db
      .insertInto('entries')
      .values({ ...by, id: ids.entry, kind: 'note', occurredAt: new Date(), body: secret })
      .execute()
    await db.insertInto('entryPeople').values({ entryId: ids.entry, personId: ids.person }).execute()
    await db
      .insertInto('messages')
      .values({ ...by, body: secret })
      .execute()
    await db
      .insertInto('documents')
      .values({ ...mine, id: ids.document, title: secret, kind: 'Order', agencyId: agency.police })
      .execute()
    await seen(db, 'case', ids.case, { caseId: ids.case })
    ids.role = (await db.selectFrom('casePeople').select('id').where('caseId', '=', ids.case).executeTakeFirstOrThrow()).id
  })
  ids.share = await share(ids.case, agency.health, { tier: 'headline' }, cast.sam)
  await share(ids.case, agency.charity, { tier: 'pointer' }, cast.sam)
  const over = await share(ids.case, agency.housing, { tier: 'lead' }, cast.sam)
  await (await pages(cast.grace))(`/cases/${ids.case}`)
  await (await pages(cast.grace))(`/people/${ids.person}`)
  await unshare(over, cast.sam)
})

async function pages(worker: string) {
  const [app, cookie] = [createApp(), await signIn(worker)]
  return (path: string, form?: Record<string, string>) =>
    Promise.resolve(
      app.request(
        path,
        form
          ? { method: 'POST', body: new URLSearchParams(form), headers: { cookie, 'sec-fetch-site': 'same-origin' } }
          : { headers: { cookie } },
      ),
    )
}

const ofCase = () =>
  [
    '',
    '/edit',
    '/closure',
    '/outcomes',
    '/sub-cases',
    '/plan',
    '/people',
    '/people/new',
    '/people/found',
    '/places',
    '/places/new',
    '/places/import',
    '/places/import/check',
    '/places/export',
    '/documents',
    '/scans/new',
    '/letters/new',
    '/pack',
    '/pack.pdf?part=chronology&part=people',
    '/messages',
    '/sharing',
    '/sharing/new',
    '/sharing/check',
    '/why',
    '/looks',
    '/brief',
    `/aims/${ids.aim}`,
    `/tasks/${ids.task}`,
    `/entries/${ids.entry}/correction`,
    `/people/${ids.role}/ending`,
    `/places/${ids.part}/sub-case`,
    `/sharing/${ids.share}/end`,
  ].map(path => `/cases/${ids.case}${path}`)
const ofThings = () => [
  ...['', '/details', '/equality', '/names', '/contacts', '/warnings', '/needs', '/relationships'].map(
    path => `/people/${ids.person}${path}`,
  ),
  `/places/${ids.place}`,
  `/places/${ids.place}/edit`,
  `/documents/${ids.document}`,
  `/documents/${ids.document}/letter`,
  `/documents/${ids.document}/versions/1/file`,
  `/cases/new?parent=${ids.case}`,
  `/live?case=${ids.case}`,
]
const ofMany = () => [
  '/',
  '/cases',
  '/cases?show=closed',
  '/tasks',
  '/tasks?whose=all',
  '/alerts',
  '/people',
  '/people/new',
  '/looks',
  '/account/trail',
  '/teams',
  `/teams/${team.slaveryTeam}`,
  '/agencies',
  `/agencies/${agency.police}`,
  `/workers/${cast.sam}`,
  `/workers/${cast.sam}/leaving`,
  `/workers/${cast.sam}/move`,
  ...[secret, 'Zyxquorll', 'Adeyemi', '07700 900456', 'ZZ9 9ZZ', `1 ${secret} Row`].flatMap(words => [
    `/search?q=${encodeURIComponent(words)}`,
    `/search/suggestions?q=${encodeURIComponent(words)}`,
  ]),
]
/** What the page itself was asked by is no leak. */
const without = (text: string, asked: string) => {
  const words = new URLSearchParams(asked.split('?')[1] ?? '').get('q') ?? ''
  const typed = [words, encodeURIComponent(words), words.replaceAll(' ', '+')]
  return words ? typed.reduce((rest, one) => rest.replaceAll(one, ''), text) : text
}
const tells = (text: string) => [secret, 'Adeyemi', '900456', ids.person, ids.document, ids.task].filter(word => text.includes(word))

const outsiders = {
  owen: cast.owen,
  grace: cast.grace,
  tom: cast.tom,
  ingrid: cast.ingrid,
  amir: cast.amir,
  pat: cast.pat,
  vera: cast.vera,
}

test.each(Object.entries(outsiders))('%s, who may not know of a case, meets not a word of it anywhere', async (name, worker) => {
  const ask = await pages(worker)
  for (const path of [...ofCase(), ...ofThings()]) {
    const answer = await ask(path)
    // An information-governance lead sees that her agency holds it, who looked, and may end its shares.
    const owners =
      name === 'ingrid' &&
      [`/cases/${ids.case}`, ...['looks', 'sharing', 'why', `sharing/${ids.share}/end`].map(part => `/cases/${ids.case}/${part}`)].includes(
        path,
      )
    if (!owners) expect([path, answer.status]).toEqual([path, 404])
    expect([path, tells(await answer.text())]).toEqual([path, []])
  }
  // She also sees what her agency's workers searched for: here, what the others of this test did.
  const many = ofMany().filter(path => name !== 'ingrid' || path !== '/looks')
  for (const path of many) expect([path, tells(without(await (await ask(path)).text(), path))]).toEqual([path, []])
})

test.each(
  Object.entries({ aisha: cast.aisha, noor: cast.noor }),
)('%s, who sees a pointer or a headline, meets nothing of what is in the case', async (name, worker) => {
  const ask = await pages(worker)
  for (const path of [...ofCase().slice(1), ...ofThings()].filter(one => !one.endsWith('/why'))) {
    const answer = await ask(path)
    expect([path, tells(await answer.text())]).toEqual([path, []])
    expect([path, answer.status]).toEqual([path, path.endsWith('/looks') ? 403 : 404])
  }
  const inside = (text: string) => tells(text).filter(word => name !== 'noor' || word !== secret)
  for (const path of [`/cases/${ids.case}`, `/cases/${ids.case}/why`, ...ofMany()])
    expect([path, inside(without(await (await ask(path)).text(), path))]).toEqual([path, []])
})

test('nothing of a hidden case is reached through a form of one’s own case', async () => {
  const ask = await pages(cast.grace)
  const own = `/cases/${ids.own}`
  const forms: [string, Record<string, string>][] = [
    [`${own}/people`, { person: ids.person, roles: 'Witness', basis: 'Heard of' }],
    [`${own}/places`, { place: ids.place, role: 'Home', basis: 'Heard of' }],
    [`${own}/places/${ids.part}/grade`, { grade: '', reason: 'x', version: '1' }],
    [`${own}/places/${ids.part}/ending`, {}],
    [`${own}/places/${ids.part}/sub-case`, { title: 'Under it' }],
    [`${own}/people/${ids.role}/ending`, { endReason: 'Not so' }],
    [`${own}/entries`, { body: 'A visit', person: ids.person }],
    [`${own}/entries/${ids.entry}/correction`, { body: 'Otherwise', correctionReason: 'A slip' }],
    [`${own}/tasks`, { title: 'Do it', to: cast.grace, due: '2027-01-01', aim: ids.aim, detail: '' }],
    [`${own}/tasks`, { title: 'Do it', to: cast.owen, due: '2027-01-01', aim: '', detail: '' }],
    [`${own}/tasks/${ids.task}`, { title: 'Mine', to: cast.grace, due: '2027-01-01', aim: '', detail: '', version: '1' }],
    [`${own}/tasks/${ids.task}/notes`, { body: 'x' }],
    [`${own}/tasks/${ids.task}/completion`, { evidence: 'Done it' }],
    [`${own}/tasks/${ids.task}/cancellation`, { reason: 'Not needed' }],
    [`${own}/tasks/${ids.task}/reopening`, { reason: 'Again' }],
    [`${own}/aims/${ids.aim}`, { title: 'Mine', version: '1' }],
    [`${own}/messages`, { body: 'Psst', to: cast.owen }],
    [`${own}/sharing/${ids.share}/end`, { reason: 'Not needed' }],
    ['/cases/new', { programme: 'asb', title: 'Under it', parent: ids.case }],
    [`/people/${ids.person}/names`, { kind: 'alias', name: 'Zed', caseId: ids.own }],
    [`/people/${ids.person}/details`, { givenName: 'A', familyName: 'B', version: '1' }],
    [`/people/${ids.person}/equality`, { question: 'religion', answer: 'x' }],
    [`/places/${ids.place}/edit`, { line1: '2 Other Row', version: '1' }],
    [`/documents/${ids.document}/versions`, { note: 'x' }],
    ...[
      'entries',
      'people',
      'places',
      'tasks',
      'aims',
      'messages',
      'documents',
      'outcomes',
      'closure',
      'reopening',
      'stage',
      'edit',
      'sharing/new',
      'sharing',
      'objects',
      'letters/new',
      'scans/new',
      'places/import',
    ].map((part): [string, Record<string, string>] => [`/cases/${ids.case}/${part}`, { body: 'x', title: 'x', name: 'x', reason: 'x' }]),
  ]
  const before = await count()
  for (const [path, form] of forms) {
    const answer = await ask(path, form)
    expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true])
    expect([path, tells(await answer.text()).filter(word => !Object.values(form).includes(word))]).toEqual([path, []])
  }
  expect(await count()).toEqual(before)
})

const count = () =>
  asWorker(
    cast.sam,
    async db =>
      (
        await sql`select (select count(*) from entries where case_id = ${ids.case}) as entries, (select count(*) from tasks where case_id = ${ids.case} and open) as tasks,
    (select count(*) from case_people where case_id = ${ids.case} and ended_at is null) as people, (select count(*) from grants where case_id = ${ids.case} and revoked_at is null) as shares,
    (select count(*) from cases where parent_id = ${ids.case}) as below`.execute(db)
      ).rows,
  )
