// One pair of records that may be the same person: somebody of a case, and the same as the front desk wrote them down.
import type { County } from '../shape.ts'
import { idOf, personId, principal } from './ids.ts'
import { addRows, type Tables } from './rows.ts'

const desk = 'tom-garside'

/** Adds the second record to the constable's own agency's list, and asks whether they are the same. */
export function addPair(county: County, tables: Tables): void {
  const agency = county.workers.find(worker => worker.slug === desk)?.agency
  const known = county.people.find(({ slug, born, family }) =>
    Boolean(born && 'on' in born && family.length > 5 && county.cases.some(c => c.lead === desk && !c.closure && c.people.some(one => one.person === slug))),
  )
  if (!agency || !known?.born || !('on' in known.born)) return
  const id = idOf('person', `${known.slug} as the desk wrote it`)
  const [oneId, otherId] = [personId(known.slug), id].sort()
  const when = { created_at: known.recordedAt, created_by: principal(desk) }
  // Two letters of the family name changed about, as one types them.
  const family = known.family.slice(0, 2) + known.family.charAt(3) + known.family.charAt(2) + known.family.slice(4)
  addRows(tables, 'people', [{ id, held_by: principal(agency), source_reference: 'DESK-0417', given_name: known.given, family_name: family, born_on: known.born.on, born_precision: 'day', gender: '', ...when }])
  addRows(tables, 'person_pairs', [{ id: idOf('pair', known.slug), one_id: oneId, other_id: otherId, asked_by: principal(desk), asked_at: known.recordedAt }])
}
