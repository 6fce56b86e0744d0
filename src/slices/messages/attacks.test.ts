/** Attempts to learn from who has read a message who else works a case, or who opened it in an emergency. */
import { expect, test } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { aSidedCase } from '../../../test/sided-case.ts'
import { asWorker } from '../../platform/db.ts'
import { openInEmergency } from '../break-glass/index.ts'
import { declareConflict } from '../conflicts/index.ts'
import { messages, sendMessage } from './index.ts'

const database = ownDatabase()

const say = (caseId: string, by: string, more: { to?: string; side?: string } = {}) =>
  asWorker(by, db => sendMessage(db, caseId, { body: 'Who can ring her?', to: '', ...more }))
const page = (who: string, caseId: string) => asking(messages, who)(`/cases/${caseId}/messages`).then(answer => answer.text())
const readers = (who: string, id: string) =>
  asWorker(who, async db =>
    (await db.selectFrom('messageReads').select('workerId').where('messageId', '=', id).execute()).map(row => row.workerId).sort(),
  )

async function open(who: string, caseId: string): Promise<void> {
  const { rows } = await behindTheRules(database, ['cases'], client => client.query('select reference from cases where id = $1', [caseId]))
  await asWorker(who, db => openInEmergency(db, { reference: rows[0].reference, reason: 'She rang from the car', minutes: 30 }))
}

test('that somebody reads a message to everyone does not tell another side that they work the case', async () => {
  const { caseId } = await aSidedCase()
  const [all, own] = [await say(caseId, cast.tom, { side: 'all' }), await say(caseId, cast.tom, { side: 'subject' })]
  for (const who of [cast.grace, cast.noor, cast.aisha]) expect(await page(who, caseId)).toContain('Who can ring her?')
  for (const id of [all, own]) expect(await readers(cast.noor, id)).toEqual([cast.noor, cast.aisha])
  expect(await readers(cast.grace, all)).toEqual([cast.grace, cast.aisha])
  for (const who of [cast.tom, cast.aisha]) expect(await readers(who, all)).toEqual([cast.grace, cast.noor, cast.aisha])
  expect(await page(cast.grace, caseId)).not.toContain('Noor Halabi')
})

test('nor does whoever reads one in an emergency leave their name on it, by one’s own share or over a conflict', async () => {
  const [caseId, shut] = [await aCase(cast.tom, { programme: 'da-marac' }), await aCase()]
  for (const of of [caseId, shut]) await share(of, agency.housing, { tier: 'contribute' })
  await share(caseId, agency.health, { sides: ['subject'] })
  await share(shut, agency.health)
  const [all, hers, theirs] = [
    await say(caseId, cast.tom, { side: 'all' }),
    await say(caseId, cast.tom, { side: 'victim' }),
    await say(shut, cast.tom, { to: agency.health }),
  ]
  await asWorker(cast.noor, db => declareConflict(db, { caseId: shut, basis: 'My brother' }))
  for (const of of [caseId, shut]) await open(cast.noor, of)
  for (const of of [caseId, shut]) expect(await page(cast.noor, of)).toContain('Who can ring her?')
  expect([await readers(cast.tom, all), await readers(cast.tom, hers), await readers(cast.tom, theirs)]).toEqual([[cast.noor], [], []])
})
