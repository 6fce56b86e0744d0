// Rows of cases: what they are, whom and what they are about, who shares them, how they ended.
import { from } from '../must.ts'
import type { Case, County, Grant, Moment, Slug, Thing } from '../shape.ts'
import { agreementId, caseId, idOf, personId, placeId, principal, referenceOf } from './ids.ts'
import { addRows, type Row, type Tables } from './rows.ts'
import { closureReason, definitionOf, outcomeKind, personRole, placeRole, stageOf, thingRole } from './words.ts'

export function addCases(county: County, tables: Tables): void {
  const things = new Map(county.things.map(thing => [thing.slug, thing]))
  // A sub-case points at its master, so masters go first.
  const inOrder = county.cases.toSorted((a, b) => Number(Boolean(a.parent)) - Number(Boolean(b.parent)))
  addRows(tables, 'cases', inOrder.map(told => caseRow(told, county.today)))
  for (const told of county.cases) {
    addRows(tables, 'grants', told.grants.map(grant => grantRow(grant, told)))
    addWhoAndWhere(told, things, tables)
    addEnd(told, tables)
  }
}

function caseRow(told: Case, today: string): Row {
  const period = periodOf(told, today)
  return {
    id: caseId(told.slug), reference: referenceOf(told.slug), programme: told.programme, programme_version: 1, parent_id: told.parent && caseId(told.parent),
    owner_agency_id: principal(told.agency), owner_team_id: told.team && principal(told.team), lead_worker_id: principal(told.lead), title: told.title, summary: told.summary,
    stage: stageOf(told), marking: told.marking ?? 'OFFICIAL', starts_on: period?.from, ends_on: period?.to,
    opened_at: told.openedAt, opened_by: principal(told.openedBy), closed_at: told.closure?.at, active_at: lastMoment(told),
  }
}

/** The counter: as told, or the programme's length from the day it opened, begun again as often as an open case has outrun it. */
function periodOf(told: Case, today: string): Case['period'] {
  const { periodDays } = definitionOf(told)
  if (told.period || !periodDays) return told.period
  const opened = Temporal.PlainDate.from(told.openedAt.slice(0, 10))
  const age = opened.until(today).days
  const rounds = told.closure ? 1 : Math.floor(age / periodDays) + 1
  return { from: opened.add({ days: (rounds - 1) * periodDays }).toString(), to: opened.add({ days: rounds * periodDays }).toString() }
}

function lastMoment(told: Case): Moment {
  const moments = [told.openedAt, ...told.entries.map(e => e.writtenAt), ...told.messages.map(m => m.at), ...(told.closure ? [told.closure.at] : [])]
  return moments.reduce((a, b) => (a > b ? a : b))
}

const clauses: Record<string, string> = { 'county-community-safety': '4.1', 'modern-slavery-operations': '3.2', 'domestic-abuse-safety': '2.1' }

function grantRow(grant: Grant, told: Case): Row {
  const [to = ''] = Object.values(grant.to) as Slug[]
  return {
    id: idOf('grant', grant.slug, grant.from), case_id: caseId(told.slug), principal_id: principal(to), tier: grant.tier, basis: grant.basis,
    agreement_id: grant.agreement && agreementId(grant.agreement), clause: grant.agreement && clauses[grant.agreement], gateway: grant.gateway ?? '', reason: grant.reason,
    includes_sub_cases: grant.includesSubCases, granted_by: principal(grant.grantedBy), granted_at: grant.from, starts_at: grant.from, ends_at: grant.until ?? 'infinity',
    revoked_at: grant.ended?.at, revoked_by: grant.ended && principal(grant.ended.by), revoke_reason: grant.ended?.reason ?? '',
  }
}

function addWhoAndWhere(told: Case, things: Map<Slug, Thing>, tables: Tables): void {
  const added = { case_id: caseId(told.slug), added_by: principal(told.lead) }
  const id = (kind: string, slug: Slug) => idOf(kind, `${told.slug} ${slug}`, told.openedAt)
  addRows(tables, 'case_people', told.people.map(({ person, role, basis, from: since }) => ({
    id: id('case person', person), ...added, person_id: personId(person), role: personRole(role, told), basis: basisOf(role, basis, told), added_at: since,
  })))
  addRows(tables, 'case_places', told.places.map(({ place, role, grade, gradeReason, subCase }) => ({
    id: id('case place', `${place} ${role}`), ...added, place_id: placeId(place), role: placeRole(role, told), basis: sentence(role), grade: grade ?? '', grade_reason: gradeReason ?? '',
    graded_by: grade && principal(told.lead), sub_case_id: subCase && caseId(subCase), added_at: told.openedAt,
  })))
  addRows(tables, 'case_objects', told.things.map(({ thing, role }) => {
    const { kind, name, about } = from(things, thing)
    const [plain = name, identifier = ''] = kind === 'vehicle' ? name.split(', ') : [name]
    return { id: id('case object', thing), ...added, kind, name: plain, identifier, role: thingRole(kind, told), basis: `${sentence(role)}. ${about}`, added_at: told.openedAt }
  }))
}

/** How we know, and the story's own word for the role where the programme's is wider. */
function basisOf(role: string, basis: string | undefined, told: Case): string {
  const known = basis ?? 'Known from the first report'
  return personRole(role, told).toLowerCase() === role ? known : `${sentence(role)}. ${known}`
}

function addEnd(told: Case, tables: Tables): void {
  const { closure } = told
  addRows(tables, 'closures', closure ? [{
    id: idOf('closure', told.slug, closure.at), case_id: caseId(told.slug), reason: closureReason(closure.result, told), result: `${closure.reason}. ${closure.words}`,
    person_view: closure.personsView ?? '', closed_by: principal(closure.by), closed_at: closure.at,
  }] : [])
  addRows(tables, 'outcomes', told.outcomes.map(outcome => ({
    id: idOf('outcome', outcome.slug), case_id: caseId(told.slug), agency_id: principal(outcome.agency), kind: outcomeKind(outcome.kind), detail: outcome.words,
    achieved_on: outcome.on, recorded_by: principal(outcome.by), recorded_at: outcome.recordedAt,
  })))
}

const sentence = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1)
