/** Who sees a person, and what is known of them: by case, by list, and by where it was learnt. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { whoMay } from '../../../test/may.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'

const database = ownDatabase()

async function person(by: string, heldBy: string | null = null, caseId?: string) {
  const id = newId()
  await asWorker(by, async db => {
    await db.insertInto('people').values({ id, heldBy, givenName: 'Ayo', familyName: 'Adeyemi', createdBy: by }).execute()
    if (caseId) await link(db, caseId, id)
  })
  return id
}
const link = (db: Db, caseId: string, personId: string) =>
  db
    .insertInto('casePeople')
    .values({ id: newId(), caseId, personId, role: 'Witness', basis: 'Named', addedBy: db.actor.workerId })
    .execute()
/** Everybody at the police, and others, in the order of the cast. */
const policeAnd = (...others: string[]) => Object.keys(cast).filter(name => ['tom', 'ingrid', 'sam', 'pat', ...others].includes(name))
const seesPerson = (id: string) => (db: Db) => db.selectFrom('people').select('id').where('id', '=', id).execute()

test('people: seen by those who may read a case they are in, amended by those who contribute to one', async () => {
  const caseId = await aCase()
  const id = await person(cast.tom, null, caseId)
  await share(caseId, agency.housing)
  await share(caseId, agency.health, { tier: 'contribute' })
  await share(caseId, agency.charity, { tier: 'headline' })
  expect(await whoMay(cast, seesPerson(id))).toEqual(policeAnd('grace', 'amir', 'noor'))
  expect(await whoMay(cast, db => db.updateTable('people').set({ gender: 'woman' }).where('id', '=', id).execute())).toEqual(
    policeAnd('noor'),
  )
})

test('people on an agency’s own list: seen and amended by that agency, and put there by nobody else', async () => {
  const id = await person(cast.grace, agency.housing)
  expect(await whoMay(cast, seesPerson(id))).toEqual(['grace', 'amir'])
  expect(await whoMay(cast, db => db.updateTable('people').set({ gender: 'woman' }).where('id', '=', id).execute())).toEqual([
    'grace',
    'amir',
  ])
  const addTo = (heldBy: string) => (db: Db) =>
    db.insertInto('people').values({ id: newId(), heldBy, givenName: 'Bo', createdBy: db.actor.workerId }).execute()
  expect(await whoMay(cast, addTo(agency.housing))).toEqual(['grace', 'amir'])
})

test('nobody adds a person in another’s name', async () => {
  expect(await whoMay(cast, db => db.insertInto('people').values({ id: newId(), givenName: 'Bo', createdBy: cast.tom }).execute())).toEqual(
    ['tom'],
  )
})

test('nobody links a person they cannot see, nor to a case they do not work; and a role is ended by those who do', async () => {
  const [caseId, id] = [await aCase(cast.grace), await person(cast.tom, null, await aCase())]
  expect(await whoMay(cast, db => link(db, caseId, id).then(() => true))).toEqual([])
  const own = await person(cast.grace, agency.housing)
  expect(await whoMay(cast, db => link(db, caseId, own).then(() => true))).toEqual(['grace', 'amir'])
  await asWorker(cast.grace, db => link(db, caseId, own))
  await share(caseId, agency.health, {}, cast.grace)
  const end = (by?: string) =>
    whoMay(cast, db =>
      db
        .updateTable('casePeople')
        .set({ endedAt: new Date(), endedBy: by ?? db.actor.workerId, endReason: 'Not them' })
        .where('personId', '=', own)
        .execute(),
    )
  expect(await end()).toEqual(['grace', 'amir'])
  expect(await end(cast.amir)).toEqual(['amir'])
})

