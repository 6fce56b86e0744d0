/** Whether a text holds a safe address is answered to those who may know that address, and to nobody else. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { agency, cast } from '../../../test/cast.ts'
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
  // Nor is it counted to anybody else: that there is one would tell that somebody lives there.
  const counted = (db: Db) => sql`select from safe_contacts_in(array['7hiddenlane'])`.execute(db).then(({ rows }) => rows)
  expect(await whoMay(cast, counted)).toEqual(['tom', 'ingrid', 'sam', 'pat'])
})

test('a safe address on an agency’s own list is named to that agency, and counted to nobody else who sees the person', async () => {
  const { plainId } = await aSidedCase()
  const personId = newId()
  await asWorker(cast.aisha, async db => {
    await db.insertInto('people').values({ id: personId, heldBy: agency.charity, givenName: 'Ada', createdBy: cast.aisha }).execute()
    await joins(db, plainId, personId)
    const contact = { id: newId(), personId, side: null, category: 'safe address', kind: 'address', recordedBy: cast.aisha }
    await db
      .insertInto('personContacts')
      .values({ ...contact, value: '9 Hidden Lane' })
      .execute()
  })
  const counted = (db: Db) => sql`select from safe_contacts_in(array['9hiddenlane'])`.execute(db).then(({ rows }) => rows)
  expect(await whoMay(cast, counted)).toEqual(['aisha'])
})
