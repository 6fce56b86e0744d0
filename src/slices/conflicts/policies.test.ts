/** Who sees and declares interests and conflicts, and what a conflict shuts. */
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { z } from 'zod'
import { aCase, share } from '../../../test/case.ts'
import { agency, agreement, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { joins } from '../../../test/sided-case.ts'
import { bringWards } from '../../../test/wards.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'
import { declareConflict, declareInterest, reviewConflict } from './commands.ts'
import { newInterest } from './inputs.ts'
import { listConflicts, listKeptOut } from './queries.ts'

const database = ownDatabase()
type Said = Partial<z.input<typeof newInterest>>
const interest = (said: Said) => newInterest.parse(said)
const sees = (caseId: string) => (db: Db) => db.selectFrom('cases').select('id').where('id', '=', caseId).execute()
const policeAnd = (...others: string[]) => Object.keys(cast).filter(name => ['tom', 'ingrid', 'sam', 'pat', ...others].includes(name))

/** A case of Tom's with one person in it, who has a number and an address. */
async function aCaseAbout(givenName: string, familyName: string, phone = '07700 900111', postcode = 'WX1 4AB') {
  const [caseId, personId] = [await aCase(), newId()]
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id: personId, givenName, familyName, createdBy: cast.tom }).execute()
    await joins(db, caseId, personId)
    const fact = { personId, caseId, recordedBy: cast.tom }
    await db
      .insertInto('personContacts')
      .values([
        { ...fact, id: newId(), kind: 'mobile', value: phone },
        { ...fact, id: newId(), kind: 'address', value: '14 Fern Court', postcode },
      ])
      .execute()
  })
  return { caseId, personId }
}

test.each<[string, Said, [string, string, string]]>([
  ['a declared relative', { kind: 'relative', name: 'Mo Sadler' }, ['Mo', 'Sadler', '07700 900221']],
  ['the same number', { kind: 'phone', phone: '+44 7700 900222' }, ['Al', 'Grey', '07700 900222']],
  ['the same surname at the same address', { kind: 'home', line1: '14 Fern Court', postcode: 'wx14ab' }, ['Bea', 'Okoro', '07700 900223']],
])('%s shuts the case to the worker, before and after the interest is declared, and to nobody else', async (_, said, [
  given,
  family,
  phone,
]) => {
  const before = await aCaseAbout(given, family, phone)
  await asWorker(cast.sam, db => declareInterest(db, interest(said)))
  const after = await aCaseAbout(given, family, phone)
  for (const { caseId } of [before, after]) expect(await whoMay(cast, sees(caseId))).toEqual(policeAnd().filter(name => name !== 'sam'))
})

test('a ward shuts the cases of people who live there and of places there, whichever is known first, and of its own council only', async () => {
  await bringWards(database, ['WX9 1AA', 'Castle', 'Wexshire'], ['WX9 2AA', 'Castle', 'Otherham'])
  const living = (postcode: string) => aCaseAbout('Nia', 'Frost', '07700 900333', postcode)
  const [here, elsewhere, unknown] = [await living('wx91aa'), await living('WX9 2AA'), await living('WX9 3AA')]
  await asWorker(cast.sam, db => declareInterest(db, interest({ kind: 'ward', ward: 'Castle ward, Wexshire' })))
  const later = await living('WX9 1AA')
  const atPlace = await aCase()
  await asWorker(cast.tom, async db => {
    const placeId = newId()
    await db.insertInto('places').values({ id: placeId, line1: 'The park', postcode: 'WX9 1AA', createdBy: cast.tom }).execute()
    await db.insertInto('casePlaces').values({ id: newId(), caseId: atPlace, placeId, role: 'Other', addedBy: cast.tom }).execute()
  })
  const shut = async () => Promise.all([here, elsewhere, unknown, later, { caseId: atPlace }].map(one => may(cast.sam, sees(one.caseId))))
  expect(await shut()).toEqual(['no', 'yes', 'yes', 'no', 'no'])
  await bringWards(database, ['WX9 3AA', 'Castle', 'Wexshire'])
  expect(await shut()).toEqual(['no', 'yes', 'no', 'no', 'no'])
  expect(await may(cast.tom, sees(here.caseId))).toBe('yes')
})

