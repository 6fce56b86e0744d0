/** Who added, amended, described or merged a person's records, and to whom that is told: works_with_us, added_by, amended_by, merge_told and recorded_by. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { asking } from '../../../test/ask.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { listMerges } from '../matching/index.ts'
import { mergeRecords } from '../merges/commands.ts'
import { sharing } from '../sharing/index.ts'
import { findKnown, findLastAmendment, findPerson } from './queries.ts'

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

test('nor is it told who added or merged somebody', async () => {
  const [shared, own] = [await aCase(), await aCase(cast.tom, { programme: 'da-marac' })]
  await share(shared, agency.housing, { tier: 'contribute' })
  await share(own, agency.charity, { tier: 'contribute', sides: ['victim'] })
  const [kept, absorbed] = [newId(), newId()]
  const her = { givenName: 'Ayo', familyName: 'Bright' }
  // Of her refuge, who works with her on her own side alone.
  await asWorker(cast.aisha, async db => {
    await db
      .insertInto('people')
      .values({ ...her, id: kept, createdBy: cast.aisha })
      .execute()
    await joins(db, own, kept, { side: 'victim' })
  })
  await asWorker(cast.tom, async db => {
    await joins(db, shared, kept)
    await db
      .insertInto('people')
      .values({ ...her, id: absorbed, createdBy: cast.tom })
      .execute()
    for (const caseId of [shared, own]) await joins(db, caseId, absorbed, caseId === own ? { side: 'victim' } : {})
  })
  await asWorker(cast.aisha, db => mergeRecords(db, kept, absorbed, 'She told me at the refuge'))
  const told = (who: string) =>
    asWorker(who, async db => ({
      added: (await findPerson(db, kept)).createdByName,
      merged: (await listMerges(db, [kept])).map(one => [one.by, one.reason]),
    }))
  for (const who of [cast.tom, cast.aisha])
    expect(await told(who)).toEqual({ added: 'Aisha Bello', merged: [['Aisha Bello', 'She told me at the refuge']] })
  expect(await told(cast.grace)).toEqual({ added: null, merged: [[null, null]] })
  for (const column of ['mergedBy', 'reason'] as const)
    await expect(asWorker(cast.grace, db => db.selectFrom('personMerges').select(column).execute())).rejects.toThrow()
  await expect(asWorker(cast.grace, db => db.selectFrom('people').select('createdBy').execute())).rejects.toThrow()
})

test('nor to a colleague of the same agency, who meets that person elsewhere', async () => {
  const secret = await aCase(cast.sam, { programme: 'da-marac', ownerTeamId: team.slaveryTeam })
  const theirs = await aCase(cast.grace)
  await share(secret, agency.housing, { tier: 'contribute', sides: ['victim'] }, cast.sam)
  await share(theirs, cast.tom, {}, cast.grace)
  const id = newId()
  await asWorker(cast.sam, async db => {
    await db.insertInto('people').values({ id, givenName: 'Ayo', createdBy: cast.sam }).execute()
    await joins(db, secret, id, { side: 'victim' })
  })
  await asWorker(cast.grace, db => joins(db, theirs, id))
  const added = (who: string) => asWorker(who, async db => (await findPerson(db, id)).createdByName)
  expect([await added(cast.grace), await added(cast.tom)]).toEqual(['Sam Okoro', null])
})

test('nor who recorded what stands on an agency’s own list, or asked whether two records are one', async () => {
  const shared = await aCase()
  await share(shared, agency.housing)
  await share(shared, agency.charity, { tier: 'contribute' })
  const [id, other, name, warning, need, learnt] = [newId(), newId(), newId(), newId(), newId(), newId()]
  await asWorker(cast.aisha, async db => {
    for (const one of [id, other])
      await db.insertInto('people').values({ id: one, heldBy: agency.charity, givenName: 'Ayo', createdBy: cast.aisha }).execute()
    const fact = { personId: id, side: null, recordedBy: cast.aisha }
    await db
      .insertInto('personNames')
      .values({ ...fact, id: name, kind: 'alias', name: 'Ada' })
      .execute()
    await db
      .insertInto('personWarnings')
      .values({ ...fact, id: warning, instruction: 'Never ring at home', reviewOn: '2099-01-01' })
      .execute()
    await db
      .insertInto('personNeeds')
      .values({ ...fact, id: need, kind: 'language', detail: 'Yoruba' })
      .execute()
  })
  await asWorker(cast.aisha, async db => {
    for (const one of [id, other]) await joins(db, shared, one)
    await db.insertInto('personPairs').values({ id: newId(), oneId: id, otherId: other, askedBy: cast.aisha }).execute()
    await db
      .insertInto('personNames')
      .values({ id: learnt, personId: id, caseId: shared, side: null, kind: 'alias', name: 'Addy', recordedBy: cast.aisha })
      .execute()
  })
  // Once Harbour has left the case, those who stay are told of nobody who works there with them.
  const by = async (who: string) => (await asWorker(who, db => findKnown(db, id))).names.map(one => [one.name, one.by]).sort()
  const told = [
    ['Ada', 'Aisha Bello'],
    ['Addy', 'Aisha Bello'],
  ]
  expect([await by(cast.grace), await by(cast.aisha)]).toEqual([told, told])
  await asWorker(cast.tom, db =>
    db
      .updateTable('grants')
      .set({ revokedBy: cast.tom, revokeReason: 'They have done their part', revokedAt: new Date() })
      .where('caseId', '=', shared)
      .where('principalId', '=', agency.charity)
      .execute(),
  )
  expect(await by(cast.aisha)).toEqual([['Ada', 'Aisha Bello']])
  expect(await by(cast.grace)).toEqual([
    ['Ada', null],
    ['Addy', 'Aisha Bello'],
  ])
  const recorder = (who: string, fact: string) =>
    asWorker(who, async db => (await sql<{ by: string | null }>`select recorded_by(${fact}) as by`.execute(db)).rows[0]?.by ?? null)
  for (const fact of [name, warning, need])
    expect([await recorder(cast.aisha, fact), await recorder(cast.grace, fact)]).toEqual([cast.aisha, null])
  for (const [what, which] of [
    ['name', name],
    ['warning', warning],
  ]) {
    const page = await (await asking(sharing, cast.grace)(`/who/${what}/${which}`)).text()
    expect(page).toContain('agency’s own list')
    expect(page).not.toContain('Aisha Bello')
  }
  for (const column of ['askedBy', 'answeredBy'] as const)
    await expect(asWorker(cast.grace, db => db.selectFrom('personPairs').select(column).execute())).rejects.toThrow()
  for (const table of ['personNames', 'personContacts', 'personWarnings', 'personNeeds'] as const)
    await expect(asWorker(cast.grace, db => db.selectFrom(table).select('recordedBy').execute())).rejects.toThrow()
})
