/** What a leaver or mover led, when whoever lets them go is kept out of it by a conflict of interest: they learn nothing of it, and others are told: cases_led_by, hand_over_case and cases_left_behind. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { may } from '../../../test/may.ts'
import { newWorker } from '../../../test/new-worker.ts'
import { asWorker } from '../../platform/db.ts'
import { listNotices } from '../break-glass/index.ts'
import { declareConflict } from '../conflicts/commands.ts'
import { agencies } from './index.ts'
import { letWorkerGo, moveWorker } from './workers/commands.ts'

const database = ownDatabase()

const read = async (who: string, address: string) => {
  const answer = await asking(agencies, who)(address)
  return { status: answer.status, page: await answer.text() }
}
const reference = async (caseId: string, who: string) =>
  (await asWorker(who, db => db.selectFrom('cases').select('reference').where('id', '=', caseId).executeTakeFirstOrThrow())).reference
const noticed = (who: string) => asWorker(who, async db => (await listNotices(db, 9)).map(one => one.reference))

/** Somebody of Housing who leads two cases, one of which is shut to whoever will let them go. */
async function aLeaver(name: string, by = cast.amir) {
  const leaver = await newWorker(name)
  const [open, shut] = [await aCase(leaver), await aCase(leaver)]
  const references = [await reference(open, leaver), await reference(shut, leaver)]
  const [openTo = '', shutTo = ''] = references
  await share(shut, by, {}, leaver)
  await asWorker(by, db => declareConflict(db, { worker: undefined, person: undefined, caseId: shut, basis: 'My brother' }))
  return { leaver, open, shut, openTo, shutTo }
}

test('who lets somebody go learns nothing of a case that is shut to them; another administrator is told, and hands it on', async () => {
  const other = await newWorker('Ola Nye', { roles: ['agency_administrator'] })
  const { leaver, open, shut, openTo, shutTo } = await aLeaver('Lee Aver')
  const before = await read(cast.amir, `/workers/${leaver}/leaving`)
  expect(before.page).toContain(openTo)
  expect(before.page).not.toContain(shutTo)
  expect(before.page).toContain('1 open case')
  await asWorker(cast.amir, db => letWorkerGo(db, leaver, { heir: cast.grace }))

  expect(await noticed(cast.amir)).toEqual([])
  const after = await read(cast.amir, `/workers/${leaver}`)
  expect(after.page).not.toContain('Nobody has taken over')
  // As if there were nothing, and as for whoever may hand nothing on.
  for (const who of [cast.amir, cast.grace]) expect((await read(who, `/workers/${leaver}/cases`)).status).toBe(403)

  for (const who of [other, cast.pat]) {
    expect(await noticed(who)).toEqual([shutTo])
    expect((await read(who, `/workers/${leaver}`)).page).toContain('Nobody has taken over 1 case')
  }
  const answer = await asking(agencies, other)(`/workers/${leaver}/cases`, form({ [`heir:${shut}`]: cast.grace }))
  expect(answer.status).toBe(303)
  for (const who of [other, cast.pat]) expect(await noticed(who)).toEqual([])
  const led = await asWorker(cast.grace, db => db.selectFrom('cases').select('id').where('leadWorkerId', '=', cast.grace).execute())
  expect(led.map(one => one.id).sort()).toEqual([open, shut].sort())
})

test('what a mover led goes to colleagues of the agency that has it, not of the one they went to', async () => {
  const { leaver, shut, shutTo } = await aLeaver('Mo Ver', cast.pat)
  await asWorker(cast.pat, db => moveWorker(db, leaver, { agency: agency.health, jobTitle: '', heir: cast.grace }))
  expect([await noticed(cast.pat), await noticed(cast.amir)]).toEqual([[], [shutTo]])
  const { page } = await read(cast.amir, `/workers/${leaver}/cases`)
  expect(page).toContain('Grace Penhale')
  expect(page).not.toContain('Noor Halabi')
  const hand = (to: string) => asking(agencies, cast.amir)(`/workers/${leaver}/cases`, form({ [`heir:${shut}`]: to }))
  expect([(await hand(cast.noor)).status, (await hand(cast.grace)).status]).toEqual([422, 303])
  expect(await noticed(cast.amir)).toEqual([])
})

