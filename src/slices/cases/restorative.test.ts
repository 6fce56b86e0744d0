/** Restorative justice: two files in one case. The facilitator reads both; whoever works one side meets nobody and nothing of the other, on any page. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'
import type { Kith } from '../../platform/requests.ts'
import { brief } from '../brief/index.ts'
import { chronology } from '../chronology/index.ts'
import { messages } from '../messages/index.ts'
import { casePeople, people } from '../people/index.ts'
import { places } from '../places/index.ts'
import { plan } from '../plan/index.ts'
import { search } from '../search/index.ts'
import { sharing } from '../sharing/index.ts'
import { today } from '../today/index.ts'
import { cases } from './index.ts'

ownDatabase()
const everything = new Hono<Kith>()
for (const slice of [people, casePeople, places, search, today, brief, chronology, plan, messages, sharing, cases])
  everything.route('/', slice)

/** What stands on a side, each in words that stand nowhere else. */
const files = {
  harmed: {
    given: 'Halvard',
    family: 'Sundqvist',
    entry: 'moulds',
    place: 'Quernmore',
    task: 'locksmith',
    message: 'teapot',
    phone: '07700 900551',
  },
  responsible: {
    given: 'Thaddeus',
    family: 'Oglethorpe',
    entry: 'timber',
    place: 'Ravenglass',
    task: 'bricklayer',
    message: 'kestrel',
    phone: '07700 900552',
  },
} as const
type Side = keyof typeof files

/** Tom's case, with a file on each side; Grace works the harmed person's, Noor the responsible person's. */
async function twoFiles() {
  const caseId = await aCase(cast.tom, { programme: 'restorative-justice' })
  const law = {
    tier: 'contribute',
    agreementId: null,
    basis: 'statutory gateway',
    gateway: 'Crime and Disorder Act 1998, section 115',
  } as const
  await share(caseId, agency.housing, { ...law, sides: ['harmed'] })
  await share(caseId, agency.health, { ...law, sides: ['responsible'] })
  const ids = { harmed: newId(), responsible: newId() }
  for (const side of ['harmed', 'responsible'] as const) await asWorker(cast.tom, db => fill(db, caseId, side, ids[side]))
  return { caseId, ids }
}

async function fill(db: Db, caseId: string, side: Side, personId: string): Promise<void> {
  const [said, placeId, by] = [files[side], newId(), cast.tom]
  await db.insertInto('people').values({ id: personId, givenName: said.given, familyName: said.family, createdBy: by }).execute()
  await joins(db, caseId, personId, { side, role: `${side === 'harmed' ? 'Harmed' : 'Responsible'} person` })
  const rows = [
    db.insertInto('personContacts').values({ id: newId(), personId, caseId, side, kind: 'mobile', value: said.phone, recordedBy: by }),
    db.insertInto('places').values({ id: placeId, line1: `1 ${said.place} Road`, createdBy: by }),
    db.insertInto('casePlaces').values({ id: newId(), caseId, placeId, side, role: 'Other', addedBy: by }),
    db.insertInto('entries').values({
      id: newId(),
      caseId,
      side,
      kind: 'harm',
      occurredAt: new Date(),
      body: `Spoke of the ${said.entry}.`,
      authorId: by,
      agencyId: agency.police,
    }),
    db
      .insertInto('tasks')
      .values({ id: newId(), caseId, side, title: `Ring the ${said.task}`, assignedTo: by, dueOn: '2030-01-01', createdBy: by }),
    db
      .insertInto('messages')
      .values({ id: newId(), caseId, side, body: `About the ${said.message}`, authorId: by, agencyId: agency.police }),
  ]
  for (const row of rows) await row.execute()
}

const tabs = [
  '',
  '/people',
  '/places',
  '/plan',
  '/messages',
  '/brief',
  '/outcomes',
  '/sharing',
  '/sharing/why',
  '/looks',
  '/print',
  '/export',
]

/** Every word of every page that somebody can reach from the case, and of searches for what stands on either side. */
async function wordsFor(who: string, { caseId, ids }: Awaited<ReturnType<typeof twoFiles>>): Promise<string> {
  const searches = Object.values(files).flatMap(said => [`${said.given} ${said.family}`, said.phone, said.place, said.entry])
  const paths = [
    ...tabs.map(tab => `/cases/${caseId}${tab}`),
    ...Object.values(ids).map(id => `/people/${id}`),
    ...['/', '/cases', '/people', '/tasks'],
  ]
  const pages = []
  for (const path of paths) pages.push(await (await asking(everything, who)(path)).text())
  for (const words of searches)
    for (const path of ['/search', '/search/suggestions', '/people'])
      pages.push(withoutEcho(await (await asking(everything, who)(`${path}?q=${encodeURIComponent(words)}`)).text(), words))
  return pages.join('\n')
}

/** What was typed stands in the page's own field and links. */
const withoutEcho = (page: string, typed: string): string =>
  [typed, typed.replaceAll(' ', '+'), encodeURIComponent(typed)].reduce((text, echo) => text.replaceAll(echo, ''), page)

const met = (words: string, side: Side): string[] => Object.values(files[side]).filter(said => words.includes(said))

test('each side’s agency meets its own file and not a word of the other; the facilitator meets both', async () => {
  const made = await twoFiles()
  const [facilitator, harmed, responsible] = [
    await wordsFor(cast.tom, made),
    await wordsFor(cast.grace, made),
    await wordsFor(cast.noor, made),
  ]
  expect(met(harmed, 'responsible')).toEqual([])
  expect(met(responsible, 'harmed')).toEqual([])
  for (const [words, side] of [
    [harmed, 'harmed'],
    [responsible, 'responsible'],
    [facilitator, 'harmed'],
    [facilitator, 'responsible'],
  ] as const)
    expect(met(words, side)).toEqual(expect.arrayContaining([files[side].family, files[side].entry, files[side].place, files[side].task]))
  expect(facilitator).toContain('Harmed person’s side')
  expect(met(await wordsFor(cast.owen, made), 'harmed')).toEqual([])
})

test('who works one side is not told, by any page, that somebody works the other', async () => {
  const made = await twoFiles()
  const page = async (who: string) => (await asking(everything, who)(`/cases/${made.caseId}/sharing`)).text()
  expect(await page(cast.grace)).not.toContain('Wexmoor Health Trust')
  expect(await page(cast.noor)).not.toContain('Wexmoor Homes')
})

test('a side is not crossed by writing: neither into the other file nor about the other person', async () => {
  const { caseId, ids } = await twoFiles()
  const write = (side: string | null) => (db: Db) =>
    db
      .insertInto('entries')
      .values({
        id: newId(),
        caseId,
        side,
        kind: 'note',
        occurredAt: new Date(),
        body: 'Note',
        authorId: db.actor.workerId,
        agencyId: db.actor.agencyId,
      })
      .execute()
  await asWorker(cast.grace, write('harmed'))
  await expect(asWorker(cast.grace, write('responsible'))).rejects.toThrow()
  await expect(asWorker(cast.grace, db => joins(db, caseId, ids.responsible, { side: 'harmed' }))).rejects.toThrow()
  await expect(asWorker(cast.noor, write('harmed'))).rejects.toThrow()
})
