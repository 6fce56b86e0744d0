/** Recording, signing, changing, suspending and leaving an agreement. */
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, agreement, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may } from '../../../test/may.ts'
import { asWorker } from '../../platform/db.ts'
import { check } from '../../platform/input.ts'
import { addAgreement, amendAgreement, leaveAgreement, resumeAgreement, signAgreement, suspendAgreement } from './commands.ts'
import { newAgreement, signature } from './inputs.ts'
import { countShares, findAgreement, listAgreements, listClauses, listParties } from './queries.ts'

ownDatabase()
const typed = {
  reference: 'ISA-9',
  name: 'Winter agreement',
  purposes: 'Get people into a bed',
  gateway: 'Housing Act 1996, Part 7',
  lawfulBasis: 'Article 6(1)(e)',
  programmes: 'general-support',
  dataTypes: 'Name',
  clauses: '8.1 It ends with the season.\n8.2 Beds are counted.',
  startsOn: '1 Jan 2026',
  reviewOn: '1 Feb 2026',
  endsOn: '1 Jan 2099',
}
const sees = (who: string, caseId: string) => may(who, db => db.selectFrom('cases').select('id').where('id', '=', caseId).execute())

test('an agreement is recorded with its clauses, and one whose review has passed is flagged', async () => {
  const id = await asWorker(cast.pat, db => addAgreement(db, check(newAgreement, typed)))
  expect(await asWorker(cast.grace, db => listClauses(db, id))).toEqual([
    { number: '8.1', words: 'It ends with the season.' },
    { number: '8.2', words: 'Beds are counted.' },
  ])
  expect((await asWorker(cast.grace, db => listAgreements(db))).find(one => one.id === id)).toMatchObject({
    standing: 'in force',
    reviewOverdue: true,
    parties: 0,
    mine: false,
  })
})

test.each<[string, Partial<typeof typed>, string]>([
  ['an end before the beginning', { endsOn: '1 Dec 2025' }, 'endsOn'],
  ['a review after the end', { reviewOn: '1 Feb 2099' }, 'reviewOn'],
  ['a clause without a number', { clauses: 'Nothing' }, 'clauses'],
  ['a programme that there is not', { programmes: 'magic' }, 'programmes'],
])('refused with a sentence: %s', (_what, more, field) => {
  expect(() => check(newAgreement, { ...typed, ...more })).toThrow(
    expect.objectContaining({ errors: expect.objectContaining({ [field]: expect.any(String) }) }),
  )
})

test('an information-governance lead signs for their agency, leaves, and signs again; the shares follow', async () => {
  const id = await asWorker(cast.pat, db => addAgreement(db, check(newAgreement, { ...typed, reference: 'ISA-10', programmes: 'asb' })))
  await asWorker(cast.ingrid, db => signAgreement(db, id, check(signature, { agency: agency.police, signedBy: 'Chief constable' })))
  await asWorker(cast.pat, db =>
    signAgreement(db, id, check(signature, { agency: agency.outside, signedBy: 'Its leader', signedOn: 'yesterday' })),
  )
  const caseId = await aCase()
  await share(caseId, agency.outside, { agreementId: id })
  expect(await asWorker(cast.ingrid, db => countShares(db, id, agency.police))).toBe(1)
  expect(await sees(cast.owen, caseId)).toBe('yes')
  await asWorker(cast.ingrid, db => leaveAgreement(db, id, agency.police))
  expect(await sees(cast.owen, caseId)).toBe('no')
  await asWorker(cast.ingrid, db => signAgreement(db, id, check(signature, { agency: agency.police, signedBy: 'New chief' })))
  expect(await sees(cast.owen, caseId)).toBe('yes')
  expect((await asWorker(cast.ingrid, db => listParties(db, id))).map(party => party.signedBy)).toEqual(['Its leader', 'New chief'])
})

test('suspending asks for a reason and is undone by resuming; others are told that they may not', async () => {
  await expect(asWorker(cast.ingrid, db => suspendAgreement(db, agreement.county, 'A doubt'))).rejects.toThrow('Only the partnership')
  const twice = ['A doubt', 'A doubt'].map(reason => asWorker(cast.pat, db => suspendAgreement(db, agreement.county, reason)))
  expect((await Promise.allSettled(twice)).map(one => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(asWorker(cast.pat, db => suspendAgreement(db, agreement.county, 'Another'))).rejects.toThrow('only once')
  expect(await asWorker(cast.tom, db => findAgreement(db, agreement.county))).toMatchObject({
    standing: 'suspended',
    suspendedReason: 'A doubt',
  })
  await asWorker(cast.pat, db => resumeAgreement(db, agreement.county))
  await expect(asWorker(cast.pat, db => resumeAgreement(db, agreement.county))).rejects.toThrow('only once')
  expect((await asWorker(cast.tom, db => findAgreement(db, agreement.county))).standing).toBe('in force')
})

test('two who change one agreement at once: the second is told', async () => {
  const now = await asWorker(cast.pat, db => findAgreement(db, agreement.county))
  const change = {
    name: now.name,
    purposes: now.purposes,
    dataTypes: '',
    clauses: [],
    reviewOn: now.reviewOn,
    endsOn: now.endsOn,
    version: now.version,
  }
  await asWorker(cast.pat, db => amendAgreement(db, agreement.county, change))
  await expect(asWorker(cast.pat, db => amendAgreement(db, agreement.county, change))).rejects.toThrow('while you had it open')
})
