/** Who is looked up and who is asked about, as people_like, people_alike and known_through say: whoever fits, and for whom it was asked. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCase } from '../../../test/case.ts'
import { cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { askAboutAll } from './pairs.ts'
import { findSame } from './same.ts'

const database = ownDatabase()

/** Somebody in a case of Tom's, with a number that was learnt there. */
async function aPerson(familyName: string, phone: string): Promise<string> {
  const [id, caseId] = [newId(), await aCase()]
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id, givenName: 'Ayo', familyName, createdBy: cast.tom }).execute()
    await joins(db, caseId, id)
    const fact = { id: newId(), personId: id, caseId, recordedBy: cast.tom }
    await db
      .insertInto('personContacts')
      .values({ ...fact, kind: 'mobile', value: phone })
      .execute()
  })
  return id
}

test('by a number that was learnt in one case, only the agency that holds that case is said to know somebody', async () => {
  const [personId, other] = [await aPerson('Winterbourne', '07700 900441'), await aCase(cast.aisha)]
  await behindTheRules(database, ['case_people'], client =>
    client.query(`insert into case_people (id, case_id, person_id, role, basis, added_by) values ($1, $2, $3, 'Other', 'Named', $4)`, [
      newId(),
      other,
      personId,
      cast.aisha,
    ]),
  )
  const { known } = await asWorker(cast.noor, db => findSame(db, { givenName: 'Ayo', familyName: 'Winterbourne', phone: '07700 900441' }))
  expect(known.map(one => one.agency)).toEqual(['Wexmoor Police'])
})

test('nobody is looked at whom nothing fits', async () => {
  await aPerson('Harbottle', '07700 900442')
  const like = (given: string, family: string) =>
    asWorker(cast.tom, db => sql`select from people_like(array[${given}], array[${family}], '{}', '{}', '{}')`.execute(db)).then(
      ({ rows }) => rows.length,
    )
  expect([await like('Ayo', 'Harbottle'), await like('Quentin', 'Zoffany')]).toEqual([1, 0])
})

test('two records are asked about when they have more than the name in common, and only for whom it was asked', async () => {
  const named = await Promise.all(['07700 900443', '07700 900444'].map(phone => aPerson('Thistlewood', phone)))
  const alike = await Promise.all(['07700 900445', '07700 900445'].map(phone => aPerson('Marchbanks', phone)))
  const others = await Promise.all(['07700 900446', '07700 900446'].map(phone => aPerson('Penhallow', phone)))
  const asked = (ids: string[]) => asWorker(cast.tom, db => askAboutAll(db, ids))
  expect([await asked(named), await asked(alike), await asked([...alike, ...others])]).toEqual([0, 1, 1])
})
