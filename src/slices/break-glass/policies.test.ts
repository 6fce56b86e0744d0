/** Who opens a case in an emergency, what it opens, who is told, and who reviews it. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { aSidedCase, joins } from '../../../test/sided-case.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { declareConflict } from '../conflicts/index.ts'
import { listShares } from '../sharing/queries.ts'
import { openInEmergency, reviewOpening } from './commands.ts'
import { listNotices, listOpenings } from './queries.ts'

const database = ownDatabase()
const referenceOf = (caseId: string) =>
  asWorker(
    cast.sam,
    async db => (await db.selectFrom('cases').select('reference').where('id', '=', caseId).executeTakeFirstOrThrow()).reference,
  )
const open = async (who: string, caseId: string) => {
  const reference = await referenceOf(caseId)
  return asWorker(who, db => openInEmergency(db, { reference, reason: 'She rang from the car, he is following her', minutes: 30 }))
}
const sees = (caseId: string) => (db: Db) => db.selectFrom('cases').select('id').where('id', '=', caseId).execute()

test('it opens a case of an agency under agreement to the worker alone, to read, and ends by itself', async () => {
  const caseId = await aCase(cast.tom)
  expect(await open(cast.noor, caseId)).toBe(caseId)
  expect(await may(cast.noor, sees(caseId))).toBe('yes')
  expect(await may(cast.grace, sees(caseId))).toBe('no')
  expect(await may(cast.noor, db => db.updateTable('cases').set({ title: 'Mine now' }).where('id', '=', caseId).execute())).toBe('no')
  await behindTheRules(database, ['grants'], client =>
    client.query(
      `update grants set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where basis = 'break-glass' and case_id = $1`,
      [caseId],
    ),
  )
  expect(await may(cast.noor, sees(caseId))).toBe('no')
})

test('whoever has nothing to do with the owner opens nothing, and hears the same as for a reference that does not exist', async () => {
  const caseId = await aCase(cast.tom)
  const hidden = await open(cast.owen, caseId)
  const absent = await asWorker(cast.owen, db =>
    openInEmergency(db, { reference: 'ZZZZ-2222', reason: 'She rang from the car', minutes: 30 }),
  )
  expect(JSON.parse(JSON.stringify(hidden)).errors ?? String(hidden)).toEqual(JSON.parse(JSON.stringify(absent)).errors ?? String(absent))
  expect(await may(cast.owen, sees(caseId))).toBe('no')
})

test('emergencyAttempts: five wrong tries in an hour, and not even a right one opens; governance leads see the count', async () => {
  const caseId = await aCase(cast.tom)
  for (let n = 0; n < 5; n++)
    await asWorker(cast.vera, db => openInEmergency(db, { reference: 'ZZZZ-2222', reason: 'She rang from the car', minutes: 15 }))
  for (let n = 0; n < 5; n++)
    await asWorker(cast.sam, db => openInEmergency(db, { reference: 'ZZZZ-2222', reason: 'She rang from the car', minutes: 15 }))
  expect(await open(cast.sam, caseId)).not.toBe(caseId)
  expect(await whoMay(cast, db => db.selectFrom('emergencyAttempts').selectAll().where('workerId', '=', cast.sam).execute())).toEqual([
    'ingrid',
  ])
})

test('neither a colleague’s wrong tries, nor right ones, nor those of an hour ago, count against a worker', async () => {
  const caseId = await aCase(cast.tom)
  const reason = 'She rang from the car'
  const wrongly = (who: string) => asWorker(who, db => openInEmergency(db, { reference: 'ZZZZ-2222', reason, minutes: 15 }))
  for (let n = 0; n < 5; n++) await wrongly(cast.amir)
  for (let n = 0; n < 6; n++) expect(await open(cast.grace, caseId)).toBe(caseId)
  for (let n = 0; n < 5; n++) await wrongly(cast.grace)
  expect(await open(cast.grace, caseId)).not.toBe(caseId)
  await behindTheRules(database, ['emergency_attempts'], client =>
    client.query(`update emergency_attempts set at = at - interval '61 minutes'`),
  )
  expect(await open(cast.grace, caseId)).toBe(caseId)
})

test('a lead who opens their own case over a conflict is not told of it themself', async () => {
  const caseId = await aCase(cast.tom)
  const reference = await referenceOf(caseId)
  await asWorker(cast.tom, db => declareConflict(db, { caseId, basis: 'I know them' }))
  await asWorker(cast.tom, db => openInEmergency(db, { reference, reason: 'She rang from the car, he is following her', minutes: 30 }))
  expect(await whoMay(cast, db => db.selectFrom('notices').select('id').where('caseId', '=', caseId).execute())).toEqual(['ingrid'])
})

test('nor is a governance lead who opens a case that a team of theirs keeps: its lead is', async () => {
  const caseId = await aCase(cast.sam, { ownerTeamId: team.slaveryTeam })
  expect(await open(cast.ingrid, caseId)).toBe(caseId)
  expect(await whoMay(cast, db => db.selectFrom('notices').select('id').where('caseId', '=', caseId).execute())).toEqual(['sam'])
})

test('it opens over a conflict, and not what is restricted to named readers; nothing is printed, exported or saved', async () => {
  const caseId = await aCase(cast.tom)
  await share(caseId, agency.housing, { tier: 'read' })
  await asWorker(cast.tom, async db => {
    const entry = { caseId, kind: 'note', occurredAt: new Date(), authorId: cast.tom, agencyId: agency.police }
    await db
      .insertInto('entries')
      .values({ ...entry, id: newId(), body: 'Source says', restricted: true })
      .execute()
    await db
      .insertInto('entries')
      .values({ ...entry, id: newId(), body: 'She is at her sister’s', category: 'safe address' })
      .execute()
  })
  await asWorker(cast.grace, db => declareConflict(db, { caseId, basis: 'My brother' }))
  expect(await may(cast.grace, sees(caseId))).toBe('no')
  expect(await open(cast.grace, caseId)).toBe(caseId)
  const bodies = await asWorker(cast.grace, db => db.selectFrom('entries').select('body').where('caseId', '=', caseId).execute())
  expect(bodies.map(one => one.body)).toEqual(['She is at her sister’s'])
  for (const kind of ['print', 'export', 'download'] as const) {
    await expect(asWorker(cast.grace, db => seen(db, kind, caseId, { caseId }))).rejects.toThrow()
    await asWorker(cast.sam, db => seen(db, kind, caseId, { caseId }))
  }
  await asWorker(cast.grace, db => seen(db, 'case', caseId, { caseId }))
})

test('over a conflict it opens the case to a governance lead to read, and neither who looked at it nor the ending of its shares', async () => {
  const caseId = await aCase(cast.tom)
  const shared = await share(caseId, agency.housing)
  await asWorker(cast.grace, db => seen(db, 'case', caseId, { caseId }))
  const looks = (db: Db) => db.selectFrom('looks').select('id').where('caseId', '=', caseId).where('workerId', '=', cast.grace).execute()
  const ends = (db: Db) =>
    db
      .updateTable('grants')
      .set({ revokedAt: new Date(), revokedBy: cast.ingrid, revokeReason: 'Not needed' })
      .where('id', '=', shared)
      .execute()
  expect([await may(cast.ingrid, looks), await may(cast.ingrid, ends)]).toEqual(['yes', 'yes'])
  await asWorker(cast.ingrid, db => declareConflict(db, { caseId, basis: 'My brother' }))
  await open(cast.ingrid, caseId)
  expect([await may(cast.ingrid, sees(caseId)), await may(cast.ingrid, looks), await may(cast.ingrid, ends)]).toEqual(['yes', 'no', 'no'])
})

test('emergencyOpenings and notices: the lead and both governance leads are told; one of them, never the worker, reviews it once', async () => {
  const caseId = await aCase(cast.tom)
  await open(cast.noor, caseId)
  const mine = (db: Db) => db.selectFrom('emergencyOpenings').select('id').where('caseId', '=', caseId).execute()
  expect(await whoMay(cast, mine)).toEqual(['tom', 'ingrid', 'sam', 'noor', 'pat'])
  expect(await whoMay(cast, db => db.selectFrom('notices').select('id').where('caseId', '=', caseId).execute())).toEqual(['tom', 'ingrid'])
  const opening = (await asWorker(cast.ingrid, db => listOpenings(db, { waiting: true }))).find(one => one.caseId === caseId)
  const review = (db: Db, by = db.actor.workerId) =>
    db
      .updateTable('emergencyOpenings')
      .set({ outcome: 'justified', reviewWords: 'She was in danger', reviewedAt: sql`now()`, reviewedBy: by })
      .where('caseId', '=', caseId)
      .execute()
  expect([await whoMay(cast, db => review(db)), await whoMay(cast, db => review(db, cast.sam))]).toEqual([['ingrid'], []])
  await asWorker(cast.ingrid, db => reviewOpening(db, opening?.id ?? '', { outcome: 'not justified', words: 'It could have waited' }))
  expect(await may(cast.ingrid, review)).toBe('no')
  const told = async (who: string) =>
    (await asWorker(who, db => listNotices(db, 5))).filter(one => one.caseId === caseId).map(one => one.kind)
  expect([await told(cast.tom), await told(cast.ingrid), await told(cast.noor), await told(cast.sam)]).toEqual([
    ['case_opened_in_emergency'],
    [],
    ['opening_reviewed'],
    [],
  ])
  await expect(
    asWorker(cast.noor, db =>
      db.insertInto('notices').values({ id: newId(), toId: cast.tom, kind: 'opening_reviewed', reference: 'X' }).execute(),
    ),
  ).rejects.toThrow()
})

test('looks: the lead of the worker’s own agency, who may not see the case, sees what was looked at under the opening, until it is reviewed', async () => {
  await asWorker(cast.pat, db =>
    db.insertInto('workerRoles').values({ workerId: cast.amir, role: 'information_governance_lead', givenBy: cast.pat }).execute(),
  )
  const [caseId, other, personId] = [await aCase(cast.tom), await aCase(cast.tom), newId()]
  await share(other, agency.housing)
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id: personId, givenName: 'Ivy', familyName: 'Marsh', createdBy: cast.tom }).execute()
    await joins(db, caseId, personId)
  })
  await open(cast.grace, caseId)
  await asWorker(cast.grace, async db => {
    for (const [kind, which] of [
      ['case', caseId],
      ['brief', caseId],
      ['case', other],
    ] as const)
      await seen(db, kind, which, { caseId: which })
  })
  await asWorker(cast.sam, db => seen(db, 'case', caseId, { caseId }))
  await asWorker(cast.grace, async db => {
    for (const who of [personId, newId()]) await seen(db, 'person', who)
  })
  const kinds = (of: string) => (db: Db) => db.selectFrom('looks').select('kind').where('caseId', '=', of).orderBy('kind').execute()
  const amirs = async (of: string) => (await asWorker(cast.amir, kinds(of))).map(look => look.kind)
  expect([await amirs(caseId), await amirs(other)]).toEqual([['brief', 'case'], []])
  expect(await may(cast.amir, sees(caseId))).toBe('no')
  expect(await may(cast.noor, kinds(caseId))).toBe('no')
  const people = async (who: string) =>
    (
      await asWorker(who, db =>
        db.selectFrom('looks').select('subjectId').where('kind', '=', 'person').where('workerId', '=', cast.grace).execute(),
      )
    ).map(look => look.subjectId)
  expect(await people(cast.ingrid)).toEqual([personId])
  expect(await people(cast.sam)).toEqual([])
  // What was looked at before, or after it had closed, is no business of theirs.
  const moved = (interval: string) =>
    behindTheRules(database, ['emergency_openings'], client =>
      client.query(
        `update emergency_openings set opened_at = opened_at + $2::interval, ends_at = ends_at + $2::interval where case_id = $1`,
        [caseId, interval],
      ),
    )
  await moved('-2 hours')
  expect(await amirs(caseId)).toEqual([])
  await moved('2 hours')
  expect(await amirs(caseId)).toEqual(['brief', 'case'])
  const opening = (await asWorker(cast.amir, db => listOpenings(db, { waiting: true }))).find(one => one.caseId === caseId)
  await asWorker(cast.amir, db => reviewOpening(db, opening?.id ?? '', { outcome: 'justified', words: 'She was in danger' }))
  expect(await amirs(caseId)).toEqual([])
})

test('a case that one side must never learn of stays shut to a worker in conflict, whatever the emergency, and to nobody else', async () => {
  const caseId = await aCase(cast.tom, { programme: 'da-marac' })
  await asWorker(cast.ingrid, db => declareConflict(db, { caseId, basis: 'His brother' }))
  expect(await open(cast.ingrid, caseId)).not.toBe(caseId)
  expect(await may(cast.ingrid, sees(caseId))).toBe('no')
  expect(await open(cast.pat, caseId)).toBe(caseId)
})

test('grants and events: its reason and that it happened are for whoever leads the case on every side, and not for those of one', async () => {
  const { caseId } = await aSidedCase()
  await share(caseId, cast.noor, { tier: 'lead', sides: ['subject'] })
  await open(cast.aisha, caseId)
  const emergency = (db: Db) =>
    db.selectFrom('grants').select('id').where('caseId', '=', caseId).where('basis', '=', 'break-glass').execute()
  const told = (db: Db) =>
    db.selectFrom('events').select('id').where('caseId', '=', caseId).where('kind', '=', 'case_opened_in_emergency').execute()
  const listed = async (db: Db) => (await listShares(db, caseId)).filter(one => one.basis === 'break-glass')
  const openings = (db: Db) => db.selectFrom('emergencyOpenings').select('id').where('caseId', '=', caseId).execute()
  // Police own the case, and so all of them lead it.
  const whole = ['tom', 'ingrid', 'sam', 'aisha', 'pat']
  for (const deed of [emergency, told, openings]) expect(await whoMay(cast, deed)).toEqual(whole)
  const lists: string[] = []
  for (const [name, worker] of Object.entries(cast)) if ((await asWorker(worker, listed).catch(() => [])).length > 0) lists.push(name)
  expect(lists).toEqual(whole)
})

test('whom the opening tells is learnt by whoever opens the case, in that moment, and by nobody else', async () => {
  const caseId = await aCase(cast.tom)
  const reference = await referenceOf(caseId)
  const told = async (db: Db) => (await sql<{ id: string }>`select worker_id as id from told_of_emergency(${caseId})`.execute(db)).rows
  const opened = await asWorker(cast.noor, async db => {
    await openInEmergency(db, { reference, reason: 'She rang from the car, he is following her', minutes: 30 })
    return told(db)
  })
  expect(opened.map(({ id }) => id).sort()).toEqual([cast.tom, cast.ingrid])
  expect(await whoMay(cast, told)).toEqual([])
})

test('told_of_emergency names nobody who works no more, whose agency is suspended, or whom a conflict keeps out', async () => {
  const caseId = await aCase(cast.tom)
  const reference = await referenceOf(caseId)
  /** Undone each time, so that each opening is the first. */
  const told = async () => {
    let names: string[] = []
    await may(cast.noor, async db => {
      await openInEmergency(db, { reference, reason: 'She rang from the car, he is following her', minutes: 30 })
      names = (await sql<{ id: string }>`select worker_id as id from told_of_emergency(${caseId})`.execute(db)).rows.map(({ id }) => id)
    })
    return names.sort()
  }
  expect(await told()).toEqual([cast.tom, cast.ingrid])
  const sets = (table: 'workers' | 'agencies', id: string, at: string) =>
    behindTheRules(database, [table], client => client.query(`update ${table} set suspended_at = ${at} where id = $1`, [id]))
  await sets('workers', cast.tom, 'now()')
  expect(await told()).toEqual([cast.ingrid])
  await sets('workers', cast.tom, 'null')
  await sets('agencies', agency.police, 'now()')
  expect(await told()).toEqual([])
  await sets('agencies', agency.police, 'null')
  await asWorker(cast.ingrid, db => declareConflict(db, { worker: undefined, person: undefined, caseId, basis: 'My brother' }))
  expect(await told()).toEqual([cast.tom])
})
