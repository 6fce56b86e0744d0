/** Whether a text holds a safe address is answered to those who may know that address, and to nobody else. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { whoMay } from '../../../test/may.ts'
import { aSidedCase, joins } from '../../../test/sided-case.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'

ownDatabase()

test('a safe address in a text is named to those who have its side and its category of the case', async () => {
  const { caseId, personId } = await aSidedCase()
  await asWorker(cast.tom, async db => {
    await joins(db, caseId, personId, { side: 'victim' })
    const contact = { id: newId(), personId, caseId, side: 'victim', category: 'safe address', kind: 'address', recordedBy: cast.tom }
    await db
      .insertInto('personContacts')
      .values({ ...contact, value: '7 Hidden Lane' })
      .execute()
  })
  const held = (piece: string) => (db: Db) =>
    sql`select c.value from safe_contacts_in(${[piece]}) held (id) join person_contacts c on c.id = held.id`
      .execute(db)
      .then(({ rows }) => rows)
  expect(await whoMay(cast, held('7hiddenlane'))).toEqual(['tom', 'ingrid', 'sam', 'pat'])
  expect(await whoMay(cast, held('8hiddenlane'))).toEqual([])
})
