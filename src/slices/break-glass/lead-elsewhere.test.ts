/** Whoever led a case and moved to another agency before anybody took it over is told nothing of what happens in it. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCase } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { asWorker } from '../../platform/db.ts'
import { openInEmergency } from './commands.ts'
import { listNotices } from './queries.ts'

const database = ownDatabase()

test('neither on Today nor by e-mail of an emergency', async () => {
  const caseId = await aCase(cast.grace)
  const { reference } = await asWorker(cast.grace, db =>
    db.selectFrom('cases').select('reference').where('id', '=', caseId).executeTakeFirstOrThrow(),
  )
  const opens = (who: string) =>
    asWorker(who, async db => {
      await openInEmergency(db, { reference, reason: 'A child is in danger now', minutes: 15 })
      return (await sql<{ workerId: string }>`select worker_id from told_of_emergency(${caseId})`.execute(db)).rows.map(row => row.workerId)
    })
  expect(await opens(cast.tom)).toContain(cast.grace)
  await behindTheRules(database, ['workers'], client =>
    client.query('update workers set agency_id = $1 where id = $2', [agency.health, cast.grace]),
  )
  const before = await asWorker(cast.grace, db => listNotices(db, 9))
  expect(await opens(cast.aisha)).not.toContain(cast.grace)
  expect(await asWorker(cast.grace, db => listNotices(db, 9))).toEqual(before)
})
