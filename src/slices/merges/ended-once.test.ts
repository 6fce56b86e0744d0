/** A merge ends once: of two who take it apart at the same time one is on record, and nobody revives it past the rules for merging. */
import { expect, test } from 'vitest'
import { aCase } from '../../../test/case.ts'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may } from '../../../test/may.ts'
import { asWorker, type Db } from '../../platform/db.ts'
import { newInCase } from '../people/inputs.ts'
import { joinCaseAsNew } from '../people/roles.ts'
import { endMerge, mergeRecords } from './commands.ts'

ownDatabase()
const join = (caseId: string, givenName: string) =>
  asWorker(cast.tom, db => joinCaseAsNew(db, caseId, newInCase.parse({ roles: ['Witness'], basis: 'Rang us', givenName })))

test('of two who take records apart at once one does, and what is apart stays so', async () => {
  const caseId = await aCase()
  const [one, other] = [await join(caseId, 'Twyla'), await join(caseId, 'Twila')]
  await asWorker(cast.tom, db => mergeRecords(db, one, other, 'Same person'))
  const { id } = await asWorker(cast.tom, db =>
    db.selectFrom('personMerges').select('id').where('keptId', '=', one).executeTakeFirstOrThrow(),
  )
  const both = await Promise.allSettled([cast.tom, cast.sam].map(by => asWorker(by, db => endMerge(db, id, 'A cousin'))))
  expect(both.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  const parted = (db: Db) =>
    db.selectFrom('events').select('id').where('kind', '=', 'records_parted').where('subjectId', '=', one).execute()
  expect((await Promise.all([cast.tom, cast.sam].map(by => asWorker(by, parted)))).flat()).toHaveLength(1)
  const revive = (db: Db) => db.updateTable('personMerges').set({ endedAt: null, endedBy: cast.tom }).where('id', '=', id).execute()
  expect(await may(cast.tom, revive)).toBe('no')
})
