/** Who may record, sign and leave agreements, and what follows for the shares that rest on them. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, agreement, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'

const database = ownDatabase()
const today = sql<string>`current_date`
const everybody = ['tom', 'ingrid', 'sam', 'grace', 'amir', 'noor', 'aisha', 'owen', 'vera', 'pat']

test.each(['agreements', 'agreementParties'] as const)('everybody who works here today reads %s', async table => {
  expect(await whoMay(cast, db => db.selectFrom(table).selectAll().execute())).toEqual(everybody)
})

const add = (db: Db) =>
  db
    .insertInto('agreements')
    .values({
      id: newId(),
      reference: 'ISA-2',
      name: 'New agreement',
      purposes: 'Keeping people safe',
      gateway: 'Care Act 2014',
      lawfulBasis: 'Article 6(1)(e)',
      programmes: ['asb'],
      startsOn: '2026-01-01',
      reviewOn: '2027-01-01',
      endsOn: '2028-01-01',
    })
    .execute()
const sign =
  (agencyId: string, signedOn: unknown = today) =>
  (db: Db) =>
    db
      .insertInto('agreementParties')
      .values({ agreementId: agreement.over, agencyId, signedOn: signedOn as string, signedBy: 'Its director' })
      .execute()
const leave =
  (agencyId: string, leftOn: unknown = today) =>
  (db: Db) =>
    db
      .updateTable('agreementParties')
      .set({ leftOn: leftOn as string })
      .where('agencyId', '=', agencyId)
      .where('agreementId', '=', agreement.county)
      .execute()

test.each<[string, (db: Db) => Promise<unknown>, string[]]>([
  ['record an agreement', add, ['pat']],
  [
    'amend an agreement',
    db => db.updateTable('agreements').set({ endsOn: '2099-01-01' }).where('id', '=', agreement.over).execute(),
    ['pat'],
  ],
  [
    'suspend an agreement',
    db => db.updateTable('agreements').set({ suspendedAt: new Date() }).where('id', '=', agreement.county).execute(),
    ['pat'],
  ],
  [
    'add a clause',
    db =>
      db.insertInto('agreementClauses').values({ agreementId: agreement.county, number: '4.1', words: 'Share what is needed.' }).execute(),
    ['pat'],
  ],
  ['sign for Outland', sign(agency.outside), ['pat']],
  ['take the police out', leave(agency.police), ['ingrid', 'pat']],
  ['take Housing out', leave(agency.housing), ['pat']],
])('who may %s', async (_deed, deed, able) => {
  expect(await whoMay(cast, deed)).toEqual(able)
})

test.each<[string, string, (db: Db) => Promise<unknown>]>([
  ['an information-governance lead signs for another agency', cast.ingrid, sign(agency.housing)],
  ['somebody signs ahead of time', cast.pat, sign(agency.outside, '2099-01-01')],
  ['an agency is made to have left last year', cast.ingrid, leave(agency.police, '2025-01-01')],
  [
    'an agreement is widened to another programme',
    cast.pat,
    db =>
      db
        .updateTable('agreements')
        .set({ programmes: ['asb', 'modern-slavery'] })
        .where('id', '=', agreement.county)
        .execute(),
  ],
  ['a clause is reworded', cast.pat, db => db.updateTable('agreementClauses').set({ words: 'Share everything.' }).execute()],
  ['an agreement is deleted', cast.pat, db => db.deleteFrom('agreements').where('id', '=', agreement.over).execute()],
])('refused: %s', async (_attack, who, deed) => {
  expect(await may(who, deed)).toBe('no')
})

test('everybody who works here today reads the clauses of an agreement; a leaver and a suspended agency do not', async () => {
  await asWorker(cast.pat, db =>
    db.insertInto('agreementClauses').values({ agreementId: agreement.county, number: '7.2', words: 'Tell nobody else.' }).execute(),
  )
  const reading = await whoMay(cast, db => db.selectFrom('agreementClauses').select('number').execute())
  expect([reading.includes('tom'), reading.includes('owen'), reading.includes('lena'), reading.includes('stefan')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('suspending an agreement shuts what rests on it at once, and resuming opens it again', async () => {
  const id = await aCase()
  await share(id, agency.housing)
  const sees = () => may(cast.grace, db => db.selectFrom('cases').select('id').where('id', '=', id).execute())
  const suspend = (at: Date | null) =>
    asWorker(cast.pat, db => db.updateTable('agreements').set({ suspendedAt: at }).where('id', '=', agreement.county).execute())
  expect(await sees()).toBe('yes')
  await suspend(new Date())
  expect(await sees()).toBe('no')
  await suspend(null)
  expect(await sees()).toBe('yes')
})

test('an agency that leaves an agreement has nothing more of what rests on it, and the others have', async () => {
  const id = await aCase()
  await share(id, agency.housing)
  await share(id, agency.charity)
  const leaves = (on: string) =>
    behindTheRules(database, ['agreement_parties'], client =>
      client.query(`update agreement_parties set left_on = ${on} where agreement_id = $1 and agency_id = $2`, [
        agreement.county,
        agency.housing,
      ]),
    )
  const sees = (db: Db) => db.selectFrom('cases').select('id').where('id', '=', id).execute()
  await leaves('current_date')
  expect([await may(cast.grace, sees), await may(cast.aisha, sees)]).toEqual(['no', 'yes'])
  await leaves('null')
  expect(await may(cast.grace, sees)).toBe('yes')
})

test('an agreement opens what rests on it from its first day until its last', async () => {
  const id = await aCase()
  await share(id, agency.housing)
  const lasts = (from: string, until: string) =>
    behindTheRules(database, ['agreements'], client =>
      client.query(`update agreements set starts_on = current_date + ${from}, ends_on = current_date + ${until} where id = $1`, [
        agreement.county,
      ]),
    )
  const sees = () => may(cast.grace, db => db.selectFrom('cases').select('id').where('id', '=', id).execute())
  const seen: string[] = []
  for (const [from, until] of [
    ['-200', '300'],
    ['1', '300'],
    ['0', '300'],
    ['-200', '1'],
    ['-200', '0'],
    ['-200', '300'],
  ] as const) {
    await lasts(from, until)
    seen.push(await sees())
  }
  expect(seen).toEqual(['yes', 'no', 'yes', 'yes', 'no', 'yes'])
})

test('only those who may suspend or leave an agreement are told how much rests on it', async () => {
  const id = await aCase()
  await share(id, agency.health)
  const resting = (who: string, of: string | null) =>
    asWorker(who, async db => (await sql<{ n: number }>`select shares_under(${agreement.county}, ${of}::uuid) as n`.execute(db)).rows[0]?.n)
  expect(await resting(cast.pat, null)).toBeGreaterThan(0)
  expect(await resting(cast.ingrid, agency.police)).toBeGreaterThan(0)
  expect(await resting(cast.ingrid, agency.health)).toBe(0)
  expect(await resting(cast.tom, agency.police)).toBe(0)
})