test('what is learnt in a case is seen by those who may read that case, not by all who see the person', async () => {
  const [shared, kept] = [await aCase(), await aCase()]
  const id = await person(cast.tom, null, shared)
  await share(shared, agency.housing)
  await asWorker(cast.tom, db => link(db, kept, id))
  const facts = async (caseId: string) =>
    asWorker(cast.tom, async db => {
      const fact = { personId: id, caseId, recordedBy: cast.tom }
      await db
        .insertInto('personNames')
        .values({ ...fact, kind: 'alias', name: 'Ziggy' })
        .execute()
      await db
        .insertInto('personContacts')
        .values({ ...fact, kind: 'mobile', value: '07700 900123' })
        .execute()
      await db
        .insertInto('personWarnings')
        .values({ ...fact, instruction: 'Visit in twos', reviewOn: '2030-01-01' })
        .execute()
      await db
        .insertInto('personNeeds')
        .values({ ...fact, kind: 'language', detail: 'Yoruba' })
        .execute()
    })
  await facts(shared)
  await facts(kept)
  for (const table of ['personNames', 'personContacts', 'personWarnings', 'personNeeds'] as const) {
    const seen = (caseId: string) => (db: Db) =>
      db
        .selectFrom(table as 'personNames')
        .select('id')
        .where('personId', '=', id)
        .where('caseId', '=', caseId)
        .execute()
    expect(await whoMay(cast, seen(shared)), table).toEqual(policeAnd('grace', 'amir'))
    expect(await whoMay(cast, seen(kept)), table).toEqual(policeAnd())
  }
})

test('person_names, person_contacts, person_warnings, person_needs: recorded and ended by those who contribute to the case', async () => {
  const caseId = await aCase()
  const id = await person(cast.tom, null, caseId)
  await share(caseId, agency.housing)
  await share(caseId, agency.health, { tier: 'contribute' })
  const fact = (db: Db) => ({ personId: id, caseId, recordedBy: db.actor.workerId })
  const able = policeAnd('noor')
  expect(
    await whoMay(cast, db =>
      db
        .insertInto('personNames')
        .values({ ...fact(db), kind: 'alias', name: 'Ziggy' })
        .execute(),
    ),
  ).toEqual(able)
  expect(
    await whoMay(cast, db =>
      db
        .insertInto('personContacts')
        .values({ ...fact(db), kind: 'mobile', value: '07700 900123' })
        .execute(),
    ),
  ).toEqual(able)
  expect(
    await whoMay(cast, db =>
      db
        .insertInto('personWarnings')
        .values({ ...fact(db), instruction: 'Visit in twos', reviewOn: '2030-01-01' })
        .execute(),
    ),
  ).toEqual(able)
  expect(
    await whoMay(cast, db =>
      db
        .insertInto('personNeeds')
        .values({ ...fact(db), kind: 'language', detail: 'Yoruba' })
        .execute(),
    ),
  ).toEqual(able)
  await asWorker(cast.tom, async db => {
    const own = fact(db)
    await db
      .insertInto('personNames')
      .values({ ...own, kind: 'alias', name: 'Ziggy' })
      .execute()
    await db
      .insertInto('personContacts')
      .values({ ...own, kind: 'mobile', value: '07700 900123' })
      .execute()
    await db
      .insertInto('personWarnings')
      .values({ ...own, instruction: 'Visit in twos', reviewOn: '2030-01-01' })
      .execute()
    await db
      .insertInto('personNeeds')
      .values({ ...own, kind: 'language', detail: 'Yoruba' })
      .execute()
  })
  const endedAt = new Date()
  expect(await whoMay(cast, db => db.updateTable('personNames').set({ endedAt }).where('personId', '=', id).execute())).toEqual(able)
  expect(
    await whoMay(cast, db =>
      db.updateTable('personContacts').set({ endedOn: sql<string>`current_date` }).where('personId', '=', id).execute(),
    ),
  ).toEqual(able)
  expect(await whoMay(cast, db => db.updateTable('personNeeds').set({ endedAt }).where('personId', '=', id).execute())).toEqual(able)
  const endWarning = (by?: string) =>
    whoMay(cast, db =>
      db
        .updateTable('personWarnings')
        .set({ endedAt, endedBy: by ?? db.actor.workerId })
        .where('personId', '=', id)
        .execute(),
    )
  expect(await endWarning()).toEqual(able)
  expect(await endWarning(cast.sam)).toEqual(['sam'])
})

