/** Who is asked to give back what they printed when a share ends: those whom the case reaches by no other, as still_reaches says. */
import { expect, test } from 'vitest'
import { aCase, type Share, share } from '../../../test/case.ts'
import { agency, agreement, cast, team } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { aSidedCase, joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { endShare } from '../sharing/commands.ts'
import { listRecallsOf } from './queries.ts'

const database = ownDatabase()
const onGateway = { agreementId: null, basis: 'statutory gateway', gateway: 'Crime and Disorder Act 1998, section 115' }
const ends = (caseId: string, shareId: string) => asWorker(cast.tom, db => endShare(db, caseId, shareId, 'It is done'))
const copiesOf = async (caseId: string) =>
  (await asWorker(cast.tom, db => listRecallsOf(db, caseId))).flatMap(recall => recall.copies.map(copy => copy.workerName))

interface Given {
  first?: Share
  to?: string
  second?: Share
  programme?: string
}

/** Of whom copies are asked back when a share with Housing ends by which Grace had printed, and another has been made. */
async function askedBack(
  { first, to = agency.housing, second, programme = 'asb' }: Given,
  beforeItEnds?: (second: string, caseId: string) => Promise<unknown>,
) {
  const caseId = await aCase(cast.tom, { programme })
  const shareId = await share(caseId, agency.housing, { ...onGateway, ...first })
  const other = await share(caseId, to, second)
  await asWorker(cast.grace, db => seen(db, 'print', caseId, { caseId }))
  await beforeItEnds?.(other, caseId)
  await ends(caseId, shareId)
  return copiesOf(caseId)
}

const harmed: Share = { ...onGateway, sides: ['harmed'] }
const responsible: Share = { ...onGateway, sides: ['responsible'] }
const programme = 'restorative-justice'
test.each<[string, Given, boolean]>([
  ['the agency has another', {}, false],
  ['the worker has one', { to: cast.grace }, false],
  ['another agency has one', { to: agency.health }, true],
  ['another begins tomorrow', { second: { startsAt: new Date(Date.now() + 86_400_000) } }, true],
  ['another is of the same side', { programme, first: harmed, second: harmed }, false],
  ['another is of the other side', { programme, first: harmed, second: responsible }, true],
  ['another is of one side, and this was of all', { programme, second: responsible }, true],
  ['another is of all sides, and this was of one', { programme, first: responsible, second: onGateway }, false],
])('when %s, copies are asked back: %o', async (_, given, isAsked) => {
  expect(await askedBack(given)).toEqual(isAsked ? ['Grace Penhale'] : [])
})

test('what was sensitive is asked back where another share opens the case without it', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  await share(caseId, agency.housing, { categories: [] })
  const taken = (worker: string, mark: { side: null; category: string | null }) =>
    asWorker(worker, db => seen(db, 'print', caseId, { caseId, mark }))
  await taken(cast.amir, { side: null, category: null })
  await taken(cast.grace, { side: null, category: 'health' })
  await ends(caseId, shareId)
  expect(await copiesOf(caseId)).toEqual(['Grace Penhale'])
})

test('one that has ended reaches nobody', async () => {
  expect(await askedBack({}, (second, caseId) => ends(caseId, second))).toEqual(['Grace Penhale'])
})

interface End {
  when: string
  table: string
  where: string
  now: string
  before?: string
  isAsked: boolean
}
const isGrace = { table: 'workers', where: `id = '${cast.grace}'` }
const isHousing = { table: 'agencies', where: `id = '${agency.housing}'` }
const isParty = { table: 'agreement_parties', where: `agreement_id = '${agreement.county}' and agency_id = '${agency.housing}'` }
const isCounty = { table: 'agreements', where: `id = '${agreement.county}'` }

test.each<End>([
  { when: 'the worker is suspended', ...isGrace, now: 'suspended_at = now()', isAsked: true },
  { when: 'the worker has left', ...isGrace, now: 'left_on = current_date', isAsked: true },
  { when: 'the worker leaves tomorrow', ...isGrace, now: 'left_on = current_date + 1', isAsked: false },
  { when: 'their agency is suspended', ...isHousing, now: 'suspended_at = now()', isAsked: true },
  { when: 'their agency has left the agreement', ...isParty, now: 'left_on = current_date', isAsked: true },
  { when: 'the agreement is over', ...isCounty, now: 'ends_on = current_date', before: 'ends_on = current_date + 300', isAsked: true },
  {
    when: 'the agreement begins tomorrow',
    ...isCounty,
    now: 'starts_on = current_date + 1',
    before: 'starts_on = current_date - 400',
    isAsked: true,
  },
  { when: 'the agreement is suspended, and may stand again', ...isCounty, now: 'suspended_at = now()', isAsked: false },
])('another share is there and $when: copies are asked back, $isAsked', async ({ table, where, now, before, isAsked }) => {
  const set = (what: string) =>
    behindTheRules(database, [table, 'grants', 'cases', 'case_access', 'consents', 'agreements'], client =>
      client.query(`update ${table} set ${what} where ${where}`),
    )
  const names = await askedBack({}, () => set(now))
  await set(before ?? `${now.split(' ')[0]} = null`)
  expect(names).toEqual(isAsked ? ['Grace Penhale'] : [])
})

test('that somebody left a case is not told to those on the side that must never learn of it', async () => {
  const { caseId } = await aSidedCase()
  const personId = newId()
  await asWorker(cast.tom, async db => {
    await db.insertInto('people').values({ id: personId, givenName: 'Ayo', familyName: 'Adeyemi', createdBy: cast.tom }).execute()
    await joins(db, caseId, personId)
  })
  for (const worker of [cast.noor, cast.grace]) await asWorker(worker, db => seen(db, 'case', caseId, { caseId }))
  await asWorker(cast.tom, db =>
    db
      .updateTable('casePeople')
      .set({ endedAt: new Date(), endedBy: cast.tom, endReason: 'Moved' })
      .where('personId', '=', personId)
      .execute(),
  )
  const told = await asWorker(cast.tom, db => listRecallsOf(db, caseId))
  expect(told.map(recall => [recall.agencyName, recall.kind])).toEqual([['Housing', 'person']])
})

test('a member of a team is reached by its share', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.charity)
  await share(caseId, team.hub)
  await asWorker(cast.aisha, db => seen(db, 'print', caseId, { caseId }))
  await ends(caseId, shareId)
  expect(await copiesOf(caseId)).toEqual([])
})
