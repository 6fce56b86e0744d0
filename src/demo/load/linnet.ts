// A case of domestic abuse that a panel hears, with two sides: what one side says, the other side's agencies do not see.
import type { County } from '../shape.ts'
import { caseId, idOf, personId, placeId, principal, referenceOf } from './ids.ts'
import { whence } from './record.ts'
import { addRows, type Row, type Tables } from './rows.ts'
import { clock } from './when.ts'

const slug = 'linnet-road'
const [owner, lead] = ['merrowshire-police', 'grace-adeyemi']
export const linnetCase = caseId(slug)
const law = { basis: 'statutory gateway', gateway: 'Domestic Abuse Act 2021' }

/** The note that only its author and one named reader know of. */
export const restrictedNote = (today: string): string => idOf('entry', `${slug} 18`, clock(today)(18, '16:05', 25))

type Side = 'victim' | 'subject' | null
type Said = [by: string, days: number, time: string, kind: string, body: string, more: Row]

const people: [slug: string, given: string, family: string, born: string, gender: string, role: string, side: Side, basis: string][] = [
  ['esme-tolland', 'Esme', 'Tolland', '1991-03-14', 'Woman', 'Victim', 'victim', 'She asked Rowan Door for help'],
  ['otis-tolland', 'Otis', 'Tolland', '2019-08-02', 'Boy', 'Child', 'victim', 'Her son; he was upstairs'],
  ['hilary-tolland', 'Hilary', 'Tolland', '1962-11-27', 'Woman', 'Family member', 'victim', 'Her mother'],
  ['craig-venner', 'Craig', 'Venner', '1987-06-19', 'Man', 'Perpetrator', 'subject', 'Named by her, and by his probation officer'],
]

const said: Said[] = [
  ['grace-adeyemi', 24, '09:40', 'note', 'Referred after the third call in nine weeks. To be heard by the panel. He is never to learn of it: no letters, no visit that cannot be explained another way.', {}],
  ['yasmin-haddad', 23, '10:15', 'risk_assessment', 'Sixteen of twenty-four on the checklist, and high on my own judgement. He has put his hands round her neck twice since August.', { side: 'victim', category: 'health' }],
  ['yasmin-haddad', 21, '11:00', 'victim_view', 'She wants Otis to stay at his school. She does not want to be asked again whether she will press charges.', { side: 'victim' }],
  ['michelle-tarrant', 20, '15:20', 'research', 'On licence until March. Missed two appointments; says that he works away. His new address is not the one he gave us.', { side: 'subject' }],
  ['grace-adeyemi', 18, '16:05', 'note', 'A neighbour will say what she heard if nobody is told who she is. Only Yasmin and I have her name.', { side: 'victim', restricted: true }],
  ['grace-adeyemi', 12, '13:30', 'minutes', 'Heard today. Alarm in her home by Friday; probation to see him on Tuesday about the missed appointments and nothing else; school told who may collect Otis.', {}],
  ['yasmin-haddad', 9, '17:45', 'contact', 'She and Otis are at her aunt’s. She has the code word.', { side: 'victim', category: 'safe address' }],
  ['michelle-tarrant', 4, '12:10', 'contact', 'He came. Calm. Asked twice whether “she” had been talking to anybody. I said that we had only his licence to talk about.', { side: 'subject' }],
]

const shares: [to: string, sides: string[] | null, categories: string[] | null, reason: string][] = [
  ['rowan-door', ['victim'], null, 'Her advocate works for them'],
  ['merrowshire-probation', ['subject'], null, 'He is on licence to them'],
  ['county-practitioners', ['victim'], ['safe address'], 'Otis: his school and his safety'],
  ['merrow-vale-health', null, [], 'They hold health records of both'],
]

