// Rows of people and places: who they are, how to reach them, what to know before knocking.
import { must } from '../must.ts'
import type { Case, County, Fact, Need, Person, Place, Relationship, Slug } from '../shape.ts'
import { caseId, idOf, personId, placeId, principal } from './ids.ts'
import { addRows, type Row, type Tables } from './rows.ts'

export function addPeople(county: County, tables: Tables): void {
  const places = new Map(county.places.map(place => [place.slug, place]))
  const caseOf = learntIn(county)
  addRows(tables, 'people', county.people.map(row => personRow(row, county.today)))
  addRows(tables, 'places', county.places.map(place => placeRow(place, county)))
  addRows(tables, 'postcode_wards', wardsOf(county))
  for (const person of county.people) addFacts(person, caseOf(person), places, tables)
  addRows(tables, 'person_relationships', county.relationships.map(relationship => relationshipRow(relationship, county)))
}

/** The case in which a person's details were learnt: of the agency that wrote them down, where they are in several. */
function learntIn(county: County): (person: Person) => Case {
  const agencyOf = new Map(county.workers.map(w => [w.slug, w.agency]))
  return person => {
    const cases = county.cases.filter(c => c.people.some(p => p.person === person.slug))
    return must(cases.find(c => c.agency === agencyOf.get(person.recordedBy)) ?? cases[0], `case about ${person.slug}`)
  }
}

function personRow({ slug, given, family, pronouns, born, recordedAt, recordedBy }: Person, today: string): Row {
  const year = born && ('on' in born ? Number(born.on.slice(0, 4)) : born.year)
  const grown = year === undefined || Number(today.slice(0, 4)) - year > 17
  const gender = pronouns === 'they' ? '' : pronouns === 'he' ? (grown ? 'Man' : 'Boy') : grown ? 'Woman' : 'Girl'
  return {
    id: personId(slug), given_name: given, family_name: family, gender, created_at: recordedAt, created_by: principal(recordedBy),
    born_on: born && ('on' in born ? born.on : `${born.year}-07-01`), born_precision: born && !('on' in born) ? 'about' : 'day',
  }
}

const wards: Record<string, [ward: string, district: string]> = {
  WX1: ['Market', 'Wexby'], WX2: ['Riverside', 'Wexby'], WX3: ['Fallowgate', 'Wexby'], WX4: ['Hill and Common', 'Wexby'], WX5: ['Netherfold', 'Saltreach'],
  WX6: ['Brackenwell', 'Saltreach'], WX7: ['Hallowby', 'Saltreach'], WX8: ['Harbour', 'Saltreach'], WX9: ['Saltreach North', 'Saltreach'],
}

/** The county's postcodes, each in its ward. */
const wardsOf = ({ places }: County): Row[] =>
  [...new Set(places.map(place => place.postcode))].map(postcode => {
    const [ward, district] = must(wards[postcode.slice(0, 3)], postcode)
    return { postcode, ward, district }
  })

const placeKinds: Record<Place['kind'], string> = {
  home: 'home', block: 'premises', shop: 'premises', 'car-wash': 'premises', school: 'premises', building: 'premises', shelter: 'premises', street: 'area', 'open-space': 'public place',
}

function placeRow({ slug, name, line, town, postcode, kind }: Place, county: County): Row {
  const first = county.cases.filter(c => c.places.some(p => p.place === slug)).sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))[0]
  return { id: placeId(slug), name: name ?? '', line1: line, town, postcode, kind: placeKinds[kind], created_at: first?.openedAt ?? county.today, created_by: first && principal(first.openedBy) }
}

const needKinds: Record<Need['kind'], string> = { language: 'language', access: 'access', communication: 'communication', contact: 'safe contact', health: 'other' }

function addFacts(person: Person, learnt: Case, places: Map<Slug, Place>, tables: Tables): void {
  const about = { person_id: personId(person.slug), recorded_by: principal(person.recordedBy) }
  const here = { ...about, case_id: caseId(learnt.slug), recorded_at: person.recordedAt < learnt.openedAt ? learnt.openedAt : person.recordedAt }
  const id = (kind: string, n: number) => idOf(kind, `${person.slug} ${n}`, person.recordedAt)
  const names = [...person.aliases.map(({ name, note }) => ({ name, kind: note?.startsWith('Before') ? 'former' : 'alias' })), ...(person.knownAs ? [{ name: person.knownAs, kind: 'nickname' }] : [])]
  const known = names.filter((one, n) => names.findLastIndex(other => other.name === one.name) === n)
  addRows(tables, 'person_names', known.map(({ name, kind }, n) => ({ id: id('name', n), ...about, kind, name, recorded_at: person.recordedAt })))
  addRows(tables, 'person_contacts', person.facts.filter(fact => fact.kind !== 'contact-note').map((fact, n) => ({ id: id('contact', n), ...here, ...contactRow(fact, places) })))
  const rules = person.facts.filter(fact => fact.kind === 'contact-note').map(({ value }): Need => ({ kind: 'contact', words: value }))
  addRows(tables, 'person_needs', [...rules, ...person.needs].map(({ kind, words }, n) => ({ id: id('need', n), ...here, kind: needKinds[kind], detail: words })))
  addRows(tables, 'person_warnings', person.warnings.map((warning, n) => ({
    id: id('warning', n), ...here, recorded_by: principal(warning.setBy), recorded_at: warning.setAt, instruction: warning.instruction, reason: warning.because, review_on: warning.reviewOn,
    ended_at: warning.endedAt, ended_by: warning.endedAt && principal(warning.setBy),
  })))
}

function contactRow(fact: Fact, places: Map<Slug, Place>): Row {
  const place = fact.place ? places.get(fact.place) : undefined
  const [postcode = ''] = /WX\d \d[A-Z]{2}/.exec(fact.value) ?? [place?.postcode]
  const address = place ? [place.line, place.town].join(', ') : fact.value.replace(/, WX\d \d[A-Z]{2}$/, '')
  return {
    kind: fact.kind, value: fact.kind === 'address' ? address : fact.value, postcode: fact.kind === 'address' ? postcode : '', source: fact.source,
    category: fact.sensitivity === 'sensitive' ? 'safe address' : null, ended_on: fact.until,
  }
}

function relationshipRow({ from, to, kind, note }: Relationship, county: County): Row {
  const learnt = must(county.cases.find(c => [from, to].every(one => c.people.some(p => p.person === one))), `case with both ${from} and ${to}`)
  return {
    id: idOf('relationship', `${from} ${to}`, learnt.openedAt), person_id: personId(from), other_id: personId(to), case_id: caseId(learnt.slug), kind, note: note ?? '',
    recorded_by: principal(learnt.lead), recorded_at: learnt.openedAt,
  }
}
