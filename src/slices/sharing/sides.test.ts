/** For every table whose rows belong to a side or a category: who sees such a row, and who may write one. */
import { beforeAll, expect, test } from 'vitest'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { whoMay } from '../../../test/may.ts'
import { aSidedCase } from '../../../test/sided-case.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'

ownDatabase()
let made: Awaited<ReturnType<typeof aSidedCase>>
beforeAll(async () => {
  made = await aSidedCase()
})

type Mark = { side?: string; category?: string }
type Row = Record<string, unknown>

/** Everybody at the police, and others, in the order of the cast. */
const policeAnd = (...others: string[]) => Object.keys(cast).filter(name => ['tom', 'ingrid', 'sam', 'pat', ...others].includes(name))

/** Rows that stand for themselves: whoever works their side and category sees them. */
const standing: Record<string, (db: Db) => Row> = {
  entries: db => ({ kind: 'note', occurredAt: new Date(), body: 'She rang', authorId: db.actor.workerId, agencyId: db.actor.agencyId }),
  documents: db => ({ title: 'Order', createdBy: db.actor.workerId, agencyId: db.actor.agencyId }),
  tasks: db => ({ title: 'Ring her', assignedTo: db.actor.workerId, dueOn: '2030-01-01', createdBy: db.actor.workerId }),
  messages: db => ({ body: 'She is safe', authorId: db.actor.workerId, agencyId: db.actor.agencyId }),
}
const sidedOnly: Record<string, (db: Db) => Row> = {
  aims: db => ({ title: 'Safe at home', createdBy: db.actor.workerId }),
  outcomes: db => ({ kind: 'Moved', achievedOn: '2026-01-01', agencyId: db.actor.agencyId, recordedBy: db.actor.workerId }),
}
/** Rows that tie somebody to the case: never for those who know only the side that must not learn of it. */
const tying: Record<string, (db: Db) => Row> = {
  casePeople: db => ({ personId: made.personId, role: newId(), basis: 'Named', addedBy: db.actor.workerId }),
  casePlaces: db => ({ placeId: made.placeId, role: newId(), addedBy: db.actor.workerId }),
  caseObjects: db => ({ kind: 'vehicle', name: 'Red van', role: 'Other', addedBy: db.actor.workerId }),
}
const facts: Record<string, (db: Db) => Row> = {
  personNames: db => ({ personId: made.personId, kind: 'alias', name: 'Jo', recordedBy: db.actor.workerId }),
  personContacts: db => ({ personId: made.personId, kind: 'mobile', value: '07700 900123', recordedBy: db.actor.workerId }),
  personWarnings: db => ({ personId: made.personId, instruction: 'Visit in twos', reviewOn: '2030-01-01', recordedBy: db.actor.workerId }),
  personNeeds: db => ({ personId: made.personId, kind: 'language', detail: 'Polish', recordedBy: db.actor.workerId }),
  personRelationships: db => ({ personId: made.personId, otherId: made.otherId, kind: 'friend', recordedBy: db.actor.workerId }),
}

const sides: [string, Mark, string[], string[]][] = [
  ['on all sides', {}, ['grace', 'amir', 'noor', 'aisha'], ['grace', 'amir', 'aisha']],
  ['on the victim side', { side: 'victim' }, ['grace', 'amir', 'aisha'], ['grace', 'amir', 'aisha']],
  ['on the subject side', { side: 'subject' }, ['noor', 'aisha'], ['aisha']],
]
const categories: [string, Mark, string[], string[]][] = [
  ['about health', { category: 'health' }, ['grace', 'amir', 'noor'], ['grace', 'amir']],
  ['about a safe address', { category: 'safe address' }, ['noor'], []],
  ['about health on the victim side', { side: 'victim', category: 'health' }, ['grace', 'amir'], ['grace', 'amir']],
  ['about health on the subject side', { side: 'subject', category: 'health' }, ['noor'], []],
]
const withMarks = (tables: Record<string, (db: Db) => Row>, marks: typeof sides, guarded: boolean) =>
  Object.entries(tables).flatMap(([table, row]) =>
    marks.map(([words, mark, open, knowing]) => [table, words, row, mark, guarded ? knowing : open] as const),
  )

test.each([
  ...withMarks(standing, [...sides, ...categories], false),
  ...withMarks(sidedOnly, sides, false),
  ...withMarks(tying, sides, true),
  ...withMarks(facts, [...sides, ...categories], true),
])('%s %s', async (table, _, row, mark, others) => {
  const id = newId()
  const insert = (db: Db, key: string) =>
    db
      .insertInto(table as 'entries')
      .values({ id: key, caseId: made.caseId, side: null, ...row(db), ...mark } as never)
      .execute()
  await asWorker(cast.tom, db => insert(db, id))
  const sees = (db: Db) =>
    db
      .selectFrom(table as 'entries')
      .select('id')
      .where('id', '=', id)
      .execute()
  const writes = (db: Db) => insert(db, newId())
  expect({ see: await whoMay(cast, sees), add: await whoMay(cast, writes) }).toEqual({
    see: policeAnd(...others),
    add: policeAnd(...others),
  })
})

test('a case takes only sides that it has', async () => {
  await expect(
    asWorker(cast.tom, db =>
      db
        .insertInto('aims')
        .values({ id: newId(), caseId: made.plainId, title: 'Safe at home', side: 'victim', createdBy: cast.tom })
        .execute(),
    ),
  ).rejects.toThrow()
})

test('nobody gives a task to those who do not work its side, nor writes to them there', async () => {
  const to = (principal: string, mark: Mark) =>
    whoMay({ tom: cast.tom }, db =>
      db
        .insertInto('tasks')
        .values({
          id: newId(),
          caseId: made.caseId,
          title: 'Ring her',
          assignedTo: principal,
          dueOn: '2030-01-01',
          createdBy: cast.tom,
          side: null,
          ...mark,
        })
        .execute(),
    )
  expect(await to(agency.housing, { side: 'victim' })).toEqual(['tom'])
  expect(await to(agency.health, { side: 'victim' })).toEqual([])
  expect(await to(agency.charity, { side: 'victim', category: 'health' })).toEqual([])
  expect(await to(agency.health, { side: 'subject', category: 'health' })).toEqual(['tom'])
  const message = (principal: string, mark: Mark) =>
    whoMay({ tom: cast.tom }, db =>
      db
        .insertInto('messages')
        .values({ id: newId(), caseId: made.caseId, toId: principal, body: 'Hello', authorId: cast.tom, agencyId: agency.police, ...mark })
        .execute(),
    )
  expect(await message(cast.noor, { side: 'victim' })).toEqual([])
  expect(await message(cast.grace, { side: 'victim' })).toEqual(['tom'])
})
