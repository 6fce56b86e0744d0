// A restorative case: she was burgled, he did it, and each is heard apart. What each agency is told rests on what that person agreed to.
import type { County } from '../shape.ts'
import { caseId, idOf, personId, principal, referenceOf } from './ids.ts'
import { whence } from './record.ts'
import { addRows, type Row, type Tables } from './rows.ts'
import { clock } from './when.ts'

const slug = 'weir-lane'
const [owner, lead] = ['merrowshire-victim-care', 'deborah-quill']
export const weirLaneCase = caseId(slug)

type Side = 'harmed' | 'responsible' | null
type At = ReturnType<typeof clock>

const people: [slug: string, given: string, family: string, born: string, gender: string, role: string, side: Side, basis: string][] = [
  ['halina-wrona', 'Halina', 'Wrona', '1958-05-06', 'Woman', 'Harmed person', 'harmed', 'It was her bakery'],
  ['piotr-wrona', 'Piotr', 'Wrona', '1984-09-21', 'Man', 'Supporter of the harmed person', 'harmed', 'Her son; she wants him in the room'],
  ['lewis-tranter', 'Lewis', 'Tranter', '2003-02-11', 'Man', 'Responsible person', 'responsible', 'Pleaded guilty in August'],
]

const said: [by: string, days: number, time: string, kind: string, side: Side, body: string][] = [
  ['deborah-quill', 61, '10:10', 'note', null, 'Referred after sentence. Nobody has spoken to either of them about this yet. I see each of them alone, and carry nothing across that I was not asked to carry.'],
  ['deborah-quill', 55, '14:30', 'harm', 'harmed', 'She opens at five and has not slept past two since. It is not the till. It is the tray of her mother’s moulds on the floor.'],
  ['agnieszka-wolska', 48, '11:20', 'contact', 'harmed', 'She asked me what I thought. I said that she could stop after every sentence. New lock is on the flat door.'],
  ['deborah-quill', 44, '16:00', 'wants_to', 'responsible', 'Said yes before I had finished. I asked him to think about it for a week and to ring me, not the other way round. He rang on the sixth day.'],
  ['darren-coyle', 37, '15:15', 'preparation', 'responsible', 'He has written it four times. The fourth has no “but” in it. Works at the timber yard until four, so after that.'],
  ['deborah-quill', 30, '09:50', 'risk_assessment', null, 'Suitable for a meeting. Two facilitators, the library at Wexby, a door for each. No domestic abuse between them; they had never met.'],
  ['deborah-quill', 22, '12:40', 'wishes', 'harmed', 'She wants to know whether he picked her or just the dark window. She does not want to be shaken by the hand.'],
  ['deborah-quill', 16, '10:30', 'wants_to', 'harmed', 'Yes to the library, with Piotr beside her and the door behind her. She asked to say it again on the day, and will.'],
  ['deborah-quill', 9, '18:30', 'conference', null, 'An hour and ten minutes. Both stayed. Agreed: he pays for the moulds, ten pounds a week, through us; he does not come into the shop.'],
  ['agnieszka-wolska', 6, '10:05', 'feedback', 'harmed', '“Four hours,” she said. I did not understand. She had slept four hours.'],
]

/** Adds the case, who is in it on which side, what each agreed to, the shares that rest on it, and what was written. */
export function addWeirLane({ today }: County, tables: Tables): void {
  const at = clock(today)
  addRows(tables, 'cases', [{
    id: weirLaneCase, reference: referenceOf(slug), programme: 'restorative-justice', programme_version: 2, owner_agency_id: principal(owner), owner_team_id: principal('restorative-service'), lead_worker_id: principal(lead),
    title: 'Weir Lane', summary: 'Two files. Only the facilitator reads both.', stage: 'monitoring', marking: 'OFFICIAL-SENSITIVE', opened_at: at(61, '10:00'), opened_by: principal(lead), active_at: at(6, '10:30'),
  }])
  addWho(at(60, '09:30'), tables)
  agree('halina-wrona', 'fallowgate-homes', 'harmed', 'To help me feel safe in my flat while this goes on', at, tables)
  agree('lewis-tranter', 'merrowshire-probation', 'responsible', 'So that my officer can help me prepare', at, tables)
  for (const line of said) addSaid(line, at, tables)
}

function addWho(when: string, tables: Tables): void {
  addRows(tables, 'people', people.map(([key, given_name, family_name, born_on, gender]) => ({
    id: personId(key), given_name, family_name, born_on, born_precision: 'day', gender, created_at: when, created_by: principal(lead),
  })))
  addRows(tables, 'case_people', people.map(([key, , , , , role, side, basis]) => ({
    id: idOf('case person', `${slug} ${key}`, when), case_id: weirLaneCase, person_id: personId(key), role, side, basis, added_by: principal(lead), added_at: when,
  })))
}

function agree(person: string, to: string, side: Side, purposes: string, at: At, tables: Tables): void {
  const [given, by, id] = [at(50, '15:00'), principal(lead), idOf('consent', `${slug} ${person}`, at(50, '15:00'))]
  addRows(tables, 'consents', [{
    id, case_id: weirLaneCase, person_id: personId(person), side, agencies: [principal(to)], purposes, channel: 'in person', given_by: 'self', capacity: 'has', wording: 'MVC R1',
    words_shown: 'We would like to tell them that you are taking part, and what you have told us yourself. Never what the other person has told us. You can say no, and you can stop at any time.',
    given_on: given.slice(0, 10), expires_on: at(-120, '12:00').slice(0, 10), recorded_by: by, recorded_at: given,
  }])
  addRows(tables, 'grants', [{
    id: idOf('grant', `${slug} ${to}`, given), case_id: weirLaneCase, principal_id: principal(to), tier: 'contribute', basis: 'consent', consent_id: id, sides: [side], categories: [],
    reason: purposes, granted_by: by, granted_at: given, starts_at: given, ends_at: at(-120, '12:00'),
  }])
}

const agencies: Record<string, string> = { 'agnieszka-wolska': 'fallowgate-homes', 'darren-coyle': 'merrowshire-probation' }

function addSaid([by, days, time, kind, side, body]: (typeof said)[number], at: At, tables: Tables): void {
  const [occurred, written] = [at(days, time), at(days, time, 20)]
  const [worker, agency_id] = [principal(by), principal(agencies[by] ?? owner)]
  const id = idOf('entry', `${slug} ${days}`, written)
  const mark: Row = { side, category: null, restricted: false }
  addRows(tables, 'entries', [{ id, case_id: weirLaneCase, kind, occurred_at: occurred, body, author_id: worker, agency_id, recorded_at: written, ...mark }])
  addRows(tables, 'events', [{ id: idOf('event entry', `${slug} ${days}`, written), kind: 'entry_added', case_id: weirLaneCase, subject_id: id, detail: {}, worker_id: worker, agency_id, ...whence(by), at: written, ...mark }])
}