test('nobody hands on a case that is shut to them, by its number neither', async () => {
  const { leaver, open, shut } = await aLeaver('Ly Ver')
  const typed = (caseId: string) =>
    asking(agencies, cast.amir)(`/workers/${leaver}/leaving`, form({ [`heir:${caseId}`]: cast.grace, heir: cast.grace }))
  expect((await typed(shut)).status).toBe(303)
  expect(await asWorker(leaver, async () => 'in').catch(() => 'out')).toBe('out')
  const led = await asWorker(cast.grace, db =>
    db.selectFrom('cases').select(['id', 'leadWorkerId']).where('id', 'in', [open, shut]).execute(),
  )
  expect(new Map(led.map(one => [one.id, one.leadWorkerId]))).toEqual(
    new Map([
      [open, cast.grace],
      [shut, leaver],
    ]),
  )
})

test('a colleague whom a conflict keeps out of a case is refused as its lead beside the field, with nothing said of why', async () => {
  const leaver = await newWorker('Li Ver')
  const caseId = await aCase(leaver)
  await asWorker(cast.grace, db => declareConflict(db, { worker: undefined, person: undefined, caseId, basis: 'My brother' }))
  const answer = await asking(agencies, cast.amir)(`/workers/${leaver}/leaving`, form({ [`heir:${caseId}`]: cast.grace }))
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Choose somebody else to take over')
  expect(page).not.toMatch(/conflict/i)
})

test('cases_left_behind tells whoever administers the case’s agency or the partnership, works today and may know of it: once, and nobody else', async () => {
  const leaver = await newWorker('Le Ver')
  const [kept, closed] = [await aCase(leaver), await aCase(leaver)]
  const administers = { roles: ['agency_administrator' as const] }
  const [other, shutOut, halted] = [
    await newWorker('Od Min', administers),
    await newWorker('Sh Ut', administers),
    await newWorker('Ha Lt', administers),
  ]
  await newWorker('El Se', { ...administers, of: agency.health })
  await newWorker('In Fo', { roles: ['information_governance_lead'] })
  await share(kept, shutOut, {}, leaver)
  await asWorker(shutOut, db => declareConflict(db, { worker: undefined, person: undefined, caseId: kept, basis: 'My brother' }))
  const suspended = await newWorker('Su Sp', { roles: ['partnership_administrator'] })
  await behindTheRules(database, ['cases', 'workers'], async client => {
    await client.query('update cases set closed_at = now() where id = $1', [closed])
    await client.query('update workers set suspended_at = now() where id = $1', [halted])
    await client.query('update workers set agency_id = $1 where id = $2', [agency.suspended, suspended])
  })
  // As the partnership's administrator: who lets them go knows it.
  const moves = (to: string) => asWorker(cast.pat, db => db.updateTable('workers').set({ agencyId: to }).where('id', '=', leaver).execute())
  await moves(agency.health)
  await moves(agency.housing)
  const told = await behindTheRules(database, ['notices'], async client => {
    const { rows } = await client.query('select to_id, case_id from notices where about_id = $1', [leaver])
    return rows as { to_id: string; case_id: string }[]
  })
  const administrators = await behindTheRules(database, ['worker_roles'], async client => {
    const { rows } = await client.query(
      `select r.worker_id from worker_roles r join workers w on w.id = r.worker_id
      where r.role = 'agency_administrator' and w.agency_id = $1 and w.suspended_at is null and w.id <> $2`,
      [agency.housing, shutOut],
    )
    return rows.map(row => row.worker_id as string)
  })
  expect(administrators).toEqual(expect.arrayContaining([cast.amir, other]))
  expect(told.map(one => one.to_id).sort()).toEqual(administrators.sort())
  expect(new Set(told.map(one => one.case_id))).toEqual(new Set([kept]))
})

test('hand_over_case gives a case to nobody whom a conflict keeps out of it, nor to whoever has left its team', async () => {
  const hands = (caseId: string, to: string) =>
    may(cast.pat, db => sql`select hand_over_case(${caseId}, ${to})`.execute(db).then(() => true))
  const caseId = await aCase()
  expect(await hands(caseId, cast.sam)).toBe('yes')
  await asWorker(cast.sam, db => declareConflict(db, { worker: undefined, person: undefined, caseId, basis: 'My brother' }))
  expect(await hands(caseId, cast.sam)).toBe('no')

  const ofTeam = await aCase(cast.sam, { ownerTeamId: team.slaveryTeam })
  const seated = (until: string) =>
    behindTheRules(database, ['team_members'], client =>
      client.query(
        `insert into team_members (team_id, worker_id, starts_on, ends_on) values ($1, $2, current_date - 9, ${until})
          on conflict do nothing`,
        [team.slaveryTeam, cast.tom],
      ),
    )
  await seated('current_date - 1')
  expect(await hands(ofTeam, cast.tom)).toBe('no')
})
