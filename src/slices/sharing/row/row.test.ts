/** "Who can read this?" of every kind of row: who may ask, and that the answer is what the database does. */
import { beforeAll, expect, test } from 'vitest'
import { asking } from '../../../../test/ask.ts'
import { agency, cast } from '../../../../test/cast.ts'
import { ownDatabase } from '../../../../test/database.ts'
import { whoMay } from '../../../../test/may.ts'
import { aSidedCase, joins } from '../../../../test/sided-case.ts'
import { asWorker, type Db, newId } from '../../../platform/db.ts'
import { type RowKind, whoLink } from '../../cases/index.ts'
import { sharing } from '../index.ts'
import { findRow, listReading } from './queries.ts'

ownDatabase()
let made: Awaited<ReturnType<typeof aSidedCase>>
beforeAll(async () => {
  made = await aSidedCase()
  await asWorker(cast.tom, db => joins(db, made.caseId, made.otherId))
})

type Mark = { side?: string; category?: string }
type Row = Record<string, unknown>
const by = (db: Db) => ({ recordedBy: db.actor.workerId, personId: made.personId })
const wrote = (db: Db) => ({ authorId: db.actor.workerId, agencyId: db.actor.agencyId })

type Marked = (keyof Mark)[]
const bySide: Marked = ['side']
const byBoth: Marked = ['side', 'category']

const tables: Record<RowKind, [table: string, row: (db: Db) => Row, marked: Marked]> = {
  entry: ['entries', db => ({ kind: 'note', occurredAt: new Date(), body: 'She rang', ...wrote(db) }), byBoth],
  document: ['documents', db => ({ title: 'Order', createdBy: db.actor.workerId, agencyId: db.actor.agencyId }), byBoth],
  task: ['tasks', db => ({ title: 'Ring her', assignedTo: cast.tom, dueOn: '2030-01-01', createdBy: db.actor.workerId }), byBoth],
  message: ['messages', db => ({ body: 'She is safe', ...wrote(db) }), byBoth],
  aim: ['aims', db => ({ title: 'Safe at home', createdBy: db.actor.workerId }), bySide],
  outcome: [
    'outcomes',
    db => ({ kind: 'Moved', achievedOn: '2026-01-01', agencyId: db.actor.agencyId, recordedBy: db.actor.workerId }),
    bySide,
  ],
  closure: ['closures', db => ({ reason: 'Resolved', result: 'She feels safe', closedBy: db.actor.workerId }), []],
  consent: [
    'consents',
    db => ({
      personId: made.otherId,
      wordsShown: 'May we tell them?',
      agencies: [agency.outside],
      purposes: 'To find her a home',
      channel: 'phone',
      givenBy: 'self',
      capacity: 'has',
      givenOn: '2026-01-01',
      expiresOn: '2099-01-01',
      recordedBy: db.actor.workerId,
    }),
    bySide,
  ],
  person: ['casePeople', db => ({ personId: made.personId, role: newId(), basis: 'Named', addedBy: db.actor.workerId }), bySide],
  place: ['casePlaces', db => ({ placeId: made.placeId, role: newId(), addedBy: db.actor.workerId }), bySide],
  object: ['caseObjects', db => ({ kind: 'vehicle', name: 'Red van', role: 'Other', addedBy: db.actor.workerId }), bySide],
  name: ['personNames', db => ({ kind: 'alias', name: 'Jo', ...by(db) }), byBoth],
  contact: ['personContacts', db => ({ kind: 'mobile', value: '07700 900123', ...by(db) }), byBoth],
  warning: ['personWarnings', db => ({ instruction: 'Visit in twos', reviewOn: '2030-01-01', ...by(db) }), byBoth],
  need: ['personNeeds', db => ({ kind: 'language', detail: 'Polish', ...by(db) }), byBoth],
  deed: [
    'events',
    db => ({ kind: 'case_amended', detail: '{}', workerId: db.actor.workerId, agencyId: db.actor.agencyId, aboutPeople: false }),
    byBoth,
  ],
  relationship: ['personRelationships', db => ({ kind: 'friend', otherId: made.otherId, ...by(db) }), byBoth],
}

