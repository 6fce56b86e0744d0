/** What stirs, and for whom, when something urgent lies unread: who sits in the team decides, at the moment of asking. */
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { behindTheRules, beforeDrop, ownDatabase } from '../../../test/database.ts'
import { newsIsOut } from '../../../test/news.ts'
import { testSecret } from '../../../test/secret.ts'
import { writeToAll } from '../../../test/urgent.ts'
import { asWorker } from '../../platform/db.ts'
import { forEveryone, record, seen } from '../../platform/events.ts'
import { listen, stopListening } from '../../platform/live.ts'
import { urlFor } from '../../platform/migrate.ts'
import { connectSystem, disconnectSystem } from '../../platform/system-db.ts'
import { openInEmergency } from '../break-glass/index.ts'
import { live } from '../cases/index.ts'
import { declareConflict } from '../conflicts/index.ts'
import { tellWholeTeams } from './jobs.ts'
import { receipts } from './routes.tsx'
import { listUrgentAlerts } from './today-queries.ts'

const database = ownDatabase()
beforeAll(() => connectSystem({ connectionString: urlFor(database.ownerUrl, 'kith_clock', testSecret), max: 2 }))
beforeAll(() => listen())
beforeDrop(disconnectSystem)
beforeDrop(stopListening)
beforeEach(() =>
  behindTheRules(database, ['grants', 'urgent_alerts', 'first_looks'], client => client.query(`delete from grants where basis <> 'owner'`)),
)

/** Shared an hour before it was to be opened, which was an hour ago. */
async function lateShare(caseId: string, to: string, by: string = cast.tom): Promise<void> {
  const shareId = await share(caseId, to, { openBy: new Date(Date.now() + 3_600_000) }, by)
  await behindTheRules(database, ['grants', 'case_access'], client =>
    client.query(
      `update grants set starts_at = now() - interval '2 hours', granted_at = now() - interval '2 hours', open_by = now() - interval '1 hour' where id = $1`,
      [shareId],
    ),
  )
}

const sees = async (worker: string) => (await asWorker(worker, listUrgentAlerts)).length > 0

test('the open Today of those who are told looks again by itself, and nobody else’s does', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing)
  await lateShare(caseId, team.hub)
  // Owen sits in the team too, and his agency has signed nothing: that something stirs would tell him that there is something.
  await seated(team.hub, cast.owen, async () => {
    const heard = await Promise.all([cast.noor, cast.amir, cast.owen].map(worker => hearing(worker)))
    await tellWholeTeams()
    await writeToAll(database)
    await lastFor(cast.noor, cast.amir, cast.owen)
    expect(await Promise.all(heard.map(those => those()))).toEqual([['', 'last'], ['last'], ['last']])
  })
})

test('a Today that was being fetched when its reader was told looks again as soon as it listens, and nobody else’s does', async () => {
  await lateShare(await aCase(), team.hub)
  const since = Date.now()
  await tellWholeTeams()
  await writeToAll(database)
  await newsIsOut()
  const heard = await Promise.all([cast.noor, cast.amir].map(worker => hearing(worker, `?deaf=${Date.now() - since}`)))
  await lastFor(cast.noor, cast.amir)
  expect(await Promise.all(heard.map(those => those()))).toEqual([['', 'last'], ['last']])
})

test('a colleague who has left the team since reads no more for whom it is', async () => {
  const caseId = await aCase(cast.grace, { programme: 'da-marac' })
  await lateShare(caseId, cast.sam, cast.grace)
  await seated(team.slaveryTeam, cast.ingrid, async () => {
    await tellWholeTeams()
    expect([await sees(cast.ingrid), await sees(cast.sam)]).toEqual([true, true])
  })
  expect([await sees(cast.ingrid), await sees(cast.sam)]).toEqual([false, true])
})

test('a look in an emergency, over a conflict of interest, opens nothing for the others: their team is told, and the sharer is not told of it', async () => {
  const caseId = await aCase()
  await lateShare(caseId, agency.housing)
  await asWorker(cast.grace, db => declareConflict(db, { caseId, basis: 'My brother' }))
  const { rows } = await behindTheRules(database, ['cases'], client => client.query('select reference from cases where id = $1', [caseId]))
  await asWorker(cast.grace, async db => {
    await openInEmergency(db, { reference: rows[0].reference, reason: 'She rang from the car', minutes: 30 })
    await seen(db, 'case', caseId, { caseId })
  })
  await tellWholeTeams()
  expect(await sees(cast.amir)).toBe(true)
  const shown = await (await asking(receipts, cast.tom)('/receipts')).text()
  expect(shown).toContain('Noise at Fern Court')
  expect(shown).not.toContain('Grace Penhale')
})

/** What is done while a worker sits in a team. */
async function seated(teamId: string, worker: string, doing: () => Promise<void>): Promise<void> {
  const change = (statement: string) => behindTheRules(database, ['team_members'], client => client.query(statement, [teamId, worker]))
  await change('insert into team_members (team_id, worker_id, starts_on) values ($1, $2, current_date)')
  await doing().finally(() => change('delete from team_members where team_id = $1 and worker_id = $2'))
}

/** What the open pages of these workers hear last: each has it about a case of their own. */
async function lastFor(...workers: string[]): Promise<void> {
  for (const to of workers) {
    const own = await aCase(to)
    await asWorker(to, async db => {
      await sql`select set_config('kith.request', 'last', true)`.execute(db)
      await record(db, 'case_amended', { caseId: own, detail: { to }, mark: forEveryone })
    })
  }
}

/** The requests that a worker's open Today is told of, up to the last. */
async function hearing(worker: string, query = '') {
  const stream = (await asking(live, worker)(`/live${query}`)).body as ReadableStream<Uint8Array>
  return async () => {
    let text = ''
    for await (const part of stream) {
      text += Buffer.from(part).toString()
      if (text.includes('request-id="last"')) break
    }
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
    return [...text.matchAll(/request-id="([^"]*)"/g)].map(match => match[1])
  }
}
