/** What a case pack says of the people in it. */
import { expect, test } from 'vitest'
import { aCase } from '../../../test/case.ts'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { findCaseHead } from '../cases/index.ts'
import { packContent } from './pack.ts'
import { readForPack } from './queries.ts'

ownDatabase()

test('of a birth no more than is known', async () => {
  const [id, personId] = [await aCase(), newId()]
  const content = await asWorker(cast.tom, async db => {
    const manny = {
      id: personId,
      givenName: 'Manny',
      familyName: 'Cole',
      bornOn: '2002-07-01',
      bornPrecision: 'about',
      createdBy: cast.tom,
    }
    await db.insertInto('people').values(manny).execute()
    await joins(db, id, personId)
    const by = { name: 'Tom Ashdown', agencyName: 'Police' }
    const pack = { parts: ['people' as const], entries: [], documents: [], safe: [], by, now: new Date('2026-11-23') }
    return packContent({ ...pack, head: await findCaseHead(db, id), plan: await readForPack(db, id) })
  })
  expect(content.blocks).toContainEqual({ kind: 'list', items: ['Manny Cole, about 24, born about 2002: Other. Named'] })
})
