/** What a leaver led when a conflict of interest keeps every administrator out of it: those who work it are told, and one of them leads it. */
import { expect, test } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { whoMay } from '../../../test/may.ts'
import { newWorker } from '../../../test/new-worker.ts'
import { asWorker } from '../../platform/db.ts'
import { listNotices } from '../break-glass/index.ts'
import { today } from '../today/routes.tsx'
import { declareConflict } from '../conflicts/commands.ts'
import { letWorkerGo } from './workers/commands.ts'

const database = ownDatabase()
const noticed = (who: string, caseId: string) =>
  asWorker(who, async db => (await listNotices(db, 99)).filter(one => one.caseId === caseId).map(one => one.kind))
const isShutTo = async (caseId: string, by: string, ...administrators: string[]) => {
  for (const one of administrators) {
    await share(caseId, one, {}, by)
    await asWorker(one, db => declareConflict(db, { worker: undefined, person: undefined, caseId, basis: 'My brother' }))
  }
}

test('the agency that has the case is told, and whoever works there may lead it; no administrator meets a word of it', async () => {
  const leaver = await newWorker('Lo Aver')
  const caseId = await aCase(leaver)
  await share(caseId, agency.charity, {}, leaver)
  await isShutTo(caseId, leaver, cast.amir, cast.pat)
  await asWorker(cast.amir, db => letWorkerGo(db, leaver, { heir: cast.grace }))
  const told = await whoMay(cast, db => db.selectFrom('notices').select('id').where('caseId', '=', caseId).execute())
  expect(told).toEqual(['grace'])
  expect(await noticed(cast.grace, caseId)).toEqual(['case_left_behind'])
  expect(await (await asking(today, cast.grace)('/')).text()).toContain(`href="/cases/${caseId}/edit"`)

  await asWorker(cast.grace, db => db.updateTable('cases').set({ leadWorkerId: cast.grace }).where('id', '=', caseId).execute())
  expect(await noticed(cast.grace, caseId)).toEqual([])
})

test('of a case that one team keeps, the team is told and the rest of its agency is not', async () => {
  const leaver = await newWorker('La Aver', { of: agency.police })
  await behindTheRules(database, ['team_members'], client =>
    client.query('insert into team_members (team_id, worker_id, starts_on) values ($1, $2, current_date - 9)', [team.slaveryTeam, leaver]),
  )
  const caseId = await aCase(leaver, { ownerTeamId: team.slaveryTeam, programme: 'modern-slavery' })
  await isShutTo(caseId, leaver, cast.pat)
  await asWorker(cast.pat, db =>
    db
      .updateTable('workers')
      .set({ leftOn: new Date().toISOString().slice(0, 10) })
      .where('id', '=', leaver)
      .execute(),
  )
  expect(await whoMay(cast, db => db.selectFrom('notices').select('id').where('caseId', '=', caseId).execute())).toEqual(['sam'])
})

test('as long as one administrator may know of it, nobody else is told', async () => {
  const leaver = await newWorker('Le Aver')
  const caseId = await aCase(leaver)
  await isShutTo(caseId, leaver, cast.amir)
  await asWorker(cast.amir, db => letWorkerGo(db, leaver, { heir: cast.grace }))
  expect(await whoMay(cast, db => db.selectFrom('notices').select('id').where('caseId', '=', caseId).execute())).toEqual(['pat'])
})
