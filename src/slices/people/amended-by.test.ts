/** Who amended a person's details, and to whom that is told. */
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { findLastAmendment } from './queries.ts'

ownDatabase()

test('who amended somebody is told to those who work with them together, and to nobody whom it would tell who else does', async () => {
  const [shared, own] = [await aCase(), await aCase(cast.tom, { programme: 'da-marac' })]
  const id = newId()
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id, givenName: 'Ayo', createdBy: cast.tom }).execute()
    await joins(db, shared, id)
    await joins(db, own, id, { side: 'victim' })
  })
  await share(shared, agency.housing, { tier: 'contribute' })
  await share(own, agency.charity, { tier: 'contribute' })
  const amends = (by: string, version: number) =>
    asWorker(by, db =>
      db
        .updateTable('people')
        .set({ familyName: `Name ${version}`, version })
        .where('id', '=', id)
        .execute(),
    )
  const by = (who: string) => asWorker(who, async db => (await findLastAmendment(db, id))?.by ?? null)
  await amends(cast.aisha, 2)
  expect([await by(cast.tom), await by(cast.aisha), await by(cast.grace)]).toEqual(['Aisha Bello', 'Aisha Bello', null])
  await amends(cast.tom, 3)
  expect([await by(cast.aisha), await by(cast.grace)]).toEqual(['Tom Ashdown', 'Tom Ashdown'])
  await expect(asWorker(cast.grace, db => db.selectFrom('personVersions').select('replacedBy').execute())).rejects.toThrow()
})
