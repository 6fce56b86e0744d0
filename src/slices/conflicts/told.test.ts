/** Of which conflicts a governance lead is told: those that shut something which would be open to their colleague, and tell of no address that is hidden from them: conflict_matters and hides_an_address. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aCase, type Share, share, unshare } from '../../../test/case.ts'
import { agency, agreement, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { openInEmergency } from '../break-glass/index.ts'
import { declareConflict, declareInterest } from './commands.ts'
import { newInterest } from './inputs.ts'
import { listConflicts } from './queries.ts'

const database = ownDatabase()
const samsNumber = '01632 960777'
beforeAll(() =>
  asWorker(cast.sam, async db => {
    await declareInterest(db, newInterest.parse({ kind: 'phone', phone: samsNumber }))
    await declareInterest(db, newInterest.parse({ kind: 'relative', name: 'Una Oakes' }))
  }),
)

const gateway = { agreementId: null, basis: 'statutory gateway', gateway: 'Crime and Disorder Act 1998, section 115' }
const tomorrow = () => new Date(Date.now() + 86_400_000)

/** A case of Housing's, shared with the police or not. */
async function aCaseOfOthers(programme: string, shared: Share | null): Promise<string> {
  const caseId = await aCase(cast.grace, { programme })
  if (shared) await share(caseId, agency.police, shared, cast.grace)
  return caseId
}

/** Somebody in a case: Sam's relative, unless told otherwise. */
async function somebodyIn(caseId: string, side?: string, givenName = 'Una'): Promise<string> {
  const id = newId()
  await asWorker(cast.grace, async db => {
    await db.insertInto('people').values({ id, givenName, familyName: 'Oakes', createdBy: cast.grace }).execute()
    await joins(db, caseId, id, side ? { side } : {})
  })
  return id
}

/** How many conflicts about somebody the governance lead is told of. */
const told = async (personId: string) => (await asWorker(cast.ingrid, listConflicts)).filter(one => one.personId === personId).length

const suspendCountyAgreement = (at: string) =>
  behindTheRules(database, ['agreements'], client =>
    client.query(`update agreements set suspended_at = ${at} where id = $1`, [agreement.county]),
  )
const opensInEmergency = async (caseId: string) => {
  const { reference } = await asWorker(cast.grace, db =>
    db.selectFrom('cases').select('reference').where('id', '=', caseId).executeTakeFirstOrThrow(),
  )
  const opened = await asWorker(cast.sam, db => openInEmergency(db, { reference, reason: 'A child is in danger now', minutes: 15 }))
  expect(opened).toBe(caseId)
}

test.each<[string, number, string, Share | null, string?]>([
  ['a share', 1, 'asb', {}],
  ['no share', 0, 'asb', null],
  ['a share that begins tomorrow', 0, 'asb', { startsAt: tomorrow() }],
  ['a share of their side', 1, 'restorative-justice', { ...gateway, sides: ['responsible'] }, 'responsible'],
  ['a share of the other side', 0, 'restorative-justice', { ...gateway, sides: ['responsible'] }, 'harmed'],
  ['a share of the side that must never learn of the case', 0, 'da-marac', { sides: ['subject'] }, 'subject'],
])('with %s of the case that somebody is in: %i', async (_, count, programme, shared, side) => {
  expect(await told(await somebodyIn(await aCaseOfOthers(programme, shared), side))).toBe(count)
})

test('not once they have left the case, nor while no agreement opens it', async () => {
  const caseId = await aCaseOfOthers('asb', {})
  const personId = await somebodyIn(caseId)
  await suspendCountyAgreement('now()')
  expect(await told(personId)).toBe(0)
  await suspendCountyAgreement('null')
  expect(await told(personId)).toBe(1)
  await asWorker(cast.grace, db =>
    db
      .updateTable('casePeople')
      .set({ endedAt: new Date(), endedBy: cast.grace, endReason: 'Moved' })
      .where('caseId', '=', caseId)
      .execute(),
  )
  expect(await told(personId)).toBe(0)
})

test('not of a case that is open to their colleague in an emergency alone', async () => {
  const caseId = await aCaseOfOthers('asb', null)
  const personId = await somebodyIn(caseId)
  await opensInEmergency(caseId)
  expect(await told(personId)).toBe(0)
})

