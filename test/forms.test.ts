/** A form that would be refused when it is sent is not shown: whoever may only read is told who may send it. */
import { beforeAll, expect, test } from 'vitest'
import { asWorker, newId } from '../src/platform/db.ts'
import { askAs } from './ask-as.ts'
import { aCase, share } from './case.ts'
import { agency, cast } from './cast.ts'
import { behindTheRules, ownDatabase } from './database.ts'
import { joins } from './sided-case.ts'
import { openSignIn } from './sign-in.ts'

const database = ownDatabase()

const ids = { case: '', person: '', place: '', part: '', aim: '', entry: '', consent: '', role: '' }

beforeAll(async () => {
  await openSignIn()
  ids.case = await aCase()
  await share(ids.case, agency.housing, { tier: 'read' })
  for (const key of ['person', 'place', 'part', 'aim', 'entry', 'consent'] as const) ids[key] = newId()
  await asWorker(cast.tom, async db => {
    const [caseId, createdBy] = [ids.case, cast.tom]
    await db.insertInto('people').values({ id: ids.person, givenName: 'Ayo', familyName: 'Adeyemi', createdBy }).execute()
    await joins(db, caseId, ids.person)
    ids.role = (await db.selectFrom('casePeople').select('id').executeTakeFirstOrThrow()).id
    await db.insertInto('places').values({ id: ids.place, line1: '1 Fern Court', createdBy }).execute()
    await db.insertInto('casePlaces').values({ id: ids.part, caseId, placeId: ids.place, role: 'Home', addedBy: cast.tom }).execute()
    await db.insertInto('aims').values({ id: ids.aim, caseId, title: 'Quiet nights', position: 1, createdBy }).execute()
    const entry = { kind: 'note', body: 'Rang twice', occurredAt: new Date(), authorId: cast.tom, agencyId: agency.police }
    await db
      .insertInto('entries')
      .values({ id: ids.entry, caseId, ...entry })
      .execute()
    const words = { wordsShown: 'May we tell Housing?', purposes: 'A quieter flat', givenOn: '2026-01-05', expiresOn: '2099-01-05' }
    await db
      .insertInto('consents')
      .values({
        id: ids.consent,
        caseId,
        personId: ids.person,
        ...words,
        agencies: [agency.housing],
        channel: 'phone',
        recordedBy: cast.tom,
      })
      .execute()
  })
})

async function open(worker: string, address: string) {
  const { status, text } = await askAs(worker, address)
  const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? ''
  return [status, main.includes('method="post"'), /\b(?:Only|Ask) [^<]+\./.test(main)]
}

const inCase = (): string[] =>
  [
    'edit',
    'closure',
    `entries/${ids.entry}/correction`,
    `aims/${ids.aim}`,
    'people/new?q=Zo',
    'people/found',
    `people/${ids.role}/ending`,
    'places/new?q=Fern',
    'places/import',
    `places/${ids.part}/sub-case`,
    'letters/new',
    'scans/new',
    'consents/new',
    `consents/${ids.consent}/withdrawal`,
    'sharing/new',
  ].map(page => `/cases/${ids.case}/${page}`)
const elsewhere = (): string[] => [`/cases/new?parent=${ids.case}`, `/people/${ids.person}/details`, `/places/${ids.place}/edit`]
const offersForm = (address: string): boolean => !/\/sharing\/new$/.test(address)

test('whoever may only read is told who may, on every page that holds nothing but a form', async () => {
  for (const address of [...inCase(), ...elsewhere()]) {
    expect([address, await open(cast.tom, address)]).toEqual([address, [200, offersForm(address), expect.anything()]])
    expect([address, await open(cast.grace, address)]).toEqual([address, [403, false, true]])
  }
})

test('a place offers “Change” only to whoever may change it', async () => {
  const offered = async (worker: string) => (await askAs(worker, `/places/${ids.place}`)).text.includes(`href="/places/${ids.place}/edit"`)
  expect([await offered(cast.tom), await offered(cast.grace)]).toEqual([true, false])
})

test('what the rules would refuse is said as such, and not as a change by a colleague', async () => {
  const send = async (address: string, fields: Record<string, string>) => {
    const { status, text } = await askAs(cast.grace, address, { version: '1', ...fields })
    return [status, /\bOnly [^<]+\./.test(text)]
  }
  expect(await send(`/places/${ids.place}/edit`, { line1: '2 Fern Court', kind: 'address' })).toEqual([403, true])
  expect(await send(`/people/${ids.person}/details`, { givenName: 'Ada', familyName: 'Adeyemi' })).toEqual([403, true])
})

test('a case that was closed meanwhile offers no form that would add to it or close it once more', async () => {
  await behindTheRules(database, ['cases'], client => client.query('update cases set closed_at = now() where id = $1', [ids.case]))
  expect((await open(cast.tom, `/cases/${ids.case}/edit`))[0]).toBe(200)
  expect((await open(cast.tom, `/cases/${ids.case}/closure`))[0]).toBe(409)
  for (const page of ['places/new', 'places/import', 'letters/new', 'scans/new', 'people/new', 'consents/new'])
    expect([page, (await open(cast.tom, `/cases/${ids.case}/${page}`))[0]]).toEqual([page, 403])
})
