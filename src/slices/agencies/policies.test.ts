/** Who may see and administer agencies, teams, workers, roles and memberships; and how nobody gains access by administering. */
import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'

ownDatabase()

const everybody = ['tom', 'ingrid', 'sam', 'grace', 'amir', 'noor', 'aisha', 'owen', 'vera', 'pat']

async function principal(db: Db, kind: 'agency' | 'team' | 'worker') {
  const id = newId()
  await db.insertInto('principals').values({ id, kind }).execute()
  return id
}
const addWorker = (agencyId: string) => async (db: Db) =>
  db
    .insertInto('workers')
    .values({ id: await principal(db, 'worker'), agencyId, name: 'Jo New', email: 'jo.new@example.test' })
    .execute()
const addTeam = (agencyId: string | null) => async (db: Db) =>
  db
    .insertInto('teams')
    .values({ id: await principal(db, 'team'), agencyId, name: 'New team' })
    .execute()
const addAgency = async (db: Db) =>
  db
    .insertInto('agencies')
    .values({ id: await principal(db, 'agency'), name: 'New Agency', shortName: 'New', kind: 'other' })
    .execute()
const amendWorker = (id: string, values: Record<string, unknown>) => (db: Db) =>
  db.updateTable('workers').set(values).where('id', '=', id).execute()
const giveRole = (workerId: string, role: string) => (db: Db) =>
  db.insertInto('workerRoles').values({ workerId, role, givenBy: db.actor.workerId }).execute()
const takeRole = (workerId: string) => (db: Db) => db.deleteFrom('workerRoles').where('workerId', '=', workerId).execute()
const join =
  (teamId: string, workerId: string, more = {}) =>
  (db: Db) =>
    db
      .insertInto('teamMembers')
      .values({ teamId, workerId, addedBy: db.actor.workerId, ...more })
      .execute()
const today = sql<string>`current_date`

test.each([
  'agencies',
  'teams',
  'workers',
  'workerRoles',
  'teamMembers',
  'principals',
] as const)('everybody who works here today sees %s; a leaver and a suspended agency see nothing', async table => {
  expect(await whoMay(cast, db => db.selectFrom(table).selectAll().execute())).toEqual(everybody)
})

test.each<[string, (db: Db) => Promise<unknown>, string[]]>([
  ['add an agency', addAgency, ['pat']],
  [
    'amend Housing',
    db => db.updateTable('agencies').set({ contact: 'Ring us' }).where('id', '=', agency.housing).execute(),
    ['amir', 'pat'],
  ],
  [
    'suspend Housing',
    db => db.updateTable('agencies').set({ suspendedAt: new Date() }).where('id', '=', agency.housing).execute(),
    ['pat'],
  ],
  [
    'reword why an agency is suspended',
    db => db.updateTable('agencies').set({ suspendedReason: 'Nothing' }).where('id', '=', agency.housing).execute(),
    ['pat'],
  ],
  ['add a team to Housing', addTeam(agency.housing), ['amir', 'pat']],
  ['add a team of several agencies', addTeam(null), ['pat']],
  ['end the hub', db => db.updateTable('teams').set({ endedOn: today }).where('id', '=', team.hub).execute(), ['pat']],
  ['add a worker to Housing', addWorker(agency.housing), ['amir', 'pat']],
  ['add a worker to the police', addWorker(agency.police), ['pat']],
  ['change a housing officer’s telephone', amendWorker(cast.grace, { phone: '01632 960000' }), ['grace', 'amir', 'pat']],
  ['change a constable’s telephone', amendWorker(cast.tom, { phone: '01632 960000' }), ['tom', 'pat']],
  ['end a housing officer', amendWorker(cast.grace, { leftOn: today }), ['amir', 'pat']],
  ['suspend a housing officer', amendWorker(cast.grace, { suspendedAt: today }), ['amir', 'pat']],
  ['move a housing officer to Health', amendWorker(cast.grace, { agencyId: agency.health }), ['pat']],
  ['bring a nurse into Housing', amendWorker(cast.noor, { agencyId: agency.housing }), ['pat']],
  ['make a housing officer information-governance lead', giveRole(cast.grace, 'information_governance_lead'), ['amir', 'pat']],
  ['make a housing officer partnership administrator', giveRole(cast.grace, 'partnership_administrator'), ['pat']],
  ['take the police’s information-governance lead away', takeRole(cast.ingrid), ['ingrid', 'pat']],
  ['take the partnership’s administrator away', takeRole(cast.pat), ['pat']],
  ['put a nurse in the hub', join(team.hub, cast.grace), ['pat']],
  ['put a constable in the police’s slavery team', join(team.slaveryTeam, cast.tom), ['pat']],
  [
    'end a nurse’s seat in the hub',
    db => db.updateTable('teamMembers').set({ endsOn: today }).where('workerId', '=', cast.noor).execute(),
    ['pat'],
  ],
])('%s', async (_deed, deed, able) => {
  expect(await whoMay(cast, deed)).toEqual(able)
})

