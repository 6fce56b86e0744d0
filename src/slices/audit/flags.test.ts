/** Unusual looks are found each night by the thresholds, once, and reviewed once; the record is exported, and that is recorded. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { askAs } from '../../../test/ask-as.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { beforeDrop, behindTheRules, ownDatabase } from '../../../test/database.ts'
import { testSecret } from '../../../test/secret.ts'
import { aSidedCase, joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { urlFor } from '../../platform/migrate.ts'
import { asSystem, connectSystem, disconnectSystem } from '../../platform/system-db.ts'
import { isoDay } from '../../ui/index.ts'
import { declareInterest, newInterest } from '../conflicts/index.ts'

const database = ownDatabase()
/** One day for all of these tests, also when midnight comes between them. */
const dayBefore = isoDay(new Date(Date.now() - 86_400_000))
const yesterday = (hour: number) => `(date '${dayBefore}' + interval '${hour} hours') at time zone 'Europe/London'`

beforeAll(async () => {
  connectSystem({ connectionString: urlFor(database.ownerUrl, 'kith_clock', testSecret), max: 2 })
  const [namesake, stranger] = [newId(), newId()]
  await asWorker(cast.tom, async db => {
    for (const [id, familyName] of [
      [namesake, 'Áshdown'],
      [stranger, 'Lund'],
    ] as const)
      await db.insertInto('people').values({ id, givenName: 'Mia', familyName, createdBy: cast.tom }).execute()
  })
  const caseId = await aCase()
  const neighbours = await neighboursOf(caseId)
  const look = (kind: string, subject: string, at: string, times: number, who: string, of: string) =>
    `insert into looks (kind, subject_id, worker_id, agency_id, at) select '${kind}', ${subject}, '${who}', '${of}', ${at} from generate_series(1, ${times})`
  await behindTheRules(database, ['looks'], async client => {
    for (const statement of [
      look('person', `'${namesake}'`, yesterday(10), 1, cast.tom, agency.police),
      look('person', `'${stranger}'`, yesterday(10), 1, cast.grace, agency.housing),
      look('person', 'uuidv7()', yesterday(11), 6, cast.grace, agency.housing),
      look('case', `'${caseId}'`, yesterday(2), 12, cast.sam, agency.police),
      ...neighbours.map(id => look('person', `'${id}'`, yesterday(14), 2, cast.aisha, agency.charity)),
      look('document', 'uuidv7()', yesterday(15), 160, cast.noor, agency.health),
      look('refused', 'uuidv7()', yesterday(16), 9, cast.owen, agency.outside),
      look('case', `'${caseId}'`, yesterday(12), 30, cast.ingrid, agency.police),
    ])
      await client.query(statement)
  })
})
beforeDrop(disconnectSystem)

/** Aisha's home is 14 Fern Court, WX1 4AB: three people live near it, and three do not. */
async function neighboursOf(caseId: string): Promise<string[]> {
  await asWorker(cast.aisha, db =>
    declareInterest(db, newInterest.parse({ kind: 'home', line1: 'Flat 2, 14 Fern Court', postcode: 'wx1 4ab' })),
  )
  await share(caseId, agency.charity, { tier: 'read' })
  const addresses = [
    ['9 Mill Lane', 'WX1 4AB'],
    ['31a Fern Court, Wexcombe', 'WX1 4CD'],
    ['Fern Court', 'WX14EF'],
    ['31 Fern Court', 'LE1 4AB'],
    ['14 Mill Lane', 'WX1 4CD'],
    ['14 Fern Court Road', 'WX1 4CD'],
  ] as const
  return asWorker(cast.tom, async db => {
    const ids = addresses.map(() => newId())
    for (const [at, [value, postcode]] of addresses.entries()) {
      const personId = ids[at] ?? ''
      await db.insertInto('people').values({ id: personId, givenName: 'Kim', familyName: 'Roe', createdBy: cast.tom }).execute()
      await joins(db, caseId, personId)
      await db
        .insertInto('personContacts')
        .values({ id: newId(), personId, caseId, kind: 'address', value, postcode, recordedBy: cast.tom })
        .execute()
    }
    return ids
  })
}

const find = () =>
  asSystem(
    'patterns',
    async db => (await sql<{ made: number }>`select find_patterns(${dayBefore}::date) as made`.execute(db)).rows[0]?.made,
  )

test('each pattern is found from its threshold on, and a second night adds nothing', async () => {
  expect(await find()).toBe(6)
  const found = await behindTheRules(
    database,
    ['flags'],
    async client => (await client.query('select pattern, worker_id as who, found from flags order by pattern')).rows,
  )
  expect(found).toEqual([
    { pattern: 'neighbour', who: cast.aisha, found: 3 },
    { pattern: 'no_case', who: cast.grace, found: 7 },
    { pattern: 'own_name', who: cast.tom, found: 1 },
    { pattern: 'refused', who: cast.owen, found: 9 },
    { pattern: 'unusual_hours', who: cast.sam, found: 12 },
    { pattern: 'volume', who: cast.noor, found: 160 },
  ])
  expect(await find()).toBe(0)
})

