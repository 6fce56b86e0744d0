/** Attempts to learn from the record, as somebody who leads one side of a case, who works the other, or opened it in an emergency. */
import { expect, test } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { openInEmergency } from '../break-glass/index.ts'
import { correctEntry } from '../chronology/commands.ts'
import { documents } from '../documents/index.ts'
import { listRecallsOf } from '../recalls/queries.ts'
import { learnContact } from '../people/facts.ts'
import { newInCase } from '../people/inputs.ts'
import { joinCaseAsNew } from '../people/roles.ts'
import { places } from '../places/index.ts'
import { audit } from './index.ts'

const database = ownDatabase()

/** Grace leads the victim side, with Housing; Health works the subject side; Aisha has opened it in an emergency. */
async function aCaseOfTwoSides(): Promise<string> {
  const caseId = await aCase(cast.tom, { programme: 'da-marac' })
  await share(caseId, agency.housing, { sides: ['victim'] })
  await share(caseId, cast.grace, { tier: 'lead', sides: ['victim'] })
  await share(caseId, agency.health, { sides: ['subject'] })
  const { rows } = await behindTheRules(database, ['cases'], client => client.query('select reference from cases where id = $1', [caseId]))
  await asWorker(cast.aisha, db => openInEmergency(db, { reference: rows[0].reference, reason: 'She rang from the car', minutes: 30 }))
  return caseId
}

test('whoever leads one side finds no look of those who work the other, nor of an emergency; whoever leads all of it finds them all', async () => {
  const caseId = await aCaseOfTwoSides()
  for (const who of [cast.tom, cast.grace, cast.amir, cast.noor, cast.aisha])
    await asWorker(who, db => seen(db, 'case', caseId, { caseId }))
  const lookers = (who: string) =>
    asWorker(who, async db =>
      (await db.selectFrom('looks').select('workerId').where('caseId', '=', caseId).execute()).map(row => row.workerId).sort(),
    )
  expect(await lookers(cast.tom)).toEqual([cast.tom, cast.grace, cast.amir, cast.noor, cast.aisha])
  expect(await lookers(cast.grace)).toEqual([cast.tom, cast.grace, cast.amir])
  const page = await (await asking(audit, cast.grace)(`/cases/${caseId}/looks`)).text()
  expect(page).toContain('Amir Sadiq')
  expect(page).not.toMatch(/Noor Halabi|Aisha Bello/)
})

test('nor from which agency of the other side something was called back, and what its workers took', async () => {
  const [caseId, id] = [await aCaseOfTwoSides(), newId()]
  const entry = {
    id,
    caseId,
    kind: 'note',
    occurredAt: new Date(),
    body: 'He has keys',
    side: null,
    authorId: cast.tom,
    agencyId: agency.police,
  }
  await asWorker(cast.tom, db => db.insertInto('entries').values(entry).execute())
  for (const who of [cast.amir, cast.noor]) await asWorker(who, db => seen(db, 'export', caseId, { caseId }))
  await asWorker(cast.tom, db => correctEntry(db, caseId, id, { body: 'He has no keys', correctionReason: 'Asked again' }))
  const told = async (who: string) =>
    (await asWorker(who, db => listRecallsOf(db, caseId))).map(one => [one.agencyName, one.copies.map(copy => copy.workerName)]).sort()
  const [health, housing] = [
    ['Health', ['Noor Halabi']],
    ['Housing', ['Amir Sadiq']],
  ]
  expect(await told(cast.tom)).toEqual([health, housing])
  expect(await told(cast.grace)).toEqual([housing])
})

test('nor that somebody who works the other side made a case pack', async () => {
  const caseId = await aCaseOfTwoSides()
  for (const who of [cast.tom, cast.noor]) expect((await asking(documents, who)(`/cases/${caseId}/pack.pdf?part=plan`)).status).toBe(200)
  const makers = (who: string) =>
    asWorker(who, async db =>
      (await db.selectFrom('events').select('workerId').where('caseId', '=', caseId).where('kind', '=', 'pack_made').execute())
        .map(row => row.workerId)
        .sort(),
    )
  for (const who of [cast.tom, cast.noor]) expect(await makers(who)).toEqual([cast.tom, cast.noor])
  for (const who of [cast.grace, cast.amir]) expect(await makers(who)).toEqual([cast.tom])
})

test('nor what somebody who works both sides looked for among places, nor for whom their pack with safe addresses was', async () => {
  const caseId = await aCaseOfTwoSides()
  await share(caseId, cast.noor, { tier: 'lead', sides: ['subject'] })
  await asWorker(cast.tom, async db => {
    const her = newInCase.parse({ roles: ['Victim'], basis: 'Rang us', givenName: 'Ayo' })
    const personId = await joinCaseAsNew(db, caseId, her)
    const contact = { caseId, kind: 'address' as const, value: '1 Fern Court', postcode: '', source: 'Told us', note: '' }
    await learnContact(db, personId, { ...contact, category: 'safe address' })
  })
  const pack = `/cases/${caseId}/pack.pdf?part=people&safe=yes&recipient=Larkspur+refuge`
  expect((await asking(places, cast.tom)(`/cases/${caseId}/places/new?q=Fern+Court`)).status).toBe(200)
  expect((await asking(documents, cast.tom)(pack)).status).toBe(200)
  const words = (who: string) =>
    asWorker(who, async db => {
      const looks = db.selectFrom('looks').select('words').where('workerId', '=', cast.tom).orderBy('words')
      return (await looks.execute()).map(row => row.words).filter(word => /Fern|Larkspur|pack: people/.test(word))
    })
  const [made, safe] = ['pack: people', 'pack: people, with safe addresses and numbers, for Larkspur refuge']
  expect(await words(cast.tom)).toEqual([made, safe, 'place: Fern Court'])
  expect(await words(cast.grace)).toEqual([made, safe])
  expect(await words(cast.noor)).toEqual([made])
})
