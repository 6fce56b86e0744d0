/** A conflict that is hidden from whoever declares it once more: nothing tells them that it is there. */
import { expect, test } from 'vitest'
import { aCase, share, unshare } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may } from '../../../test/may.ts'
import { newWorker } from '../../../test/new-worker.ts'
import { asWorker } from '../../platform/db.ts'
import { declareConflict, reviewConflict } from './commands.ts'
import { listConflicts } from './queries.ts'

ownDatabase()

const declare = (by: string, worker: string, caseId: string) =>
  asWorker(by, db => declareConflict(db, { worker, person: undefined, caseId, basis: 'Her brother' }))
const seen = async (by: string, caseId: string) => (await asWorker(by, listConflicts)).filter(one => one.caseId === caseId)
const opens = (worker: string, caseId: string) => may(worker, db => db.selectFrom('cases').select('id').where('id', '=', caseId).execute())

test('a second governance lead who declares it is answered as the first, and both stand until both are lifted', async () => {
  const [first, second] = [
    await newWorker('Ig One', { roles: ['information_governance_lead'] }),
    await newWorker('Ig Two', { roles: ['information_governance_lead'] }),
  ]
  const caseId = await aCase()
  // Only the two know of the case: the conflict shuts nothing to Grace, and is nothing of the second's.
  for (const one of [first, second]) await share(caseId, one)
  await declare(first, cast.grace, caseId)
  expect(await seen(second, caseId)).toEqual([])
  await declare(second, cast.grace, caseId)
  expect((await seen(second, caseId)).length).toBe(1)
  await expect(declare(second, cast.grace, caseId)).rejects.toThrow('Somebody has just recorded the same thing.')

  // Once the case is shared with their agency, both of them shut it, each of them is seen, and the last that is lifted opens it.
  await share(caseId, agency.housing)
  expect(await opens(cast.grace, caseId)).toBe('no')
  const [one, other] = await seen(second, caseId)
  await asWorker(second, db => reviewConflict(db, one?.id ?? '', { stands: false, words: 'A namesake' }))
  expect(await opens(cast.grace, caseId)).toBe('no')
  await asWorker(first, db => reviewConflict(db, other?.id ?? '', { stands: false, words: 'A namesake' }))
  expect(await opens(cast.grace, caseId)).toBe('yes')
})

test('one that was lifted is declared again when it turns out to hold, and shuts the case again', async () => {
  const lead = await newWorker('Ig Three', { roles: ['information_governance_lead'] })
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing)
  await declare(lead, cast.grace, caseId)
  const [lifted] = await seen(lead, caseId)
  await asWorker(lead, db => reviewConflict(db, lifted?.id ?? '', { stands: false, words: 'A namesake' }))
  expect(await opens(cast.grace, caseId)).toBe('yes')
  await declare(lead, cast.grace, caseId)
  expect(await opens(cast.grace, caseId)).toBe('no')
  await unshare(shareId)
})
