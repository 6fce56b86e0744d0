/** Who learns whom a conflict keeps out of a case, and that only those are named who would have it otherwise: kept_out_of. */
import { expect, test } from 'vitest'
import { aCase, type Share, share, unshare } from '../../../test/case.ts'
import { agency, agreement, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { openInEmergency } from '../break-glass/index.ts'
import { listKeptOut } from './queries.ts'

const database = ownDatabase()

/** A conflict that stands, however it was found. */
const isInConflict = (workerId: string, caseId: string) =>
  behindTheRules(database, ['conflicts'], client =>
    client.query(`insert into conflicts (id, worker_id, case_id, kind, basis) values ($1, $2, $3, 'declared ward', 'The ward')`, [
      newId(),
      workerId,
      caseId,
    ]),
  )
const keptOut = (who: string, caseId: string) => asWorker(who, db => listKeptOut(db, caseId)).then(list => list.map(one => one.name))

/** Tom's case, shared with Housing or not, with which Grace is in conflict. */
async function aCaseShut(shared: Share | null): Promise<string> {
  const caseId = await aCase()
  if (shared) await share(caseId, agency.housing, shared)
  await isInConflict(cast.grace, caseId)
  return caseId
}

test.each<[string, string[], Share | null]>([
  ['runs', ['Grace Penhale'], {}],
  ['has not begun', [], { startsAt: new Date(Date.now() + 86_400_000) }],
  ['was never made', [], null],
])('where their share %s, whoever leads the case is told of %j', async (_, names, shared) => {
  expect(await keptOut(cast.tom, await aCaseShut(shared))).toEqual(names)
})

test('not once their share has ended, nor once their agency has left the agreement that it rests on', async () => {
  const [left, ended] = [await aCaseShut({}), await aCase()]
  const shareId = await share(ended, agency.housing)
  await isInConflict(cast.grace, ended)
  const leavesOn = (day: string) =>
    behindTheRules(database, ['agreement_parties', 'grants', 'case_access', 'cases', 'consents'], client =>
      client.query(`update agreement_parties set left_on = ${day} where agreement_id = $1 and agency_id = $2`, [
        agreement.county,
        agency.housing,
      ]),
    )
  await leavesOn('current_date')
  expect(await keptOut(cast.tom, left)).toEqual([])
  await leavesOn('null')
  expect([await keptOut(cast.tom, left), await keptOut(cast.tom, ended)]).toEqual([['Grace Penhale'], ['Grace Penhale']])
  await unshare(shareId)
  expect(await keptOut(cast.tom, ended)).toEqual([])
})

test('an emergency is no share that they would have otherwise', async () => {
  const caseId = await aCaseShut(null)
  const { reference } = await asWorker(cast.tom, db =>
    db.selectFrom('cases').select('reference').where('id', '=', caseId).executeTakeFirstOrThrow(),
  )
  expect(await asWorker(cast.grace, db => openInEmergency(db, { reference, reason: 'A child is in danger now', minutes: 15 }))).toBe(caseId)
  expect([await keptOut(cast.tom, caseId), await keptOut(cast.grace, caseId)]).toEqual([[], []])
})

test('whoever leads one side is told of nobody on the other; whoever is in conflict too, of nobody at all', async () => {
  const caseId = await aCase(cast.tom, { programme: 'restorative-justice' })
  const gateway = { agreementId: null, basis: 'statutory gateway', gateway: 'Crime and Disorder Act 1998, section 115' }
  await share(caseId, cast.grace, { ...gateway, tier: 'lead', sides: ['responsible'] })
  await share(caseId, cast.amir, { ...gateway, tier: 'lead', sides: ['harmed'] })
  await share(caseId, cast.noor, { ...gateway, sides: ['harmed'] })
  await isInConflict(cast.noor, caseId)
  expect([await keptOut(cast.tom, caseId), await keptOut(cast.amir, caseId), await keptOut(cast.grace, caseId)]).toEqual([
    ['Noor Halabi'],
    ['Noor Halabi'],
    [],
  ])
  expect(await keptOut(cast.ingrid, caseId)).toEqual(['Noor Halabi'])
  for (const who of [cast.ingrid, cast.amir]) await isInConflict(who, caseId)
  expect([await keptOut(cast.ingrid, caseId), await keptOut(cast.amir, caseId)]).toEqual([[], []])
})

test('the governance lead of another agency is told of nobody', async () => {
  const caseId = await aCaseShut({})
  await behindTheRules(database, ['worker_roles'], client =>
    client.query(`insert into worker_roles (worker_id, role) values ($1, 'information_governance_lead')`, [cast.amir]),
  )
  expect([await keptOut(cast.amir, caseId), await keptOut(cast.ingrid, caseId)]).toEqual([[], ['Grace Penhale']])
})
