/** Drafts are their writer's alone. */
import { expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { whoMay } from '../../../test/may.ts'
import { asWorker } from '../../platform/db.ts'

ownDatabase()

test('nobody reads, changes or removes another worker’s draft, whoever they are', async () => {
  await asWorker(cast.tom, db =>
    db
      .insertInto('drafts')
      .values({ workerId: cast.tom, key: 'entry:1', body: JSON.stringify('half a thought') })
      .execute(),
  )
  expect(await whoMay(cast, db => db.selectFrom('drafts').selectAll().execute())).toEqual(['tom'])
  expect(await whoMay(cast, db => db.updateTable('drafts').set({ body: '""' }).execute())).toEqual(['tom'])
  expect(await whoMay(cast, db => db.deleteFrom('drafts').execute())).toEqual(['tom'])
  expect(
    await whoMay(cast, async db => {
      await db.insertInto('drafts').values({ workerId: cast.tom, key: 'entry:2', body: '""' }).execute()
      return true
    }),
  ).toEqual(['tom'])
})
