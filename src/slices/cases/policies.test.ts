/** Who may do what with cases, closures and outcomes. */
import { beforeAll, expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { aSidedCase } from '../../../test/sided-case.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'
import { closeCase, recordOutcome } from './commands.ts'

ownDatabase()

let caseId = ''
beforeAll(async () => {
  caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'contribute' })
  await share(caseId, agency.health, { tier: 'headline' })
  await share(caseId, agency.charity, { tier: 'read' })
})

/** The police own the case; housing contributes, the charity reads, health sees the headline, the others have nothing. */
const owners = ['tom', 'ingrid', 'sam', 'pat']
const contributors = [...owners, 'grace', 'amir']
const readers = [...contributors, 'aisha']

test('cases: seen at headline, changed by those who lead', async () => {
  expect((await whoMay(cast, db => db.selectFrom('cases').select('id').where('id', '=', caseId).execute())).sort()).toEqual(
    [...readers, 'noor'].sort(),
  )
  expect((await whoMay(cast, db => db.updateTable('cases').set({ title: 'Changed' }).where('id', '=', caseId).execute())).sort()).toEqual(
    [...owners].sort(),
  )
  expect(await whoMay(cast, db => db.deleteFrom('cases').where('id', '=', caseId).execute())).toEqual([])
})

test('cases: opened only for one’s own agency, with a lead from it, in one’s own name', async () => {
  const opening = (more: Record<string, string>) =>
    whoMay(cast, async db => {
      await db
        .insertInto('cases')
        .values({
          id: newId(),
          programme: 'asb',
          programmeVersion: 1,
          ownerAgencyId: db.actor.agencyId,
          leadWorkerId: db.actor.workerId,
          openedBy: db.actor.workerId,
          title: 'A new case',
          stage: 'reported',
          ...more,
        })
        .execute()
      return true
    })
  expect(await opening({})).not.toContain('lena')
  expect(await opening({ ownerAgencyId: agency.outside })).toEqual(['owen'])
  expect(await opening({ leadWorkerId: cast.grace })).toEqual(['grace', 'amir'])
  expect(await opening({ openedBy: cast.tom })).toEqual(['tom'])
  expect(await opening({ ownerTeamId: team.slaveryTeam })).toEqual(['sam'])
  expect((await opening({ parentId: caseId })).sort()).toEqual([...contributors].sort())
})

test('a case cannot be handed to another agency, nor taken back to it by changing who owns it', async () => {
  expect(await whoMay(cast, db => db.updateTable('cases').set({ leadWorkerId: cast.grace }).where('id', '=', caseId).execute())).toEqual([])
  await expect(
    asWorker(cast.tom, db =>
      db
        .updateTable('cases')
        .set({ ownerAgencyId: agency.housing } as never)
        .where('id', '=', caseId)
        .execute(),
    ),
  ).rejects.toThrow('not change it in this way')
})

test('closures and outcomes: read by readers, closed by those who lead, outcomes by contributors for their own agency', async () => {
  await asWorker(cast.grace, db => recordOutcome(db, caseId, { kind: 'Tenancy kept', detail: '', quantity: 1, achieved: '2026-01-05' }))
  expect((await whoMay(cast, db => db.selectFrom('outcomes').select('id').where('caseId', '=', caseId).execute())).sort()).toEqual(
    [...readers].sort(),
  )
  const outcomeFor = (agencyId?: string) =>
    whoMay(cast, async db => {
      await db
        .insertInto('outcomes')
        .values({
          id: newId(),
          caseId,
          agencyId: agencyId ?? db.actor.agencyId,
          kind: 'Home kept',
          achievedOn: '2026-01-06',
          recordedBy: db.actor.workerId,
        })
        .execute()
      return true
    })
  expect((await outcomeFor()).sort()).toEqual([...contributors].sort())
  expect(await outcomeFor(agency.housing)).toEqual(['grace', 'amir'])
  // Nobody records what came of a case that is closed.
  await asWorker(cast.tom, db => closeCase(db, caseId, { reason: 'Other', result: 'Done', personView: '' }))
  expect(await outcomeFor()).toEqual([])
  expect((await whoMay(cast, db => db.selectFrom('closures').select('id').where('caseId', '=', caseId).execute())).sort()).toEqual(
    [...readers].sort(),
  )
  expect(
    (
      await whoMay(cast, db =>
        db.updateTable('closures').set({ reopenedBy: db.actor.workerId, reopenedAt: new Date() }).where('caseId', '=', caseId).execute(),
      )
    ).sort(),
  ).toEqual([...owners].sort())
  const reopens = (db: Db, reopenReason: string) =>
    db.updateTable('closures').set({ reopenedBy: cast.sam, reopenedAt: new Date(), reopenReason }).where('caseId', '=', caseId).execute()
  expect(await whoMay(cast, db => reopens(db, 'It began again'))).toEqual(['sam'])
  // Who opened it again, and why, is then rewritten by nobody.
  await asWorker(cast.sam, db => reopens(db, 'It began again'))
  expect(await whoMay(cast, db => reopens(db, 'I never did'))).toEqual([])
})

test('a case is closed in nobody else’s name, and by none who only contribute', async () => {
  const id = await aCase()
  await share(id, agency.housing, { tier: 'contribute' })
  const close = (by?: string) =>
    whoMay(cast, async db => {
      const said = { reason: 'Other', result: 'Done', personView: '' }
      await db
        .insertInto('closures')
        .values({ id: newId(), caseId: id, ...said, closedBy: by ?? db.actor.workerId })
        .execute()
      return true
    })
  expect((await close()).sort()).toEqual([...owners].sort())
  expect(await close(cast.sam)).toEqual(['sam'])
})

test('programmes are open to everybody who works here', async () => {
  expect(await whoMay(cast, db => db.selectFrom('programmes').select('key').execute())).toContain('owen')
  expect(await whoMay(cast, db => db.selectFrom('programmes').select('key').execute())).not.toContain('stefan')
})

// By side_is_of_the_case, on every row that has a side and on every share.
test('nothing is written on, and nobody is given, a side that the case does not have', async () => {
  const [{ caseId: sided }, plain] = [await aSidedCase(), await aCase()]
  const entry = (of: string, side: string) => (db: Db) =>
    db
      .insertInto('entries')
      .values({
        id: newId(),
        caseId: of,
        side,
        kind: 'note',
        occurredAt: new Date(),
        body: 'Seen',
        authorId: cast.tom,
        agencyId: agency.police,
      })
      .execute()
      .then(() => true)
  expect(await may(cast.tom, entry(sided, 'victim'))).toBe('yes')
  for (const [of, side] of [
    [sided, 'witness'],
    [plain, 'victim'],
  ] as const)
    await expect(asWorker(cast.tom, entry(of, side))).rejects.toThrow()
  await expect(share(sided, agency.ended, { sides: ['witness'], agreementId: null, basis: 'vital interests' })).rejects.toThrow()
})
