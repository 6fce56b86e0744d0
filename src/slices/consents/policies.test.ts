/** Who records and sees consent, what may rest on it, and what its withdrawal ends. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { agency, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { aSidedCase, joins } from '../../../test/sided-case.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'
import { recordConsent, withdrawConsent } from './commands.ts'
import { newConsent } from './inputs.ts'

const database = ownDatabase()
let made: Awaited<ReturnType<typeof aSidedCase>>
beforeAll(async () => {
  made = await aSidedCase()
  await asWorker(cast.tom, db => joins(db, made.caseId, made.personId, { side: 'victim', role: 'Victim' }))
})

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const agreed = (more: Record<string, unknown> = {}) =>
  newConsent.parse({
    person: made.personId,
    wordsShown: 'May we tell these agencies what you told us?',
    agencies: [agency.outside],
    purposes: 'To find her a home',
    channel: 'in person',
    givenOn: day(-1),
    expiresOn: day(30),
    ...more,
  })
const record = (more = {}) => asWorker(cast.tom, db => recordConsent(db, made.caseId, agreed(more)))
const giveOn =
  (consentId: string, principalId = agency.outside as string, more: { sides?: string[] | null; includesSubCases?: boolean } = {}) =>
  (db: Db) =>
    db
      .insertInto('grants')
      .values({
        id: newId(),
        caseId: made.caseId,
        principalId,
        tier: 'read',
        basis: 'consent',
        consentId,
        reason: 'She agreed',
        sides: ['victim'],
        grantedBy: db.actor.workerId,
        ...more,
      })
      .execute()
const owenSees = () => may(cast.owen, db => db.selectFrom('cases').select('id').where('id', '=', made.caseId).execute())

test('consents: seen with the side of the person, recorded by those who contribute to it, about somebody in the case', async () => {
  const id = await record()
  const sided = ['tom', 'ingrid', 'sam', 'grace', 'amir', 'aisha', 'pat']
  expect((await whoMay(cast, db => db.selectFrom('consents').select('id').where('id', '=', id).execute())).sort()).toEqual(sided.sort())
  expect((await whoMay(cast, db => recordConsent(db, made.caseId, agreed()).then(() => true))).sort()).toEqual(sided.sort())
  await expect(asWorker(cast.tom, db => recordConsent(db, made.caseId, agreed({ person: made.otherId })))).rejects.toThrow()
})

test('a share rests on consent only with those whom it names, while it stands, and is given by whoever leads', async () => {
  const id = await record()
  expect((await whoMay(cast, giveOn(id))).sort()).toEqual(['ingrid', 'pat', 'sam', 'tom'])
  expect(await may(cast.tom, giveOn(id, agency.ended))).toBe('no')
  const over = await record({ givenOn: day(-30), expiresOn: day(-1) })
  expect(await may(cast.tom, giveOn(over))).toBe('no')
})

test('no share rests on a consent before the day on which it is given', async () => {
  const id = await record()
  await behindTheRules(database, ['consents'], client =>
    client.query('update consents set given_on = current_date + 1 where id = $1', [id]),
  )
  expect(await may(cast.tom, giveOn(id))).toBe('no')
})

test('a share on consent opens no side but that of whoever agreed, and no sub-case', async () => {
  const id = await record()
  for (const sides of [['subject'], ['victim', 'subject'], null])
    expect(await may(cast.tom, giveOn(id, agency.outside, { sides }))).toBe('no')
  expect(await may(cast.tom, giveOn(id, agency.outside, { includesSubCases: true }))).toBe('no')
  expect(await may(cast.tom, giveOn(id))).toBe('yes')
})

test('withdrawal ends the share at once, tells the recipient and nobody else, and cannot be undone', async () => {
  const id = await record()
  await asWorker(cast.tom, giveOn(id))
  expect(await owenSees()).toBe('yes')
  const inNameOf = (db: Db) =>
    db
      .updateTable('consents')
      .set({ withdrawnAt: sql<Date>`now()`, withdrawnBy: cast.sam, withdrawal: 'She rang' })
      .where('id', '=', id)
      .execute()
  expect(await whoMay(cast, inNameOf)).toEqual(['sam'])
  const withdraw = (db: Db) => withdrawConsent(db, made.caseId, id, 'She rang and said no').then(() => true)
  expect(await may(cast.aisha, withdraw)).toBe('yes')
  await expect(asWorker(cast.noor, withdraw)).rejects.toThrow()
  await asWorker(cast.tom, withdraw)
  expect(await owenSees()).toBe('no')
  expect(await whoMay(cast, db => db.selectFrom('notices').select('id').where('caseId', '=', made.caseId).execute())).toEqual(['owen'])
  await expect(asWorker(cast.tom, withdraw)).rejects.toThrow()
  expect(await may(cast.tom, giveOn(id))).toBe('no')
  expect(await may(cast.tom, db => db.updateTable('consents').set({ withdrawnAt: null }).where('id', '=', id).execute())).toBe('no')
})

test('a share on consent ends with the consent, whatever was written on the share', async () => {
  const id = await record({ expiresOn: day(2) })
  const { rows } = await asWorker(cast.tom, async db => {
    await giveOn(id)(db)
    return sql<{ kept: boolean }>`select bool_and(a.ends_at = c.expires_on) as kept from grants g join consents c on c.id = g.consent_id
      cross join shares_of(g.case_id) a where a.grant_id = g.id and c.id = ${id}`.execute(db)
  })
  expect(rows).toEqual([{ kept: true }])
})

test('a share that is made while its consent is being withdrawn does not outlive it', async () => {
  const consentId = await record()
  const [written, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const sharing = asWorker(cast.tom, async db => {
    await giveOn(consentId)(db)
    written.resolve()
    await end.promise
  })
  await written.promise
  let over = false
  const withdrawing = asWorker(cast.tom, db => withdrawConsent(db, made.caseId, consentId, 'She rang and said no')).finally(() => {
    over = true
  })
  const waits = `select 1 from pg_locks where not granted and locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`
  await behindTheRules(database, [], async client => {
    while (!over && (await client.query(waits)).rowCount === 0);
  })
  end.resolve()
  await Promise.all([sharing, withdrawing])
  const { rows } = await asWorker(cast.tom, db =>
    sql`select from shares_of(${made.caseId}) where consent_id = ${consentId} and ends_at > now()`.execute(db),
  )
  expect(rows).toEqual([])
})
