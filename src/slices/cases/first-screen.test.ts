/** What stands before all else on a case: warnings, each saying who may see it. */
import { expect, test } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aSidedCase, joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { chronology } from '../chronology/index.ts'

ownDatabase()

test('a warning says of which side it is and what makes it sensitive, to those who see it', async () => {
  const { caseId, personId } = await aSidedCase()
  await asWorker(cast.tom, async db => {
    await joins(db, caseId, personId, { side: 'victim', role: 'Victim' })
    const of = { caseId, personId, reviewOn: '2030-01-01', recordedBy: cast.tom }
    for (const warning of [
      { instruction: 'Text the code word first', side: 'victim' },
      { instruction: 'Ask before touching her arm', side: 'victim', category: 'health' },
      { instruction: 'Visit in twos', side: null },
    ])
      await db
        .insertInto('personWarnings')
        .values({ id: newId(), ...of, ...warning })
        .execute()
  })
  const warnings = async (worker: string) => {
    const page = await (await asking(chronology, worker)(`/cases/${caseId}`)).text()
    return [...page.matchAll(/<div class="kith-warning">.*?<\/div><\/div>/gs)].map(([html]) =>
      html
        .replaceAll(/<[^>]+>|Warning: |About .*/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
  }
  expect(await warnings(cast.tom)).toEqual([
    'Text the code word first Victim side',
    'Ask before touching her arm Victim side Sensitive: health',
    'Visit in twos',
  ])
  expect(await warnings(cast.grace)).toHaveLength(3)
  expect(await warnings(cast.noor)).toEqual([])
})
