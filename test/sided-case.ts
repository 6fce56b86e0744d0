/** A domestic-abuse case, of which the perpetrator must never learn, shared by sides and by categories. */
import { asWorker, type Db, newId } from '../src/platform/db.ts'
import { aCase, share } from './case.ts'
import { agency, cast } from './cast.ts'

/**
 * Tom's case. Police work all of it; Housing the victim side, with health; Health the subject side, with everything; Harbour both sides, with nothing sensitive.
 * All of them also read an ordinary case that the same person and place are in, so that they know both anyway.
 */
export async function aSidedCase() {
  const caseId = await aCase(cast.tom, { programme: 'da-marac' })
  const plainId = await aCase()
  await share(caseId, agency.housing, { tier: 'contribute', sides: ['victim'], categories: ['health'] })
  await share(caseId, agency.health, { tier: 'contribute', sides: ['subject'] })
  await share(caseId, agency.charity, { tier: 'contribute', categories: [] })
  for (const other of [agency.housing, agency.health, agency.charity]) await share(plainId, other, { tier: 'contribute' })
  const [personId, otherId, placeId] = [newId(), newId(), newId()]
  await asWorker(cast.tom, async db => {
    for (const id of [personId, otherId])
      await db.insertInto('people').values({ id, givenName: 'Ayo', familyName: 'Adeyemi', createdBy: cast.tom }).execute()
    await db.insertInto('places').values({ id: placeId, line1: '1 Fern Court', createdBy: cast.tom }).execute()
    for (const id of [personId, otherId]) await joins(db, plainId, id)
    await db.insertInto('casePlaces').values({ id: newId(), caseId: plainId, placeId, role: 'Other', addedBy: cast.tom }).execute()
  })
  return { caseId, plainId, personId, otherId, placeId }
}

/** Puts a person into a case: on all of its sides unless told otherwise. */
export const joins = (db: Db, caseId: string, personId: string, more: { side?: string; role?: string } = {}) =>
  db
    .insertInto('casePeople')
    .values({ id: newId(), caseId, personId, role: 'Other', basis: 'Named', side: null, addedBy: db.actor.workerId, ...more })
    .execute()
