/** A person is in two cases: whoever may read the one meets nothing that was learnt in the other. */
import { beforeAll, expect, test } from 'vitest'
import { aCase, type Share, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { openSignIn, signIn } from '../../../test/sign-in.ts'
import { createApp } from '../../app.tsx'
import { asWorker, newId } from '../../platform/db.ts'
import { giveWarning, learnContact, learnName, learnNeed, learnRelationship } from './facts.ts'
import { newInCase } from './inputs.ts'
import { endRole, joinCase, joinCaseAsNew } from './roles.ts'

ownDatabase()

const secret = 'Zyxquorl'
let [hidden, shared, sub, person, other, document, entry] = ['', '', '', '', '', newId(), newId()]
const join = (caseId: string, givenName: string, familyName = '') =>
  asWorker(cast.tom, db => joinCaseAsNew(db, caseId, newInCase.parse({ roles: ['Complainant'], basis: secret, givenName, familyName })))

beforeAll(async () => {
  await openSignIn()
  ;[hidden, shared] = [await aCase(), await aCase()]
  sub = await aCase(cast.tom, { parentId: hidden })
  person = await join(hidden, 'Ada', 'Okonjo')
  other = await join(hidden, secret)
  await asWorker(cast.tom, async db => {
    await db.updateTable('cases').set({ title: secret, summary: secret }).where('id', '=', hidden).execute()
    await joinCase(db, shared, person, { roles: ['Witness'], basis: 'Rang us' })
    await learnName(db, person, { caseId: hidden, kind: 'alias', name: secret })
    const contact = { caseId: hidden, source: secret, note: secret }
    await learnContact(db, person, { ...contact, kind: 'mobile', value: '07700 900456', postcode: '' })
    await learnContact(db, person, { ...contact, kind: 'address', value: `1 ${secret} Row`, postcode: 'ZZ9 9ZZ' })
    await giveWarning(db, person, { caseId: hidden, instruction: secret, reason: secret, reviewOn: '2027-01-10' })
    await learnNeed(db, person, { caseId: hidden, kind: 'language', detail: secret })
    await learnRelationship(db, person, { caseId: hidden, other, kind: secret, note: secret })
    const by = { authorId: cast.tom, agencyId: agency.police }
    const [told, place] = [newId(), newId()]
    await db
      .insertInto('entries')
      .values([
        { ...by, id: entry, caseId: hidden, kind: 'note', occurredAt: new Date(), body: secret },
        { ...by, id: told, caseId: shared, kind: 'note', occurredAt: new Date(), body: 'Two people called' },
      ])
      .execute()
    // Somebody who is not in the shared case is named in its chronology by whoever knows them.
    await db
      .insertInto('entryPeople')
      .values([
        { entryId: entry, personId: person },
        { entryId: told, personId: person },
        { entryId: told, personId: other },
      ])
      .execute()
    await db.insertInto('places').values({ id: place, line1: '4 Fern Court', postcode: 'ZZ1 1ZZ', createdBy: cast.tom }).execute()
    for (const caseId of [hidden, shared]) {
      const [role, basis] = caseId === hidden ? [secret, secret] : ['Home', 'Rang us']
      await db.insertInto('casePlaces').values({ caseId, placeId: place, role, basis, addedBy: cast.tom }).execute()
    }
    await db
      .insertInto('documents')
      .values({ id: document, caseId: hidden, title: secret, kind: 'Order', createdBy: cast.tom, agencyId: agency.police })
      .execute()
    await db
      .insertInto('messages')
      .values({ ...by, caseId: hidden, body: secret })
      .execute()
    // What goes to one agency only, in the case that others read too.
    await db
      .insertInto('messages')
      .values({ ...by, caseId: shared, toId: agency.police, body: secret })
      .execute()
    await db
      .insertInto('equalityAnswers')
      .values({ personId: person, agencyId: agency.police, question: 'age', answer: secret, source: 'self', recordedBy: cast.tom })
      .execute()
    await db
      .insertInto('drafts')
      .values({ workerId: cast.tom, key: `entry:${shared}`, body: JSON.stringify(secret) })
      .execute()
  })
  for (const caseId of [shared, sub]) await share(caseId, agency.housing, { tier: 'lead' })
  await share(shared, agency.charity)
})

const parts = [
  '',
  '/edit',
  '/outcomes',
  '/sub-cases',
  '/plan',
  '/people',
  '/people/new?q=okonjo',
  '/people/found',
  '/places',
  '/places/new?q=fern',
  '/places/export',
  '/documents',
  '/letters/new',
  '/pack',
  '/messages',
  '/sharing',
  '/sharing/new',
  '/why',
  '/looks',
  '/brief',
  '/pack.pdf?part=chronology&part=people&part=places&part=plan&part=documents',
]
const facts = ['', '?only=named', '/details', '/equality', '/names', '/contacts', '/warnings', '/needs', '/relationships']
const lists = ['/', '/cases', '/tasks?whose=all', '/alerts', '/people', '/looks', '/account/trail']
const words = [secret, 'Zyxquorll', 'okonjo', 'okonjo 07700 900456', '07700 900456', 'ZZ9 9ZZ', 'fern court', `ada ${secret}`]

test.each(
  Object.entries({ grace: cast.grace, aisha: cast.aisha }),
)('%s reads one case of a person and nothing of the other', async (_name, worker) => {
  const [app, cookie] = [createApp(), await signIn(worker)]
  const asked = [
    ...parts.flatMap(part => [`/cases/${shared}${part}`, `/cases/${sub}${part}`]),
    ...facts.map(part => `/people/${person}${part}`),
    ...lists,
    ...words.flatMap(said => [`/search?q=${encodeURIComponent(said)}`, `/search/suggestions?q=${encodeURIComponent(said)}`]),
  ]
  let read = 0
  for (const path of asked) {
    const answer = await app.request(path, { headers: { cookie } })
    if (answer.status === 200) read++
    const said = new URLSearchParams(path.split('?')[1] ?? '').get('q') ?? ''
    const text = [said, encodeURIComponent(said), said.replaceAll(' ', '+')].reduce(
      (rest, one) => (one ? rest.replaceAll(one, '') : rest),
      await answer.text(),
    )
    expect([path, [secret, '900456', 'ZZ9 9ZZ', hidden, other, document, entry].filter(word => text.includes(word))]).toEqual([path, []])
  }
  expect(read).toBeGreaterThan(40)
})

test('where somebody lives is of the side that they are on, whichever of their roles was ticked first', async () => {
  const caseId = await aCase(cast.sam, { programme: 'restorative-justice', ownerTeamId: team.slaveryTeam })
  const onGateway: Share = {
    agreementId: null,
    basis: 'statutory gateway',
    gateway: 'Crime and Disorder Act 1998, section 115',
    tier: 'contribute',
  }
  await share(caseId, agency.housing, { ...onGateway, sides: ['harmed'] }, cast.sam)
  await share(caseId, agency.health, { ...onGateway, sides: ['responsible'] }, cast.sam)
  const whole = {
    basis: 'Rang us',
    givenName: 'Ayo',
    familyName: 'Quill',
    otherName: 'Yoyo',
    phone: '07700 900457',
    address: '1 Fern Court',
  }
  const added = await asWorker(cast.sam, db => joinCaseAsNew(db, caseId, newInCase.parse({ ...whole, roles: ['Other', 'Harmed person'] })))
  const known = (worker: string) =>
    asWorker(worker, async db => {
      const [names, contacts] = [
        db.selectFrom('personNames').select('name as word'),
        db.selectFrom('personContacts').select('value as word'),
      ]
      return (
        await names
          .where('personId', '=', added)
          .unionAll(contacts.where('personId', '=', added))
          .execute()
      )
        .map(row => row.word)
        .sort()
    })
  expect(await known(cast.grace)).toEqual(['07700 900457', '1 Fern Court', 'Yoyo'])
  const moves = (value: string) =>
    asWorker(cast.sam, db => learnContact(db, added, { caseId, kind: 'address', value, postcode: '', source: '', note: '' }))
  await moves('2 Fern Court')
  await asWorker(cast.sam, async db => {
    for (const { id } of await db.selectFrom('casePeople').select('id').where('personId', '=', added).execute())
      await endRole(db, caseId, id, 'Has moved away')
  })
  await moves('3 Fern Court')
  expect(await known(cast.grace)).toEqual(['07700 900457', '1 Fern Court', '2 Fern Court', '3 Fern Court', 'Yoyo'])
  expect(await known(cast.noor)).toEqual([])
})