test('only by the governance lead of the worker’s own agency, also to whoever asks about one person', async () => {
  const personId = await somebodyIn(await aCaseOfOthers('asb', {}))
  const asked = (who: string) =>
    asWorker(
      who,
      async db =>
        (await sql<{ is: boolean }>`select conflict_matters(${cast.sam}, ${personId}, null, false) as is`.execute(db)).rows[0]?.is,
    )
  await behindTheRules(database, ['worker_roles'], client =>
    client.query(`insert into worker_roles (worker_id, role) values ($1, 'information_governance_lead')`, [cast.grace]),
  )
  expect([await asked(cast.ingrid), await asked(cast.tom), await asked(cast.grace)]).toEqual([true, false, false])
})

/** Somebody with Sam's number in a case that the police have, and with an address in another, which may be a safe one. */
async function livesAlsoIn(caseId: string, { side, category = 'safe address' }: { side?: string; category?: string | null } = {}) {
  const plain = await aCaseOfOthers('asb', gateway)
  const personId = await somebodyIn(plain, undefined, 'Ida')
  const fact = { personId, recordedBy: cast.grace }
  await asWorker(cast.grace, async db => {
    await joins(db, caseId, personId, side ? { side } : {})
    await db
      .insertInto('personContacts')
      .values([
        { ...fact, id: newId(), caseId: plain, kind: 'mobile', value: samsNumber },
        { ...fact, id: newId(), caseId, kind: 'address', value: '4 Elm Walk', category, ...(side ? { side } : {}) },
      ])
      .execute()
  })
  return personId
}

test.each<[string, number, string, Share | null, { side?: string; category?: null }?]>([
  ['open to their colleague', 1, 'asb', {}],
  ['no safe one', 1, 'asb', null, { category: null }],
  ['in a case that is not shared', 0, 'asb', null],
  ['in a case shared from tomorrow', 0, 'asb', { startsAt: tomorrow() }],
  ['in a case shared without safe addresses', 0, 'asb', { categories: ['health'] }],
  ['on the other side', 0, 'restorative-justice', { ...gateway, sides: ['responsible'] }, { side: 'harmed' }],
  ['on their side', 1, 'restorative-justice', { ...gateway, sides: ['responsible'] }, { side: 'responsible' }],
  ['in a case of which they must never learn', 0, 'da-marac', { ...gateway, sides: ['subject'] }, { side: 'subject' }],
])('of a number that tells of somebody with a safe address that is %s: %i', async (_, count, programme, shared, more) => {
  expect(await told(await livesAlsoIn(await aCaseOfOthers(programme, shared), more))).toBe(count)
})

test('a share that has ended, rests on no agreement in force or is an emergency opens no safe address', async () => {
  const [caseId, urgent] = [await aCaseOfOthers('asb', null), await aCaseOfOthers('asb', null)]
  const shareId = await share(caseId, agency.police, {}, cast.grace)
  const [personId, inDanger] = [await livesAlsoIn(caseId), await livesAlsoIn(urgent)]
  await suspendCountyAgreement('now()')
  expect(await told(personId)).toBe(0)
  await suspendCountyAgreement('null')
  await opensInEmergency(urgent)
  expect([await told(personId), await told(inDanger)]).toEqual([1, 0])
  await unshare(shareId, cast.grace)
  expect(await told(personId)).toBe(0)
})

test('whoever asks about a colleague and somebody between whom there is no conflict is told nothing of whether they work together', async () => {
  const caseId = await aCaseOfOthers('asb', {})
  const strangerId = await somebodyIn(caseId, undefined, 'Ulla')
  const matters = (personId: string | null, which: string | null) =>
    asWorker(cast.ingrid, async db => {
      const { rows } = await sql<{ is: boolean }>`select conflict_matters(${cast.sam}, ${personId}, ${which}, false) as is`.execute(db)
      return rows[0]?.is
    })
  expect([await matters(strangerId, null), await matters(null, caseId)]).toEqual([false, false])
  // Of one that there is, only as it was found.
  const personId = await somebodyIn(caseId)
  expect(await matters(personId, null)).toBe(true)
  const byAddress = await asWorker(cast.ingrid, db =>
    sql<{ is: boolean }>`select conflict_matters(${cast.sam}, ${personId}, null, true) as is`.execute(db),
  )
  expect(byAddress.rows[0]?.is).toBe(false)
  const [declared, another] = [await aCaseOfOthers('asb', {}), await aCaseOfOthers('asb', {})]
  await asWorker(cast.ingrid, db => declareConflict(db, { worker: cast.sam, person: undefined, caseId: declared, basis: 'A neighbour' }))
  expect([await matters(null, declared), await matters(null, another)]).toEqual([true, false])
})