test('facts learnt in no case: only by the agency whose list the person is on, and seen by whoever sees the person', async () => {
  const id = await person(cast.grace, agency.housing)
  const learn = (db: Db) =>
    db
      .insertInto('personNames')
      .values({ personId: id, caseId: null, kind: 'alias', name: 'Ziggy', recordedBy: db.actor.workerId })
      .execute()
  expect(await whoMay(cast, learn)).toEqual(['grace', 'amir'])
  await asWorker(cast.grace, learn)
  const caseId = await aCase(cast.grace)
  await asWorker(cast.grace, db => link(db, caseId, id))
  await share(caseId, agency.health, { tier: 'contribute' }, cast.grace)
  expect(await whoMay(cast, db => db.selectFrom('personNames').select('id').where('personId', '=', id).execute())).toEqual([
    'grace',
    'amir',
    'noor',
  ])
  // A partner who sees them in a case records what they learn there, and never on another agency's list.
  expect(await whoMay({ noor: cast.noor }, learn)).toEqual([])
})

test('person_relationships: seen by readers of the case, recorded and ended by contributors who see both', async () => {
  const caseId = await aCase()
  const [one, other, hidden] = [
    await person(cast.tom, null, caseId),
    await person(cast.tom, null, caseId),
    await person(cast.grace, agency.housing),
  ]
  await share(caseId, agency.housing)
  await share(caseId, agency.health, { tier: 'contribute' })
  const relate = (otherId: string) => (db: Db) =>
    db.insertInto('personRelationships').values({ personId: one, otherId, caseId, kind: 'mother', recordedBy: db.actor.workerId }).execute()
  expect(await whoMay(cast, relate(other))).toEqual(policeAnd('noor'))
  expect(await whoMay(cast, relate(hidden))).toEqual([])
  await asWorker(cast.tom, relate(other))
  expect(await whoMay(cast, db => db.selectFrom('personRelationships').select('id').where('caseId', '=', caseId).execute())).toEqual(
    policeAnd('grace', 'amir', 'noor'),
  )
  expect(
    await whoMay(cast, db => db.updateTable('personRelationships').set({ endedAt: new Date() }).where('caseId', '=', caseId).execute()),
  ).toEqual(policeAnd('noor'))
})

test('person_versions: kept by the rules alone, and seen with the person', async () => {
  const caseId = await aCase()
  const id = await person(cast.tom, null, caseId)
  await share(caseId, agency.housing)
  await asWorker(cast.tom, db => db.updateTable('people').set({ familyName: 'Adeyemi-Cole', version: 2 }).where('id', '=', id).execute())
  expect(
    await whoMay(cast, db =>
      db.selectFrom('personVersions').select('id').where('personId', '=', id).where('familyName', '=', 'Adeyemi').execute(),
    ),
  ).toEqual(policeAnd('grace', 'amir'))
  expect(
    await whoMay(cast, db =>
      db
        .insertInto('personVersions')
        .values({ personId: id, version: 9, givenName: 'X', familyName: 'Y', bornPrecision: 'day', gender: '' })
        .execute(),
    ),
  ).toEqual([])
})

test('equality_answers: seen only by the agency that asked', async () => {
  const caseId = await aCase()
  const id = await person(cast.tom, null, caseId)
  await share(caseId, agency.housing)
  const ask = (db: Db) =>
    db
      .insertInto('equalityAnswers')
      .values({
        personId: id,
        agencyId: db.actor.agencyId,
        question: 'sex',
        answer: 'Female',
        source: 'self',
        recordedBy: db.actor.workerId,
      })
      .execute()
  expect(await whoMay(cast, ask)).toEqual(policeAnd('grace', 'amir'))
  await asWorker(cast.grace, ask)
  expect(await whoMay(cast, db => db.selectFrom('equalityAnswers').select('id').where('personId', '=', id).execute())).toEqual([
    'grace',
    'amir',
  ])
})

test('search_index: nobody reads or writes it but the rules', async () => {
  await person(cast.tom, agency.police)
  expect(await whoMay(cast, db => db.selectFrom('searchIndex').select('id').execute())).toEqual([])
  expect(
    await behindTheRules(database, ['search_index'], client =>
      client.query('select count(*)::int as n from search_index').then(r => r.rows[0].n),
    ),
  ).toBeGreaterThan(0)
})