test('when the place has left, the case stays shut until the governance lead, who is told why, lifts it; the next place there is found anew', async () => {
  await bringWards(database, ['WX9 7AA', 'Minster', 'Wexshire'])
  await asWorker(cast.sam, db => declareInterest(db, interest({ kind: 'ward', ward: 'Minster, Wexshire' })))
  const caseId = await aCase()
  const comes = (db: Db, placeId = newId()) =>
    db
      .insertInto('places')
      .values({ id: placeId, line1: 'The green', postcode: 'WX9 7AA', createdBy: cast.tom })
      .execute()
      .then(() => db.insertInto('casePlaces').values({ id: newId(), caseId, placeId, role: 'Other', addedBy: cast.tom }).execute())
  const leave = (db: Db) => db.updateTable('casePlaces').set({ endedAt: new Date() }).where('caseId', '=', caseId).execute()
  const listed = async () => (await asWorker(cast.ingrid, listConflicts)).filter(one => one.caseId === caseId)
  const left = async (who: string, worker: string) =>
    asWorker(who, async db => (await sql<{ is: boolean }>`select place_has_left(${worker}, ${caseId}) as is`.execute(db)).rows[0]?.is)
  await asWorker(cast.tom, comes)
  expect(await listed()).toMatchObject([{ placeHasLeft: false }])
  await asWorker(cast.tom, leave)
  expect(await may(cast.sam, sees(caseId))).toBe('no')
  expect([await left(cast.ingrid, cast.sam), await left(cast.sam, cast.sam), await left(cast.tom, cast.sam)]).toEqual([true, false, false])
  const [conflict] = await listed()
  expect(conflict).toMatchObject({ placeHasLeft: true })
  const lift = (by?: string) =>
    whoMay(cast, db =>
      db
        .updateTable('conflicts')
        .set({ reviewedBy: by ?? db.actor.workerId, reviewWords: 'No relation', liftedAt: sql<Date>`now()` })
        .where('id', '=', conflict?.id ?? '')
        .execute(),
    )
  expect([await lift(), await lift(cast.sam)]).toEqual([['ingrid'], []])
  await asWorker(cast.ingrid, db => reviewConflict(db, conflict?.id ?? '', { stands: false, words: 'The place has left the case' }))
  expect(await may(cast.sam, sees(caseId))).toBe('yes')
  await asWorker(cast.tom, comes)
  expect(await may(cast.sam, sees(caseId))).toBe('no')
  const [again] = await listed()
  await asWorker(cast.ingrid, db => reviewConflict(db, again?.id ?? '', { stands: false, words: 'He stood for it years ago' }))
  await asWorker(cast.tom, comes)
  expect(await may(cast.sam, sees(caseId))).toBe('yes')
})

test('interests: seen by the worker and their governance lead, declared in nobody else’s name, ended by the worker', async () => {
  await asWorker(cast.tom, db => declareInterest(db, interest({ kind: 'ward', ward: 'Harbour ward' })))
  const mine = (db: Db) => db.selectFrom('interests').select('id').where('name', '=', 'Harbour ward').execute()
  expect(await whoMay(cast, mine)).toEqual(['tom', 'ingrid'])
  expect(await whoMay(cast, db => db.insertInto('interests').values({ id: newId(), workerId: cast.tom, kind: 'other' }).execute())).toEqual(
    ['tom'],
  )
  expect(
    await whoMay(cast, db => db.updateTable('interests').set({ endedAt: new Date() }).where('name', '=', 'Harbour ward').execute()),
  ).toEqual([])
})

