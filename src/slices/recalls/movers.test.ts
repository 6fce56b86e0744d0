/** When a worker moves, what ended of theirs is called back from the agency that they leave; the one they come to never had it, and learns of nothing. */
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { newWorker } from '../../../test/new-worker.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { moveWorker } from '../agencies/workers/commands.ts'
import { listOurRecalls } from './queries.ts'

const database = ownDatabase()

test('a share with them alone, with the copies that they took, and what they had half written', async () => {
  const [mover, theirs, caseId] = [
    await newWorker('Mo Ver'),
    await newWorker('Ada Min', { roles: ['agency_administrator'], of: agency.health }),
    await aCase(),
  ]
  await share(caseId, mover, { tier: 'contribute' })
  await asWorker(mover, async db => {
    await seen(db, 'export', caseId, { caseId })
    await db
      .insertInto('drafts')
      .values({ workerId: mover, key: `entry:${caseId}`, body: '"She said"' })
      .execute()
  })
  await asWorker(cast.pat, db => moveWorker(db, mover, { agency: agency.health, jobTitle: '', heir: '' }))
  const told = (who: string) =>
    asWorker(who, async db => (await listOurRecalls(db)).map(one => [one.kind, one.copies.map(copy => copy.workerName)]))
  expect([await told(theirs), await told(mover)]).toEqual([[], []])
  expect(await told(cast.amir)).toEqual([['share', ['Mo Ver']]])
  const kept = await behindTheRules(database, ['drafts'], client => client.query('select from drafts where worker_id = $1', [mover]))
  expect(kept.rowCount).toBe(0)
})

test('what they had half written about what their agency still has goes too', async () => {
  const [mover, caseId, id] = [await newWorker('Mo Two'), await aCase(), newId()]
  await share(caseId, agency.housing, { tier: 'contribute' })
  await asWorker(mover, db =>
    db
      .insertInto('drafts')
      .values({ workerId: mover, key: `entry:${caseId}:${id}`, body: '"Half"' })
      .execute(),
  )
  await asWorker(cast.pat, db => moveWorker(db, mover, { agency: agency.health, jobTitle: '', heir: '' }))
  expect(await asWorker(mover, db => db.selectFrom('drafts').select('key').execute())).toEqual([])
})