test.each<[string, string, (db: Db) => Promise<unknown>]>([
  ['an administrator gives themselves another role', cast.amir, giveRole(cast.amir, 'information_governance_lead')],
  ['the partnership’s administrator gives themselves another role', cast.pat, giveRole(cast.pat, 'information_governance_lead')],
  ['an administrator makes themselves partnership administrator', cast.amir, giveRole(cast.amir, 'partnership_administrator')],
  [
    'a role is given in another’s name',
    cast.amir,
    db => db.insertInto('workerRoles').values({ workerId: cast.grace, role: 'panel_coordinator', givenBy: cast.pat }).execute(),
  ],
  ['a worker moves themselves', cast.grace, amendWorker(cast.grace, { agencyId: agency.police })],
  ['an administrator moves themselves', cast.amir, amendWorker(cast.amir, { agencyId: agency.police })],
  ['the partnership’s administrator moves themselves', cast.pat, amendWorker(cast.pat, { agencyId: agency.housing })],
  ['a worker takes a colleague’s name', cast.grace, amendWorker(cast.grace, { name: 'Tom Ashdown' })],
  ['an administrator comes back from their own suspension', cast.amir, amendWorker(cast.amir, { suspendedAt: new Date() })],
  ['the partnership’s administrator joins a team', cast.pat, join(team.slaveryTeam, cast.pat)],
  ['a team of one agency takes in another agency’s worker', cast.pat, join(team.slaveryTeam, cast.grace)],
  ['a membership is added in another’s name', cast.pat, join(team.hub, cast.grace, { addedBy: cast.amir })],
  ['a membership is backdated', cast.pat, join(team.hub, cast.grace, { startsOn: '2020-01-01' })],
  [
    'a worker borrows the id of an agency',
    cast.amir,
    db =>
      db
        .insertInto('workers')
        .values({ id: agency.police, agencyId: agency.housing, name: 'Nobody', email: 'nobody@example.test' })
        .execute(),
  ],
  [
    'a team borrows the id of an agency',
    cast.amir,
    db => db.insertInto('teams').values({ id: agency.police, agencyId: agency.housing, name: 'Nobody' }).execute(),
  ],
  [
    'a team borrows the id of a worker',
    cast.amir,
    db => db.insertInto('teams').values({ id: cast.tom, agencyId: agency.housing, name: 'Nobody' }).execute(),
  ],
  ['an administrator adds an agency’s principal', cast.amir, db => principal(db, 'agency')],
])('refused: %s', async (_attack, who, deed) => {
  expect(await may(who, deed)).toBe('no')
})

test('an agency is added by the partnership’s administrator alone, also where its principal waits already', async () => {
  const waiting = await asWorker(cast.pat, db => principal(db, 'agency'))
  const addIt = (db: Db) =>
    db.insertInto('agencies').values({ id: waiting, name: 'Waiting Agency', shortName: 'Waiting', kind: 'other' }).execute()
  expect(await whoMay(cast, addIt)).toEqual(['pat'])
})

test('a seat ends today or later, never in the past', async () => {
  const end = (on: RawBuilder<string>) => (db: Db) =>
    db.updateTable('teamMembers').set({ endsOn: on }).where('workerId', '=', cast.noor).execute()
  expect([await may(cast.pat, end(sql`current_date - 1`)), await may(cast.pat, end(sql`current_date + 1`))]).toEqual(['no', 'yes'])
})

test('a seat that has ended stays ended', async () => {
  await asWorker(cast.pat, join(team.hub, cast.grace))
  await asWorker(cast.amir, db => db.updateTable('teamMembers').set({ endsOn: today }).where('workerId', '=', cast.grace).execute())
  expect(await may(cast.pat, db => db.updateTable('teamMembers').set({ endsOn: null }).where('workerId', '=', cast.grace).execute())).toBe(
    'no',
  )
})

test('no role opens a case', async () => {
  const id = await aCase(cast.noor)
  await share(id, cast.aisha, {}, cast.noor)
  for (const who of [cast.pat, cast.amir, cast.ingrid]) {
    expect(await may(who, db => db.selectFrom('cases').select('id').where('id', '=', id).execute())).toBe('no')
    expect(await may(who, db => db.selectFrom('entries').select('id').where('caseId', '=', id).execute())).toBe('no')
    expect(await may(who, db => db.selectFrom('grants').select('id').where('caseId', '=', id).execute())).toBe('no')
  }
})

test('whoever moves takes neither roles nor seats nor shares with them', async () => {
  const id = await aCase(cast.tom)
  await share(id, cast.aisha)
  await asWorker(cast.pat, giveRole(cast.aisha, 'information_governance_lead'))
  await asWorker(cast.pat, amendWorker(cast.aisha, { agencyId: agency.health }))
  const after = await asWorker(cast.aisha, async db => ({
    ...db.actor,
    seen: await db.selectFrom('cases').select('id').where('id', '=', id).execute(),
  }))
  expect(after).toMatchObject({ agencyId: agency.health, roles: [], principals: [cast.aisha, agency.health], seen: [] })
})
