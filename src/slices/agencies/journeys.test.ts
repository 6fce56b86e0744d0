/** Joiner, mover, leaver: an administrator acts once, and access follows at the worker's next request. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may } from '../../../test/may.ts'
import { asWorker } from '../../platform/db.ts'
import { Invalid } from '../../platform/errors.ts'
import { addAgency, resumeAgency, suspendAgency } from './commands.ts'
import { addTeam, endTeam, joinTeam } from './teams/commands.ts'
import { addWorker, letWorkerGo, moveWorker, resumeWorker, changeRoles, suspendWorker, takeWorkerBack } from './workers/commands.ts'
import { findWorker, listLedCases } from './workers/queries.ts'

ownDatabase()
const joiner = {
  agency: agency.housing,
  name: 'Jo Park',
  email: 'jo.park@example.test',
  jobTitle: 'Housing officer',
  phone: '',
  roles: [],
  teams: [],
  invite: false,
}
const sees = (who: string, caseId: string) => may(who, db => db.selectFrom('cases').select('id').where('id', '=', caseId).execute())

test('a joiner sees their agency’s cases at once, and not those of a team they are not in', async () => {
  const open = await aCase(cast.grace)
  const theirTeam = await asWorker(cast.amir, db => addTeam(db, { name: 'Sanctuary', purpose: '', agency: agency.housing }))
  await asWorker(cast.amir, db => joinTeam(db, theirTeam, cast.grace))
  const kept = await aCase(cast.grace, { ownerTeamId: theirTeam })
  const jo = await asWorker(cast.amir, db => addWorker(db, joiner))
  const kim = await asWorker(cast.amir, db =>
    addWorker(db, { ...joiner, name: 'Kim Lo', email: 'kim.lo@example.test', teams: [theirTeam], roles: ['panel_coordinator'] }),
  )
  expect([await sees(jo, open), await sees(jo, kept), await sees(kim, kept)]).toEqual(['yes', 'no', 'yes'])
  expect(await asWorker(kim, async db => db.actor.roles)).toEqual(['panel_coordinator'])
})

test('two workers cannot have one address', async () => {
  await expect(asWorker(cast.amir, db => addWorker(db, { ...joiner, email: 'grace.penhale@example.test' }))).rejects.toThrow(Invalid)
})

test('a leaver hands over what they lead and sees nothing from their next request', async () => {
  const leaver = await asWorker(cast.amir, db => addWorker(db, { ...joiner, name: 'Lee Aver', email: 'lee@example.test' }))
  const led = await aCase(leaver)
  const shared = await aCase(cast.tom)
  await share(shared, leaver)
  expect(await sees(leaver, shared)).toBe('yes')
  await expect(asWorker(cast.amir, db => letWorkerGo(db, leaver, { heir: '' }))).rejects.toThrow('Choose who takes over')
  await asWorker(cast.amir, db => letWorkerGo(db, leaver, { heir: cast.grace }))
  await expect(asWorker(leaver, async () => 'in')).rejects.toThrow('Sign in')
  expect(await asWorker(cast.grace, db => db.selectFrom('cases').select('leadWorkerId').where('id', '=', led).executeTakeFirst())).toEqual({
    leadWorkerId: cast.grace,
  })

  await asWorker(cast.amir, db => takeWorkerBack(db, leaver))
  expect([await sees(leaver, led), await sees(leaver, shared)]).toEqual(['yes', 'no'])
})

test('an administrator learns the references of a leaver’s cases and nothing more', async () => {
  const id = await aCase(cast.noor)
  const seenBy = (who: string) => asWorker(who, async db => listLedCases(db, await findWorker(db, cast.noor)))
  expect(await seenBy(cast.amir)).toEqual([])
  expect(await seenBy(cast.tom)).toEqual([])
  expect((await seenBy(cast.pat)).map(one => one.caseId)).toContain(id)
  expect(await sees(cast.pat, id)).toBe('no')
})

test('a mover sees the new agency’s cases at once and none of the old one’s', async () => {
  const mover = await asWorker(cast.amir, db =>
    addWorker(db, { ...joiner, name: 'Mo Ver', email: 'mo@example.test', roles: ['agency_administrator'] }),
  )
  await asWorker(cast.pat, db => joinTeam(db, team.hub, mover))
  const [old, next] = [await aCase(mover), await aCase(cast.noor)]
  await asWorker(cast.pat, db => moveWorker(db, mover, { agency: agency.health, jobTitle: 'Nurse', heir: cast.grace }))
  expect([await sees(mover, old), await sees(mover, next)]).toEqual(['no', 'yes'])
  expect(await asWorker(mover, async db => [db.actor.roles, db.actor.principals])).toEqual([[], [mover, agency.health]])
})

test('suspending and resuming take effect at the next request, for a worker and for an agency', async () => {
  const id = await aCase(cast.grace)
  await asWorker(cast.amir, db => suspendWorker(db, cast.grace))
  expect(await sees(cast.grace, id)).toBe('no')
  await asWorker(cast.amir, db => resumeWorker(db, cast.grace))
  expect(await sees(cast.grace, id)).toBe('yes')
  await asWorker(cast.pat, db => suspendAgency(db, agency.housing, 'A phone was lost unlocked'))
  expect(await sees(cast.grace, id)).toBe('no')
  await expect(asWorker(cast.ingrid, db => resumeAgency(db, agency.housing))).rejects.toThrow('Only the partnership')
  await expect(asWorker(cast.pat, db => suspendAgency(db, agency.housing, 'Once more'))).rejects.toThrow('only once')
  await asWorker(cast.pat, db => resumeAgency(db, agency.housing))
  await expect(asWorker(cast.pat, db => resumeAgency(db, agency.housing))).rejects.toThrow('only once')
  expect(await sees(cast.grace, id)).toBe('yes')
})

test('a team that ends shuts what was shared with it', async () => {
  const id = await aCase(cast.tom)
  const ours = await asWorker(cast.pat, db => addTeam(db, { name: 'Night desk', purpose: '', agency: '' }))
  await asWorker(cast.pat, db => joinTeam(db, ours, cast.noor))
  await share(id, ours)
  expect(await sees(cast.noor, id)).toBe('yes')
  await asWorker(cast.pat, db => endTeam(db, ours))
  expect(await sees(cast.noor, id)).toBe('no')
})

test('a new agency begins with an administrator of its own, and every deed is on record', async () => {
  const id = await asWorker(cast.pat, db =>
    addAgency(db, { name: 'Wexmoor Fire', shortName: 'Fire', kind: 'fire', contact: 'Ring the watch' }),
  )
  const chief = await asWorker(cast.pat, db =>
    addWorker(db, { ...joiner, agency: id, email: 'chief@example.test', roles: ['agency_administrator'] }),
  )
  await asWorker(chief, db => addWorker(db, { ...joiner, agency: id, email: 'watch@example.test' }))
  await asWorker(cast.pat, db =>
    changeRoles(db, chief, { shown: ['agency_administrator'], roles: ['agency_administrator', 'information_governance_lead'] }),
  )
  const kinds = await asWorker(cast.pat, db =>
    sql<{ kind: string }>`select kind from events where subject_id in (${id}, ${chief}) order by at`.execute(db),
  )
  expect(kinds.rows.map(row => row.kind)).toEqual(['agency_added', 'worker_joined', 'role_given', 'role_given'])
})

test('of two administrators who let somebody go at once, or one who does it twice, the first is on record and no date moves', async () => {
  const leaver = await asWorker(cast.amir, db => addWorker(db, { ...joiner, name: 'Tw Ice', email: 'twice@example.test' }))
  const go = (by: string) => asWorker(by, db => letWorkerGo(db, leaver, { heir: '' }))
  const suspend = (by: string) => asWorker(by, db => suspendWorker(db, leaver))
  const deeds = (kind: string) =>
    asWorker(cast.pat, db => db.selectFrom('events').select('id').where('kind', '=', kind).where('subjectId', '=', leaver).execute())
  for (const [deed, kind] of [
    [suspend, 'worker_suspended'],
    [go, 'worker_left'],
  ] as const) {
    const both = await Promise.allSettled([deed(cast.amir), deed(cast.pat)])
    expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(deed(cast.amir)).rejects.toThrow('only once')
    expect(await deeds(kind)).toHaveLength(1)
  }
})
