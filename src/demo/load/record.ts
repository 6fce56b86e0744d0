// What the information-governance lead finds in the record: looks in the night to ask about, and a review that is done.
import type { County, Slug } from '../shape.ts'
import { caseId, idOf, principal } from './ids.ts'
import { addRows, type Row, type Tables } from './rows.ts'
import { clock } from './when.ts'

const devices = ['Edge on Windows', 'Chrome on Windows', 'Edge on Windows', 'Chrome on Android', 'Safari on iPhone or iPad']

/** From where a worker's rows came: the same network and the same device each time. */
export function whence(worker: Slug): Row {
  const number = [...worker].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7)
  return { address: `10.${14 + (number % 9)}.${number % 251}.${(number >> 3) % 251}`, device: devices[number % devices.length] }
}

/** Fourteen looks between eleven and midnight, two days ago, by a worker of the lead's own agency; and last week's review. */
export function addRecord(county: County, tables: Tables, today: string): void {
  const [at, agency_id] = [clock(today), principal('merrowshire-county')]
  const cases = county.cases.filter(one => one.agency === 'merrowshire-county').slice(0, 3).map(one => caseId(one.slug))
  addRows(tables, 'looks', Array.from({ length: 14 }, (_, n) => {
    const moment = at(2, '23:04', n * 3)
    const id = cases[n % cases.length]
    return { id: idOf('look', `night ${n}`, moment), kind: n % 3 ? 'case' : 'brief', subject_id: id, case_id: id, worker_id: principal('paul-denholm'), agency_id, ...whence('paul-denholm'), at: moment }
  }))
  addRows(tables, 'flags', [{
    id: idOf('flag', 'checked names', at(9, '02:50')), pattern: 'no_case', worker_id: principal('kirsty-muir'), agency_id, day: at(10, '12:00').slice(0, 10), found: 6, subjects: [], found_at: at(9, '02:50'),
    outcome: 'explained', note: 'Checked six names from the school for the early-help meeting. Her manager confirmed it.', reviewed_by: principal('judith-crane'), reviewed_at: at(8, '10:20'),
  }])
}
