/** Attempts to meet places of another side by a way in that forgets whose they are: a list that is imported, a sub-case for a place. */
import { expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, type Share, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { asWorker } from '../../platform/db.ts'
import { openCase } from '../cases/index.ts'
import { addPlace, openSubCaseFor } from './commands.ts'
import { places } from './index.ts'
import { newPlace } from './inputs.ts'
import { listCasePlaces } from './queries.ts'

ownDatabase()

const onGateway: Share = {
  agreementId: null,
  basis: 'statutory gateway',
  gateway: 'Crime and Disorder Act 1998, section 115',
  tier: 'contribute',
}

/** Housing works with whoever was harmed, Health with whoever is responsible. */
async function aCaseOfTwoSides(more: Share = {}): Promise<string> {
  const caseId = await aCase(cast.sam, { programme: 'restorative-justice', ownerTeamId: team.slaveryTeam })
  await share(caseId, agency.housing, { ...onGateway, ...more, sides: ['harmed'] }, cast.sam)
  await share(caseId, agency.health, { ...onGateway, ...more, sides: ['responsible'] }, cast.sam)
  return caseId
}
const seenBy = (who: string, caseId: string) =>
  asWorker(who, async db => (await listCasePlaces(db, caseId)).map(place => [place.line1, place.side]))
const deeds = (who: string, caseId: string, kind: string) =>
  asWorker(who, db => db.selectFrom('events').select('side').where('caseId', '=', caseId).where('kind', '=', kind).execute())

test('a list that somebody of one side imports is of that side, as what they add by hand is', async () => {
  const caseId = await aCaseOfTwoSides()
  const file = new File(['Name,Address,Postcode\nHer sister,1 Fern Court,LE1 1AA\n'], 'places.csv')
  const ask = asking(places, cast.grace)
  expect((await ask(`/cases/${caseId}/places/import`, form({ text: '', file: [file] }))).status).toBe(303)
  expect((await ask(`/cases/${caseId}/places/import/places`, { method: 'POST' })).status).toBe(303)
  for (const who of [cast.sam, cast.grace]) {
    expect(await seenBy(who, caseId)).toEqual([['1 Fern Court', 'harmed']])
    expect(await deeds(who, caseId, 'places_imported')).toEqual([{ side: 'harmed' }])
  }
  expect([await seenBy(cast.noor, caseId), await deeds(cast.noor, caseId, 'places_imported')]).toEqual([[], []])
})

test('whoever works both sides says for which their list is', async () => {
  const caseId = await aCaseOfTwoSides()
  const ask = asking(places, cast.sam)
  const text = 'Name,Address,Postcode\nHer sister,1 Fern Court,LE1 1AA\n'
  await ask(`/cases/${caseId}/places/import`, form({ text }))
  const refused = await ask(`/cases/${caseId}/places/import/places`, form({ side: 'unsaid' }))
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Choose who may see this.')])
  expect(await seenBy(cast.sam, caseId)).toEqual([])
  expect((await ask(`/cases/${caseId}/places/import/places`, form({ side: ['unsaid', 'harmed'] }))).status).toBe(303)
  expect(await seenBy(cast.grace, caseId)).toEqual([['1 Fern Court', 'harmed']])
  expect(await seenBy(cast.noor, caseId)).toEqual([])
})

test('a place keeps its side in the sub-case that is opened for it, and whoever opens one for their side tells the other nothing', async () => {
  const caseId = await aCaseOfTwoSides({ includesSubCases: true })
  const typed = { role: 'Other', name: 'Her sister', line1: '1 Fern Court', postcode: 'LE1 1AA', kind: 'home', side: 'harmed' }
  await asWorker(cast.sam, db => addPlace(db, caseId, newPlace.parse(typed)))
  const [place] = await asWorker(cast.sam, db => listCasePlaces(db, caseId))
  const subCaseId = await asWorker(cast.sam, db =>
    openSubCaseFor(db, caseId, place?.id ?? '', { title: 'A visit', team: team.slaveryTeam }),
  )
  for (const who of [cast.sam, cast.grace]) expect(await seenBy(who, subCaseId)).toEqual([['1 Fern Court', 'harmed']])
  expect(await seenBy(cast.noor, subCaseId)).toEqual([])
  const own = { programme: 'asb', title: 'Hers', summary: '', lead: '', team: '', parent: caseId, starts: null, ends: null }
  await asWorker(cast.grace, db => openCase(db, own))
  expect(await deeds(cast.sam, caseId, 'sub_case_opened')).toHaveLength(2)
  expect(await deeds(cast.noor, caseId, 'sub_case_opened')).toEqual([])
})