test('a governance lead reviews what concerns their agency, and the review stands', async () => {
  const list = await askAs(cast.ingrid, '/looks/flags')
  expect(list.text).toContain('Tom Ashdown, Police: own family name')
  expect(list.text).not.toContain('Noor Halabi')
  const path = /\/looks\/flags\/[0-9a-f-]{36}/.exec(list.text)?.[0] ?? ''
  expect((await askAs(cast.ingrid, path, { outcome: '', note: 'Asked him' })).status).toBe(422)
  expect((await askAs(cast.ingrid, path, { outcome: 'explained', note: 'No relation; asked him' })).status).toBe(303)
  expect((await askAs(cast.ingrid, path)).text).toContain('No relation; asked him')
  expect((await askAs(cast.ingrid, path, { outcome: 'investigated', note: 'Again' })).status).toBe(409)
  expect((await askAs(cast.sam, path)).status).toBe(404)
  expect((await askAs(cast.sam, '/looks/flags')).status).toBe(403)
})

test('the record is saved as a file by whoever may read it, and that is written down', async () => {
  const file = await askAs(cast.ingrid, '/looks?as=csv&who=sam')
  expect(file.headers.get('content-disposition')).toContain('record.csv')
  expect(file.text.split('\r\n').filter(line => line.includes('Sam Okoro,Police,case,'))).toHaveLength(12)
  expect((await askAs(cast.tom, '/looks?as=csv')).status).toBe(403)
  expect((await askAs(cast.ingrid, '/account/trail')).text).toContain('exported the record')
})

test('who looked at one person is a question of its own', async () => {
  const [row] = await behindTheRules(
    database,
    ['people'],
    async client => (await client.query(`select id from people where family_name = 'Áshdown'`)).rows,
  )
  const page = await askAs(cast.ingrid, `/looks?subject=${row?.id}`)
  expect(page.text).toContain('Tom Ashdown, Police, looked at a person')
  expect(page.text).not.toContain('Sam Okoro, Police')
})

test('a flag tells no governance lead that an address which the worker could not read lies near them', async () => {
  const { caseId, personId } = await aSidedCase()
  for (const who of [cast.noor, cast.tom])
    await asWorker(who, db => declareInterest(db, newInterest.parse({ kind: 'home', line1: '3 Rose Lane', postcode: 'wx9 9zz' })))
  await asWorker(cast.tom, async db => {
    await joins(db, caseId, personId, { side: 'victim' })
    const refuge = { personId, caseId, kind: 'address', value: '12 Rose Lane', postcode: 'WX9 9ZZ', recordedBy: cast.tom }
    await db
      .insertInto('personContacts')
      .values({ id: newId(), ...refuge, side: 'victim', category: 'safe address' })
      .execute()
  })
  await behindTheRules(database, ['looks', 'flags', 'patterns'], async client => {
    for (const who of [
      [cast.noor, agency.health],
      [cast.tom, agency.police],
    ])
      await client.query(
        `insert into looks (kind, subject_id, worker_id, agency_id, at) select 'person', $1, $2, $3, ${yesterday(10)} from generate_series(1, 9)`,
        [personId, ...who],
      )
    await client.query(`update patterns set threshold = 1 where key = 'neighbour'`)
    await client.query(`delete from flags where pattern = 'neighbour'`)
  })
  await find()
  const { rows } = await behindTheRules(database, ['flags'], client =>
    client.query(`select worker_id from flags where pattern = 'neighbour' and subjects @> array[$1::uuid]`, [personId]),
  )
  expect(rows).toEqual([{ worker_id: cast.tom }])
})

test('a flag tells no governance lead who of their worker’s name stands on a side that the worker could not see', async () => {
  const { caseId } = await aSidedCase()
  const namesakes = { victim: newId(), subject: newId() }
  await asWorker(cast.tom, async db => {
    for (const [side, id] of Object.entries(namesakes)) {
      await db.insertInto('people').values({ id, givenName: 'Ida', familyName: 'Penhale', createdBy: cast.tom }).execute()
      await joins(db, caseId, id, { side })
    }
  })
  await behindTheRules(database, ['looks'], client =>
    client.query(
      `insert into looks (kind, subject_id, case_id, worker_id, agency_id, at) values ('case', $1, $1, $2, $3, ${yesterday(10)})`,
      [caseId, cast.grace, agency.housing],
    ),
  )
  await find()
  const { rows } = await behindTheRules(database, ['flags'], client =>
    client.query(`select found, subjects from flags where pattern = 'own_name' and worker_id = $1`, [cast.grace]),
  )
  expect(rows).toEqual([{ found: 1, subjects: [namesakes.victim] }])
})

test('a case that its subject’s side must never learn of takes nobody off the people without a case', async () => {
  const { caseId } = await aSidedCase()
  const subject = newId()
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id: subject, givenName: 'Ro', familyName: 'Lowe', createdBy: cast.tom }).execute()
    await joins(db, caseId, subject, { side: 'subject' })
  })
  await behindTheRules(database, ['looks'], client =>
    client.query(
      `insert into looks (kind, subject_id, worker_id, agency_id, at)
       select 'person', id, $2, $3, ${yesterday(11)} from unnest(array[$1::uuid, uuidv7(), uuidv7(), uuidv7(), uuidv7()]) id`,
      [subject, cast.noor, agency.health],
    ),
  )
  await find()
  const { rows } = await behindTheRules(database, ['flags'], client =>
    client.query(`select subjects @> array[$2::uuid] as named from flags where pattern = 'no_case' and worker_id = $1`, [
      cast.noor,
      subject,
    ]),
  )
  expect(rows).toEqual([{ named: true }])
})