const marks: Mark[] = [{}, { side: 'victim' }, { side: 'subject' }, { category: 'safe address' }, { side: 'victim', category: 'health' }]

async function aRow(what: RowKind, mark: Mark): Promise<string> {
  const [table, row, marked] = tables[what]
  const side = marked.includes('side') ? { side: null } : {}
  const id = newId()
  await asWorker(cast.tom, db =>
    db
      .insertInto(table as 'entries')
      .values({ id, caseId: made.caseId, ...row(db), ...side, ...mark } as never)
      .execute(),
  )
  return id
}

const cases = Object.entries(tables).flatMap(([what, [, , marked]]) =>
  marks.filter(mark => Object.keys(mark).every(key => marked.includes(key as keyof Mark))).map(mark => [what as RowKind, mark] as const),
)

test.each(cases)('%s %o: asked by whoever reads it, and named are those who do', async (what, mark) => {
  const id = await aRow(what, mark)
  const readers = await whoMay(cast, db =>
    db
      .selectFrom(tables[what][0] as 'entries')
      .select('id')
      .where('id', '=', id)
      .execute(),
  )
  expect(await whoMay(cast, db => findRow(db, what, id))).toEqual(readers)
  const named = await asWorker(cast.tom, async db => listReading(db, await findRow(db, what, id)))
  const ids = Object.fromEntries(Object.entries(cast).map(([name, worker]) => [worker, name]))
  expect(named.map(one => ids[one.id]).sort()).toEqual(readers.sort())
})

const page = async (worker: string, what: RowKind, id: string) => {
  const answer = await asking(sharing, worker)(whoLink(what, id))
  return { status: answer.status, text: await answer.text() }
}

test('hidden and absent are the same: a row of the other side, of another kind, and none', async () => {
  const id = await aRow('entry', { side: 'victim' })
  const hidden = await page(cast.noor, 'entry', id)
  expect([hidden.status, (await page(cast.noor, 'entry', newId())).status, (await page(cast.tom, 'task', id)).status]).toEqual([
    404, 404, 404,
  ])
  expect((await page(cast.tom, 'secret' as RowKind, id)).status).toBe(404)
})

test('it says in words who is left out and why, and to whoever works one side nothing of the other', async () => {
  const id = await aRow('entry', { side: 'victim', category: 'health' })
  const { text } = await page(cast.tom, 'entry', id)
  expect(text).toContain('It belongs to the victim side')
  expect(text).toMatch(/Those who see the case, and not this[\s\S]*Harbour[\s\S]*does not open what is sensitive in this way \(health\)/)
  expect(text).toContain('It opens only the perpetrator side.')
  const toGrace = (await page(cast.grace, 'entry', id)).text
  expect(toGrace).toContain('Because it was shared with Housing, where you work.')
  expect(toGrace).not.toMatch(/Health can|perpetrator/)
})

test('it leads back to the task itself', async () => {
  const id = await aRow('task', {})
  expect((await page(cast.tom, 'task', id)).text).toContain(`class="kith-back" href="/cases/${made.caseId}/tasks/${id}"`)
})

test('a message to one is for its writer and them', async () => {
  const id = newId()
  await asWorker(cast.tom, db =>
    db
      .insertInto('messages')
      .values({ id, caseId: made.caseId, toId: agency.housing, body: 'Ring me', side: null, ...wrote(db) })
      .execute(),
  )
  const { text } = await page(cast.grace, 'message', id)
  expect(text).toContain('Housing, to whom it was written')
  expect(text).not.toContain('Harbour')
  expect((await page(cast.aisha, 'message', id)).status).toBe(404)
})

test('what was learnt in no case is told as that', async () => {
  const [personId, id] = [newId(), newId()]
  await asWorker(cast.tom, async db => {
    await db
      .insertInto('people')
      .values({ id: personId, heldBy: agency.police, givenName: 'Hal', familyName: 'Wren', createdBy: cast.tom })
      .execute()
    await db.insertInto('personContacts').values({ id, personId, kind: 'mobile', value: '07700 900124', recordedBy: cast.tom }).execute()
  })
  expect((await page(cast.tom, 'contact', id)).text).toContain('on their agency’s own list of people')
})
