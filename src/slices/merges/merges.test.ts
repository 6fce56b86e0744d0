/** Who learns that somebody is known, and two records shown as one and taken apart again. */
import { expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, agreement, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'
import { findSame, listOpenPairs, askAboutAll } from '../matching/index.ts'
import { casePeople, findKnown, people } from '../people/index.ts'
import { endMerge, mergeRecords } from './commands.ts'
import { merges } from './index.ts'

const database = ownDatabase()

interface Person {
  givenName?: string
  familyName?: string
  bornOn?: string | null
  phone?: string
}

/** Somebody on an agency's own list, or in a case. */
async function person(
  by: string,
  { givenName = 'Marguerite', familyName = 'Oyelaran', bornOn = '1984-03-12', phone }: Person,
  heldBy: string | null,
  caseId?: string,
  side: string | null = null,
) {
  const id = newId()
  await asWorker(by, async db => {
    await db.insertInto('people').values({ id, heldBy, givenName, familyName, bornOn, createdBy: by }).execute()
    if (caseId)
      await db
        .insertInto('casePeople')
        .values({ id: newId(), caseId, personId: id, role: 'Witness', basis: 'Named', side: null, addedBy: by })
        .execute()
    if (phone)
      await db
        .insertInto('personContacts')
        .values({ id: newId(), personId: id, caseId: caseId ?? null, kind: 'mobile', value: phone, side: null, recordedBy: by })
        .execute()
  })
  if (side)
    await behindTheRules(database, ['case_people'], client =>
      client.query('update case_people set side = $1 where person_id = $2', [side, id]),
    )
  return id
}

const born = { on: '1984-03-12', precision: 'day' }
const asked = { givenName: 'Margarite', familyName: 'Oyelarran', born }
const same = (worker: string, described = asked) => asWorker(worker, db => findSame(db, described))
const knownTo = async (worker: string, described = asked) => (await same(worker, described)).known.map(one => one.agency)
const foundBy = async (worker: string, described = asked) => (await same(worker, described)).people.map(one => one.id)

test('the record for whoever may read it; whom to ask, under an agreement; nothing for anybody else', async () => {
  const id = await person(cast.grace, {}, agency.housing)
  const { people: found, known } = await same(cast.grace)
  expect(found[0]).toMatchObject({ id, answer: 'ask' })
  expect((await same(cast.grace, { ...asked, givenName: 'Marguerite', familyName: 'Oyelaran' })).people[0]).toMatchObject({
    id,
    answer: 'certain',
  })
  expect(found[0]?.reasons.map(one => one.field)).toContain('Date of birth')
  expect(known).toEqual([])
  expect(await same(cast.tom)).toEqual({ people: [], known: [{ agency: 'Wexmoor Homes', contact: 'Ring Housing on extension 100' }] })
  for (const worker of [cast.owen, cast.vera]) expect(await same(worker)).toEqual({ people: [], known: [] })
  for (const worker of [cast.lena, cast.stefan]) await expect(same(worker)).rejects.toThrow()
})

test('a pointer needs both names and a date of birth or a number: nobody fishes with a name', async () => {
  await person(cast.grace, { givenName: 'Ngozi', familyName: 'Brightwater', phone: '07700 900123' }, agency.housing)
  const ask = (more: object) => knownTo(cast.tom, { givenName: 'Ngozi', familyName: 'Brightwater', ...more } as typeof asked)
  expect(await ask({ born: null })).toEqual([])
  expect(await ask({ born: { on: '1984-01-01', precision: 'year' } })).toEqual([])
  expect(await ask({ givenName: 'Grace', born })).toEqual([])
  expect(await ask({ born })).toEqual(['Wexmoor Homes'])
  expect(await ask({ born: { on: '1984-12-03', precision: 'day' } })).toEqual(['Wexmoor Homes'])
  expect(await ask({ born: null, phone: '+44 7700 900 123' })).toEqual(['Wexmoor Homes'])
})

test('nicknames, swapped names, slips and partial dates find the record', async () => {
  const id = await person(cast.grace, { givenName: 'Robert', familyName: 'Fenwickson' }, agency.housing)
  const found = (described: object) => foundBy(cast.grace, described as typeof asked)
  expect(await found({ givenName: 'Bob', familyName: 'Fenwickson', born })).toEqual([id])
  expect(await found({ givenName: 'Fenwickson', familyName: 'Robert', born })).toEqual([id])
  expect(await found({ givenName: 'Robret', familyName: 'Fenwikson', born: { on: '1984-12-03', precision: 'day' } })).toEqual([id])
  expect(await found({ givenName: 'Rob', familyName: 'Fenwickson', born: { on: '1984-03-01', precision: 'month' } })).toEqual([id])
  expect(await found({ givenName: 'Amelia', familyName: 'Quarrington', born })).toEqual([])
})

test('a case points to its agency only when the agreement covers it, and never when it is kept secret', async () => {
  const ask = (name: string) => knownTo(cast.grace, { givenName: name, familyName: 'Castlemere', born })
  const inCase = async (name: string, more: Parameters<typeof aCase>[1] = {}, side: string | null = null) =>
    person(cast.tom, { givenName: name, familyName: 'Castlemere' }, null, await aCase(cast.tom, more), side)
  await inCase('Zainab')
  expect(await ask('Zainab')).toEqual(['Wexmoor Police'])
  await inCase('Wilhelmina', { programme: 'da-marac' })
  await behindTheRules(database, ['cases'], client =>
    client.query(`update cases set sides = '{victim,subject}', never_learns = 'subject' where programme = 'da-marac'`),
  )
  expect(await ask('Wilhelmina')).toEqual([])
  const kept = await person(
    cast.sam,
    { givenName: 'Theodora', familyName: 'Castlemere' },
    null,
    await aCase(cast.sam, { ownerTeamId: '00000000-0000-7000-8000-000000000021' }),
  )
  expect(kept).toBeTruthy()
  expect(await ask('Theodora')).toEqual([])
})

test('nobody is told who else knows somebody with whom they stand in conflict', async () => {
  const conflictOf = (worker: string, id: string) =>
    behindTheRules(database, ['conflicts', 'shut_cases'], client =>
      client.query(`insert into conflicts (worker_id, person_id, kind, basis) values ($1, $2, 'declared relative', 'A cousin')`, [
        worker,
        id,
      ]),
    )
  const ask = (worker: string, name: string) => knownTo(worker, { givenName: name, familyName: 'Ravensworth', born })
  const inCase = await person(cast.tom, { givenName: 'Clementine', familyName: 'Ravensworth' }, null, await aCase())
  const onList = await person(cast.tom, { givenName: 'Barnaby', familyName: 'Ravensworth' }, agency.police)
  for (const [id, name] of [
    [inCase, 'Clementine'],
    [onList, 'Barnaby'],
  ] as const) {
    expect(await ask(cast.grace, name)).toEqual(['Wexmoor Police'])
    await conflictOf(cast.grace, id)
    expect(await ask(cast.grace, name)).toEqual([])
    expect(await ask(cast.noor, name)).toEqual(['Wexmoor Police'])
  }
})

test('when the agreement is suspended the pointer is gone', async () => {
  await person(cast.grace, { givenName: 'Ottoline', familyName: 'Farthingale' }, agency.housing)
  const ask = () => knownTo(cast.tom, { givenName: 'Ottoline', familyName: 'Farthingale', born })
  expect(await ask()).toEqual(['Wexmoor Homes'])
  const suspend = (at: string) =>
    behindTheRules(database, ['agreements'], client =>
      client.query(`update agreements set suspended_at = ${at} where id = $1`, [agreement.county]),
    )
  await suspend('now()')
  expect(await ask()).toEqual([])
  await suspend('null')
})

test('what was learnt in a case finds the person only for its readers', async () => {
  const [open, kept] = [await aCase(), await aCase()]
  const id = await person(cast.tom, { givenName: 'Isolde', familyName: 'Marchbanks', bornOn: null }, null, open)
  await share(open, agency.housing)
  await asWorker(cast.tom, async db => {
    await db
      .insertInto('casePeople')
      .values({ id: newId(), caseId: kept, personId: id, role: 'Witness', basis: 'Named', addedBy: cast.tom })
      .execute()
    await db
      .insertInto('personContacts')
      .values({ id: newId(), personId: id, caseId: kept, kind: 'mobile', value: '07700 900777', recordedBy: cast.tom })
      .execute()
  })
  const described = { givenName: 'Isolde', familyName: '', born: null, phone: '07700900777' } as unknown as typeof asked
  expect(await foundBy(cast.tom, described)).toEqual([id])
  expect(await same(cast.grace, described)).toEqual({ people: [], known: [] })
})

test('the keys are nobody’s to read, and hostile strings pass unharmed', async () => {
  await expect(asWorker(cast.tom, db => db.selectFrom('personKeys').selectAll().execute())).rejects.toThrow()
  for (const odd of ["'; drop table people; --", '%', '\\', '{}', '"', '😀'.repeat(90), 'a'.repeat(100), '‮', ',', 'null'])
    expect(await same(cast.tom, { givenName: odd, familyName: odd, born })).toMatchObject({ people: [] })
})

/** Everything about both people as the database has it, to the last row. */
const everything = (ids: string[]) =>
  behindTheRules(
    database,
    kept.map(([table]) => table),
    async client => {
      const rows: unknown[] = []
      for (const [table, key] of kept)
        rows.push((await client.query(`select to_jsonb(t) from ${table} t where ${key} = any ($1) order by to_jsonb(t)::text`, [ids])).rows)
      return JSON.stringify(rows)
    },
  )
const kept = [
  ['people', 'id'],
  ['person_names', 'person_id'],
  ['person_contacts', 'person_id'],
  ['case_people', 'person_id'],
  ['person_keys', 'person_id'],
  ['search_index', 'id'],
] as [string, string][]

const apart = async (kept: string, absorbed: string, by = cast.tom) =>
  asWorker(by, async db => {
    const merge = await db
      .selectFrom('personMerges')
      .select('id')
      .where('keptId', '=', kept)
      .where('absorbedId', '=', absorbed)
      .where('endedAt', 'is', null)
      .executeTakeFirstOrThrow()
    return endMerge(db, merge.id, 'They are cousins')
  })

test('a merge shows two records as one, moves nothing, and is taken apart exactly', async () => {
  const [shared, own] = [await aCase(), await aCase()]
  await share(shared, agency.housing)
  const kept = await person(cast.tom, { givenName: 'Siobhan', familyName: 'Kilbride', phone: '07700 900001' }, null, shared)
  const absorbed = await person(cast.tom, { givenName: 'Shivaun', familyName: 'Kilbryde', phone: '07700 900002' }, null, own)
  const before = await everything([kept, absorbed])
  await asWorker(cast.tom, db => mergeRecords(db, kept, absorbed, 'Same tattoo, same sister'))
  expect(await everything([kept, absorbed])).toBe(before)
  const [tom, grace] = [asking(people, cast.tom), asking(people, cast.grace)]
  const lead = await tom(`/people/${absorbed}`)
  expect([lead.status, lead.headers.get('location')]).toEqual([302, `/people/${kept}`])
  const page = await (await tom(`/people/${kept}`)).text()
  for (const words of ['07700 900001', '07700 900002', 'Shivaun Kilbryde', 'Same tattoo', 'Tom Ashdown']) expect(page).toContain(words)
  const theirs = await (await grace(`/people/${kept}`)).text()
  expect(theirs).toContain('07700 900001')
  for (const words of ['07700 900002', 'Kilbryde', 'Same tattoo', 'Take apart']) expect(theirs).not.toContain(words)
  expect((await grace(`/people/${absorbed}`)).status).toBe(404)
  expect(await (await tom('/people?q=Kilbryde')).text()).toContain('Siobhan Kilbride')
  await apart(kept, absorbed)
  expect(await everything([kept, absorbed])).toBe(before)
  expect((await tom(`/people/${absorbed}`)).status).toBe(200)
  expect((await asWorker(cast.tom, db => findKnown(db, kept))).contacts).toHaveLength(1)
})

test('only who keeps both records merges them; not twice, not the other way round, and not with themselves', async () => {
  const [caseId, read] = [await aCase(), await aCase()]
  await share(read, agency.housing)
  const one = await person(cast.tom, { givenName: 'Peregrine' }, null, caseId)
  const other = await person(cast.tom, { givenName: 'Perry' }, null, read)
  const own = await person(cast.grace, { givenName: 'Perry' }, agency.housing)
  const merge = (by: string, kept: string, absorbed: string) => asWorker(by, db => mergeRecords(db, kept, absorbed, 'Same person'))
  await expect(merge(cast.grace, own, other)).rejects.toThrow('Only somebody who keeps both records')
  await expect(merge(cast.owen, one, other)).rejects.toThrow('Only somebody who keeps both records')
  const raw = (by: string) =>
    asWorker(by, db =>
      db.insertInto('personMerges').values({ id: newId(), keptId: own, absorbedId: other, reason: 'Sly', mergedBy: by }).execute(),
    )
  for (const by of [cast.grace, cast.tom, cast.owen]) await expect(raw(by)).rejects.toThrow()
  const both = await Promise.allSettled([merge(cast.tom, one, other), merge(cast.tom, other, one)])
  expect(both.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(merge(cast.tom, one, other)).rejects.toThrow()
  await expect(merge(cast.tom, one, one)).rejects.toThrow()
})

test('records on different sides of a case are never merged', async () => {
  const caseId = await aCase(cast.tom, { programme: 'da-marac' })
  const one = await person(cast.tom, { givenName: 'Cordelia' }, null, caseId, 'victim')
  const other = await person(cast.tom, { givenName: 'Delia' }, null, caseId, 'subject')
  await expect(asWorker(cast.tom, db => mergeRecords(db, one, other, 'Same person'))).rejects.toThrow('different sides')
})

test('a pair is looked at side by side and answered; “different” is remembered', async () => {
  const one = await person(cast.grace, { givenName: 'Anneliese', familyName: 'Thornquist' }, agency.housing)
  const other = await person(cast.grace, { givenName: 'Annelise', familyName: 'Thornquist' }, agency.housing)
  const ask = (db: Db) => askAboutAll(db, [other])
  expect(await asWorker(cast.grace, ask)).toBeGreaterThan(0)
  const open = () => asWorker(cast.grace, db => listOpenPairs(db, [one]))
  const [pair] = await open()
  const [grace, tom] = [asking(merges, cast.grace), asking(merges, cast.tom)]
  expect(await (await grace('/people/same')).text()).toContain('Anneliese Thornquist')
  expect(await (await tom('/people/same')).text()).not.toContain('Thornquist')
  expect((await tom(`/people/same/${pair?.id}`)).status).toBe(404)
  const page = await (await grace(`/people/same/${pair?.id}`)).text()
  for (const words of ['Annelise', 'Date of birth', 'the same', 'one slip apart', 'Not sure']) expect(page).toContain(words)
  expect((await grace(`/people/same/${pair?.id}`, form({}))).status).toBe(422)
  const empty = await grace(`/people/same/${pair?.id}`, form({ answer: 'same', kept: one, reason: '' }))
  expect([empty.status, (await empty.text()).includes('Write how you know')]).toEqual([422, true])
  expect((await grace(`/people/same/${pair?.id}`, form({ answer: 'not sure' }))).status).toBe(303)
  expect((await open())[0]?.answer).toBe('not sure')
  expect((await grace(`/people/same/${pair?.id}`, form({ answer: 'different' }))).status).toBe(303)
  expect(await open()).toEqual([])
  await asWorker(cast.grace, ask)
  expect(await open()).toEqual([])
})

test('adding to a case asks first, also when only another agency knows them, and takes the second answer', async () => {
  await person(cast.grace, { givenName: 'Lysander', familyName: 'Brocklehurst' }, agency.housing)
  const caseId = await aCase()
  const tom = asking(casePeople, cast.tom)
  const fields = { person: 'new', givenName: 'Lysander', familyName: 'Brocklehurst', born: '12/3/84', roles: 'Witness', basis: 'Rang us' }
  const first = await tom(`/cases/${caseId}/people`, form(fields))
  const page = await first.text()
  expect(first.status).toBe(422)
  for (const words of ['Wexmoor Homes may know this person', 'Ring Housing on extension 100', 'name="sure"']) expect(page).toContain(words)
  expect((await tom(`/cases/${caseId}/people`, form({ ...fields, sure: 'yes' }))).status).toBe(303)
  const owen = asking(people, cast.owen)
  expect((await owen('/people/new', form({ givenName: 'Lysander', familyName: 'Brocklehurst', born: '12/3/84' }))).status).toBe(303)
})