/** Adds the case, who is in it, what was written on each side, and with whom it is shared. */
export function addLinnetRoad({ today }: County, tables: Tables): void {
  const at = clock(today)
  const opened = { opened_at: at(24, '09:10'), opened_by: principal(lead) }
  addRows(tables, 'cases', [{
    id: linnetCase, reference: referenceOf(slug), programme: 'da-marac', programme_version: 1, owner_agency_id: principal(owner), owner_team_id: principal('exploitation-and-missing'), lead_worker_id: principal(lead),
    title: 'Linnet Road', summary: 'Heard by the panel. Ask before any contact with either of them.', stage: 'actions', marking: 'OFFICIAL-SENSITIVE', ...opened, active_at: at(4, '12:20'),
  }])
  addRows(tables, 'grants', shares.map(([to, sides, categories, reason], n) => ({
    id: idOf('grant', `${slug} ${n}`, at(23, '08:50')), case_id: linnetCase, principal_id: principal(to), tier: 'contribute', ...law, sides, categories, reason,
    granted_by: principal(lead), granted_at: at(23, '08:50'), starts_at: at(23, '08:50'), ends_at: at(-160, '23:59'),
  })))
  addWho(at(24, '09:20'), tables)
  for (const line of said) addSaid(line, at, tables)
}

function addWho(when: string, tables: Tables): void {
  const by = { created_at: when, created_by: principal(lead) }
  const learnt = { case_id: linnetCase, recorded_by: principal('yasmin-haddad'), recorded_at: when }
  addRows(tables, 'people', people.map(([key, given_name, family_name, born_on, gender]) => ({ id: personId(key), given_name, family_name, born_on, born_precision: 'day', gender, ...by })))
  addRows(tables, 'case_people', people.map(([key, , , , , role, side, basis]) => ({
    id: idOf('case person', `${slug} ${key}`, when), case_id: linnetCase, person_id: personId(key), role, side, basis, added_by: principal(lead), added_at: when,
  })))
  addRows(tables, 'places', [{ id: placeId('4-linnet-road'), line1: '4 Linnet Road', town: 'Wexby', postcode: 'WX3 7LN', kind: 'home', name: '', ...by }])
  addRows(tables, 'case_places', [{ id: idOf('case place', slug, when), case_id: linnetCase, place_id: placeId('4-linnet-road'), role: 'Home of victim', side: 'victim', added_by: principal(lead), added_at: when }])
  addRows(tables, 'person_contacts', [
    { id: idOf('contact', `${slug} safe`, when), person_id: personId('esme-tolland'), kind: 'address', value: '19 Weir Cottages, Brackenwell', postcode: 'WX6 2RB', source: 'Told Yasmin', side: 'victim', category: 'safe address', ...learnt },
    { id: idOf('contact', `${slug} mobile`, when), person_id: personId('esme-tolland'), kind: 'mobile', value: '07700 900641', postcode: '', source: 'Her own; never after four', side: 'victim', category: null, ...learnt },
    { id: idOf('contact', `${slug} his`, when), person_id: personId('craig-venner'), kind: 'mobile', value: '07700 900647', postcode: '', source: 'Probation', side: 'subject', category: null, ...learnt },
  ])
}

const agencies: Record<string, string> = { 'grace-adeyemi': owner, 'yasmin-haddad': 'rowan-door', 'michelle-tarrant': 'merrowshire-probation' }

function addSaid([by, days, time, kind, body, mark]: Said, at: ReturnType<typeof clock>, tables: Tables): void {
  const [occurred, written] = [at(days, time), at(days, time, 25)]
  const [doer, id] = [{ worker: principal(by), agency_id: principal(agencies[by] ?? owner) }, idOf('entry', `${slug} ${days}`, written)]
  const marked = { side: null, category: null, restricted: false, ...mark }
  addRows(tables, 'entries', [{ id, case_id: linnetCase, kind, occurred_at: occurred, body, author_id: doer.worker, agency_id: doer.agency_id, recorded_at: written, ...marked }])
  addRows(tables, 'events', [{ id: idOf('event entry', `${slug} ${days}`, written), kind: 'entry_added', case_id: linnetCase, subject_id: id, detail: {}, worker_id: doer.worker, agency_id: doer.agency_id, ...whence(by), at: written, ...marked }])
}
