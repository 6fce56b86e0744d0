/** Who sees a case: by owner, team, share, tier, agreement and time. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCase, share, unshare } from '../../../test/case.ts'
import { agency, agreement, cast, team } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { may, whoMay } from '../../../test/may.ts'
import { aSidedCase } from '../../../test/sided-case.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'

const database = ownDatabase()

const sees = (worker: string, caseId: string) =>
  asWorker(worker, async db => {
    const pointer = await db.selectFrom('casePointers').select('caseId').where('caseId', '=', caseId).executeTakeFirst()
    const headline = await db.selectFrom('cases').select('id').where('id', '=', caseId).executeTakeFirst()
    const access = await sql`select 1 from my_cases('read') where case_id = ${caseId}`.execute(db)
    return access.rows.length > 0 ? 'everything' : headline ? 'headline' : pointer ? 'pointer' : 'nothing'
  }).catch(error => error.name as string)

test('the owner agency works its cases together; other agencies find nothing', async () => {
  const id = await aCase()
  expect(await sees(cast.tom, id)).toBe('everything')
  expect(await sees(cast.sam, id)).toBe('everything')
  expect(await sees(cast.grace, id)).toBe('nothing')
  expect(await sees(cast.owen, id)).toBe('nothing')
})

test('a case that belongs to one team stays in that team', async () => {
  const id = await aCase(cast.sam, { ownerTeamId: team.slaveryTeam, programme: 'modern-slavery' })
  expect(await sees(cast.sam, id)).toBe('everything')
  expect(await sees(cast.tom, id)).toBe('nothing')
})

test('each tier shows what it says and no more', async () => {
  const id = await aCase()
  await share(id, agency.housing, { tier: 'pointer' })
  expect(await sees(cast.grace, id)).toBe('pointer')
  await share(id, agency.health, { tier: 'headline' })
  expect(await sees(cast.noor, id)).toBe('headline')
  await share(id, agency.charity, { tier: 'read' })
  expect(await sees(cast.aisha, id)).toBe('everything')
})

test('a share ends at its minute, begins at its minute, and ends at once when it is taken back', async () => {
  const id = await aCase()
  const ends = await share(id, agency.housing, { endsAt: new Date(Date.now() + 3_600_000) })
  await share(id, agency.health, { startsAt: new Date(Date.now() + 3_600_000), endsAt: new Date(Date.now() + 7_200_000) })
  expect(await sees(cast.grace, id)).toBe('everything')
  expect(await sees(cast.noor, id)).toBe('nothing')
  await behindTheRules(database, ['grants'], client =>
    client.query(`update grants set starts_at = now() - interval '2 hours', ends_at = now() where id = $1`, [ends]),
  )
  expect(await sees(cast.grace, id)).toBe('nothing')

  const back = await share(id, agency.housing)
  expect(await sees(cast.grace, id)).toBe('everything')
  await unshare(back)
  expect(await sees(cast.grace, id)).toBe('nothing')
})

test('nobody shares under an agreement that does not cover both sides, or that is over', async () => {
  const id = await aCase()
  await expect(share(id, agency.outside)).rejects.toThrow('not change it in this way')
  await expect(share(id, agency.ended, { agreementId: agreement.over })).rejects.toThrow('not change it in this way')
  await share(id, agency.outside, { agreementId: null, basis: 'vital interests' })
  expect(await sees(cast.owen, id)).toBe('everything')
})

test('only those who lead a case share it', async () => {
  const id = await aCase()
  await share(id, agency.housing, { tier: 'contribute' })
  await expect(share(id, agency.health, {}, cast.grace)).rejects.toThrow('not change it in this way')
  await expect(share(id, agency.health, {}, cast.owen)).rejects.toThrow()
})

test('leavers, suspended agencies and agencies whose agreement ended see nothing', async () => {
  const id = await aCase()
  await share(id, agency.suspended)
  expect(await sees(cast.stefan, id)).toBe('SignInNeeded')
  expect(await sees(cast.lena, id)).toBe('SignInNeeded')
  await share(id, agency.charity)
  expect(await sees(cast.aisha, id)).toBe('everything')
  await asWorker(cast.pat, db =>
    db.updateTable('agreementParties').set({ leftOn: sql`current_date` }).where('agencyId', '=', agency.charity).execute(),
  )
  expect(await sees(cast.aisha, id)).toBe('nothing')
  await asWorker(cast.pat, db => db.updateTable('agreementParties').set({ leftOn: null }).where('agencyId', '=', agency.charity).execute())
})

test('a share of a master case reaches its sub-cases when it says so, also those opened later', async () => {
  const master = await aCase()
  const early = await aCase(cast.tom, { parentId: master })
  await share(master, agency.housing, { includesSubCases: true })
  await share(master, agency.health)
  const late = await aCase(cast.tom, { parentId: early })
  expect(await sees(cast.grace, early)).toBe('everything')
  expect(await sees(cast.grace, late)).toBe('everything')
  expect(await sees(cast.noor, early)).toBe('nothing')
  expect(await sees(cast.noor, late)).toBe('nothing')
})

test('a team of several agencies is covered member by member', async () => {
  const id = await aCase()
  await share(id, team.hub)
  expect(await sees(cast.aisha, id)).toBe('everything')
  expect(await sees(cast.noor, id)).toBe('everything')
  expect(await sees(cast.grace, id)).toBe('nothing')
})

test('a share that has ended, has not begun, or rests on an agreement that is over, leaves no row of case_access to be seen', async () => {
  const id = await aCase()
  const [ended, waiting] = [
    await share(id, agency.housing, { includesSubCases: true }),
    await share(id, agency.health, { startsAt: new Date(Date.now() + 3_600_000) }),
  ]
  await unshare(ended)
  // What is opened under it afterwards, and when anything happened there, is nothing to those who had it.
  await aCase(cast.tom, { parentId: id })
  const seen = (worker: string) =>
    asWorker(worker, db => db.selectFrom('caseAccess').select('caseId').where('grantId', 'in', [ended, waiting]).execute())
  expect(await seen(cast.grace)).toEqual([])
  expect(await seen(cast.noor)).toEqual([])
})

test('each worker sees the rows of case_access that open cases to them, and nobody writes any', async () => {
  const id = await aCase()
  await share(id, agency.housing)
  expect(
    (
      await whoMay(cast, db =>
        db.selectFrom('caseAccess').select('grantId').where('caseId', '=', id).where('principalId', '=', agency.housing).execute(),
      )
    ).sort(),
  ).toEqual(['amir', 'grace'])
  expect(await whoMay(cast, db => db.updateTable('caseAccess').set({ tier: 'lead' }).execute())).toEqual([])
  expect(await whoMay(cast, db => db.deleteFrom('caseAccess').execute())).toEqual([])
})

test('whoever sees every row of case_access may not ask what opens a case to the worker, or would be told that each does', async () => {
  const { rows } = await behindTheRules(database, [], client =>
    client.query<{ name: string; asks: boolean }>(
      `select r.rolname as name, bool_or(has_function_privilege(r.oid, p.oid, 'execute')) as asks from pg_roles r, pg_proc p
      where r.rolname like 'kith\\_%' and r.rolname <> 'kith_owner' and has_table_privilege(r.oid, 'case_access', 'select')
        and p.proname in ('my_access', 'my_access_to_people', 'my_cases') group by 1 order by 1`,
    ),
  )
  expect(rows.filter(row => row.asks).map(row => row.name)).toEqual(['kith_app'])
  expect(rows.map(row => row.name)).toContain('kith_rules')
})

test('whom a case reaches, and whether an agreement covers it, is answered to those who read it, and of themselves to those who see its headline', async () => {
  const { caseId } = await aSidedCase()
  await share(caseId, cast.vera, { tier: 'headline', agreementId: null, basis: 'vital interests', sides: ['victim'] })
  const says = (answer: string, who: string) => (db: Db) =>
    sql<{ is: boolean }>`select ${sql.raw(answer.replace('CASE', `'${caseId}'`).replace('WHO', `'${who}'`))} as is`
      .execute(db)
      .then(({ rows }) => rows[0]?.is)
  const everyone = ['tom', 'ingrid', 'sam', 'grace', 'amir', 'noor', 'aisha', 'pat']
  expect(await whoMay(cast, says(`works_on(CASE, WHO, 'read')`, cast.tom))).toEqual(everyone)
  expect(await whoMay(cast, says(`works_on(CASE, WHO, 'headline')`, cast.vera))).toEqual([
    'tom',
    'ingrid',
    'sam',
    'grace',
    'amir',
    'aisha',
    'vera',
    'pat',
  ])
  expect(await whoMay(cast, says(`agreement_covers('${agreement.county}', CASE, WHO)`, agency.housing))).toEqual(everyone)
  const reached = async (who: string) =>
    (await asWorker(who, db => sql<{ id: string }>`select id from who_works_on(${caseId}, null, null, 'agency')`.execute(db))).rows
      .map(({ id }) => id)
      .sort()
  expect(await reached(cast.tom)).toEqual([agency.police, agency.housing, agency.health, agency.charity])
  expect(await reached(cast.grace)).toEqual([agency.police, agency.housing, agency.charity])
  expect(await reached(cast.noor)).toEqual([agency.police, agency.health, agency.charity])
})

test('of what ties somebody to a case, those who know only the side that must never learn of it are not counted as readers', async () => {
  const { caseId } = await aSidedCase()
  const readers = (ties: boolean) =>
    asWorker(cast.tom, db => sql<{ id: string }>`select id from who_reads(${caseId}, null, null, ${ties})`.execute(db)).then(({ rows }) =>
      rows.map(({ id }) => id),
    )
  expect([(await readers(false)).includes(cast.noor), (await readers(true)).includes(cast.noor)]).toEqual([true, false])
  expect(await readers(true)).toContain(cast.grace)
})

test('a share that includes sub-cases reaches none that a team keeps, and by one side none that is kept from somebody else', async () => {
  const [above, sided] = [await aCase(cast.sam), await aCase(cast.sam, { programme: 'da-marac' })]
  const [open, kept] = [
    await aCase(cast.sam, { parentId: above }),
    await aCase(cast.sam, { parentId: above, ownerTeamId: team.slaveryTeam }),
  ]
  const unkept = await aCase(cast.sam, { parentId: sided, programme: 'da-marac' })
  await behindTheRules(database, ['cases'], client => client.query('update cases set never_learns = null where id = $1', [unkept]))
  await share(above, agency.housing, { includesSubCases: true }, cast.sam)
  await share(sided, agency.housing, { includesSubCases: true, sides: ['victim'] }, cast.sam)
  const sees = (id: string) => may(cast.grace, db => db.selectFrom('cases').select('id').where('id', '=', id).execute())
  expect([await sees(open), await sees(kept), await sees(sided), await sees(unkept)]).toEqual(['yes', 'no', 'yes', 'no'])
})

test('namedReaders: named by whoever wrote something restricted, among those who work its side; nobody else learns of it, leads included', async () => {
  const { caseId } = await aSidedCase()
  const id = newId()
  const entry = { caseId, kind: 'note', occurredAt: new Date(), body: 'She was seen at the refuge', side: 'victim', restricted: true }
  await asWorker(cast.sam, db =>
    db
      .insertInto('entries')
      .values({ ...entry, id, authorId: cast.sam, agencyId: agency.police })
      .execute(),
  )
  const reads = (db: Db) => db.selectFrom('entries').select('id').where('id', '=', id).execute()
  const name = (reader: string) => (db: Db) =>
    db.insertInto('namedReaders').values({ recordId: id, caseId, workerId: reader, namedBy: db.actor.workerId }).execute()
  expect(await whoMay(cast, reads)).toEqual(['sam'])
  expect(await whoMay(cast, name(cast.grace))).toEqual(['sam'])
  expect(await may(cast.sam, name(cast.noor))).toBe('no')
  await asWorker(cast.sam, name(cast.grace))
  expect(await whoMay(cast, reads)).toEqual(['sam', 'grace'])
  expect(await whoMay(cast, db => db.selectFrom('namedReaders').selectAll().where('recordId', '=', id).execute())).toEqual(['sam', 'grace'])
  const takeBack = (db: Db) => db.updateTable('namedReaders').set({ endedAt: sql`now()` }).where('recordId', '=', id).execute()
  expect(await whoMay(cast, takeBack)).toEqual(['sam'])
  await asWorker(cast.sam, takeBack)
  expect(await whoMay(cast, reads)).toEqual(['sam'])
})
