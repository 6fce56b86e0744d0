/** What has ended stays ended: of two who end it at once one is on record, and nobody revives it. */
import { expect, test } from 'vitest'
import { aCase } from '../../../test/case.ts'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may } from '../../../test/may.ts'
import { asWorker, type Db } from '../../platform/db.ts'
import { endFact, type FactPart, giveWarning, learnContact, learnName, learnNeed, learnRelationship } from './facts.ts'
import { newInCase } from './inputs.ts'
import { endRole, joinCaseAsNew } from './roles.ts'

ownDatabase()
const tables = {
  names: 'personNames',
  contacts: 'personContacts',
  warnings: 'personWarnings',
  needs: 'personNeeds',
  relationships: 'personRelationships',
} as const
const join = (db: Db, caseId: string, givenName: string) =>
  joinCaseAsNew(db, caseId, newInCase.parse({ roles: ['Complainant'], basis: 'Rang us', givenName }))

async function somebody() {
  const caseId = await aCase()
  return asWorker(cast.tom, async db => {
    const [id, other] = [await join(db, caseId, 'Ada'), await join(db, caseId, 'Ben')]
    await learnName(db, id, { caseId, kind: 'alias', name: 'Addie' })
    await learnContact(db, id, { caseId, kind: 'mobile', value: '07700 900456', postcode: '', source: '', note: '' })
    await giveWarning(db, id, { caseId, instruction: 'Go in twos', reason: 'A dog', reviewOn: '2030-01-10' })
    await learnNeed(db, id, { caseId, kind: 'language', detail: 'Yoruba' })
    await learnRelationship(db, id, { caseId, other, kind: 'mother', note: '' })
    return { caseId, id }
  })
}

/** Two colleagues do the same at once; gives how it went for them. */
const atOnce = async (deed: (db: Db) => Promise<unknown>) =>
  (await Promise.allSettled([cast.tom, cast.sam].map(by => asWorker(by, deed)))).map(result => result.status).sort()

test.each(Object.keys(tables) as FactPart[])('%s', async part => {
  const { caseId, id } = await somebody()
  const [table, ended] = [tables[part], part === 'contacts' ? 'endedOn' : 'endedAt']
  const facts = (db: Db) => db.selectFrom(table).select('id').where('caseId', '=', caseId)
  const fact = await asWorker(cast.tom, async db => (await facts(db).executeTakeFirstOrThrow()).id)
  const leaveOpen = (db: Db) =>
    db
      .updateTable(table)
      .set({ [ended]: null })
      .where('id', '=', fact)
      .execute()
  // Nothing but its end may be written to it.
  expect(await may(cast.tom, leaveOpen)).toBe('no')
  await expect(asWorker(cast.grace, db => endFact(db, id, part, fact))).rejects.toThrow('Only those who work')
  expect(await atOnce(db => endFact(db, id, part, fact))).toEqual(['fulfilled', 'rejected'])
  await expect(asWorker(cast.tom, db => endFact(db, id, part, fact))).rejects.toThrow('only once')
  // What has ended stays ended.
  expect(await may(cast.tom, leaveOpen)).toBe('no')
  const told = (db: Db) => db.selectFrom('events').select('id').where('kind', '=', 'fact_ended').where('caseId', '=', caseId).execute()
  expect(await asWorker(cast.tom, told)).toHaveLength(1)
})

test('a role in a case', async () => {
  const { caseId, id } = await somebody()
  const roles = (db: Db) => db.selectFrom('casePeople').select('id').where('caseId', '=', caseId).where('personId', '=', id)
  const role = await asWorker(cast.tom, async db => (await roles(db).executeTakeFirstOrThrow()).id)
  expect(await atOnce(db => endRole(db, caseId, role, 'Moved away'))).toEqual(['fulfilled', 'rejected'])
  const revive = (db: Db) => db.updateTable('casePeople').set({ endedAt: null, endedBy: cast.tom }).where('id', '=', role).execute()
  expect(await may(cast.tom, revive)).toBe('no')
})