test('conflicts and shutCases: silent to the worker, reviewed by their governance lead, who sees none about cases of others', async () => {
  const { caseId, personId } = await aCaseAbout('Ivy', 'Marsh')
  await asWorker(cast.tom, db => declareInterest(db, interest({ kind: 'relative', name: 'Ivy Marsh' })))
  await asWorker(cast.owen, db => declareInterest(db, interest({ kind: 'relative', name: 'Ivy Marsh' })))
  const found = (db: Db) => db.selectFrom('conflicts').select('id').where('personId', '=', personId).execute()
  expect(await whoMay(cast, found)).toEqual(['ingrid'])
  const [conflict, ...more] = await asWorker(cast.ingrid, found)
  expect(more).toEqual([])
  expect(await may(cast.tom, sees(caseId))).toBe('no')
  expect(await may(cast.tom, db => db.selectFrom('grants').select('id').where('caseId', '=', caseId).execute())).toBe('no')
  expect(await may(cast.tom, db => db.selectFrom('events').select('id').where('caseId', '=', caseId).execute())).toBe('no')
  await expect(asWorker(cast.pat, db => db.selectFrom('shutCases').selectAll().execute())).rejects.toThrow()
  const keptOut = async (who: string) => (await asWorker(who, db => listKeptOut(db, caseId))).map(one => one.name)
  await share(caseId, agency.housing, { tier: 'contribute' }, cast.sam)
  // Owen has declared the same relative, and would not have the case anyway.
  expect([await keptOut(cast.sam), await keptOut(cast.ingrid)]).toEqual([['Tom Ashdown'], ['Tom Ashdown']])
  expect([await keptOut(cast.grace), await keptOut(cast.amir), await keptOut(cast.tom)]).toEqual([[], [], []])
  await asWorker(cast.ingrid, db => reviewConflict(db, conflict?.id ?? '', { stands: false, words: 'Another person of that name' }))
  expect(await may(cast.tom, sees(caseId))).toBe('yes')
})

test('of a conflict that keeps somebody from nothing, because they may not come in or no agreement opens the case to them, nobody is told', async () => {
  const { caseId, personId } = await aCaseAbout('Una', 'Birch')
  await share(caseId, agency.housing)
  await asWorker(cast.grace, db => declareConflict(db, { person: personId, basis: 'My neighbour' }))
  const keptOut = () => asWorker(cast.tom, db => listKeptOut(db, caseId)).then(list => list.map(one => one.name))
  expect(await keptOut()).toEqual(['Grace Penhale'])
  for (const [table, id] of [
    ['workers', cast.grace],
    ['agencies', agency.housing],
    ['agreements', agreement.county],
  ] as const) {
    const suspend = (at: string) =>
      behindTheRules(database, [table], client => client.query(`update ${table} set suspended_at = ${at} where id = $1`, [id]))
    await suspend('now()')
    expect([table, await keptOut()]).toEqual([table, []])
    await suspend('null')
  }
})

test('a conflict ends with the role, shuts whatever opens the case, and keeps the worker from tasks and from leading', async () => {
  const { caseId, personId } = await aCaseAbout('Una', 'Reed')
  await share(caseId, cast.grace, { tier: 'contribute' })
  expect(await may(cast.grace, sees(caseId))).toBe('yes')
  await asWorker(cast.grace, db => declareConflict(db, { person: personId, basis: 'My neighbour' }))
  expect(await may(cast.grace, sees(caseId))).toBe('no')
  const giving = (db: Db) =>
    db
      .insertInto('tasks')
      .values({ id: newId(), caseId, title: 'Ring her', assignedTo: cast.grace, dueOn: '2030-01-01', createdBy: db.actor.workerId })
      .execute()
  expect(await may(cast.tom, giving)).toBe('no')
  await asWorker(cast.sam, db => declareConflict(db, { caseId, basis: 'I made the arrest' }))
  expect(await may(cast.tom, db => db.updateTable('cases').set({ leadWorkerId: cast.sam }).where('id', '=', caseId).execute())).toBe('no')
  await asWorker(cast.tom, db =>
    db
      .updateTable('casePeople')
      .set({ endedAt: new Date(), endedBy: cast.tom, endReason: 'Moved away' })
      .where('personId', '=', personId)
      .execute(),
  )
  expect(await may(cast.grace, sees(caseId))).toBe('yes')
})

test('a conflict is declared by the worker, or by an administrator of their agency, about somebody they can see', async () => {
  const { personId } = await aCaseAbout('Kit', 'Vale')
  const of = (workerId: string, kind: string) => (db: Db) =>
    db.insertInto('conflicts').values({ id: newId(), workerId, personId, kind, declaredBy: db.actor.workerId }).execute()
  expect(await whoMay(cast, of(cast.tom, 'declared by worker'))).toEqual(['tom'])
  expect(await whoMay(cast, of(cast.tom, 'declared by administrator'))).toEqual(['ingrid'])
  expect(await whoMay(cast, of(cast.grace, 'declared by administrator'))).toEqual([])
  expect(await whoMay(cast, of(cast.tom, 'same phone'))).toEqual([])
})

