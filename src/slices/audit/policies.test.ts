/** Who may read and write the record of deeds and of looks; nobody alters either. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { roleMay } from '../../../test/role.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'
import { record, seen, forEveryone } from '../../platform/events.ts'

const database = ownDatabase()
let id: string
let teamCase: string
let healthCase: string

beforeAll(async () => {
  id = await aCase()
  teamCase = await aCase(cast.sam, { ownerTeamId: team.slaveryTeam })
  healthCase = await aCase(cast.noor)
  await share(id, agency.housing, { tier: 'lead' })
  await share(id, agency.charity, { tier: 'pointer' })
  for (const [who, what] of [
    [cast.tom, id],
    [cast.grace, id],
    [cast.sam, teamCase],
  ] as const)
    await asWorker(who, db => seen(db, 'case', what, { caseId: what }))
  await asWorker(cast.tom, db => record(db, 'case_amended', { caseId: id, mark: forEveryone }))
  await asWorker(cast.tom, db => seen(db, 'search', null, { words: 'fern' }))
  await asWorker(cast.pat, db => record(db, 'agency_added', { subjectId: agency.housing }))
})

const looksAt = (caseId: () => string) => (db: Db) => db.selectFrom('looks').select('id').where('caseId', '=', caseId()).execute()
const event = (more: Record<string, unknown>) => (db: Db) =>
  db
    .insertInto('events')
    .values({ id: newId(), kind: 'case_amended', detail: '{}', workerId: db.actor.workerId, agencyId: db.actor.agencyId, ...more })
    .execute()
const look = (more: Record<string, unknown>) => (db: Db) =>
  db
    .insertInto('looks')
    .values({ id: newId(), kind: 'case', workerId: db.actor.workerId, agencyId: db.actor.agencyId, ...more })
    .execute()

test.each<[string, (db: Db) => Promise<unknown>, string[]]>([
  ['see who looked at the case', looksAt(() => id), ['tom', 'ingrid', 'sam', 'grace', 'amir', 'pat']],
  ['see who looked at the team’s case', looksAt(() => teamCase), ['ingrid', 'sam']],
  [
    'see when they looked at the case',
    db => db.selectFrom('lastLooks').select('lastAt').where('caseId', '=', id).execute(),
    ['tom', 'grace'],
  ],
  ['see what Tom searched for', db => db.selectFrom('looks').select('id').where('kind', '=', 'search').execute(), ['tom', 'ingrid']],
  [
    'see what was done in the case',
    db => db.selectFrom('events').select('id').where('caseId', '=', id).execute(),
    ['tom', 'ingrid', 'sam', 'grace', 'amir', 'pat'],
  ],
  [
    'see what the partnership’s administrator did',
    db => db.selectFrom('events').select('id').where('kind', '=', 'agency_added').execute(),
    ['ingrid', 'pat'],
  ],
])('who may %s', async (_deed, deed, able) => {
  expect(await whoMay(cast, deed)).toEqual(able)
})

test.each<[string, string, (db: Db) => Promise<unknown>]>([
  ['a deed in another’s name', cast.grace, event({ workerId: cast.tom })],
  ['a deed in another agency’s name', cast.grace, event({ agencyId: agency.police })],
  ['a deed in nobody’s name', cast.grace, event({ workerId: null })],
  ['a deed in a case one knows nothing of', cast.owen, db => event({ caseId: id })(db)],
  ['an administrator’s deed in another agency’s case', cast.amir, db => event({ caseId: healthCase })(db)],
  ['an information-governance lead’s deed in another agency’s case', cast.ingrid, db => event({ caseId: healthCase })(db)],
  ['a deed at a time of one’s choosing', cast.tom, event({ at: new Date('2026-01-01') })],
  ['a deed altered', cast.pat, db => db.updateTable('events').set({ kind: 'nothing_happened' }).execute()],
  ['a deed removed', cast.pat, db => db.deleteFrom('events').execute()],
  ['a look in another’s name', cast.grace, look({ workerId: cast.tom, agencyId: agency.police })],
  ['a look in another agency’s name', cast.grace, look({ agencyId: agency.police })],
  ['a look at a case one knows nothing of', cast.owen, db => look({ caseId: id })(db)],
  ['a look at a time of one’s choosing', cast.tom, look({ at: new Date('2026-01-01') })],
  ['a look altered', cast.ingrid, db => db.updateTable('looks').set({ words: '' }).execute()],
  ['a last look moved by hand', cast.ingrid, db => db.updateTable('lastLooks').set({ lastAt: new Date() }).execute()],
  ['a look removed', cast.ingrid, db => db.deleteFrom('looks').execute()],
])('refused: %s', async (_attack, who, deed) => {
  expect(await may(who, deed)).toBe('no')
})

test('even the owner of the database has no right to alter the record', async () => {
  const rights = await behindTheRules(database, [], async client => {
    const { rows } =
      await client.query(`select t, p from unnest(array['events', 'looks', 'audit_seals']) t, unnest(array['update', 'delete', 'truncate']) p
      where has_table_privilege(t, p) or has_table_privilege('kith_app', t, p) or has_table_privilege('kith_rules', t, p) or has_table_privilege('kith_sealing', t, p)`)
    return rows
  })
  expect(rights).toEqual([])
})

test('who may see what was odd, and review it, once and in their own name', async () => {
  const flag = newId()
  await behindTheRules(database, ['flags'], client =>
    client.query(
      `insert into flags (id, pattern, worker_id, agency_id, day, found) values ($1, 'volume', $2, $4, current_date, 200), (uuidv7(), 'volume', $3, $4, current_date, 300)`,
      [flag, cast.tom, cast.ingrid, agency.police],
    ),
  )
  const see = (of: string) => (db: Db) => db.selectFrom('flags').select('id').where('workerId', '=', of).execute()
  expect([await whoMay(cast, see(cast.tom)), await whoMay(cast, see(cast.ingrid))]).toEqual([['ingrid'], ['pat']])
  const review = (by: string) => (db: Db) =>
    db.updateTable('flags').set({ outcome: 'explained', reviewedBy: by, reviewedAt: new Date() }).where('id', '=', flag).execute()
  expect(await whoMay(cast, review(cast.ingrid))).toEqual(['ingrid'])
  expect(await may(cast.ingrid, review(cast.sam))).toBe('no')
  await asWorker(cast.ingrid, review(cast.ingrid))
  expect(await may(cast.ingrid, review(cast.ingrid))).toBe('no')
  expect(await may(cast.ingrid, db => db.deleteFrom('flags').execute())).toBe('no')
  expect(await whoMay(cast, db => sql`select find_patterns(current_date)`.execute(db))).toEqual([])
})

test('everybody may read what counts as odd, and nobody may change it', async () => {
  expect(await may(cast.owen, db => db.selectFrom('patterns').select('key').execute())).toBe('yes')
  expect(await may(cast.pat, db => db.updateTable('patterns').set({ threshold: 9 }).execute())).toBe('no')
})

const addSeal = (number: number) =>
  `insert into audit_seals select ${number}, 1, z, ${number}, ${number} + 1, 1, z, substr(z, 1, 8), repeat('k', 43), now(), z || z from (select sha256('') as z) made`

test('who may see the seals over the record, and who may add one', async () => {
  await behindTheRules(database, ['audit_seals'], client => client.query(addSeal(1)))
  expect(await whoMay(cast, db => db.selectFrom('auditSeals').select('number').execute())).toEqual(['ingrid', 'pat'])
  const seal = (db: Db) => db.updateTable('auditSeals').set({ rowCount: 2 }).execute()
  expect(await whoMay(cast, seal)).toEqual([])
  expect(await whoMay(cast, db => sql`select * from next_batch(10)`.execute(db))).toEqual([])
})

test('what seals the record goes on from the last seal, adds the next, and reads nothing else', async () => {
  expect(await roleMay(database, 'kith_sealing', 'select from audit_seals where number = 1')).toBe(1)
  expect(await roleMay(database, 'kith_sealing', addSeal(2))).toBe(1)
  for (const table of ['events', 'looks', 'trail', 'cases', 'workers'])
    expect(await roleMay(database, 'kith_sealing', `select from ${table}`)).toBe('refused')
})

test('the rules read the whole record, to hash it, and where the last seal ended', async () => {
  for (const [table, row] of [
    ['events', `kind = 'case_amended'`],
    ['looks', `kind = 'search'`],
    ['audit_seals', 'number = 1'],
  ])
    expect([table, await roleMay(database, 'kith_rules', `select from ${table} where ${row}`)]).toEqual([table, 1])
})

test('the rules record what happens at the door, and in a case what they found in nobody’s name, but nothing there in a worker’s', async () => {
  const records = (caseId: string | null, worker: string | null) =>
    roleMay(database, 'kith_rules', `insert into events (kind, detail, case_id, worker_id) values ('sign_in_failed', '{}', $1, $2)`, [
      caseId,
      worker,
    ])
  expect(await records(null, cast.tom)).toBe(1)
  expect(await records(id, null)).toBe(1)
  expect(await records(id, cast.tom)).toBe('refused')
})

test('a pointer’s reader logs their look at it', async () => {
  expect(await may(cast.aisha, db => look({ caseId: id })(db))).toBe('yes')
})
