/** Somebody, or a place, on both sides of a case of which one side must never learn: what is amended through it would show on that side. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may } from '../../../test/may.ts'
import { aSidedCase, joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'

ownDatabase()

const amends = (worker: string, table: string, id: string) =>
  may(
    worker,
    async db => Number((await sql`update ${sql.table(table)} set version = version + 1 where id = ${id}`.execute(db)).numAffectedRows) > 0,
  )

/** Whether the rules let them join, and tell apart, this person's record and another. */
const merges = (worker: string, id: string) =>
  may(worker, async db => (await sql<{ yes: boolean }>`select i_may_change(${id}) as yes`.execute(db)).rows[0]?.yes)

/** Somebody new and a place, on these sides of the case and nowhere else. */
async function on(caseId: string, ...sides: (string | null)[]) {
  const [personId, placeId] = [newId(), newId()]
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id: personId, givenName: 'Ayo', createdBy: cast.tom }).execute()
    await db.insertInto('places').values({ id: placeId, line1: '1 Fern Court', createdBy: cast.tom }).execute()
    for (const side of sides) {
      await joins(db, caseId, personId, { side: side as string })
      await db.insertInto('casePlaces').values({ id: newId(), caseId, placeId, role: 'Other', side, addedBy: cast.tom }).execute()
    }
  })
  return (worker: string) => Promise.all([amends(worker, 'people', personId), amends(worker, 'places', placeId), merges(worker, personId)])
}

test('whoever works both sides amends nobody through the row of the one who is on the other too', async () => {
  const { caseId } = await aSidedCase()
  await share(caseId, agency.charity, { tier: 'contribute' })
  const no = ['no', 'no', 'no']
  for (const sides of [['subject'], ['victim', 'subject'], ['victim', null]]) {
    const amended = await on(caseId, ...sides)
    for (const worker of [cast.tom, cast.aisha, cast.noor]) expect(await amended(worker)).toEqual(no)
  }
  for (const worker of [cast.tom, cast.aisha, cast.grace]) expect(await (await on(caseId, 'victim'))(worker)).toEqual(['yes', 'yes', 'yes'])
})

test('whoever works the victim side alone is refused nothing that would tell them of the other', async () => {
  const { caseId } = await aSidedCase()
  const [alone, onBoth] = [await on(caseId, 'victim'), await on(caseId, 'victim', 'subject')]
  expect(await onBoth(cast.grace)).toEqual(await alone(cast.grace))
})