test('nobody tries out by declaring where somebody lives: three homes, numbers or wards in ninety days, also after ending them', async () => {
  const declare = (who: string, kind: string, place: number) => (db: Db) =>
    db
      .insertInto('interests')
      .values({
        id: newId(),
        workerId: who,
        kind,
        name: `Ward ${place}`,
        line1: `${place} Mill Lane`,
        postcode: 'LE1 1AA',
        phone: `01632 96010${place}`,
      })
      .execute()
  for (const kind of ['home', 'phone', 'ward']) {
    for (const place of [1, 2, 3]) await asWorker(cast.noor, declare(cast.noor, kind, place))
    await asWorker(cast.noor, db =>
      db
        .updateTable('interests')
        .set({ endedAt: sql<Date>`now()` })
        .where('workerId', '=', cast.noor)
        .where('endedAt', 'is', null)
        .execute(),
    )
    expect([kind, await may(cast.noor, declare(cast.noor, kind, 4))]).toEqual([kind, 'no'])
  }
  expect([await may(cast.noor, declare(cast.noor, 'relative', 5)), await may(cast.aisha, declare(cast.aisha, 'home', 1))]).toEqual([
    'yes',
    'yes',
  ])
})

test('nor who is in a case: twelve relatives in ninety days, and five conflicts of their own about people', async () => {
  const relative = (number: number) => (db: Db) =>
    declareInterest(db, interest({ kind: 'relative', name: `Ann Guess${'abcdefghijklm'[number]}` }))
  for (let number = 0; number < 12; number++) await asWorker(cast.vera, relative(number))
  await expect(asWorker(cast.vera, relative(12))).rejects.toThrow('as many of these as ninety days allow')
  const guessed: string[] = []
  for (let number = 0; number < 6; number++) guessed.push((await aCaseAbout(`Guessed${number}`, 'Lowe', '07700 900555')).personId)
  const about = (person: string | undefined) => (db: Db) => declareConflict(db, { person, basis: 'My neighbour' })
  for (const person of guessed.slice(0, 5)) await asWorker(cast.sam, about(person))
  expect(await may(cast.sam, about(guessed[5]))).toBe('no')
  // Their lead notes another for them.
  await asWorker(cast.ingrid, db => declareConflict(db, { worker: cast.sam, person: guessed[5], basis: 'Her neighbour' }))
})

test('the rules note in a case what they found in nobody’s name, or in that of whoever asks; never in another’s', async () => {
  const caseId = await aCase()
  const notedBy = (workerId: string | null) =>
    behindTheRules(database, [], async client => {
      await client.query('set local role kith_rules')
      await client.query(`insert into events (kind, case_id, worker_id) values ('conflict_detected', $1, $2)`, [caseId, workerId])
    }).then(
      () => 'noted',
      error => error.code,
    )
  expect([await notedBy(null), await notedBy(cast.tom)]).toEqual(['noted', '42501'])
})

test('that a conflict was found is told to the information-governance lead who may see it, and to no other lead', async () => {
  const lead = (text: string) =>
    behindTheRules(database, ['worker_roles'], client => client.query(text, [cast.amir, 'information_governance_lead']))
  await lead('insert into worker_roles (worker_id, role) values ($1, $2)')
  onTestFinished(async () => void (await lead('delete from worker_roles where worker_id = $1 and role = $2')))
  const { personId } = await aCaseAbout('Cy', 'Vane', '07700 900444')
  await asWorker(cast.sam, db => declareInterest(db, interest({ kind: 'phone', phone: '07700 900444' })))
  const [conflict] = (await asWorker(cast.ingrid, listConflicts)).filter(one => one.personId === personId)
  const told = (db: Db) =>
    db
      .selectFrom('events')
      .select('id')
      .where('kind', '=', 'conflict_found')
      .where('subjectId', '=', conflict?.id ?? '')
      .execute()
  expect(await whoMay(cast, told)).toEqual(['ingrid'])
})
