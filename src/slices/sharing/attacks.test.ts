/** Attempts to gain, keep, widen or hide a share against the rules; every one must fail. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, agreement, cast, team } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'

const database = ownDatabase()
let id: string
let withHousing: string

beforeAll(async () => {
  id = await aCase()
  withHousing = await share(id, agency.housing, { tier: 'lead' })
  await share(id, agency.health, { tier: 'contribute' })
  await share(id, agency.charity, { tier: 'headline' })
})

type Row = Record<string, unknown>
const grant =
  (more: Row = {}, caseId = () => id) =>
  (db: Db) =>
    db
      .insertInto('grants')
      .values({
        id: newId(),
        caseId: caseId(),
        principalId: agency.outside,
        tier: 'read',
        basis: 'vital interests',
        reason: 'Somebody is in danger',
        grantedBy: db.actor.workerId,
        ...more,
      })
      .execute()
const end =
  (more: Row = {}, which = () => withHousing) =>
  (db: Db) =>
    db
      .updateTable('grants')
      .set({ revokedAt: new Date(), revokedBy: db.actor.workerId, revokeReason: 'No longer needed', ...more })
      .where('id', '=', which())
      .execute()
const sees = (who: string, caseId: string) => may(who, db => db.selectFrom('cases').select('id').where('id', '=', caseId).execute())

test.each<[string, (db: Db) => Promise<unknown>, string[]]>([
  [
    'see its pointer',
    db => db.selectFrom('casePointers').select('caseId').where('caseId', '=', id).execute(),
    ['tom', 'ingrid', 'sam', 'grace', 'amir', 'noor', 'aisha', 'pat'],
  ],
  [
    'see its headline',
    db => db.selectFrom('cases').select('id').where('id', '=', id).execute(),
    ['tom', 'ingrid', 'sam', 'grace', 'amir', 'noor', 'aisha', 'pat'],
  ],
  [
    'see every share of it',
    async db => (await sql<Row>`select * from shares_of(${id})`.execute(db)).rows,
    ['tom', 'ingrid', 'sam', 'grace', 'amir', 'noor', 'pat'],
  ],
  ['share it', grant(), ['tom', 'ingrid', 'sam', 'grace', 'amir', 'pat']],
  ['end Housing’s share', end(), ['tom', 'ingrid', 'sam', 'grace', 'amir', 'pat']],
  [
    'see the share with Harbour',
    db => db.selectFrom('grants').select('id').where('caseId', '=', id).where('principalId', '=', agency.charity).execute(),
    ['tom', 'ingrid', 'sam', 'grace', 'amir', 'noor', 'aisha', 'pat'],
  ],
  [
    'see Housing’s rows of access',
    db => db.selectFrom('caseAccess').select('caseId').where('principalId', '=', agency.housing).execute(),
    ['grace', 'amir'],
  ],
])('who may %s', async (_deed, deed, able) => {
  expect(await whoMay(cast, deed)).toEqual(able)
})

test.each<[string, string, (db: Db) => Promise<unknown>]>([
  ['a contributor shares above their own tier', cast.noor, grant({ tier: 'lead' })],
  ['a reader of the headline shares', cast.aisha, grant()],
  ['an outsider shares a case they have heard of', cast.owen, grant({ principalId: cast.owen })],
  ['a worker shares with themselves', cast.tom, grant({ principalId: cast.tom })],
  ['a guest who leads shares with their own agency', cast.grace, grant({ principalId: agency.housing, tier: 'lead' })],
  ['a guest who leads shares with a colleague', cast.grace, grant({ principalId: cast.amir, tier: 'lead' })],
  ['a share is made in another’s name', cast.grace, grant({ grantedBy: cast.tom })],
  ['a share is made in nobody’s name', cast.tom, grant({ grantedBy: null })],
  ['a share is made that counts as ownership', cast.tom, grant({ basis: 'owner' })],
  ['a share is backdated', cast.tom, grant({ startsAt: new Date('2026-01-01') })],
  ['a share is made already marked as ended, to hide it', cast.tom, grant({ revokedAt: new Date() })],
  ['a share claims when it was made', cast.tom, grant({ grantedAt: new Date('2026-01-01') })],
  [
    'a share rests on an agreement that is over',
    cast.tom,
    grant({ basis: 'agreement', agreementId: agreement.over, principalId: agency.ended }),
  ],
  ['a share rests on an agreement the other side has not signed', cast.tom, grant({ basis: 'agreement', agreementId: agreement.county })],
  [
    'a share is extended by changing its end',
    cast.tom,
    db =>
      db
        .updateTable('grants')
        .set({ endsAt: new Date('2099-01-01') })
        .where('id', '=', withHousing)
        .execute(),
  ],
  [
    'a share is raised to a higher tier',
    cast.noor,
    db => db.updateTable('grants').set({ tier: 'lead' }).where('caseId', '=', id).execute(),
  ],
  [
    'a share is moved to somebody else',
    cast.tom,
    db => db.updateTable('grants').set({ principalId: agency.outside }).where('id', '=', withHousing).execute(),
  ],
  ['a share is ended in another’s name', cast.grace, end({ revokedBy: cast.tom })],
  ['a share is ended without a reason', cast.tom, end({ revokeReason: '' })],
  [
    'the owner’s own access is ended',
    cast.grace,
    db =>
      db
        .updateTable('grants')
        .set({ revokedAt: new Date(), revokedBy: cast.grace, revokeReason: 'Ours now' })
        .where('caseId', '=', id)
        .where('basis', '=', 'owner')
        .execute(),
  ],
  ['a share is deleted', cast.tom, db => db.deleteFrom('grants').where('id', '=', withHousing).execute()],
  [
    'access is written by hand',
    cast.owen,
    db =>
      db
        .insertInto('caseAccess')
        .values({
          grantId: withHousing,
          caseId: id,
          principalId: cast.owen,
          tier: 'lead',
          startsAt: new Date(0),
          endsAt: new Date('2099-01-01'),
          open: true,
          activeAt: new Date(),
        })
        .execute(),
  ],
  [
    'access is lengthened by hand',
    cast.grace,
    db =>
      db
        .updateTable('caseAccess')
        .set({ endsAt: new Date('2099-01-01') })
        .execute(),
  ],
  [
    'access is derived from an invented share',
    cast.owen,
    db =>
      sql`select derive_access(jsonb_populate_record(null::grants, ${JSON.stringify({ id: withHousing, case_id: id, principal_id: cast.owen, tier: 'lead' })}::jsonb))`.execute(
        db,
      ),
  ],
  [
    'a pointer is planted',
    cast.owen,
    db => db.insertInto('casePointers').values({ caseId: id, reference: 'XXXX-XXXX', ownerAgencyId: agency.outside }).execute(),
  ],
  [
    'a guest hands the case to one of their own',
    cast.grace,
    db => db.updateTable('cases').set({ leadWorkerId: cast.grace }).where('id', '=', id).execute(),
  ],
  ['another agency’s administrator hands the case over', cast.amir, db => sql`select hand_over_case(${id}, ${cast.sam})`.execute(db)],
  ['a worker without a role hands the case over', cast.sam, db => sql`select hand_over_case(${id}, ${cast.sam})`.execute(db)],
  [
    'the partnership’s administrator hands the case to themselves',
    cast.pat,
    db => sql`select hand_over_case(${id}, ${cast.pat})`.execute(db),
  ],
  ['the case is handed to another agency', cast.pat, db => sql`select hand_over_case(${id}, ${cast.grace})`.execute(db)],
])('refused: %s', async (_attack, who, deed) => {
  expect(await may(who, deed)).toBe('no')
})

test('a share that has ended cannot be taken up again, and cannot be ended at a time of one’s choosing', async () => {
  const caseId = await aCase()
  const shared = await share(caseId, agency.health)
  await asWorker(
    cast.tom,
    end({ revokedAt: new Date('2099-01-01') }, () => shared),
  )
  expect(await sees(cast.noor, caseId)).toBe('no')
  expect(
    await may(
      cast.tom,
      end({ revokedAt: null }, () => shared),
    ),
  ).toBe('no')
  expect(
    await may(
      cast.tom,
      end({ revokedAt: new Date('2099-01-01') }, () => shared),
    ),
  ).toBe('no')
})

test('a case of one team is handed on within that team only', async () => {
  const caseId = await aCase(cast.sam, { ownerTeamId: team.slaveryTeam })
  const hand = (to: string) => (db: Db) => sql`select hand_over_case(${caseId}, ${to})`.execute(db).then(() => true)
  expect(await may(cast.pat, hand(cast.tom))).toBe('no')
  await asWorker(cast.pat, db =>
    db.insertInto('teamMembers').values({ teamId: team.slaveryTeam, workerId: cast.ingrid, addedBy: cast.pat }).execute(),
  )
  expect(await may(cast.pat, hand(cast.ingrid))).toBe('yes')
})

test('an information-governance lead sees and ends every share of their agency’s cases, and still does not see the case', async () => {
  const caseId = await aCase(cast.sam, { ownerTeamId: team.slaveryTeam })
  const shared = await share(caseId, agency.health, {}, cast.sam)
  await asWorker(cast.pat, db =>
    db.updateTable('teamMembers').set({ endsOn: sql`current_date` }).where('workerId', '=', cast.ingrid).execute(),
  )
  expect(await may(cast.ingrid, async db => (await sql`select * from shares_of(${caseId})`.execute(db)).rows)).toBe('yes')
  expect(
    await may(
      cast.ingrid,
      end({}, () => shared),
    ),
  ).toBe('yes')
  expect(await sees(cast.ingrid, caseId)).toBe('no')
  expect(await sees(cast.tom, caseId)).toBe('no')
})

test('a share of a master case reaches only the sub-cases that its agreement covers', async () => {
  const master = await aCase()
  const outside = await aCase(cast.owen)
  expect(outside).toBeTruthy()
  await share(master, agency.housing, { includesSubCases: true })
  await share(master, agency.outside, { basis: 'vital interests', agreementId: null, tier: 'contribute' })
  const theirs = await aCase(cast.owen, { parentId: master })
  const ours = await aCase(cast.tom, { parentId: master })
  expect(await sees(cast.grace, ours)).toBe('yes')
  expect(await sees(cast.grace, theirs)).toBe('no')
})

test('whoever reads only a sub-case is told who sees it, and not why somebody shared the case above', async () => {
  const master = await aCase()
  const sub = await aCase(cast.tom, { parentId: master })
  await share(master, agency.housing, { includesSubCases: true })
  await share(sub, agency.health)
  const told = await asWorker(
    cast.noor,
    async db => (await sql<{ principalId: string; reason: string }>`select * from shares_of(${sub})`.execute(db)).rows,
  )
  expect(told.find(row => row.principalId === agency.housing)?.reason).toBe('')
  expect(told.find(row => row.principalId === agency.health)?.reason).toBe('Working on it together')
})

test('a share that has run out is gone from lists and from search at that minute', async () => {
  const caseId = await aCase()
  const shared = await share(caseId, agency.health, { endsAt: new Date(Date.now() + 60_000) })
  const listed = async (db: Db) => (await db.selectFrom('cases').select('id').execute()).filter(row => row.id === caseId)
  const found = async (db: Db) =>
    (
      await sql<{
        id: string
      }>`select c.id from search_for('case', 'fern court', 100) hit join cases c on c.id = hit.id where c.id = ${caseId}`.execute(db)
    ).rows
  expect(await may(cast.noor, listed)).toBe('yes')
  expect(await may(cast.noor, found)).toBe('yes')
  await behindTheRules(database, ['case_access'], client =>
    client.query("update case_access set starts_at = now() - interval '2 hours', ends_at = now() where grant_id = $1", [shared]),
  )
  expect(await may(cast.noor, listed)).toBe('no')
  expect(await may(cast.noor, found)).toBe('no')
})
