/** A partnership may do without a hard stop of good practice, and never without one of a published rule. */
import { expect, test, vi } from 'vitest'
import { aCase } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { findCaseHead, listHardStops } from './index.ts'

vi.stubEnv('KITH_HARD_STOPS_OFF', 'specialist-in-domestic-abuse, both-want-to')
ownDatabase()

test('what is turned off does not hold, save what is published', async () => {
  const caseId = await aCase(cast.tom, { programme: 'restorative-justice', programmeVersion: 2 })
  const hold = await asWorker(cast.tom, async db => {
    const entry = { id: newId(), caseId, kind: 'domestic_abuse', occurredAt: new Date(), body: 'He was her partner.', side: null }
    await db
      .insertInto('entries')
      .values({ ...entry, authorId: cast.tom, agencyId: agency.police })
      .execute()
    return listHardStops(db, await findCaseHead(db, caseId))
  })
  expect(hold.map(stop => stop.key)).toEqual(['both-want-to', 'risk-assessed'])
})
