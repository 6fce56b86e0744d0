/** What the functions that the rules ask may be asked by a worker directly, and what they must not answer: works_on and who_works_on (by reach_of), agreement_covers. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, agreement, cast, team } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { asWorker } from '../../platform/db.ts'

const database = ownDatabase()
let id: string

beforeAll(async () => {
  id = await aCase()
  await share(id, agency.housing)
  await share(id, agency.health, { tier: 'headline' })
  await share(id, agency.charity, { tier: 'pointer' })
})

const worksOn = (who: string, principal: string) =>
  asWorker(who, async db => (await sql<{ yes: boolean }>`select works_on(${id}, ${principal}, 'pointer') as yes`.execute(db)).rows[0]?.yes)
const covers = (who: string) =>
  asWorker(
    who,
    async db =>
      (await sql<{ yes: boolean }>`select agreement_covers(${agreement.county}, ${id}, ${agency.housing}) as yes`.execute(db)).rows[0]?.yes,
  )

test('who else works a case is answered to its readers, and to whoever sees a headline only about themselves', async () => {
  expect([await worksOn(cast.grace, agency.charity), await worksOn(cast.grace, cast.tom)]).toEqual([true, true])
  expect([await worksOn(cast.noor, agency.health), await worksOn(cast.noor, cast.noor)]).toEqual([true, true])
  expect([await worksOn(cast.noor, agency.housing), await worksOn(cast.noor, cast.tom)]).toEqual([false, false])
  expect([await worksOn(cast.aisha, agency.charity), await worksOn(cast.owen, agency.police)]).toEqual([false, false])
})

test('which agreement covers a case, and so what kind of case it is, is answered to its readers alone', async () => {
  expect([await covers(cast.tom), await covers(cast.grace)]).toEqual([true, true])
  expect([await covers(cast.aisha), await covers(cast.noor), await covers(cast.owen)]).toEqual([false, false, false])
})

test('of a team that a case reaches, whoever is suspended is not among whom it reaches', async () => {
  const caseId = await aCase()
  await share(caseId, team.hub)
  const reached = async () =>
    (
      await asWorker(cast.tom, db => sql<{ id: string }>`select id from who_works_on(${caseId}, null, null, 'worker')`.execute(db))
    ).rows.some(row => row.id === cast.noor)
  expect(await reached()).toBe(true)
  await behindTheRules(database, ['workers'], client => client.query('update workers set suspended_at = now() where id = $1', [cast.noor]))
  expect(await reached()).toBe(false)
})

test('asked for those of one kind, it names no other', async () => {
  const caseId = await aCase()
  await share(caseId, team.hub)
  const kinds = async (of: string) =>
    new Set(
      (
        await asWorker(cast.tom, db => sql<{ kind: string }>`select kind from who_works_on(${caseId}, null, null, ${of})`.execute(db))
      ).rows.map(row => row.kind),
    )
  for (const kind of ['agency', 'team', 'worker']) expect([kind, ...(await kinds(kind))]).toEqual([kind, kind])
})
